import { RowScanner, UNUSUAL } from './xlsx-row-scanner.ts';
import type { SheetBuilder } from './xlsx-sheet.ts';
import type { XmlReader } from './xlsx-xml.ts';

const DATA = Buffer.from('<sheetData>');
const DATA_END = Buffer.from('</sheetData>');
const ROW = Buffer.from('<row');
const ROW_END = Buffer.from('</row>');
const LESS = 60;
const GREATER = 62;
const SLASH = 47;
/** Bytes of XML parsed between two looks at what waits: a row of forty bytes can be 16,384 cells wide. */
const PIECE = 4096;
/** Cells that may wait to be taken. */
const MOST_WAITING = 16_384;
/** Bytes of a row that is waited for; a longer one is parsed as it comes. */
const LONGEST = 1_000_000;

/**
 * A worksheet part as it comes: rows as spreadsheet programs write them are read from their bytes, all else goes to the parser of XML: what
 * stands before and behind the rows, and every unusual row from its first byte to its last. So the parser judges the same document,
 * without the rows that could teach it nothing. A class, because it holds the bytes of a row that is not all there yet.
 */
export class SheetBytes {
  readonly #xml: XmlReader;
  readonly #builder: SheetBuilder;
  readonly #scanner: RowScanner;
  #held: Buffer = Buffer.alloc(0);
  /** The parser stands exactly where a row may begin, and in no comment or the like. */
  #isBetweenRows = false;
  /** From here on all is for the parser: the rows have ended. */
  #isBehind = false;

  constructor(xml: XmlReader, builder: SheetBuilder) {
    this.#xml = xml;
    this.#builder = builder;
    this.#scanner = new RowScanner(builder);
  }

  /** Reads a chunk; yields whenever rows should be taken. */
  *write(chunk: Uint8Array): Generator<void, void, undefined> {
    const bytes = Buffer.concat([this.#held, chunk]);
    let at = 0;
    while (at < bytes.length) {
      const next = this.#isBetweenRows ? this.#row(bytes, at) : this.#byParser(bytes, at);
      if (next === null) break;
      at = next;
      if (this.#builder.waitingCells >= MOST_WAITING) yield;
    }
    this.#held = bytes.subarray(at);
    yield;
  }

  /** Gives the parser what is left. */
  *end(): Generator<void, void, undefined> {
    for (let at = 0; at < this.#held.length; at += PIECE) {
      this.#xml.write(this.#held.subarray(at, at + PIECE));
      yield;
    }
    this.#xml.end();
    yield;
  }

  /** Up to where the rows begin or an unusual row ends, but no more than is parsed at once. */
  #byParser(bytes: Buffer, at: number): number {
    const mark = this.#builder.isInData ? ROW_END : DATA;
    const found = this.#isBehind ? -1 : bytes.subarray(at, at + PIECE).indexOf(mark);
    if (found < 0) {
      // A mark may have begun in these bytes: then it is passed over, and the next one found.
      const end = Math.min(bytes.length, at + PIECE);
      this.#xml.write(bytes.subarray(at, end));
      return end;
    }
    return this.#throughMark(bytes, at, at + found + mark.length);
  }

  /** Behind the next row, or what stands in its place; null when it is not all there. */
  #row(bytes: Buffer, at: number): number | null {
    const start = bytes.indexOf(LESS, at);
    if (start < 0) return null;
    if (startsWith(bytes, start, DATA_END)) {
      this.#isBetweenRows = false;
      this.#isBehind = true;
      return at;
    }
    const limit = endOfRow(bytes, start);
    if (limit < 0) {
      if (bytes.length - at < LONGEST) return null;
      this.#isBetweenRows = false;
      return at;
    }
    const isBlank = start === at || bytes.toString('latin1', at, start).trim() === '';
    const next = isBlank ? this.#scanner.scan(bytes, start, limit) : UNUSUAL;
    return next === UNUSUAL ? this.#throughMark(bytes, at, limit) : next;
  }

  /** Parses up to and including a mark. The parser stands between rows again when it was the last byte that ended a row, or began them. */
  #throughMark(bytes: Buffer, at: number, end: number): number {
    const builder = this.#builder;
    this.#xml.write(bytes.subarray(at, end - 1));
    const [rows, wasInData] = [builder.rowsEnded, builder.isInData];
    this.#xml.write(bytes.subarray(end - 1, end));
    this.#isBetweenRows = builder.isBetweenRows && (builder.rowsEnded > rows || !wasInData);
    return end;
  }
}

/** Where a row that begins here seems to end; -1 when that is not there yet. */
function endOfRow(bytes: Buffer, start: number): number {
  const greater = bytes.indexOf(GREATER, start);
  if (greater < 0) return -1;
  if (bytes[greater - 1] === SLASH && startsWith(bytes, start, ROW)) return greater + 1;
  const end = bytes.indexOf(ROW_END, greater);
  return end < 0 ? -1 : end + ROW_END.length;
}

function startsWith(bytes: Buffer, at: number, wanted: Buffer): boolean {
  return bytes.compare(wanted, 0, wanted.length, at, Math.min(at + wanted.length, bytes.length)) === 0;
}
