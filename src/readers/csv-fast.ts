import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import type { PlainRecords } from '../domain/plain-records.ts';
import type { Row } from '../domain/table.ts';
import { type CsvOptions, readCsv } from './csv.ts';
import { PlainScanner } from './csv-plain.ts';
import { CsvSplitter } from './csv-splitter.ts';
import { bomToSkip, NotUtf8 } from './decode.ts';
import { firstNotUtf8, unfinishedTail } from './utf8.ts';

const LINE_FEED = 10;
const RETURN = 13;
const EMPTY: Row = { row: 0, cells: [] };
/** Bytes given to the splitter at once while nobody knows the table yet. */
const TEXT_PIECE = 2048;
/** Bytes without a line feed after which this is no file of ordinary lines. */
const LONGEST_WAIT = 256 * 1024;
/**
 * The rows of a CSV as `readCsv` gives them, the plain ones as bytes. `columns` is asked as reading goes on: how many cells a plain record has,
 * null as long as rows are wanted as text. Every record that is not plain comes as the splitter reads it; so does all of a file in an encoding
 * whose bytes are not ASCII where they look so. Throws `NotUtf8` as `readCsv` does.
 */
export async function* readCsvFast(
  chunks: AsyncIterable<Uint8Array>,
  options: Omit<CsvOptions, 'raw'>,
  columns: () => number | null,
): AsyncGenerator<readonly Row[] | PlainRecords, void, undefined> {
  if (!['utf-8', 'windows-1252'].includes(options.encoding) || options.delimiter.charCodeAt(0) > 0x7f) {
    yield* readCsv(chunks, options);
    return;
  }
  const reader = new FastReader(options, columns);
  for await (const chunk of chunks) yield* reader.write(chunk);
  yield* reader.end();
}

/** Cuts chunks in whole lines and gives each to the scanner, or as text to the splitter. */
class FastReader {
  readonly #options: Omit<CsvOptions, 'raw'>;
  readonly #columns: () => number | null;
  readonly #splitter: CsvSplitter;
  /** Its memory holds what is being read: the bytes held back from the chunks before, then those of the last. */
  readonly #scanner = new PlainScanner();
  #from = this.#scanner.start;
  #to = this.#scanner.start;
  /** Bytes before those held. */
  #offset = 0;
  #started = false;
  /** From here to the end all is text: lines are too long, or end in another way. */
  #onlyText = false;

  constructor(options: Omit<CsvOptions, 'raw'>, columns: () => number | null) {
    this.#options = options;
    this.#columns = columns;
    this.#splitter = new CsvSplitter(options.delimiter, options.limits);
  }

  *write(chunk: Uint8Array): Generator<readonly Row[] | PlainRecords, void, undefined> {
    this.#take(chunk);
    if (!this.#started && this.#to - this.#from < 4) return;
    const from = this.#from + this.#mark();
    this.#started = true;
    const lineEnd = this.#bytes.subarray(0, this.#to).lastIndexOf(LINE_FEED) + 1;
    if (lineEnd <= from && this.#to - from > LONGEST_WAIT) this.#onlyText = true;
    const to = this.#onlyText ? this.#to - this.#unfinished() : Math.max(lineEnd, from);
    this.#checkUtf8(from, to);
    yield* this.#lines(from, to);
    this.#offset += to - this.#from;
    this.#from = to;
  }

  *end(): Generator<readonly Row[] | PlainRecords, void, undefined> {
    const from = this.#from + this.#mark();
    this.#checkUtf8(from, this.#to);
    const rows = this.#splitter.write(this.#text(from, this.#to));
    if (rows.length > 0) yield rows;
    const last = this.#splitter.end();
    if (last.length > 0) yield last;
  }

  get #bytes(): Buffer {
    return this.#scanner.bytes;
  }

  /** Bytes of the mark that a file may begin with. */
  #mark(): number {
    return this.#started ? 0 : bomToSkip(this.#bytes.subarray(this.#from, this.#to), this.#options.encoding);
  }

