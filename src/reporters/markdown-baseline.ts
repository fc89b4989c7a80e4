import type { ReportLabels } from '../messages/report-label-keys.ts';
import { baselineCauses } from './baseline-causes.ts';
import { markdownText } from './escape.ts';
import { item, more, section } from './markdown-parts.ts';
import type { ReportMatter } from './reporter.ts';

/** How many solved findings a job summary names; the rest is counted. */
const MOST_SOLVED = 20;

/** What is new, known and solved since the run that was compared with; nothing when there was none. Pseudonyms only. */
export function baselineSection({ result, words, pseudonym }: ReportMatter, labels: ReportLabels): string[] {
  const { baseline, findings } = result;
  if (baseline === undefined) return [];
  const added = findings.filter(({ status }) => status === 'new');
  const errors = added.filter(({ severity, waiver }) => severity === 'error' && waiver === null).length;
  const solved = baseline.solvedFindings ?? [];
  const shown = solved.slice(0, MOST_SOLVED);
  const counts = labels.baseline.counts(
    baseline.name,
    words.number(added.length),
    words.number(findings.length - added.length),
    words.number(baseline.solved),
  );
  const parts = [
    `${markdownText(counts)} **${markdownText(labels.baseline.newErrors(errors, words.number(errors)))}**`,
  ];
  const causes = baselineCauses(result, words);
  if (causes.length > 0) parts.push(causes.map((sentence) => item(sentence)).join('\n'));
  if (shown.length > 0) {
    const items = shown.map(({ rule, client, month }) =>
      item([rule, ...(client === null ? [] : [pseudonym(client)]), ...(month === null ? [] : [month])].join(', ')),
    );
    parts.push(markdownText(labels.baseline.solved));
    parts.push([...items, ...more(solved.length - shown.length, labels, words.number)].join('\n'));
  }
  return [section(labels.baseline.heading, parts.join('\n\n'))];
}
