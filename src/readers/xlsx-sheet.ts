import type { Limits } from '../domain/limits.ts';
import type { CellKind, Row } from '../domain/table.ts';
import { UnreadableSource } from '../domain/unreadable-source.ts';
import { columnOf, rowNumber, rowOf } from './xlsx-address.ts';
import { CELL_TYPES, type CellContext, CellValues, NUMBER } from './xlsx-cells.ts';
import type { RichText } from './xlsx-strings.ts';
import { richText } from './xlsx-strings.ts';
import type { CellValue } from './xlsx-values.ts';
import type { Attributes, XmlEvents } from './xlsx-xml.ts';

/** What the cells of a sheet refer to. */
export interface SheetContext extends CellContext {
  readonly limits: Limits;
}

/**
 * Turns the events of a worksheet part into rows. A class, because a sheet is a state between millions of events.
 * Throws UnreadableSource `limit-exceeded` or `damaged-workbook` (detail `cell-reference`).
 */
export class SheetBuilder implements Required<XmlEvents> {
  readonly #context: SheetContext;
  readonly #inline: RichText = richText();
  #rows: Row[] = [];
  #reached = 0;
  #cellCount = 0;
  #formulasWithoutValue = 0;
  #inData = false;
  /** Rows within each other, which only a damaged sheet has. */
  #openRows = 0;
  #waitingCells = 0;
  #rowsEnded = 0;
  readonly #values: CellValues;

  #row = 0;
  #rowGiven = false;
  #elements = 0;
  #cells: string[] = [];
  #kinds: CellKind[] | null = null;

  #column = -1;
  #type = '';
  #style = '';
  #value = '';
  #hasValue = false;
  #hasFormula = false;
  #hasInline = false;
  #inCell = false;
  #inValue = false;
  #inInline = false;

  constructor(context: SheetContext, values = new CellValues(context)) {
    this.#context = context;
    this.#values = values;
  }

  /** The number of the last row completed, blank ones included; 0 before the first. */
  get reached(): number {
    return this.#reached;
  }

  /** Formula cells whose result was not stored. */
  get formulasWithoutValue(): number {
    return this.#formulasWithoutValue;
  }

  /** Whether the sheet stands between two rows, or before the first. */
  get isBetweenRows(): boolean {
    return this.#inData && this.#openRows === 0;
  }

  /** Whether the rows have begun and not ended. */
  get isInData(): boolean {
    return this.#inData;
  }

  /** How many rows the parser has ended, blank ones included. */
  get rowsEnded(): number {
    return this.#rowsEnded;
  }

  /** Cells of the rows that wait to be taken, gaps included. */
  get waitingCells(): number {
    return this.#waitingCells;
  }

  /** Rows that wait to be taken. */
  get waitingRows(): number {
    return this.#rows.length;
  }

  /** The rows that were completed since the last time. */
  take(): readonly Row[] {
    const rows = this.#rows;
    this.#rows = [];
    this.#waitingCells = 0;
    return rows;
  }

