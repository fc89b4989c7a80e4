import type { Row } from '../domain/table.ts';
import { readDate } from './dates.ts';
import { filledLength } from './filled-length.ts';
import type { Layout } from './layout.ts';

/**
 * How many cells the rows of a CSV have when all that they have beyond the header is blank and that is the habit of the file: two at least of
 * its first rows, and more than half of them, have as many. Null when they keep to the header. Rows whose dates are none are no witness:
 * their cells may have shifted.
 */
export function usualWidth(rows: readonly Row[], layout: Layout): number | null {
  const most = layout.headings.length;
  const witnesses = rows.filter((row) => row.row > layout.headerRow && isWitness(row, layout));
  const counts = new Map<number, number>();
  for (const { cells } of witnesses) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  for (const [width, count] of counts) if (width > most && count >= 2 && count * 2 > witnesses.length) return width;
  return null;
}

function isWitness(row: Row, { columns, headings }: Layout): boolean {
  const filled = filledLength(row.cells);
  if (row.fault || filled === 0 || filled > headings.length) return false;
  const dates = ['start', 'end', 'death'].map((field) => (row.cells[columns.get(field) ?? -1] ?? '').trim());
  return dates.every((text) => text === '' || readDate(text) !== null);
}
