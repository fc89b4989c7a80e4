import type { PlainRecords } from '../domain/plain-records.ts';
import { CELL_INTS, type SheetRecords } from '../domain/sheet-records.ts';
import type { CellKind, Row } from '../domain/table.ts';
import { type CellValues, SHARED } from './xlsx-cells.ts';
import type { StringPool } from './xlsx-string-pool.ts';
import { textOfElement } from './xlsx-text.ts';
import type { CellValue } from './xlsx-values.ts';

/** Bytes behind a text, as `PlainRecords` promises. */
const SLACK = 16;
const EMPTY: CellValue = { text: '', kind: 'text' };
const [ZERO, NINE] = [48, 57] as const;

/** A batch of records of a worksheet, filled again and again. A class, because a scanner writes in it and a parser asks it. */
export class SheetBatch implements SheetRecords {
  bytes: Buffer = Buffer.alloc(0);
  view: DataView = new DataView(new ArrayBuffer(0));
  count = 0;
  firstRow = 0;
  readonly columns: number;
  readonly cells: Int32Array;
  readonly #values: CellValues;
  readonly #strings: StringPool;
  readonly #one: OneRecord;

  constructor(columns: number, records: number, values: CellValues, strings: StringPool) {
    this.columns = columns;
    this.cells = new Int32Array(columns * CELL_INTS * records);
    this.#values = values;
    this.#strings = strings;
    this.#one = new OneRecord(columns);
  }

  cell(index: number, column: number): CellValue {
    const at = (index * this.columns + column) * CELL_INTS;
    const tag = this.cells[at]!;
    if (tag === 0) return EMPTY;
    return this.#values.ofTag(tag, textOfElement(this.bytes, this.cells[at + 1]!, this.cells[at + 2]!));
  }

  row(index: number): Row {
    return this.rowOf(index, this.columns, this.firstRow + index);
  }

  /** A record as the row of a number, as far as a column. */
  rowOf(index: number, length: number, row: number): Row {
    // Most of a wide row is blank, so it is made blank in one go.
    const cells = new Array<string>(length).fill('');
    let kinds: CellKind[] | null = null;
    let filled = 0;
    for (let column = 0; column < length; column++) {
      const { text, kind } = this.cell(index, column);
      if (text === '' && kind === 'text') continue;
      cells[column] = text;
      if (text !== '') filled = column + 1;
      if (kind === 'text') continue;
      kinds ??= new Array<CellKind>(length).fill('text');
      kinds[column] = kind;
    }
    cells.length = filled;
    if (kinds === null) return { row, cells };
    kinds.length = filled;
    return { row, cells, kinds };
  }

  plain(index: number, columns: readonly number[]): PlainRecords | null {
    const one = this.#one;
    one.begin(this.firstRow + index);
    for (const column of columns) {
      const at = (index * this.columns + column) * CELL_INTS;
      const tag = this.cells[at]!;
      if (tag === 0) continue;
      const number = tag === SHARED ? wholeNumber(this.bytes, this.cells[at + 1]!, this.cells[at + 2]!) : -1;
      const { bytes, starts } = this.#strings;
      if (number >= 0 && this.#strings.isAscii(number)) one.put(column, bytes, starts[number]!, starts[number + 1]!);
      else if (!one.putText(column, this.cell(index, column).text)) return null;
    }
    one.end();
    return one;
  }
}

/** The number of a shared string as everybody writes it; -1 for anything else. */
function wholeNumber(bytes: Uint8Array, start: number, end: number): number {
  let number = 0;
  if (end - start > 9) return -1;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte < ZERO || byte > NINE) return -1;
    number = number * 10 + byte - ZERO;
  }
  return number;
}

/** One record as a CSV would have it, written cell after cell in the order of their columns. */
class OneRecord implements PlainRecords {
  bytes: Buffer;
  view: DataView;
  readonly count = 1;
  firstRow = 0;
  readonly columns: number;
  readonly bounds: Int32Array;
  #to = 0;
  #column = 0;

  constructor(columns: number) {
    this.columns = columns;
    this.bounds = new Int32Array(columns + 1);
    this.bytes = Buffer.alloc(columns + 256 + SLACK);
    this.view = viewOf(this.bytes);
  }

  begin(row: number): void {
    this.firstRow = row;
    this.#to = 0;
    this.#column = 0;
  }

  put(column: number, bytes: Uint8Array, start: number, end: number): void {
    this.#beginCell(column, end - start);
    for (let at = start; at < end; at++) this.bytes[this.#to++] = bytes[at]!;
  }

  /** The same of a text; false when it is no ASCII. */
  putText(column: number, text: string): boolean {
    this.#beginCell(column, text.length);
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit > 0x7f) return false;
      this.bytes[this.#to++] = unit;
    }
    return true;
  }

  end(): void {
    this.#emptyUpTo(this.columns);
  }

  row(): Row {
    const cells: string[] = [];
    for (let column = 0; column < this.columns; column++) {
      const start = this.bounds[column]! + (column === 0 ? 0 : 1);
      cells.push(this.bytes.toString('latin1', start, this.bounds[column + 1]));
    }
    return { row: this.firstRow, cells };
  }

  #beginCell(column: number, length: number): void {
    this.#emptyUpTo(column);
    const needed = this.#to + length + this.columns + SLACK;
    if (needed <= this.bytes.length) return;
    const wider = Buffer.alloc(needed * 2);
    this.bytes.copy(wider, 0, 0, this.#to);
    this.bytes = wider;
    this.view = viewOf(wider);
  }

  /** Ends the cells before a column. */
  #emptyUpTo(column: number): void {
    for (; this.#column < column; this.#column++) {
      this.bounds[this.#column + 1] = this.#to;
      this.bytes[this.#to++] = 0;
    }
  }
}

function viewOf(memory: Buffer): DataView {
  return new DataView(memory.buffer, memory.byteOffset, memory.length);
}
