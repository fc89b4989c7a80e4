import type { PlainRecords } from './plain-records.ts';
import type { CellKind, Row } from './table.ts';

/** Integers that say what a cell of a worksheet is: its tag, and where its value begins and ends in the bytes. */
export const CELL_INTS = 3;

/**
 * Rows of a worksheet as they stand in its bytes, for who reads millions of them and wants few as text: what `PlainRecords` are of a CSV.
 * Good until the next batch is asked for.
 */
export interface SheetRecords {
  readonly bytes: Uint8Array;
  /** The same bytes, and at least sixteen behind the last record. */
  readonly view: DataView;
  readonly count: number;
  /** Row number of the first record; the others follow without a gap. */
  readonly firstRow: number;
  readonly columns: number;
  /**
   * `CELL_INTS` integers for each cell, `columns` cells for each record. Tag 0 is an empty cell. Two cells of one tag and the same bytes hold the
   * same: the bytes may be a number, a text, or the number of a shared string.
   */
  readonly cells: Int32Array;
  /** A cell as every other reader gives it. */
  cell(index: number, column: number): { readonly text: string; readonly kind: CellKind };
  /** The record as a row of text, as every other reader gives it. */
  row(index: number): Row;
  /** Some cells of a record as the one record of a CSV, all others empty; null when one of them is no ASCII. Good until the next call. */
  plain(index: number, columns: readonly number[]): PlainRecords | null;
}

/** A batch of records that were not made text, whatever they come from. */
export type TableRecords = PlainRecords | SheetRecords;
