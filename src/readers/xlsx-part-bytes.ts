import type { XmlReader } from './xlsx-xml.ts';

/** What a scanner says of an element that the parser of XML has to read. */
export const FOR_PARSER = -1;
/** What it says when it has no room: what waits must be taken first. */
export const TAKE_FIRST = -2;

/** Who reads the repeated elements of a part (rows, shared strings) from their bytes, and knows what the parser of XML made of the others. */
export interface PartScanner {
  /** `<row` */
  readonly opening: Buffer;
  /** `</row>` */
  readonly closing: Buffer;
  /** Whether the parser stands where such an element may begin. */
  readonly isBetween: boolean;
  /** How many of them the parser has read. */
  readonly parsed: number;
  /** Whether something waits that stands before what the parser reads next. */
  readonly isHolding: boolean;
  /** The position behind the element that begins at `at`, FOR_PARSER or TAKE_FIRST. What it took is good until the next chunk. */
  scan(bytes: Buffer, view: DataView, at: number): number;
}

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
/** Bytes of XML parsed between two looks at what waits: a row of forty bytes can be 16,384 cells wide. */
const PIECE = 4096;
/** Bytes of an element that is waited for; a longer one is parsed as it comes. */
const LONGEST = 1_000_000;
/** Zeros behind the bytes: no element goes on in them, and four may be asked for at once. */
const SLACK = 16;

/**
 * A part of a workbook as it comes: its repeated elements are read from their bytes where they stand as spreadsheet programs write them, all else
 * goes to the parser of XML: what stands before and behind them, and every unusual one from its first byte to its last. So the parser judges the
 * same document, without what could teach it nothing. A class, because it holds the bytes of an element that is not all there yet.
 */
export class PartBytes {
  readonly #xml: XmlReader;
  readonly #scanner: PartScanner;
  #memory: Buffer = Buffer.alloc(0);
  #view = new DataView(this.#memory.buffer);
  #from = 0;
  #to = 0;
  /** The parser stands exactly where an element may begin, and in no comment or the like. */
  #isBetween = false;
  /** From here on all is for the parser: the elements have ended. */
  #isBehind = false;

  constructor(xml: XmlReader, scanner: PartScanner) {
    this.#xml = xml;
    this.#scanner = scanner;
  }

  /** Reads a chunk; yields whenever what waits must be taken. */
  *write(chunk: Uint8Array): Generator<void, void, undefined> {
    this.#hold(chunk);
    while (this.#from < this.#to) {
      const next = this.#isBetween ? this.#element() : this.#byParser(this.#from);
      if (next === null) break;
      if (next === TAKE_FIRST) {
        yield;
        continue;
      }
      this.#from = next;
      if (!this.#isBetween) yield;
    }
    yield;
  }

  /** Gives the parser what is left. */
  *end(): Generator<void, void, undefined> {
    for (; this.#from < this.#to; this.#from += PIECE) {
      this.#xml.write(this.#memory.subarray(this.#from, Math.min(this.#to, this.#from + PIECE)));
      yield;
    }
    this.#xml.end();
    yield;
  }

  /** Puts a chunk behind what was held back. */
  #hold(chunk: Uint8Array): void {
    const held = this.#to - this.#from;
    const length = held + chunk.length;
    if (length + SLACK > this.#memory.length) {
      const wider = Buffer.alloc(length * 2 + SLACK);
      this.#memory.copy(wider, 0, this.#from, this.#to);
      this.#memory = wider;
      this.#view = new DataView(wider.buffer, wider.byteOffset, wider.length);
    } else this.#memory.copyWithin(0, this.#from, this.#to);
    this.#memory.set(chunk, held);
    this.#memory.fill(0, length, length + SLACK);
    this.#from = 0;
    this.#to = length;
  }

  /** Behind the next element, or what stands in its place; null when it is not all there. */
  #element(): number | null {
    const bytes = this.#memory;
    let at = this.#from;
    // Space between two elements means nothing.
    while (isSpace(bytes[at]!)) at++;
    const next = this.#scanner.scan(bytes, this.#view, at);
    if (next !== FOR_PARSER) return next;
    const start = bytes.subarray(0, this.#to).indexOf(LESS, at);
    if (start < 0 || start + 1 === this.#to) return this.#wait();
    if (bytes[start + 1] === SLASH) {
      this.#isBetween = false;
      this.#isBehind = true;
      return at;
    }
    const end = this.#seemingEnd(start);
    if (end < 0) return this.#wait();
    return this.#scanner.isHolding ? TAKE_FIRST : this.#throughMark(at, end);
  }

  /** Null while more may come. What does not end is for the parser, space before it too: looked at again with every chunk it would take minutes. */
  #wait(): number | null {
    if (this.#to - this.#from < LONGEST) return null;
    this.#isBetween = false;
    return this.#from;
  }

  /** Where an element that begins here seems to end; -1 when that is not there yet. */
  #seemingEnd(start: number): number {
    const { opening, closing } = this.#scanner;
    const bytes = this.#memory.subarray(0, this.#to);
    const greater = bytes.indexOf(GREATER, start);
    if (greater < 0) return -1;
    const isOpening = bytes.compare(opening, 0, opening.length, start, start + opening.length) === 0;
    if (bytes[greater - 1] === SLASH && isOpening) return greater + 1;
    const end = bytes.indexOf(closing, greater);
    return end < 0 ? -1 : end + closing.length;
  }

  /** Up to where an element ends, but no more than is parsed at once. */
  #byParser(at: number): number {
    const { closing } = this.#scanner;
    const end = Math.min(this.#to, at + PIECE);
    const found = this.#isBehind ? -1 : this.#memory.subarray(at, end).indexOf(closing);
    // A mark may have begun in these bytes: then it is passed over, and the next one found.
    if (found >= 0) return this.#throughMark(at, at + found + closing.length);
    this.#xml.write(this.#memory.subarray(at, end));
    return end;
  }

  /** Parses up to and including a mark. The parser stands between elements again when it was the last byte that ended one. */
  #throughMark(at: number, end: number): number {
    this.#xml.write(this.#memory.subarray(at, end - 1));
    const { parsed } = this.#scanner;
    this.#xml.write(this.#memory.subarray(end - 1, end));
    this.#isBetween = this.#scanner.isBetween && this.#scanner.parsed > parsed;
    return end;
  }
}

function isSpace(byte: number): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9;
}
