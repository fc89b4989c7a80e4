import type { Measure } from './contender.ts';

const WIDTH = 720;
const LABEL = 250;
const ROW = 30;
const TOP = 56;

/** The results of a race as bars of CPU time, shortest first, with how many times the baseline each took. */
export function pictureOf(
  title: string,
  results: readonly (Measure & { readonly name: string })[],
  base: Measure | undefined,
): string {
  const sorted = results.toSorted((a, b) => a.cpuSeconds - b.cpuSeconds);
  const most = Math.max(...sorted.map(({ cpuSeconds }) => cpuSeconds));
  const bars = sorted.map(({ name, cpuSeconds, megabytes }, index) => {
    const y = TOP + index * ROW;
    const width = Math.max(2, ((WIDTH - LABEL - 190) * cpuSeconds) / most);
    const ratio = base ? ` · ${(cpuSeconds / base.cpuSeconds).toFixed(2)} ×` : '';
    const fill = name.startsWith('tzt') ? '#0b6e4f' : '#8a94a0';
    return [
      `<text x="${LABEL - 10}" y="${y + 15}" text-anchor="end">${escaped(name)}</text>`,
      `<rect x="${LABEL}" y="${y}" width="${width.toFixed(1)}" height="20" rx="3" fill="${fill}"/>`,
      `<text x="${(LABEL + width + 8).toFixed(1)}" y="${y + 15}">${cpuSeconds.toFixed(2)} s${ratio} · ${megabytes.toFixed(0)} MB</text>`,
    ].join('');
  });
  const height = TOP + sorted.length * ROW + 10;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escaped(title)}">
<rect width="100%" height="100%" fill="#ffffff"/><g font-family="system-ui, sans-serif" font-size="13" fill="#1c2329">
<text x="10" y="22" font-size="15" font-weight="600">${escaped(title)}</text><text x="10" y="41" fill="#5a6570">CPU seconds, ratio, peak memory</text>
${bars.join('\n')}
</g></svg>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
