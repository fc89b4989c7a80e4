import type { RunInput } from '../domain/run.ts';
import type { ReportLabels } from '../messages/report-label-keys.ts';

/** A file as reports name it: with its worksheet. */
export function inputName({ name, sheet }: Pick<RunInput, 'name' | 'sheet'>, labels: ReportLabels): string {
  return sheet === null ? name : `${name}, ${labels.file.sheet(sheet)}`;
}

/** What a file is for, in words. */
export function roleText({ role }: RunInput, labels: ReportLabels): string {
  return labels.roles[role ?? 'none'];
}

/** How a file was read, in a few words: `csv, utf-8, scheidingsteken ;, decimaalteken ,`. */
export function readingText(input: RunInput, labels: ReportLabels): string {
  const { format, encoding, delimiter, decimal } = input;
  const parts = [format ?? labels.file.unreadable];
  if (encoding !== null) parts.push(encoding);
  if (delimiter !== null) parts.push(`${labels.file.delimiter} ${delimiterText(delimiter, labels)}`);
  if (decimal !== null) parts.push(`${labels.file.decimal} ${decimal}`);
  return parts.join(', ');
}

/** A delimiter one can see. */
export function delimiterText(delimiter: string, labels: ReportLabels): string {
  return delimiter === '\t' ? labels.file.tab : delimiter;
}
