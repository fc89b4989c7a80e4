import { CELL_INTS, type SheetRecords } from '../domain/sheet-records.ts';
import type { Row } from '../domain/table.ts';
import { CellValues } from './xlsx-cells.ts';
import { FOR_PARSER, PartBytes, type PartScanner, TAKE_FIRST } from './xlsx-part-bytes.ts';
import { SheetBatch } from './xlsx-records.ts';
import { RowScanner, TOO_WIDE } from './xlsx-row-scanner.ts';
import { SheetBuilder, type SheetContext } from './xlsx-sheet.ts';
import { xmlReader } from './xlsx-xml.ts';

/** Cells that may wait to be taken as rows, gaps included. */
const MOST_CELLS = 16_384;
/** Rows that may wait while nobody knows the table yet: to hand on records as soon as may be. */
const MOST_ROWS = 16;
/** Records in one batch: what is known of them stays in the cache of a processor. */
const MOST_RECORDS = 512;
/** Columns of a worksheet. A row that goes beyond is for the parser. */
const WIDEST = 16_384;

/**
 * The rows of a worksheet part as its bytes come: as text, or as records while it is known how many columns these have. `columns` is asked as
 * reading goes on; null as long as rows are wanted as text. A class, because it stands between the bytes, the scanner and the parser.
 */
export class SheetBytes implements PartScanner {
  readonly opening = Buffer.from('<row');
  readonly closing = Buffer.from('</row>');
  readonly #columns: () => number | null;
  readonly #context: SheetContext;
  readonly #values: CellValues;
  readonly #builder: SheetBuilder;
  readonly #part: PartBytes;
  readonly #scanner: RowScanner;
  #records: SheetBatch | null = null;
  /** One row, as wide as a sheet can be. */
  #wide: SheetBatch | null = null;

  constructor(part: string, context: SheetContext, columns: () => number | null = () => null) {
    this.#columns = columns;
    this.#context = context;
    this.#values = new CellValues(context);
    this.#builder = new SheetBuilder(context, this.#values);
    this.#part = new PartBytes(xmlReader(part, this.#builder), this);
    this.#scanner = new RowScanner(context.strings, context.limits.columns);
  }

  /** The number of the last row completed, blank ones included; 0 before the first. */
  get reached(): number {
    return this.#builder.reached;
  }

  /** Formula cells whose result was not stored. */
  get formulasWithoutValue(): number {
    return this.#builder.formulasWithoutValue;
  }

  get isBetween(): boolean {
    return this.#builder.isBetweenRows;
  }

  get parsed(): number {
    return this.#builder.rowsEnded;
  }

  get isHolding(): boolean {
    return this.#records !== null && this.#records.count > 0;
  }

  /** Reads a chunk of the part; what it gives is good until the next is asked for. */
  write(chunk: Uint8Array): Generator<readonly Row[] | SheetRecords, void, undefined> {
    return this.#taking(this.#part.write(chunk));
  }

  /** Reads what is left. */
  end(): Generator<readonly Row[] | SheetRecords, void, undefined> {
    return this.#taking(this.#part.end());
  }

  scan(bytes: Buffer, view: DataView, at: number): number {
    const columns = this.#columns();
    if (columns === null || columns === 0 || columns > WIDEST) return this.#scanRow(bytes, view, at);
    if (this.#builder.waitingCells > 0) return TAKE_FIRST;
    const records = this.#recordsOf(columns);
    if (records.count === MOST_RECORDS) return TAKE_FIRST;
    const base = records.count * columns * CELL_INTS;
    const next = this.#scanner.scan(bytes, view, at, records.cells, base, columns);
    if (next === TOO_WIDE) return records.count > 0 ? TAKE_FIRST : this.#scanRow(bytes, view, at);
    if (next < 0) return next;
    const { length } = this.#scanner;
    const row = this.#scanner.row || this.#builder.nextRow;
    if (length > 0 && records.count > 0 && row !== records.firstRow + records.count) return TAKE_FIRST;
    this.#builder.passed(row, this.#scanner.elements, length);
    if (length === 0) return next;
    for (let column = length; column < columns; column++) records.cells[base + column * CELL_INTS] = 0;
    if (records.count === 0) records.firstRow = row;
    records.bytes = bytes;
    records.view = view;
    records.count++;
    return next;
  }

  /** A row as text. */
  #scanRow(bytes: Buffer, view: DataView, at: number): number {
    const builder = this.#builder;
    if (builder.waitingCells >= MOST_CELLS || builder.waitingRows >= MOST_ROWS) return TAKE_FIRST;
    this.#wide ??= new SheetBatch(
      Math.min(WIDEST, this.#context.limits.columns),
      1,
      this.#values,
      this.#context.strings,
    );
    const wide = this.#wide;
    const next = this.#scanner.scan(bytes, view, at, wide.cells, 0, wide.columns);
    if (next < 0) return FOR_PARSER;
    const { length } = this.#scanner;
    const row = this.#scanner.row || builder.nextRow;
    builder.passed(row, this.#scanner.elements, length);
    wide.bytes = bytes;
    if (length > 0) builder.add(wide.rowOf(0, length, row));
    return next;
  }

  #recordsOf(columns: number): SheetBatch {
    if (this.#records?.columns !== columns)
      this.#records = new SheetBatch(columns, MOST_RECORDS, this.#values, this.#context.strings);
    return this.#records;
  }

  /** Goes through steps of reading; between them hands on what waits, which is what came before a fault, too. */
  *#taking(steps: Generator<void, void, undefined>): Generator<readonly Row[] | SheetRecords, void, undefined> {
    try {
      for (const _ of steps) yield* this.#taken();
    } catch (error) {
      yield* this.#taken();
      throw error;
    }
  }

  *#taken(): Generator<readonly Row[] | SheetRecords, void, undefined> {
    const records = this.#records;
    if (records !== null && records.count > 0) {
      yield records;
      records.count = 0;
    }
    const rows = this.#builder.take();
    if (rows.length > 0) yield rows;
  }
}
