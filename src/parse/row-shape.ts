import type { Row } from '../domain/table.ts';
import { type ColumnNames, comparable } from './columns.ts';
import { readDate } from './dates.ts';
import { filledLength } from './filled-length.ts';
import type { IntakeLog } from './intake-log.ts';
import type { IntakeData } from './intake-rules.ts';
import { hasHeadings, type Layout, recognised } from './layout.ts';

type Fault = IntakeData<'ragged-row'>['fault'];

/** Whether the cells of a row stand under their headings. What does not is reported as `ragged-row`, row for row, and never read. */
export class RowShape {
  readonly #layout: Layout;
  readonly #names: ColumnNames;
  readonly #format: 'csv' | 'xlsx';
  readonly #log: IntakeLog;
  /** Cells up to the last heading that is filled. */
  readonly #least: number;
  readonly #most: number;
  /** Cells of every row of a CSV whose rows go beyond the header as a habit; null for who has none of that. */
  readonly #usual: number | null;
  /** The header of another table has been passed. */
  #inOtherTable = false;
  #atHeader = false;

  /** `usual`: what `usualWidth` makes of the first rows; only for a CSV. */
  constructor(layout: Layout, names: ColumnNames, format: 'csv' | 'xlsx', log: IntakeLog, usual: number | null) {
    this.#layout = layout;
    this.#names = names;
    this.#format = format;
    this.#log = log;
    this.#least = filledLength(layout.headings);
    this.#most = layout.headings.length;
    this.#usual = usual;
  }

  /** Whether rows stand under the headings of this table, as far as the rows so far tell. */
  get isInTable(): boolean {
    return !this.#inOtherTable;
  }

  /** Whether the last row that was asked about is a header, here or of another table. */
  get isAtHeader(): boolean {
    return this.#atHeader;
  }

  /** Whether the row can be read; else it has been reported. */
  fits(row: Row): boolean {
    this.#atHeader = false;
    if (this.#hasRightWidth(row) && !this.#inOtherTable) return true;
    if (!row.fault && this.isHeader(row)) return false;
    this.#report(row, row.fault ?? (this.#inOtherTable ? 'other-table' : null));
    return false;
  }

  /** Whether the row is a header, which is reported: of this table once more, or of another one, of which no row is read. */
  isHeader(row: Row): boolean {
    const again = isSameHeader(row.cells, this.#layout.headings);
    if (!again && !isHeaderOfSome(row, this.#names)) return false;
    this.#inOtherTable = !again;
    this.#atHeader = true;
    this.#report(row, again ? 'header-repeated' : 'other-table');
    return true;
  }

  /**
   * Whether the cells have shifted by one, which is reported: a technology code stands beside its column, and under begindatum no date.
   * A delimiter in a name does that, and a blank cell that was left out at the end makes the number of cells come out right.
   */
  isShifted(row: Row, technology: ReadonlySet<string>): boolean {
    const { columns } = this.#layout;
    const [code, start] = [columns.get('code'), columns.get('start')];
    if (code === undefined || start === undefined) return false;
    const isBeside = technology.has(row.cells[code + 1] ?? '') || technology.has(row.cells[code - 1] ?? '');
    if (!isBeside || readDate(row.cells[start] ?? '') !== null) return false;
    this.#report(row, 'shifted');
    return true;
  }

  /** Reports a row that stands above the header. */
  reportAbove(row: Row): void {
    this.#report(row, 'above-header');
  }

  #hasRightWidth(row: Row): boolean {
    if (row.fault) return false;
    const count = row.cells.length;
    // A workbook leaves out the empty cells at the end of a row, a CSV does not.
    if (this.#format === 'xlsx') return count <= this.#most || filledLength(row.cells) <= this.#most;
    // Blank cells beyond the header are no harm when the export ends every row so. In a row that has them by itself a doubled cell, or a
    // delimiter in a text, may have shifted all cells, the blank last one over the edge; so may a lost cell where the others have them.
    if (this.#usual !== null) return count === this.#usual && filledLength(row.cells) <= this.#most;
    return count >= this.#least && count <= this.#most;
  }

  /** Whether all that is filled would stand under the headings, and only the blank cells behind it are more or fewer than usual. */
  #isOnlyUnusual({ cells }: Row): boolean {
    return filledLength(cells) <= this.#most && cells.length >= this.#least;
  }

  #report(row: Row, fault: Fault): void {
    const found = this.#format === 'csv' ? row.cells.length : filledLength(row.cells);
    const isUnusual = fault === null && this.#format === 'csv' && this.#isOnlyUnusual(row);
    const expected = isUnusual ? (this.#usual ?? this.#most) : found < this.#least ? this.#least : this.#most;
    this.#log.row('ragged-row', row, null, { expected, found, fault: isUnusual ? 'unusual-width' : fault });
  }
}

function isSameHeader(cells: readonly string[], headings: readonly string[]): boolean {
  const length = filledLength(headings);
  if (filledLength(cells) !== length) return false;
  for (let index = 0; index < length; index++) {
    if (comparable(cells[index] ?? '') !== comparable(headings[index] ?? '')) return false;
  }
  return true;
}

/** A header has two headings of its role at least, and they are not lost among other cells: data may hold the word `minuten` or `indicatie`. */
function isHeaderOfSome(row: Row, names: ColumnNames): boolean {
  if (!hasHeadings(row, names)) return false;
  // A row may be 16,384 cells wide and hold one: only what is filled is looked at closely.
  const filled = row.cells.filter((cell) => cell !== '' && cell.trim() !== '').length;
  const size = recognised(row, names)?.columns.size ?? 0;
  return size >= 3 || (size === 2 && filled <= 4);
}