  /** Puts a chunk behind the bytes held back. */
  #take(chunk: Uint8Array): void {
    const { start } = this.#scanner;
    const to = start + this.#to - this.#from;
    this.#bytes.copyWithin(start, this.#from, this.#to);
    this.#scanner.reserve(to + chunk.length);
    this.#bytes.set(chunk, to);
    this.#from = start;
    this.#to = to + chunk.length;
  }

  *#lines(from: number, to: number): Generator<readonly Row[] | PlainRecords, void, undefined> {
    for (let position = from; position < to; ) {
      const columns = this.#plainColumns();
      if (columns === null || !this.#splitter.isBetweenRecords) {
        // A few lines until the header is known, and one while a record goes on: to be with the scanner as soon as may be.
        const reach = columns === null ? position + TEXT_PIECE : position;
        const next = this.#onlyText || reach >= to ? to : this.#bytes.indexOf(LINE_FEED, reach) + 1;
        yield* this.#asText(position, next);
        position = next;
        continue;
      }
      const { delimiter, limits } = this.#options;
      const { count, next, end } = this.#scanner.scan(position, to, columns, delimiter.charCodeAt(0), limits.rowLength);
      if (count > 0) yield this.#records(columns, count);
      position = next;
      if (end === 'lone-return') this.#onlyText = true;
      if (end === 'not-plain') {
        const after = afterBlankLines(this.#bytes, this.#bytes.indexOf(LINE_FEED, position) + 1, to);
        yield* this.#asText(position, after);
        position = after;
      }
    }
  }

  *#asText(start: number, end: number): Generator<readonly Row[], void, undefined> {
    const rows = this.#splitter.write(this.#text(start, end));
    if (rows.length > 0) yield rows;
  }

  #plainColumns(): number | null {
    const columns = this.#onlyText ? null : this.#columns();
    // In a table of one column a blank line would be a record like any other: the splitter counts them, millions at a time.
    if (columns === null || columns < 2) return null;
    return columns > this.#options.limits.columns || !this.#scanner.hasRoomFor(columns) ? null : columns;
  }

  #records(columns: number, count: number): PlainRecords {
    const { bytes, view, bounds } = this.#scanner;
    const firstRow = this.#splitter.pass(count);
    const row = (index: number): Row => ({
      row: firstRow + index,
      cells: this.#cells(index * (columns + 1), columns),
    });
    let last = { index: -1, row: EMPTY };
    return {
      bytes,
      view,
      count,
      firstRow,
      columns,
      bounds,
      row(index) {
        // Asked for by each who finds something out of the ordinary in it.
        if (last.index !== index) last = { index, row: row(index) };
        return last.row;
      },
    };
  }

  /** The cells of the record whose bounds begin at `at`. */
  #cells(at: number, columns: number): string[] {
    const { bytes, bounds } = this.#scanner;
    const start = bounds[at]!;
    const end = bounds[at + columns]!;
    // One text that is cut costs less than a text a cell; in ASCII every byte is a character.
    const record = isAscii(bytes.subarray(start, end)) ? bytes.toString('latin1', start, end) : null;
    const cells: string[] = [];
    for (let column = 0; column < columns; column++) {
      const from = bounds[at + column]! + (column === 0 ? 0 : 1);
      const to = bounds[at + column + 1]!;
      cells.push(unquoted(record === null ? this.#text(from, to) : record.slice(from - start, to - start)));
    }
    return cells;
  }

  /** The text of whole characters. */
  #text(start: number, end: number): string {
    const part = this.#bytes.subarray(start, end);
    if (isAscii(part)) return part.toString('latin1');
    return this.#options.encoding === 'utf-8' ? part.toString('utf8') : iconv.decode(part, 'windows-1252');
  }

  #checkUtf8(start: number, end: number): void {
    if (this.#options.encoding !== 'utf-8') return;
    const part = this.#bytes.subarray(start, end);
    if (!isUtf8(part)) throw new NotUtf8(this.#offset + start - this.#from + (firstNotUtf8(part) ?? 0));
  }

  #unfinished(): number {
    return this.#options.encoding === 'utf-8' ? unfinishedTail(this.#bytes.subarray(this.#from, this.#to)) : 0;
  }
}

/** Where the blank lines from here on end: a file of nothing else is given to the splitter in pieces, not line by line. */
function afterBlankLines(bytes: Uint8Array, from: number, to: number): number {
  let after = from;
  while (after < to) {
    const feed = bytes[after] === RETURN ? after + 1 : after;
    if (bytes[feed] !== LINE_FEED) break;
    after = feed + 1;
  }
  return after;
}

function unquoted(cell: string): string {
  return cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}