  open(name: string, attributes: Attributes): void {
    if (!this.#inData) this.#inData = name === 'sheetData';
    else if (name === 'c') this.#openCell(attributes);
    else if (name === 'row') this.#openRow(attributes);
    else if (this.#inInline) this.#inline.open(name);
    else if (this.#inCell) this.#openInCell(name);
  }

  close(name: string): void {
    if (!this.#inData) return;
    if (name === 'v') this.#inValue = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
    else if (name === 'is') this.#inInline = false;
    else if (this.#inInline) this.#inline.close(name);
    else if (name === 'sheetData') this.#inData = false;
  }

  text(text: string): void {
    if (this.#inValue) this.#value += text;
    else if (this.#inInline) this.#inline.text(text);
  }

  /** The number of a row that does not say it. */
  get nextRow(): number {
    return this.#reached + 1;
  }

  /** Counts a row that was read from its bytes: its `<c>` elements, and its columns up to the last one that holds something. */
  passed(row: number, elements: number, length: number): void {
    this.#reached = row;
    // Both what the file spells out and what the gaps between its cells fill up.
    this.#cellCount += Math.max(elements, length);
    const maximum = this.#context.limits.cells;
    if (this.#cellCount > maximum) throw beyond('cells', this.#cellCount, maximum);
  }

  /** Adds a row that was read from its bytes, and counted. */
  add(row: Row): void {
    this.#waitingCells += row.cells.length;
    this.#rows.push(row);
  }

  #openRow({ r }: Attributes): void {
    this.#rowGiven = r !== undefined;
    this.#row = r === undefined ? this.nextRow : rowNumber(r);
    this.#openRows += 1;
    this.#elements = 0;
    this.#cells = [];
    this.#kinds = null;
    this.#column = -1;
  }

  #openCell({ r, t, s }: Attributes): void {
    this.#inCell = true;
    this.#elements += 1;
    this.#type = t ?? 'n';
    this.#style = s ?? '';
    this.#value = '';
    this.#hasValue = false;
    this.#hasFormula = false;
    this.#hasInline = false;
    if (r === undefined) this.#place(null, 0);
    else this.#place(columnOf(r), this.#rowGiven ? 0 : rowOf(r));
  }

  /** Where a cell stands; null right of the one before. A row that does not say its number has that of its first cell that does. */
  #place(column: number | null, row: number): void {
    this.#column = column ?? this.#column + 1;
    if (column !== null && !this.#rowGiven) this.#row = row;
    this.#rowGiven ||= column !== null;
    const { columns } = this.#context.limits;
    if (this.#column >= columns) throw beyond('columns', this.#column + 1, columns);
  }

  #openInCell(name: string): void {
    if (name === 'v') {
      this.#inValue = true;
      this.#hasValue = true;
    } else if (name === 'f') {
      this.#hasFormula = true;
    } else if (name === 'is') {
      this.#inInline = true;
      this.#hasInline = true;
      this.#inline.start();
    }
  }

  #closeCell(): void {
    this.#inCell = false;
    if (this.#hasFormula && this.#lacksValue()) this.#formulasWithoutValue += 1;
    this.#keep(this.#cellValue());
  }

  #keep({ text, kind }: CellValue): void {
    if (text === '') return;
    const column = this.#column;
    this.#cells = padded(this.#cells, column, '');
    this.#cells[column] = text;
    if (kind === 'text' && this.#kinds === null) return;
    this.#kinds = padded(this.#kinds ?? [], column, 'text');
    this.#kinds[column] = kind;
  }

  /** The empty text is a result as good as any; an empty number is none. */
  #lacksValue(): boolean {
    return !this.#hasInline && (this.#type === 'str' ? !this.#hasValue : this.#value === '');
  }

  #cellValue(): CellValue {
    const value = this.#value;
    // An inline string may carry a stray value beside it, which counts for nothing.
    if (this.#hasInline && (this.#type === 'inlineStr' || value === ''))
      return { text: this.#inline.take(), kind: 'text' };
    return this.#values.of(CELL_TYPES.get(this.#type) ?? NUMBER, Number(this.#style), value);
  }

  #closeRow(): void {
    this.#openRows -= 1;
    this.#rowsEnded += 1;
    const cells = this.#cells;
    this.passed(this.#row, this.#elements, cells.length);
    if (cells.length === 0) return;
    const kinds = this.#kinds;
    this.add(
      kinds === null
        ? { row: this.#row, cells }
        : { row: this.#row, cells, kinds: padded(kinds, cells.length, 'text') },
    );
  }
}

/** Fills a list up to a length; a long gap in one go, as a cell far to the right of all others has thousands before it. */
function padded<T>(list: T[], length: number, filler: T): T[] {
  if (length - list.length > 64) {
    // With room for the cell behind the gap: a list of this size is not grown by one without being copied.
    const whole = new Array<T>(length + 1).fill(filler, list.length);
    for (let index = 0; index < list.length; index++) whole[index] = list[index]!;
    whole.length = length;
    return whole;
  }
  while (list.length < length) list.push(filler);
  return list;
}

function beyond(limit: keyof Limits, value: number, maximum: number): UnreadableSource {
  return new UnreadableSource('limit-exceeded', { limit, value, maximum });
}
