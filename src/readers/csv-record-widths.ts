/** Rows among which a header is looked for; only they can teach how wide a record is. */
export const TEACHING_ROWS = 20;
/** Fewer cells than any role has columns for its keys and values: a title line, which says nothing of the records below it. */
const NARROW = 3;

/** How many cells the records of one file have, learnt from its first rows, to tell a cell of several lines from a stray quote. */
export class RecordWidths {
  readonly #seen = new Set<number>();
  #widest = 0;

  /** Tells of a record without fault. */
  saw(cells: number, row: number): void {
    if (row > TEACHING_ROWS) return;
    this.#seen.add(cells);
    this.#widest = Math.max(this.#widest, cells);
  }

  /**
   * Whether a record over these physical lines is meant: its number of cells is one that the first rows have, and not
   * every one of its lines is already a full record by itself. Then a quote has swallowed records, whatever the total says.
   */
  believes(cells: number, lines: readonly string[], delimiter: string, row: number): boolean {
    if (cells > 1 && lines.every((line) => line.split(delimiter).length === cells)) return false;
    if (this.#widest >= NARROW) return cells >= NARROW && this.#seen.has(cells);
    return row <= TEACHING_ROWS || this.#seen.has(cells);
  }
}
