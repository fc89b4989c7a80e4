import { isAscii, isUtf8 } from 'node:buffer';

/** What a row was not: to be read by the parser of XML, from its first byte on. */
export const UNUSUAL = -1;

/** Who is told of the cells of a row that is read from its bytes. */
export interface RowSink {
  /** A row begins; 0 when it does not say its number. */
  startRow(row: number): void;
  /** A cell: its column from 0 and its row, both -1 when it does not say them; `inline` is the text of an inline string. */
  addCell(column: number, row: number, type: string, style: number, value: string, inline: string | null): void;
  /** The same of a cell that holds a whole number, written without a sign or a needless zero. */
  addWhole(column: number, row: number, type: string, style: number, value: number): void;
  endRow(): void;
}

const [TAB, LINE_FEED, SPACE, QUOTE, AMPERSAND, SLASH, LESS, EQUALS, GREATER] = [9, 10, 32, 34, 38, 47, 60, 61, 62];
const [ZERO, NINE, UPPER_A, UPPER_Z, COLON] = [48, 57, 65, 90, 58];
const ROW = Buffer.from('<row');
const CELL = Buffer.from('<c');
const VALUE = Buffer.from('<v>');
const EMPTY_VALUE = Buffer.from('<v/>');
const VALUE_END = Buffer.from('</v>');
const INLINE = Buffer.from('<is><t>');
const INLINE_KEPT = Buffer.from('<is><t xml:space="preserve">');
const INLINE_END = Buffer.from('</t></is>');
const CELL_END = Buffer.from('</c>');
const ROW_END = Buffer.from('</row>');
const TYPES = ['n', 's', 'str', 'inlineStr', 'b', 'e', 'd'];
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Attributes of one element. */
const MOST_ATTRIBUTES = 16;

/**
 * Reads a row of a worksheet from its bytes, when it stands there as spreadsheet programs write it. Whatever else XML allows, or forbids, is
 * UNUSUAL: a formula, another attribute of a cell, a comment, a reference to a character. A class, because what it found last is many numbers.
 */
export class RowScanner {
  readonly #sink: RowSink;
  #bytes: Buffer = Buffer.alloc(0);
  #limit = 0;
  #at = 0;
  // The attributes of the element at hand.
  #row = 0;
  #column = -1;
  #style = 0;
  #type = 'n';
  #isEmptyElement = false;
  readonly #names = new Int32Array(MOST_ATTRIBUTES);

  constructor(sink: RowSink) {
    this.#sink = sink;
  }

