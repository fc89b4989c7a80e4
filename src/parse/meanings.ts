import type { TableRecords } from '../domain/sheet-records.ts';
import type { CellKind, SourceFormat } from '../domain/table.ts';
import { CellMeanings } from './cell-meanings.ts';
import { SheetMeanings } from './sheet-meanings.ts';

/** What the cells of one column mean, of whichever format: `CellMeanings` says how it is asked. */
export interface Meanings<Meaning> {
  look(records: TableRecords, column: number, picked: Int32Array | null, count: number): Int32Array;
  named(number: number): Meaning | undefined;
  at(number: number, records: TableRecords, index: number, column: number): Meaning | undefined;
  of(records: TableRecords, index: number, column: number): Meaning | undefined;
}

/** The function that reads a cell, for every row; all cells of a CSV are `text`. */
export type ReadCell<Meaning> = (text: string, kind: CellKind) => Meaning | undefined;

/** The meanings of a column of a CSV or a worksheet. Records of a table are all of one format. */
export function meaningsOf<Meaning>(format: SourceFormat, read: ReadCell<Meaning>): Meanings<Meaning> {
  return format === 'xlsx' ? new SheetMeanings(read) : new CellMeanings((text) => read(text, 'text'));
}
