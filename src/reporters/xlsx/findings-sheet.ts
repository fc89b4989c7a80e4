import type { RunFinding } from '../../domain/run.ts';
import type { ReportLabels } from '../../messages/report-label-keys.ts';
import { type FindingRow, findingRows } from '../finding-rows.ts';
import { headingOf } from '../heading.ts';
import type { ReportMatter } from '../reporter.ts';
import { SEVERITY_SYMBOLS } from '../rule-counts.ts';
import { hours, month, type SheetCell, text, whole } from './cell.ts';
import { SEVERITY_STYLES } from './styles.ts';
import type { TableColumn, TableRow, TableSheet } from './table-sheet.ts';
import type { WorkbookPlan } from './workbook-plan.ts';

/** The sheet a biller works through: one row per finding and place, with room for a remark. */
export function findingsSheet(matter: ReportMatter, labels: ReportLabels, plan: WorkbookPlan): TableSheet {
  return {
    name: labels.sheets.findings,
    columns: COLUMNS.map(([key, width]): TableColumn => ({ heading: headingOf(labels.columns[key]), width })),
    rows: rows(matter, labels, plan),
    frozenColumns: 3,
    empty: labels.summary.noFindings,
  };
}

/** What to repair and on which line first; what only matters to look something up last. */
const COLUMNS: readonly (readonly [key: keyof ReportLabels['columns'], width: number])[] = [
  ['severity', 17],
  ['client', 14],
  ['month', 15],
  ['input', 24],
  ['sheet', 12],
  ['row', 7],
  ['reference', 18],
  ['title', 30],
  ['message', 60],
  ['remedy', 48],
  ['minutes', 10],
  ['hours', 8],
  ['allowedMinutes', 12],
  ['allowedHours', 12],
  ['remark', 30],
  ['column', 16],
  ['cell', 8],
  ['returnCode', 12],
  ['status', 9],
  ['waiver', 24],
  ['rule', 28],
  ['fingerprint', 24],
];

function* rows(matter: ReportMatter, labels: ReportLabels, plan: WorkbookPlan): Generator<TableRow> {
  let current: FindingCells | null = null;
  for (const row of findingRows(matter.result.findings)) {
    if (current?.finding !== row.finding) current = findingCells(row.finding, matter, labels, plan);
    yield rowCells(row, current);
  }
}

/** The cells that are the same for all places of a finding. */
interface FindingCells {
  readonly finding: RunFinding;
  readonly head: readonly SheetCell[];
  readonly words: readonly SheetCell[];
  readonly tail: readonly SheetCell[];
}

function findingCells(
  finding: RunFinding,
  matter: ReportMatter,
  labels: ReportLabels,
  plan: WorkbookPlan,
): FindingCells {
  const { words } = matter;
  const { title, remedy } = words.rule(finding.rule);
  const { severity, client, waiver } = finding;
  const link = plan.clientMonthOf(finding);
  return {
    finding,
    head: [
      text(`${SEVERITY_SYMBOLS[severity]} ${words.severity(severity)}`, SEVERITY_STYLES[severity]),
      link === null ? text(client) : { value: client, style: 'link', link },
      month(finding.month),
    ],
    words: [text(title, 'wrapped'), text(words.message(finding), 'wrapped'), text(remedy, 'wrapped')],
    tail: [
      text(finding.expectedReturnCode),
      text(labels.status[finding.status]),
      text(waiver && labels.waived(words.date(waiver.until), waiver.owner, waiver.reason), 'wrapped'),
      text(finding.rule),
      text(finding.fingerprint),
    ],
  };
}

function rowCells({ place, minutes, allowedMinutes }: FindingRow, { head, words, tail }: FindingCells): SheetCell[] {
  return [
    ...head,
    text(place?.input ?? null),
    text(place?.sheet ?? null),
    whole(place?.row ?? null, 'plainNumber'),
    text(place?.reference ?? null),
    ...words,
    whole(minutes),
    hours(minutes),
    whole(allowedMinutes),
    hours(allowedMinutes),
    text(null, 'remark'),
    text(place?.column ?? null),
    text(place?.cell ?? null),
    ...tail,
  ];
}
