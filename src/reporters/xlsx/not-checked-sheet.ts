import type { ReportLabels } from '../../messages/report-label-keys.ts';
import { headingOf } from '../heading.ts';
import type { ReportMatter } from '../reporter.ts';
import { text, whole } from './cell.ts';
import type { TableColumn, TableSheet } from './table-sheet.ts';

/** What could not be checked, why, and how many lines wait for it. */
export function notCheckedSheet({ result, words, rules }: ReportMatter, labels: ReportLabels): TableSheet {
  const known = new Set(rules.map(({ id }) => id));
  return {
    name: labels.sheets.notChecked,
    columns: COLUMNS.map(([key, width]): TableColumn => ({ heading: headingOf(labels.columns[key]), width })),
    rows: result.notChecked.map((entry) => [
      text(entry.rule),
      text(known.has(entry.rule) ? words.rule(entry.rule).title : null, 'wrapped'),
      text(labels.reasons[entry.reason], 'wrapped'),
      whole(entry.lines),
      text(words.notChecked(entry), 'wrapped'),
    ]),
    frozenColumns: 1,
    empty: labels.summary.everythingChecked,
  };
}

const COLUMNS: readonly (readonly [key: keyof ReportLabels['columns'], width: number])[] = [
  ['rule', 32],
  ['title', 40],
  ['reason', 40],
  ['lines', 16],
  ['message', 80],
];
