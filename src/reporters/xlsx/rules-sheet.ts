import { returnCode } from '../../domain/return-codes.ts';
import type { Language } from '../../domain/run.ts';
import type { ReportLabels } from '../../messages/report-label-keys.ts';
import { headingOf } from '../heading.ts';
import type { ReportMatter } from '../reporter.ts';
import { ruleCounts, SEVERITY_SYMBOLS } from '../rule-counts.ts';
import { text, whole } from './cell.ts';
import { SEVERITY_STYLES } from './styles.ts';
import type { TableColumn, TableRow, TableSheet } from './table-sheet.ts';

/** The rule catalogue: what each rule means, what to do, and how often it found something. */
export function rulesSheet(matter: ReportMatter, labels: ReportLabels): TableSheet {
  return {
    name: labels.sheets.rules,
    columns: COLUMNS.map(([key, width]): TableColumn => ({ heading: headingOf(labels.columns[key]), width })),
    rows: rows(matter, labels),
    frozenColumns: 1,
    empty: labels.summary.noFindings,
  };
}

const COLUMNS: readonly (readonly [key: keyof ReportLabels['columns'], width: number])[] = [
  ['rule', 32],
  ['title', 36],
  ['severity', 17],
  ['findings', 12],
  ['why', 60],
  ['remedy', 60],
  ['sources', 60],
  ['returnCode', 36],
  ['weakened', 36],
];

function* rows({ result, words, rules }: ReportMatter, labels: ReportLabels): Generator<TableRow> {
  const found = new Map(ruleCounts(result).map(({ rule, findings }) => [rule, findings]));
  for (const { id, severity, sources, expectedReturnCode } of rules) {
    const { title, why, remedy } = words.rule(id);
    const weakened = result.weakened.find(({ rule }) => rule === id);
    yield [
      text(id),
      text(title, 'wrapped'),
      text(`${SEVERITY_SYMBOLS[severity]} ${words.severity(severity)}`, SEVERITY_STYLES[severity]),
      whole(found.get(id) ?? 0),
      text(why, 'wrapped'),
      text(remedy, 'wrapped'),
      text(sources.join('; '), 'wrapped'),
      text(expectedReturnCode === null ? null : explained(expectedReturnCode, words.language), 'wrapped'),
      text(
        weakened === undefined ? null : labels.weakenedTo(labels.severityOrOff[weakened.severity], weakened.reason),
        'wrapped',
      ),
    ];
  }
}

/** `0584 aantal of tijd boven het maximum`; only the code when no source says what it means. */
function explained(code: string, language: Language): string {
  return `${code} ${returnCode(code)?.[language] ?? ''}`.trim();
}
