const LINE_FEED = 10;
const RETURN = 13;
const QUOTE = 34;
const NOT_PLAIN = -1;

/** Why a scan ended. */
export type ScanEnd =
  /** At the end of the bytes, or of the room for records. */
  | 'done'
  /** A record with stray or many-line quotes, another number of cells, or a great length: for the splitter. */
  | 'not-plain'
  /** A carriage return by itself: lines end otherwise in this file. */
  | 'lone-return';

/** What a scan found: `count` records before `next`. */
export interface Scan {
  count: number;
  next: number;
  end: ScanEnd;
}

/** Finds the plain records of a piece of bytes and where their cells end. The hot loop of reading: it sees every byte of a delivery. */
export class PlainScanner {
  /** As in `PlainRecords`. */
  readonly bounds: Int32Array;
  readonly #columns: number;
  readonly #delimiter: number;
  readonly #longest: number;
  readonly #most: number;
  /** Bytes that mean something. */
  readonly #marks = new Uint8Array(256);

  /** `most`: records in one scan · `longest`: bytes of a record that is surely within the limit. */
  constructor(columns: number, delimiter: number, most: number, longest: number) {
    this.#columns = columns;
    this.#delimiter = delimiter;
    this.#most = most;
    this.#longest = longest;
    this.bounds = new Int32Array(most * (columns + 1));
    for (const mark of [LINE_FEED, RETURN, QUOTE, delimiter]) this.#marks[mark] = 1;
  }

  /** Scans whole lines: the byte before `to` is a line feed. */
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one loop over every byte of a delivery; a call per byte or cell would cost as much as the rest.
  scan(bytes: Uint8Array, from: number, to: number): Scan {
    const { bounds } = this;
    const marks = this.#marks;
    const columns = this.#columns;
    const delimiter = this.#delimiter;
    const stride = columns + 1;
    let position = from;
    let count = 0;
    while (position < to && count < this.#most) {
      const start = position;
      const base = count * stride;
      bounds[base] = start;
      let cells = 0;
      for (;;) {
        const byte = bytes[position]!;
        if (marks[byte] === 0) {
          position++;
        } else if (byte === delimiter) {
          if (++cells === columns) return { count, next: start, end: 'not-plain' };
          bounds[base + cells] = position++;
        } else if (byte === LINE_FEED) {
          break;
        } else if (byte === RETURN) {
          if (bytes[position + 1] !== LINE_FEED) return { count, next: start, end: 'lone-return' };
          position++;
        } else {
          const cell = cells === 0 ? start : bounds[base + cells]! + 1;
          position = position === cell ? this.#afterQuoted(bytes, position + 1) : NOT_PLAIN;
          if (position === NOT_PLAIN) return { count, next: start, end: 'not-plain' };
        }
      }
      const end = position > start && bytes[position - 1] === RETURN ? position - 1 : position;
      if (cells + 1 !== columns || end - start > this.#longest) return { count, next: start, end: 'not-plain' };
      bounds[base + columns] = end;
      position++;
      count++;
    }
    return { count, next: position, end: 'done' };
  }

  /** The position behind the quote that closes a cell, when it does so on the same line and nothing else follows in the cell. */
  #afterQuoted(bytes: Uint8Array, from: number): number {
    let position = from;
    for (;;) {
      const byte = bytes[position]!;
      if (byte === LINE_FEED || byte === RETURN) return NOT_PLAIN;
      if (byte === QUOTE) {
        const next = bytes[position + 1]!;
        if (next === this.#delimiter || next === LINE_FEED || next === RETURN) return position + 1;
        if (next !== QUOTE) return NOT_PLAIN;
        position++;
      }
      position++;
    }
  }
}
