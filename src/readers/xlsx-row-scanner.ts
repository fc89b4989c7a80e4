import { CELL_INTS } from '../domain/sheet-records.ts';
import { BOOLEAN, CELL_TYPES, ERROR, ISO, NUMBER, SHARED, TEXT } from './xlsx-cells.ts';
import type { StringPool } from './xlsx-string-pool.ts';
import { elementText, RICH, TEXT_BYTES } from './xlsx-text.ts';

/** What a row was not: to be read by the parser of XML, from its first byte on. */
export const UNUSUAL = -1;
/** A row with a cell that is filled beyond the columns asked for. */
export const TOO_WIDE = -2;

const [LINE_FEED, SPACE, QUOTE, SLASH, LESS, GREATER] = [10, 32, 34, 47, 60, 62] as const;
const [ZERO, NINE, UPPER_A, UPPER_Z] = [48, 57, 65, 90] as const;
const [LOWER_B, LOWER_D, LOWER_E, LOWER_N, LOWER_R, LOWER_S, LOWER_T, LOWER_V] = [
  98, 100, 101, 110, 114, 115, 116, 118,
] as const;
/** The tags of a row, as the integers their bytes are. */
const ROW = integerOf('<row');
const ROW_END = integerOf('</ro');
const ROW_END_REST = shortOf('w>');
const CELL_END = integerOf('</c>');
const VALUE_END = integerOf('</v>');
const CELL = shortOf('<c');
const OPEN_QUOTE = shortOf('="');
const VALUE = Buffer.from('<v>');
const EMPTY_VALUE = Buffer.from('<v/>');
const FORMULA = Buffer.from('<f>');
const FORMULA_END = Buffer.from('</f>');
const INLINE = Buffer.from('<is><t>');
const INLINE_KEPT = Buffer.from('<is><t xml:space="preserve">');
const INLINE_END = Buffer.from('</t></is>');
const [SEEN_PLACE, SEEN_STYLE, SEEN_TYPE] = [1, 2, 4] as const;
/** Attributes of a row. */
const MOST_ATTRIBUTES = 16;
/** Digits of a row number, a style, the number of a shared string. */
const [ROW_DIGITS, STYLE_DIGITS] = [9, 6] as const;

/**
 * Finds the cells of a row in the bytes of a worksheet, when it stands there as spreadsheet programs write it. Whatever else XML allows, or
 * forbids, is UNUSUAL: another attribute of a cell, cells in another order, a comment, a reference to a character. The hot loop of reading
 * workbooks: it sees every byte of a sheet. Behind the bytes there must be sixteen zeros, which end whatever goes on.
 * A class, because what it found last is many numbers.
 */
export class RowScanner {
  /** The number of the row; 0 when it does not say it. */
  row = 0;
  /** The `<c>` elements of the row. */
  elements = 0;
  /** Columns up to the last one that holds something. */
  length = 0;
  readonly #strings: StringPool;
  /** Columns from which on a cell is for the parser, which refuses it. */
  readonly #mostColumns: number;
  readonly #names = new Int32Array(MOST_ATTRIBUTES);
  #bytes: Buffer = Buffer.alloc(0);
  #at = 0;
  #isEmptyElement = false;
  /** Where the digits of the row number stand. */
  #rowFrom = 0;
  #rowTo = 0;

  constructor(strings: StringPool, mostColumns: number) {
    this.#strings = strings;
    this.#mostColumns = mostColumns;
  }

