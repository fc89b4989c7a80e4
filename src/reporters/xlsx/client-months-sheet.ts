import type { RunClientMonth, RunClientMonthLine } from '../../domain/run.ts';
import type { ReportLabels } from '../../messages/report-label-keys.ts';
import { headingOf } from '../heading.ts';
import type { ReportMatter } from '../reporter.ts';
import { date, hours, month, type SheetCell, text, whole } from './cell.ts';
import { LINE_VERDICT_STYLES } from './styles.ts';
import type { TableColumn, TableRow, TableSheet } from './table-sheet.ts';
import type { WorkbookPlan } from './workbook-plan.ts';

/** Every client-month with a finding: a row for the month, and below it a row per line with what would fit. The first column filters one kind. */
export function clientMonthsSheet(matter: ReportMatter, labels: ReportLabels, plan: WorkbookPlan): TableSheet {
  return {
    name: labels.sheets.clientMonths,
    columns: COLUMNS.map(([key, width]): TableColumn => ({ heading: headingOf(labels.columns[key]), width })),
    rows: rows(matter, labels, plan),
    frozenColumns: 3,
    empty: labels.summary.noFindings,
  };
}

const COLUMNS: readonly (readonly [key: keyof ReportLabels['columns'], width: number])[] = [
  ['kind', 14],
  ['client', 14],
  ['month', 15],
  ['findings', 12],
  ['minutes', 10],
  ['hours', 9],
  ['eligibleMinutes', 12],
  ['eligibleHours', 12],
  ['capHours', 12],
  ['bookedHours', 12],
  ['allowedMinutes', 12],
  ['allowedHours', 12],
  ['lineVerdict', 16],
  ['code', 13],
  ['debitCredit', 9],
  ['first', 12],
  ['last', 12],
  ['input', 24],
  ['sheet', 12],
  ['row', 7],
  ['reference', 18],
];

function* rows(matter: ReportMatter, labels: ReportLabels, plan: WorkbookPlan): Generator<TableRow> {
  for (const clientMonth of matter.result.clientMonths) {
    yield monthCells(clientMonth, labels, plan);
    for (const line of clientMonth.lines) yield lineCells(clientMonth, line, matter, labels);
  }
}

function monthCells(clientMonth: RunClientMonth, labels: ReportLabels, plan: WorkbookPlan): SheetCell[] {
  const { client, capMinutes, minutes, byCode } = clientMonth;
  const findings = plan.findingsOf(client, clientMonth.month);
  const blank = text(null, 'total');
  return [
    text(labels.workbook.monthTotal, 'total'),
    text(client, 'total'),
    month(clientMonth.month, 'totalMonth'),
    findings === null ? blank : { value: `→ ${findings.count}`, style: 'totalLink', link: findings.first },
    whole(minutes.net, 'totalWhole'),
    hours(minutes.net, 'totalHours'),
    whole(minutes.eligible, 'totalWhole'),
    hours(minutes.eligible, 'totalHours'),
    hours(capMinutes, 'totalHours'),
    hours(minutes.booked, 'totalHours'),
    blank,
    blank,
    blank,
    text(Object.keys(byCode).join(', '), 'total'),
    ...Array.from({ length: 7 }, () => blank),
  ];
}

/** The minutes of a credit are negative, so that the lines add up to the month. */
function lineCells(
  clientMonth: RunClientMonth,
  line: RunClientMonthLine,
  { words }: ReportMatter,
  labels: ReportLabels,
): SheetCell[] {
  const minutes = line.credit ? -line.minutes : line.minutes;
  const blank = text(null);
  return [
    text(labels.workbook.line),
    text(clientMonth.client),
    month(clientMonth.month),
    blank,
    whole(minutes),
    hours(minutes),
    blank,
    blank,
    blank,
    blank,
    whole(line.allowedMinutes),
    hours(line.allowedMinutes),
    text(words.lineVerdict(line.verdict), LINE_VERDICT_STYLES[line.verdict]),
    text(line.code),
    text(line.credit ? labels.workbook.credit : labels.workbook.debit),
    date(line.first),
    date(line.last),
    text(line.input),
    text(line.sheet),
    whole(line.row, 'plainNumber'),
    text(line.reference),
  ];
}
