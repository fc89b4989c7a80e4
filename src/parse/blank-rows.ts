import type { Row } from '../domain/table.ts';
import type { IntakeLog } from './intake-log.ts';

/**
 * Notices rows without content: blank records of a CSV, and row numbers a workbook leaves out. One finding per stretch of them,
 * made when a filled row follows; blank rows at the end of a sheet are no gap in anything.
 */
export class BlankRows {
  readonly #log: IntakeLog;
  #next: number;

  /** `headerRow` is the last row before the data. */
  constructor(log: IntakeLog, headerRow: number) {
    this.#log = log;
    this.#next = headerRow + 1;
  }

  /** The row that would follow without a gap. */
  get next(): number {
    return this.#next;
  }

  /** Tells of a filled row that followed without a gap. */
  passed(row: number): void {
    this.#next = row + 1;
  }

  /** Whether the row is blank; a filled row reports the stretch before it. */
  isBlank(row: Row): boolean {
    if (!row.fault && row.cells.every(isBlank)) return true;
    if (row.row > this.#next) {
      this.#log.beginRow();
      this.#log.row('empty-row', { row: this.#next, cells: [] }, null, { rows: row.row - this.#next });
    }
    this.#next = row.row + 1;
    return false;
  }
}

/** Nothing visible: a file of the days of DOS ends with a control character of its own. */
function isBlank(cell: string): boolean {
  return cell === '' || !/[^\s\p{Cc}\p{Cf}]/u.test(cell);
}
