import type { ReportLabels } from '../messages/report-label-keys.ts';
import { cut, markdownText } from './escape.ts';
import { headingOf } from './heading.ts';

/** The cells of a table row: plain texts and numbers. */
export type Cells = readonly (string | number)[];

/** Characters of a text; with the numbers of rows this keeps a job summary under 1 MiB. */
const MOST_TEXT = 600;

/** A heading with what stands below it. */
export function section(heading: string, body: string): string {
  return `### ${markdownText(headingOf(heading))}\n\n${body}`;
}

/** An item of a list, from a text that is not Markdown. */
export function item(text: string): string {
  return `- ${markdownText(cut(text, MOST_TEXT))}`;
}

/** A table of texts that are not Markdown; `last` sets the last column to the right. */
export function table(headings: readonly string[], rows: readonly Cells[], last?: 'right'): string {
  const line = (cells: Cells) => `| ${cells.map((cell) => markdownText(cut(String(cell), MOST_TEXT))).join(' | ')} |`;
  const rule = headings.map((_, index) => (last === 'right' && index === headings.length - 1 ? '---:' : '---'));
  return [line(headings), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** Says how much was left out, when something was. */
export function more(left: number, labels: ReportLabels, number: (value: number) => string): string[] {
  return left > 0 ? [`- ${markdownText(labels.count.more(left, number(left)))}`] : [];
}
