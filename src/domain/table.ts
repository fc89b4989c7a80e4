/**
 * What a reader yields: rows of text cells with their place. A reader decides nothing about meaning.
 */

/** What a spreadsheet cell was before it became text. CSV cells are always `text`. */
export type CellKind = 'text' | 'number' | 'date' | 'time' | 'boolean' | 'error';

/** Why a reader could not trust the cells of a row. The row is still yielded, with what could be read of it. */
export type RowFault =
  /** A quote opened here and never closed in a way that makes sense; only this physical line is given, the next line is read afresh. */
  | 'unclosed-quote'
  /** The record is longer than the limit. */
  | 'row-too-long';

/**
 * One row. `row` is the number a spreadsheet shows: the first record of a file is 1, blank records count, a quoted line break does not.
 *
 * Cells that were no text in a workbook are written canonically: numbers as shortest decimal text of 15 significant digits with a point
 * (`274.66`), dates as `jjjj-mm-dd` (with ` hh:mm:ss` behind it when the time is not midnight), durations and times as `h:mm` or `h:mm:ss`,
 * booleans as `TRUE`/`FALSE`, error cells as shown (`#N/A`).
 */
export interface Row {
  readonly row: number;
  readonly cells: readonly string[];
  /** Per cell; absent when all cells are text. */
  readonly kinds?: readonly CellKind[];
  readonly fault?: RowFault;
  /**
   * The text the row was read from, its line end included, when a reader was asked for it: what a copy of the file is made of.
   * What comes behind the limit of a `row-too-long` follows in further rows of the same number, without cells.
   */
  readonly raw?: string;
}

/** A row with the bytes it was read from. The bytes of all rows of a file, one after the other, are the file. */
export interface RowBytes {
  readonly row: Row;
  /** Its bytes without the line end; those of the first row begin with the byte order mark. */
  readonly content: Uint8Array;
  /** The bytes of its line end; empty for the last row of a file that ends without one, and while the row goes on. */
  readonly lineEnd: Uint8Array;
}

export type SourceFormat = 'csv' | 'xlsx' | 'aw319';

/** Something a reader wants the user to know about a source that is not a finding: a hidden sheet that was read, a chart sheet that was skipped. */
export interface Notice {
  readonly id:
    | 'hidden-sheet'
    | 'chart-sheet-skipped'
    | 'empty-sheet'
    | 'preamble-skipped'
    | 'date-epoch-1904'
    | 'formula-without-value'
    | 'decimal-mixed'
    | 'findings-not-kept'
    | 'folder-entry-skipped'
    | 'ephemeral-key'
    | 'own-booking'
    | 'store-not-written'
    | 'store-without-wal';
  readonly data: Readonly<Record<string, string | number>>;
}