  /**
   * The position behind the row that begins at `from`, with its cells in `cells` from `base` on, as `SheetRecords` has them; UNUSUAL; or
   * TOO_WIDE when a column from `width` on is filled. Cells from `length` on are left as they were.
   */
  // biome-ignore lint/complexity/noExcessiveLinesPerFunction: as below.
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one loop over every byte of a workbook; a call per cell would cost as much as the rest.
  scan(bytes: Buffer, view: DataView, from: number, cells: Int32Array, base: number, width: number): number {
    this.elements = 0;
    this.length = 0;
    this.#bytes = bytes;
    this.#at = from + 4;
    if (view.getInt32(from, true) !== ROW || !this.#rowAttributes(view)) return UNUSUAL;
    if (this.#isEmptyElement) return this.#at;
    const rowFrom = this.#rowFrom;
    const rowTo = this.#rowTo;
    const { hasEmpty } = this.#strings;
    let at = this.#at;
    let elements = 0;
    let column = -1;
    let length = 0;
    for (;;) {
      if (view.getInt16(at, true) !== CELL) {
        const byte = bytes[at]!;
        if (byte <= SPACE && byte >= 9 && (byte === SPACE || byte === LINE_FEED || byte === 9 || byte === 13)) {
          at++;
          continue;
        }
        if (view.getInt32(at, true) !== ROW_END || view.getInt16(at + 4, true) !== ROW_END_REST) return UNUSUAL;
        break;
      }
      at += 2;
      elements++;
      let seen = 0;
      let type: number = NUMBER;
      let style = 0;
      const previous = column++;
      while (bytes[at] === SPACE) {
        const name = bytes[at + 1]!;
        if (view.getInt16(at + 2, true) !== OPEN_QUOTE) return UNUSUAL;
        at += 4;
        let byte = bytes[at]!;
        if (name === LOWER_R && (seen & SEEN_PLACE) === 0) {
          seen |= SEEN_PLACE;
          if (byte < UPPER_A || byte > UPPER_Z || rowFrom === rowTo) return UNUSUAL;
          column = byte - UPPER_A;
          byte = bytes[++at]!;
          if (byte >= UPPER_A && byte <= UPPER_Z) {
            column = (column + 1) * 26 + byte - UPPER_A;
            byte = bytes[++at]!;
            if (byte >= UPPER_A && byte <= UPPER_Z) {
              column = (column + 1) * 26 + byte - UPPER_A;
              at++;
            }
          }
          // The row of an address is that of its row, in all files but damaged ones.
          for (let digit = rowFrom; digit < rowTo; digit++) if (bytes[at++] !== bytes[digit]) return UNUSUAL;
        } else if (name === LOWER_T && (seen & SEEN_TYPE) === 0) {
          seen |= SEEN_TYPE;
          type = this.#type(at);
          if (type === 0) return UNUSUAL;
          at = bytes[at + 1] === QUOTE ? at + 1 : this.#at;
        } else if (name === LOWER_S && (seen & SEEN_STYLE) === 0) {
          seen |= SEEN_STYLE;
          const first = at;
          for (; byte >= ZERO && byte <= NINE; byte = bytes[++at]!) style = style * 10 + byte - ZERO;
          if (at - first > STYLE_DIGITS) return UNUSUAL;
        } else return UNUSUAL;
        if (bytes[at++] !== QUOTE) return UNUSUAL;
      }
      if (column <= previous || column >= this.#mostColumns) return UNUSUAL;
      if (bytes[at] === SLASH && bytes[at + 1] === GREATER) {
        at += 2;
        continue;
      }
      if (bytes[at++] !== GREATER) return UNUSUAL;
      let start = at;
      let end = at;
      if (bytes[at] === LESS && bytes[at + 1] === LOWER_V && bytes[at + 2] === GREATER) {
        at += 3;
        start = at;
        let found = 0;
        for (let kind = TEXT_BYTES[bytes[at]!]!; kind !== 0; kind = TEXT_BYTES[bytes[++at]!]!) found |= kind;
        end = at;
        if (view.getInt32(at, true) !== VALUE_END || view.getInt32(at + 4, true) !== CELL_END) return UNUSUAL;
        at += 8;
        if ((found & RICH) !== 0 && elementText(bytes.subarray(start, end)) === null) return UNUSUAL;
      } else {
        at = this.#rareContent(view, at);
        if (at === UNUSUAL) return UNUSUAL;
        start = this.#valueFrom;
        end = this.#valueTo;
        if (this.#isInline) type = TEXT;
      }
      if (start === end || (hasEmpty && type === SHARED && this.#isEmptyString(start, end))) continue;
      if (column >= width) return TOO_WIDE;
      for (let gap = length; gap < column; gap++) cells[base + gap * CELL_INTS] = 0;
      length = column + 1;
      const cell = base + column * CELL_INTS;
      // As `CellValues.ofTag` reads it.
      cells[cell] = type === NUMBER ? style * 8 + NUMBER : type;
      cells[cell + 1] = start;
      cells[cell + 2] = end;
    }
    this.elements = elements;
    this.length = length;
    return at + 6;
  }

  #valueFrom = 0;
  #valueTo = 0;
  #isInline = false;

  /** The content of a cell that does not begin with a filled value; the position behind the cell. */
  #rareContent(view: DataView, from: number): number {
    this.#at = from;
    this.#isInline = false;
    this.#valueFrom = this.#valueTo = from;
    const hasFormula = this.#skip(FORMULA);
    if (hasFormula && (!this.#text() || !this.#skip(FORMULA_END))) return UNUSUAL;
    if (this.#skip(VALUE)) {
      if (!this.#text() || view.getInt32(this.#at, true) !== VALUE_END) return UNUSUAL;
      this.#at += 4;
    } else if (hasFormula) {
      return UNUSUAL;
    } else if (this.#skip(INLINE) || this.#skip(INLINE_KEPT)) {
      this.#isInline = true;
      if (!this.#text() || !this.#skip(INLINE_END)) return UNUSUAL;
    } else this.#skip(EMPTY_VALUE);
    // A formula without a result is for the parser, which counts it.
    if (hasFormula && this.#valueFrom === this.#valueTo) return UNUSUAL;
    return view.getInt32(this.#at, true) === CELL_END ? this.#at + 4 : UNUSUAL;
  }

  /** Passes over the text of an element and keeps where it is. */
  #text(): boolean {
    const bytes = this.#bytes;
    let at = this.#at;
    let found = 0;
    for (let kind = TEXT_BYTES[bytes[at]!]!; kind !== 0; kind = TEXT_BYTES[bytes[++at]!]!) found |= kind;
    this.#valueFrom = this.#at;
    this.#valueTo = at;
    this.#at = at;
    return (found & RICH) === 0 || elementText(bytes.subarray(this.#valueFrom, at)) !== null;
  }

  #isEmptyString(start: number, end: number): boolean {
    return this.#strings.isEmpty(Number(this.#bytes.toString('latin1', start, end)));
  }

  /** The type that `t` names; 0 for an unusual one. A longer one than a letter leaves `#at` behind it. */
  #type(at: number): number {
    const bytes = this.#bytes;
    if (bytes[at + 1] === QUOTE) {
      const letter = bytes[at];
      if (letter === LOWER_S) return SHARED;
      if (letter === LOWER_N) return NUMBER;
      if (letter === LOWER_B) return BOOLEAN;
      if (letter === LOWER_E) return ERROR;
      return letter === LOWER_D ? ISO : 0;
    }
    let end = at;
    while (end - at < 10 && bytes[end] !== QUOTE) end++;
    this.#at = end;
    return CELL_TYPES.get(bytes.toString('latin1', at, end)) ?? 0;
  }

  /** Reads the attributes of a row: `r`; all others only have to be there once. */
  #rowAttributes(view: DataView): boolean {
    const bytes = this.#bytes;
    this.row = 0;
    this.#rowFrom = this.#rowTo = 0;
    for (let count = 0; ; count++) {
      const from = this.#at;
      while (bytes[this.#at] === SPACE) this.#at++;
      const byte = bytes[this.#at];
      this.#isEmptyElement = byte === SLASH;
      if (byte === SLASH) this.#at++;
      if (byte === SLASH || byte === GREATER) return bytes[this.#at++] === GREATER;
      if (this.#at === from || count === MOST_ATTRIBUTES || !this.#rowAttribute(view, count)) return false;
    }
  }

  #rowAttribute(view: DataView, count: number): boolean {
    const start = this.#at;
    const name = this.#name();
    if (name === 0 || this.#isKnown(name, count) || view.getInt16(this.#at, true) !== OPEN_QUOTE) return false;
    const isNumber = this.#at - start === 1 && this.#bytes[start] === LOWER_R;
    this.#at += 2;
    return (!isNumber || this.#rowNumber()) && this.#closeValue();
  }

  #isKnown(name: number, count: number): boolean {
    const names = this.#names;
    for (let index = 0; index < count; index++) if (names[index] === name) return true;
    names[count] = name;
    return false;
  }

  #rowNumber(): boolean {
    const bytes = this.#bytes;
    let row = 0;
    let at = this.#at;
    for (let byte = bytes[at]!; byte >= ZERO && byte <= NINE; byte = bytes[++at]!) row = row * 10 + byte - ZERO;
    this.#rowFrom = this.#at;
    this.#rowTo = at;
    this.row = row;
    this.#at = at;
    return at - this.#rowFrom <= ROW_DIGITS && row > 0;
  }

  /** A number that stands for the name of an attribute: two names may share one, which makes a row unusual and no more. 0 for no plain name. */
  #name(): number {
    const bytes = this.#bytes;
    let hash = 1;
    let at = this.#at;
    for (; ; at++) {
      const byte = bytes[at]!;
      const lower = byte | 32;
      const isLetter = lower >= 97 && lower <= 122;
      // Digits and the colon stand side by side in ASCII.
      if (!isLetter && !(at > this.#at && byte >= ZERO && byte <= NINE + 1)) break;
      hash = Math.imul(hash, 31) + byte;
    }
    const isName = at > this.#at;
    this.#at = at;
    return isName ? hash | 1 : 0;
  }

  /** Behind the quote that ends a value. */
  #closeValue(): boolean {
    const bytes = this.#bytes;
    let at = this.#at;
    while (TEXT_BYTES[bytes[at]!]! !== 0 && bytes[at]! >= SPACE && bytes[at] !== QUOTE) {
      if (TEXT_BYTES[bytes[at]!] === RICH && bytes[at] !== GREATER) return false;
      at++;
    }
    this.#at = at + 1;
    return bytes[at] === QUOTE;
  }

  #skip(wanted: Buffer): boolean {
    const bytes = this.#bytes;
    const at = this.#at;
    for (let index = 0; index < wanted.length; index++) if (bytes[at + index] !== wanted[index]) return false;
    this.#at = at + wanted.length;
    return true;
  }
}

function integerOf(text: string): number {
  return Buffer.from(text, 'latin1').readInt32LE(0);
}

function shortOf(text: string): number {
  return Buffer.from(text, 'latin1').readInt16LE(0);
}
