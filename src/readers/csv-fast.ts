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
/** Records in one batch: their bounds stay in the cache of a processor. */
const MOST_RECORDS = 512;
/** Bytes given to the splitter at once while nobody knows the table yet. */
const TEXT_PIECE = 2048;
/** Bytes without a line feed after which this is no file of ordinary lines. */
const LONGEST_WAIT = 256 * 1024;
/** Bytes behind the last, as `PlainRecords` promises. */
const SLACK = 16;

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
  #scanner: PlainScanner | null = null;
  #width = 0;
  /** What is being read: the bytes held back from the chunks before, then those of the last. One piece of memory for all of a file. */
  #memory: Buffer = Buffer.alloc(LONGEST_WAIT * 2 + SLACK);
  #view = viewOf(this.#memory);
  #from = 0;
  #to = 0;
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
    const bytes = this.#with(chunk);
    if (!this.#started && bytes.length < 4) return;
    const from = this.#started ? 0 : bomToSkip(bytes, this.#options.encoding);
    this.#started = true;
    const lineEnd = bytes.lastIndexOf(LINE_FEED) + 1;
    if (lineEnd === 0 && bytes.length > LONGEST_WAIT) this.#onlyText = true;
    const to = this.#onlyText ? bytes.length - this.#unfinished(bytes) : Math.max(lineEnd, from);
    this.#checkUtf8(bytes, from, to);
    yield* this.#lines(bytes, from, to);
    this.#from += to;
    this.#offset += to;
  }

  *end(): Generator<readonly Row[] | PlainRecords, void, undefined> {
    const bytes = this.#memory.subarray(this.#from, this.#to);
    const from = this.#started ? 0 : bomToSkip(bytes, this.#options.encoding);
    this.#checkUtf8(bytes, from, bytes.length);
    const rows = this.#splitter.write(this.#text(bytes, from, bytes.length));
    if (rows.length > 0) yield rows;
    const last = this.#splitter.end();
    if (last.length > 0) yield last;
  }

  /** The bytes held back with those of a chunk behind them. */
  #with(chunk: Uint8Array): Buffer {
    const held = this.#to - this.#from;
    if (held + chunk.length + SLACK > this.#memory.length) {
      const wider = Buffer.alloc((held + chunk.length) * 2 + SLACK);
      this.#memory.copy(wider, 0, this.#from, this.#to);
      this.#memory = wider;
      this.#view = viewOf(wider);
    } else this.#memory.copyWithin(0, this.#from, this.#to);
    this.#memory.set(chunk, held);
    this.#from = 0;
    this.#to = held + chunk.length;
    return this.#memory.subarray(0, this.#to);
  }

  *#lines(bytes: Buffer, from: number, to: number): Generator<readonly Row[] | PlainRecords, void, undefined> {
    for (let position = from; position < to; ) {
      const columns = this.#plainColumns();
      if (columns === null || !this.#splitter.isBetweenRecords) {
        // A few lines until the header is known, and one while a record goes on: to be with the scanner as soon as may be.
        const reach = columns === null ? position + TEXT_PIECE : position;
        const next = this.#onlyText || reach >= to ? to : bytes.indexOf(LINE_FEED, reach) + 1;
        yield* this.#asText(bytes, position, next);
        position = next;
        continue;
      }
      const scanner = this.#scannerFor(columns);
      const { count, next, end } = scanner.scan(bytes, position, to);
      if (count > 0) yield this.#records(bytes, scanner.bounds, count);
      position = next;
      if (end === 'lone-return') this.#onlyText = true;
      if (end === 'not-plain') {
        const after = bytes.indexOf(LINE_FEED, position) + 1;
        yield* this.#asText(bytes, position, after);
        position = after;
      }
    }
  }

  *#asText(bytes: Buffer, start: number, end: number): Generator<readonly Row[], void, undefined> {
    const rows = this.#splitter.write(this.#text(bytes, start, end));
    if (rows.length > 0) yield rows;
  }

  #plainColumns(): number | null {
    const columns = this.#onlyText ? null : this.#columns();
    return columns === null || columns > this.#options.limits.columns ? null : columns;
  }

  #scannerFor(columns: number): PlainScanner {
    if (this.#scanner === null || this.#width !== columns) {
      const { delimiter, limits } = this.#options;
      this.#width = columns;
      this.#scanner = new PlainScanner(columns, delimiter.charCodeAt(0), MOST_RECORDS, limits.rowLength);
    }
    return this.#scanner;
  }

  #records(bytes: Buffer, bounds: Int32Array, count: number): PlainRecords {
    const columns = this.#width;
    const firstRow = this.#splitter.pass(count);
    const cell = (start: number, end: number) => unquoted(this.#text(bytes, start, end));
    return {
      bytes,
      view: this.#view,
      count,
      firstRow,
      columns,
      bounds,
      row(index) {
        const at = index * (columns + 1);
        const cells: string[] = [];
        for (let column = 0; column < columns; column++) {
          cells.push(cell(bounds[at + column]! + (column === 0 ? 0 : 1), bounds[at + column + 1]!));
        }
        return { row: firstRow + index, cells };
      },
    };
  }

  /** The text of whole characters. */
  #text(bytes: Buffer, start: number, end: number): string {
    const part = bytes.subarray(start, end);
    if (isAscii(part)) return part.toString('latin1');
    return this.#options.encoding === 'utf-8' ? part.toString('utf8') : iconv.decode(part, 'windows-1252');
  }

  #checkUtf8(bytes: Buffer, start: number, end: number): void {
    if (this.#options.encoding !== 'utf-8') return;
    const part = bytes.subarray(start, end);
    if (!isUtf8(part)) throw new NotUtf8(this.#offset + start + (firstNotUtf8(part) ?? 0));
  }

  #unfinished(bytes: Buffer): number {
    return this.#options.encoding === 'utf-8' ? unfinishedTail(bytes) : 0;
  }
}

function viewOf(memory: Buffer): DataView {
  return new DataView(memory.buffer, memory.byteOffset, memory.length);
}

function unquoted(cell: string): string {
  return cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}