  /** The position behind the row that begins at `from`, or UNUSUAL; the sink may have been told of some of its cells then. */
  scan(bytes: Buffer, from: number, limit: number): number {
    this.#bytes = bytes;
    this.#limit = limit;
    this.#at = from;
    if (!this.#skip(ROW) || !this.#rowAttributes()) return UNUSUAL;
    this.#sink.startRow(this.#row);
    if (this.#isEmptyElement) {
      this.#sink.endRow();
      return this.#at;
    }
    for (;;) {
      this.#skipSpace();
      if (this.#skip(ROW_END)) break;
      if (!this.#skip(CELL) || !this.#cellAttributes() || !this.#cell()) return UNUSUAL;
    }
    this.#sink.endRow();
    return this.#at;
  }

  #cell(): boolean {
    let value = '';
    let inline: string | null = null;
    if (!this.#isEmptyElement) {
      if (this.#skip(VALUE)) {
        const whole = this.#whole();
        if (whole >= 0) {
          this.#sink.addWhole(this.#column, this.#row, this.#type, this.#style, whole);
          return true;
        }
        const text = this.#text(VALUE_END);
        if (text === null) return false;
        value = text;
      } else if (this.#skip(INLINE) || this.#skip(INLINE_KEPT)) {
        inline = this.#text(INLINE_END);
        if (inline === null) return false;
      } else this.#skip(EMPTY_VALUE);
      if (!this.#skip(CELL_END)) return false;
    }
    this.#sink.addCell(this.#column, this.#row, this.#type, this.#style, value, inline);
    return true;
  }

  /** A whole number up to the end of the cell, as nearly all cells hold one; -1, and nothing passed over, for any other content. */
  #whole(): number {
    const from = this.#at;
    const isPadded = this.#bytes[from] === ZERO && this.#bytes[from + 1] !== LESS;
    const value = isPadded ? 0 : this.#digits(9);
    if (this.#at > from && this.#skip(VALUE_END) && this.#skip(CELL_END)) return value;
    this.#at = from;
    return -1;
  }

  /** `r` is read; all others only have to be there once. */
  #rowAttributes(): boolean {
    this.#row = 0;
    for (let count = 0; ; count++) {
      const end = this.#nextAttribute();
      if (end !== null) return end;
      const start = this.#at;
      const name = this.#name();
      if (name === 0 || count === MOST_ATTRIBUTES || this.#names.subarray(0, count).includes(name)) return false;
      this.#names[count] = name;
      const isNumber = this.#at - start === 1 && this.#bytes[start] === 114;
      if (!this.#openValue()) return false;
      if (isNumber) this.#row = this.#digits(9);
      if (isNumber && this.#row === 0) return false;
      if (!this.#closeValue()) return false;
    }
  }

  /** `r`, `s` and `t` and no others. */
  #cellAttributes(): boolean {
    this.#row = -1;
    this.#column = -1;
    this.#style = 0;
    this.#type = 'n';
    let seen = 0;
    for (;;) {
      const end = this.#nextAttribute();
      if (end !== null) return end;
      const name = this.#bytes[this.#at++]!;
      const bit = name === 114 ? 1 : name === 115 ? 2 : name === 116 ? 4 : 0;
      if (bit === 0 || (seen & bit) !== 0 || !this.#openValue() || !this.#cellAttribute(bit)) return false;
      seen |= bit;
      if (this.#at >= this.#limit || this.#bytes[this.#at++] !== QUOTE) return false;
    }
  }

  #cellAttribute(bit: number): boolean {
    if (bit === 1) return this.#address();
    if (bit === 4) return this.#kind();
    this.#style = this.#digits(6);
    return true;
  }

  /** Null before another attribute; else whether the element ends here as it should. */
  #nextAttribute(): boolean | null {
    const from = this.#at;
    while (this.#bytes[this.#at] === SPACE) this.#at++;
    const byte = this.#bytes[this.#at];
    this.#isEmptyElement = byte === SLASH;
    if (byte === SLASH) this.#at++;
    if (byte === SLASH || byte === GREATER) return this.#at < this.#limit && this.#bytes[this.#at++] === GREATER;
    return this.#at > from && this.#at < this.#limit ? null : false;
  }

  /** A number that stands for the name of an attribute: two names may share one, which makes a row unusual and no more. 0 for no plain name. */
  #name(): number {
    let hash = 1;
    const from = this.#at;
    for (; this.#at < this.#limit; this.#at++) {
      const byte = this.#bytes[this.#at]!;
      const lower = byte | 32;
      const isLetter = lower >= 97 && lower <= 122;
      if (!isLetter && !(this.#at > from && ((byte >= ZERO && byte <= NINE) || byte === COLON))) break;
      hash = Math.imul(hash, 31) + byte;
    }
    return this.#at === from ? 0 : hash | 1;
  }

  #openValue(): boolean {
    const isOpen = this.#bytes[this.#at] === EQUALS && this.#bytes[this.#at + 1] === QUOTE;
    this.#at += 2;
    return isOpen;
  }

  /** Behind the quote that ends a value. */
  #closeValue(): boolean {
    for (; this.#at < this.#limit; this.#at++) {
      const byte = this.#bytes[this.#at]!;
      if (byte === QUOTE) {
        this.#at++;
        return true;
      }
      if (byte < SPACE || byte > 126 || byte === AMPERSAND || byte === LESS) return false;
    }
    return false;
  }

  /** A number of at most so many digits; 0 when there is none, or a longer one. */
  #digits(most: number): number {
    let value = 0;
    const from = this.#at;
    for (; this.#at < this.#limit; this.#at++) {
      const byte = this.#bytes[this.#at]!;
      if (byte < ZERO || byte > NINE) break;
      if (this.#at - from === most) return 0;
      value = value * 10 + byte - ZERO;
    }
    return value;
  }

  #address(): boolean {
    let column = 0;
    const from = this.#at;
    for (; this.#at < this.#limit && this.#at - from < 4; this.#at++) {
      const byte = this.#bytes[this.#at]!;
      if (byte < UPPER_A || byte > UPPER_Z) break;
      column = column * 26 + byte - UPPER_A + 1;
    }
    this.#column = column - 1;
    const letters = this.#at - from;
    this.#row = this.#digits(9);
    return letters > 0 && letters < 4 && this.#row > 0;
  }

  #kind(): boolean {
    const end = this.#bytes.indexOf(QUOTE, this.#at);
    if (end < 0 || end - this.#at > 9) return false;
    const first = this.#bytes[this.#at];
    // Nearly every cell is one of these.
    if (end - this.#at === 1 && first === 115) this.#type = 's';
    else this.#type = this.#bytes.toString('latin1', this.#at, end);
    this.#at = end;
    return TYPES.includes(this.#type);
  }

  /** The text up to where its element ends; null when it is unusual. */
  #text(end: Buffer): string | null {
    const from = this.#at;
    let isPlain = true;
    for (; this.#at < this.#limit; this.#at++) {
      const byte = this.#bytes[this.#at]!;
      if (byte === LESS) break;
      if (byte < SPACE && byte !== TAB && byte !== LINE_FEED) return null;
      if (byte > 126 || byte === AMPERSAND || byte === GREATER) isPlain = false;
    }
    const to = this.#at;
    if (!this.#skip(end)) return null;
    return isPlain ? this.#bytes.toString('latin1', from, to) : richer(this.#bytes.subarray(from, to));
  }

  #skip(wanted: Buffer): boolean {
    const bytes = this.#bytes;
    const at = this.#at;
    for (let index = 0; index < wanted.length; index++) if (bytes[at + index] !== wanted[index]) return false;
    if (at + wanted.length > this.#limit) return false;
    this.#at = at + wanted.length;
    return true;
  }

  #skipSpace(): void {
    for (; this.#at < this.#limit; this.#at++) {
      const byte = this.#bytes[this.#at]!;
      if (byte !== SPACE && byte !== LINE_FEED && byte !== TAB && byte !== 13) return;
    }
  }
}

/** Text with letters outside ASCII or one of the five entities of XML; null when there is more to it. */
function richer(bytes: Buffer): string | null {
  if (!isAscii(bytes) && !isUtf8(bytes)) return null;
  const text = bytes.toString('utf8');
  if (text.includes(']]>') || /[\ufffe\uffff\u007f]/.test(text)) return null;
  if (!text.includes('&')) return text;
  let isKnown = true;
  const read = text.replace(/&([^;&]*);?/g, (whole, name: string) => {
    if (!whole.endsWith(';') || !Object.hasOwn(ENTITIES, name)) isKnown = false;
    return ENTITIES[name] ?? '';
  });
  return isKnown ? read : null;
}
