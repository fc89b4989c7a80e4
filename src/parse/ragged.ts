import type { Row } from '../domain/table.ts';
import type { IntakeLog } from './intake-log.ts';
import type { Layout } from './layout.ts';

/**
 * Reports a row whose cells cannot be trusted to stand under their headings. Blank cells beyond the header are no harm;
 * a workbook leaves out the empty cells at the end of a row, a CSV does not.
 */
export function isRagged(row: Row, layout: Layout, format: 'csv' | 'xlsx', log: IntakeLog): boolean {
  const expected = layout.headings.length;
  let found = row.cells.length;
  while (found > expected && (row.cells[found - 1] ?? '').trim() === '') found--;
  const ragged = row.fault !== undefined || found > expected || (format === 'csv' && found < expected);
  if (ragged) log.row('ragged-row', row, null, { expected, found, fault: row.fault ?? null });
  return ragged;
}
