import type { RunInput } from '../domain/run.ts';
import type { ReportLabels } from '../messages/report-label-keys.ts';
import { reportLabels } from '../messages/report-labels.ts';
import { delimiterText, inputName, roleText } from './input-text.ts';
import type { ReportMatter } from './reporter.ts';
import { aligned, type TextLine, textLine } from './text-line.ts';

/** How every input was understood, for `--verbose`: format, role, header row, encoding, signs, each column with its field, notices. */
export function understandingOf({ result, words }: Pick<ReportMatter, 'result' | 'words'>): TextLine[] {
  const labels = reportLabels(words.language);
  return [
    ...result.inputs.flatMap((input) => [
      textLine(inputName(input, labels), 'heading'),
      ...aligned(facts(input, labels, words.number)).map((text) => textLine(text)),
      ...input.notices.map((notice) => textLine(`  ${words.notice(notice)}`, 'dim')),
    ]),
    ...result.notices.map((notice) => textLine(words.notice(notice), 'dim')),
  ];
}

function facts(input: RunInput, labels: ReportLabels, number: (value: number) => string): [string, string][] {
  const { file } = labels;
  const columns = Object.entries(input.columns).map(([field, heading]) => `${heading} → ${field}`);
  const rows: [string, string | null][] = [
    [file.format, input.format ?? file.unreadable],
    [file.role, roleText(input, labels)],
    [file.header, input.headerRow === null ? file.noHeader : file.headerRow(input.headerRow)],
    [file.rows, number(input.rows)],
    [file.encoding, input.encoding],
    [file.delimiter, input.delimiter === null ? null : delimiterText(input.delimiter, labels)],
    [file.decimal, decimalText(input, labels)],
    [file.columns, columns.shift() ?? '–'],
    ...columns.map((text): [string, string] => ['', text]),
    [file.unknownColumns, input.unknownColumns.length === 0 ? null : input.unknownColumns.join(', ')],
    [file.sha256, input.sha256],
  ];
  return rows.flatMap(([label, value]) => (value === null ? [] : [[`  ${label}`, value]]));
}

/** null where there is no sign to settle: an AW319 message has none, and a file that was not read none that we know. */
function decimalText({ format, decimal }: RunInput, labels: ReportLabels): string | null {
  return format === 'csv' || format === 'xlsx' ? (decimal ?? labels.file.notSettled) : null;
}
