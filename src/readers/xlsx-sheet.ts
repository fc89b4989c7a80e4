import type { Limits } from '../domain/limits.ts';
import type { CellKind, Row } from '../domain/table.ts';
import { UnreadableSource } from '../domain/unreadable-source.ts';
import { columnOf, rowNumber, rowOf } from './xlsx-address.ts';
import type { NumberFormat } from './xlsx-number-format.ts';
import { GENERAL } from './xlsx-number-format.ts';
import type { RowSink } from './xlsx-row-scanner.ts';
import type { RichText } from './xlsx-strings.ts';
import { richText, unescaped } from './xlsx-strings.ts';
import type { CellValue, Epoch } from './xlsx-values.ts';
import { isoValue, numberValue } from './xlsx-values.ts';
import type { Attributes, XmlEvents } from './xlsx-xml.ts';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly epoch: Epoch;
  readonly limits: Limits;
}

/**
 * Turns the events of a worksheet part into rows. A class, because a sheet is a state between millions of events.
 * Throws UnreadableSource `limit-exceeded` or `damaged-workbook` (detail `cell-reference`).
 */
export class SheetBuilder implements Required<XmlEvents>, RowSink {
  readonly #context: SheetContext;
  readonly #inline: RichText = richText();
  #rows: Row[] = [];
  #reached = 0;
  #cellCount = 0;
  #formulasWithoutValue = 0;
  #inData = false;
  #inRow = false;
  #waitingCells = 0;
  #rowsEnded = 0;
  /** What stored numbers mean, by their style: dates and quantities come again and again. */
  readonly #numbers = new Map<number, Map<string | number, CellValue>>();

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

  constructor(context: SheetContext) {
    this.#context = context;
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
    return this.#inData && !this.#inRow;
  }

  /** Whether the rows have begun and not ended. */
  get isInData(): boolean {
    return this.#inData;
  }

  /** How many rows have ended, blank ones included. */
  get rowsEnded(): number {
    return this.#rowsEnded;
  }

  /** Cells of the rows that wait to be taken, gaps included. */
  get waitingCells(): number {
    return this.#waitingCells;
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

  startRow(row: number): void {
    this.#rowGiven = row > 0;
    this.#row = row > 0 ? row : this.#reached + 1;
    this.#inRow = true;
    this.#elements = 0;
    this.#cells = [];
    this.#kinds = null;
    this.#column = -1;
  }

  addCell(column: number, row: number, type: string, style: number, value: string, inline: string | null): void {
    this.#elements += 1;
    this.#place(column < 0 ? null : column, row);
    this.#keep(this.#plainValue(type, style, value, inline));
  }

  addWhole(column: number, row: number, type: string, style: number, value: number): void {
    this.#elements += 1;
    this.#place(column < 0 ? null : column, row);
    if (type === 's') this.#keep(stringAt(value, this.#context.strings));
    else if (type === 'n') this.#keep(this.#wholeNumber(value, style));
    else this.#keep(this.#valueOf(type, style, String(value)));
  }

  endRow(): void {
    this.#closeRow();
  }

  #openRow({ r }: Attributes): void {
    this.startRow(r === undefined ? 0 : rowNumber(r));
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
    return this.#valueOf(this.#type, Number(this.#style), value);
  }

  #plainValue(type: string, style: number, value: string, inline: string | null): CellValue {
    if (inline !== null) return { text: unescaped(inline), kind: 'text' };
    return type === 'n' ? this.#numberOf(value, value, style) : this.#valueOf(type, style, value);
  }

  /** What the number of a style means; `key` stands for its text, and may be the number itself. */
  #numberOf(key: string | number, value: string, style: number): CellValue {
    const known = this.#numbers.get(style) ?? new Map<string | number, CellValue>();
    // A file that makes up a style per cell must not fill memory.
    if (this.#numbers.size < MOST_STYLES) this.#numbers.set(style, known);
    const met = known.get(key);
    if (met !== undefined) return met;
    const number = this.#valueOf('n', style, value);
    if (known.size < MOST_NUMBERS) known.set(key, number);
    return number;
  }

  #wholeNumber(value: number, style: number): CellValue {
    return this.#numbers.get(style)?.get(value) ?? this.#numberOf(value, String(value), style);
  }

  #valueOf(type: string, style: number, value: string): CellValue {
    switch (type) {
      case 's':
        return sharedString(value, this.#context.strings);
      case 'str':
      case 'inlineStr':
        return { text: unescaped(value), kind: 'text' };
      case 'b':
        return { text: value === '' ? '' : /^(?:1|true)$/i.test(value.trim()) ? 'TRUE' : 'FALSE', kind: 'boolean' };
      case 'e':
        return { text: value, kind: 'error' };
      case 'd':
        return isoValue(value);
      default:
        return numberValue(value, this.#context.formats[style] ?? GENERAL, this.#context.epoch);
    }
  }

  #closeRow(): void {
    this.#reached = this.#row;
    this.#inRow = false;
    this.#rowsEnded += 1;
    const cells = this.#cells;
    // Both what the file spells out and what the gaps between its cells fill up.
    this.#cellCount += Math.max(this.#elements, cells.length);
    const maximum = this.#context.limits.cells;
    if (this.#cellCount > maximum) throw beyond('cells', this.#cellCount, maximum);
    if (cells.length === 0) return;
    this.#waitingCells += cells.length;
    const kinds = this.#kinds;
    if (kinds === null) this.#rows.push({ row: this.#row, cells });
    else this.#rows.push({ row: this.#row, cells, kinds: padded(kinds, cells.length, 'text') });
  }
}

/** Stored numbers remembered of one style. */
const MOST_NUMBERS = 8192;
/** Styles of which they are. */
const MOST_STYLES = 256;

/** Fills a list up to a length; a long gap in one go, as a cell far to the right of all others has thousands before it. */
function padded<T>(list: T[], length: number, filler: T): T[] {
  if (length - list.length > 64) return list.concat(new Array<T>(length - list.length).fill(filler));
  while (list.length < length) list.push(filler);
  return list;
}

/** An index that points nowhere is shown as a reference that leads nowhere, so that the cell is doubted and never taken for an empty one. */
function sharedString(stored: string, strings: readonly string[]): CellValue {
  if (stored === '') return { text: '', kind: 'text' };
  return stringAt(Number(stored), strings);
}

function stringAt(index: number, strings: readonly string[]): CellValue {
  const text = strings[index];
  return text === undefined ? { text: '#REF!', kind: 'error' } : { text, kind: 'text' };
}

function beyond(limit: keyof Limits, value: number, maximum: number): UnreadableSource {
  return new UnreadableSource('limit-exceeded', { limit, value, maximum });
}
