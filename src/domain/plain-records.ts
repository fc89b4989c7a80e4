import type { Row } from './table.ts';

/**
 * Records of a CSV as they stand in the bytes of the file: each on one line, with as many cells as its table has columns, and no other quotes
 * than around whole cells. For who reads millions of them and wants few as text. Good until the next batch is asked for.
 */
export interface PlainRecords {
  readonly bytes: Uint8Array;
  /** The same bytes, and at least sixteen behind the last record: so that four can be asked for at once wherever a cell begins. */
  readonly view: DataView;
  readonly count: number;
  /** Row number of the first record; the others follow without a gap. */
  readonly firstRow: number;
  readonly columns: number;
  /**
   * `columns + 1` positions in `bytes` for each record: where it begins, then where each cell ends.
   * A cell begins behind the delimiter that ends the one before; its quotes, if any, are part of it.
   */
  readonly bounds: Int32Array;
  /** The record as a row of text, as every other reader gives it. */
  row(index: number): Row;
}

/** Where a cell of a record begins in `bytes`. */
export function cellStart({ bounds, columns }: PlainRecords, index: number, column: number): number {
  const at = index * (columns + 1) + column;
  return column === 0 ? bounds[at]! : bounds[at]! + 1;
}

/** Where a cell of a record ends in `bytes`. */
export function cellEnd({ bounds, columns }: PlainRecords, index: number, column: number): number {
  return bounds[index * (columns + 1) + column + 1]!;
}
