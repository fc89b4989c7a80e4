import type { Limits } from '../domain/limits.ts';
import type { CellKind, Row } from '../domain/table.ts';
import { UnreadableSource } from '../domain/unreadable-source.ts';
import { columnOf, rowNumber, rowOf } from './xlsx-address.ts';
import type { NumberFormat } from './xlsx-number-format.ts';
import { GENERAL } from './xlsx-number-format.ts';
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
export class SheetBuilder implements Required<XmlEvents> {
  readonly #context: SheetContext;
  readonly #inline: RichText = richText();
  #rows: Row[] = [];
  #reached = 0;
  #cellCount = 0;
  #formulasWithoutValue = 0;
  #inData = false;

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

  /** The rows that were completed since the last time. */
  take(): readonly Row[] {
    const rows = this.#rows;
    this.#rows = [];
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

  #openRow({ r }: Attributes): void {
    this.#rowGiven = r !== undefined;
    this.#row = r === undefined ? this.#reached + 1 : rowNumber(r);
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
    if (r === undefined) this.#column += 1;
    else {
      this.#column = columnOf(r);
      // A row that does not say its number has that of its first cell that does.
      if (!this.#rowGiven) this.#row = rowOf(r);
      this.#rowGiven = true;
    }
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
    const { text, kind } = this.#cellValue();
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
    switch (this.#type) {
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
        return numberValue(value, this.#context.formats[Number(this.#style)] ?? GENERAL, this.#context.epoch);
    }
  }

  #closeRow(): void {
    this.#reached = this.#row;
    const cells = this.#cells;
    // Both what the file spells out and what the gaps between its cells fill up.
    this.#cellCount += Math.max(this.#elements, cells.length);
    const maximum = this.#context.limits.cells;
    if (this.#cellCount > maximum) throw beyond('cells', this.#cellCount, maximum);
    if (cells.length === 0) return;
    const kinds = this.#kinds;
    if (kinds === null) this.#rows.push({ row: this.#row, cells });
    else this.#rows.push({ row: this.#row, cells, kinds: padded(kinds, cells.length, 'text') });
  }
}

/** Fills a list up to a length; a long gap in one go, as a cell far to the right of all others has thousands before it. */
function padded<T>(list: T[], length: number, filler: T): T[] {
  if (length - list.length > 64) return list.concat(new Array<T>(length - list.length).fill(filler));
  while (list.length < length) list.push(filler);
  return list;
}

/** An index that points nowhere is shown as a reference that leads nowhere, so that the cell is doubted and never taken for an empty one. */
function sharedString(stored: string, strings: readonly string[]): CellValue {
  if (stored === '') return { text: '', kind: 'text' };
  const text = strings[Number(stored)];
  return text === undefined ? { text: '#REF!', kind: 'error' } : { text, kind: 'text' };
}

function beyond(limit: keyof Limits, value: number, maximum: number): UnreadableSource {
  return new UnreadableSource('limit-exceeded', { limit, value, maximum });
}
