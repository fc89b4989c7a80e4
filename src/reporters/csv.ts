import type { RunFinding } from '../domain/run.ts';
import type { ReportLabels } from '../messages/report-label-keys.ts';
import { reportLabels } from '../messages/report-labels.ts';
import { csvText } from './escape.ts';
import { type FindingRow, findingRows } from './finding-rows.ts';
import type { Reporter, ReportMatter } from './reporter.ts';

/** The findings for Dutch Excel: UTF-8 with BOM, `;`, CRLF; one row per finding and place. */
export const csv: Reporter = {
  id: 'csv',
  extension: '.csv',
  fileName: 'bevindingen',
  async *render(matter) {
    const labels = reportLabels(matter.words.language);
    let piece = `\ufeff${record(COLUMNS.map(({ key }) => labels.columns[key]))}`;
    let current: Sentences | null = null;
    for (const row of findingRows(matter.result.findings)) {
      if (current?.finding !== row.finding) current = sentences(row.finding, matter);
      const facts = { ...row, ...current, matter };
      piece += record(COLUMNS.map(({ value }) => value(facts)));
      if (piece.length >= PIECE) {
        yield piece;
        piece = '';
      }
    }
    yield piece;
  },
};

const PIECE = 65_536;

/** The words of a finding, made once for all its places. */
interface Sentences {
  readonly finding: RunFinding;
  readonly title: string;
  readonly message: string;
  readonly remedy: string;
}

type Facts = FindingRow & Sentences & { readonly matter: ReportMatter };
type Value = string | number | null;

const COLUMNS: readonly { readonly key: keyof ReportLabels['columns']; readonly value: (facts: Facts) => Value }[] = [
  { key: 'severity', value: ({ finding, matter }) => matter.words.severity(finding.severity) },
  { key: 'rule', value: ({ finding }) => finding.rule },
  { key: 'title', value: ({ title }) => title },
  { key: 'client', value: ({ finding }) => finding.client },
  { key: 'month', value: ({ finding }) => finding.month },
  { key: 'input', value: ({ place }) => place?.input ?? null },
  { key: 'sheet', value: ({ place }) => place?.sheet ?? null },
  { key: 'row', value: ({ place }) => place?.row ?? null },
  { key: 'column', value: ({ place }) => place?.column ?? null },
  { key: 'cell', value: ({ place }) => place?.cell ?? null },
  { key: 'reference', value: ({ place }) => place?.reference ?? null },
  { key: 'minutes', value: ({ minutes }) => minutes },
  { key: 'allowedMinutes', value: ({ allowedMinutes }) => allowedMinutes },
  { key: 'message', value: ({ message }) => message },
  { key: 'remedy', value: ({ remedy }) => remedy },
  { key: 'returnCode', value: ({ finding }) => finding.expectedReturnCode },
  { key: 'fingerprint', value: ({ finding }) => finding.fingerprint },
  { key: 'status', value: ({ finding, matter }) => reportLabels(matter.words.language).status[finding.status] },
  { key: 'waiver', value: ({ finding, matter }) => waiverText(finding, matter) },
];

function sentences(finding: RunFinding, { words }: ReportMatter): Sentences {
  const { title, remedy } = words.rule(finding.rule);
  return { finding, title, message: words.message(finding), remedy };
}

function waiverText({ waiver }: RunFinding, { words }: ReportMatter): string | null {
  return waiver && reportLabels(words.language).waived(words.date(waiver.until), waiver.owner, waiver.reason);
}

function record(values: readonly Value[]): string {
  return `${values.map(field).join(';')}\r\n`;
}

function field(value: Value): string {
  if (value === null) return '';
  return typeof value === 'number' ? String(value) : csvText(value);
}
