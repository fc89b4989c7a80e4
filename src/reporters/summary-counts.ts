import type { ReportLabels } from '../messages/report-label-keys.ts';
import { cut } from './escape.ts';
import type { ReportMatter } from './reporter.ts';
import { aligned, type TextLine, type Tone, textLine } from './text-line.ts';

const MOST_CODES = 6;

/** Lines per verdict, client-months, minutes and amounts, in columns. */
export function countLines({ result, words }: ReportMatter, labels: ReportLabels): TextLine[] {
  const { lines, clientMonths, minutes, amountCents } = result.summary;
  const { summary } = labels;
  const rows: [string, string, string, Tone][] = [
    [words.lineVerdict('approved'), words.number(lines.approved), '', lines.approved > 0 ? 'good' : 'plain'],
    [words.lineVerdict('rejected'), words.number(lines.rejected), '', lines.rejected > 0 ? 'bad' : 'plain'],
    [words.lineVerdict('undecided'), words.number(lines.undecided), '', lines.undecided > 0 ? 'warning' : 'plain'],
    [summary.ignored, words.number(lines.ignored), ignoredText(result, labels, words.number), 'plain'],
  ];
  if (result.unreadableRows > 0) rows.push([summary.unreadableRows, words.number(result.unreadableRows), '', 'bad']);
  const over = clientMonths.overCap === 0 ? '' : summary.ofWhichOverCap(words.number(clientMonths.overCap));
  rows.push([summary.clientMonths, words.number(clientMonths.total), over, 'plain']);
  const parts = (['credited', 'net', 'rejected', 'booked'] as const)
    .filter((key) => minutes[key] !== 0)
    .map((key) => `${summary[key]} ${words.hours(minutes[key])}`);
  rows.push([
    `${summary.minutes}, ${summary.declared}`,
    words.number(minutes.declared),
    [words.hours(minutes.declared), ...parts].join(', '),
    'plain',
  ]);
  if (amountCents !== null) {
    const rejected = `${summary.rejected} ${words.euros(amountCents.rejected)}`;
    rows.push([
      `${summary.amount}, ${summary.declared}`,
      words.euros(amountCents.declared),
      amountCents.rejected === 0 ? '' : rejected,
      'plain',
    ]);
  }
  const texts = aligned(
    rows.map(([label, number, note]) => [`  ${label}`, number, note]),
    [1],
  );
  return texts.map((text, index) => textLine(text, rows[index]?.[3]));
}

/** Lines of other codes, per code; and those of months that were not asked for, which are counted with them. */
function ignoredText(
  { ignoredCodes: codes, notChecked }: Pick<ReportMatter['result'], 'ignoredCodes' | 'notChecked'>,
  labels: ReportLabels,
  number: (n: number) => string,
): string {
  const otherMonths = notChecked
    .filter(({ reason }) => reason === 'other-month')
    .reduce((sum, { lines }) => sum + lines, 0);
  const shown = codes.slice(0, MOST_CODES).map(({ code, lines }) => `${cut(code, 12)} (${number(lines)})`);
  const left = codes.length - shown.length;
  const texts = [shown.join(', '), ...(left > 0 ? [labels.count.more(left, number(left))] : [])].join(' ');
  const months = otherMonths > 0 ? `${labels.summary.otherMonths} (${number(otherMonths)})` : '';
  return [texts, months].filter((text) => text !== '').join('; ');
}
