import type { Day } from '../domain/day.ts';
import type { Row } from '../domain/table.ts';
import { readDate } from './dates.ts';
import { type IntakeLog, shown } from './intake-log.ts';
import type { Layout } from './layout.ts';

/** What a date cell says; `empty` when there is nothing, `wrong` when what is there is no date, which is reported. */
export type DayCell = { readonly day: Day } | 'empty' | 'wrong';

/** Reads the date of a field. A field without a column is empty. */
export function readDay(row: Row, layout: Layout, field: string, log: IntakeLog): DayCell {
  const column = layout.columns.get(field);
  const text = column === undefined ? '' : (row.cells[column] ?? '');
  if (column === undefined || text.trim() === '') return 'empty';
  const day = readDate(text);
  if (day !== null) return { day };
  log.row('invalid-date', row, column, () => ({ field, value: shown(text) }));
  return 'wrong';
}
