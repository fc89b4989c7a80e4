import { parse } from 'csv-parse/sync';
import type { Limits } from '../domain/limits.ts';
import type { Row, RowFault } from '../domain/table.ts';
import { LineFinder, UNKNOWN } from './csv-line-finder.ts';
import { type QuotedRecord, scanQuotedRecord } from './csv-quoted-record.ts';
import { RecordWidths, TEACHING_ROWS } from './csv-record-widths.ts';

/** More physical lines than any real cell has: a quote that stays open longer was never meant to open. */
const MOST_LINES = 200;
/** Characters of a row over the limit that are kept, to recognise it by. */
const KEPT = 200;

interface OpenRow extends Row {
  cells: readonly string[];
  raw?: string;
}

/**
 * Cuts text, given in pieces that may end anywhere, into rows. Holds no more than one record and one piece.
 * Records in which quotes mean something are read by csv-parse; the others by splitting, which a law in the tests holds equal to it.
 */
export class CsvSplitter {
  readonly #delimiter: string;
  readonly #limits: Pick<Limits, 'rowLength' | 'columns'>;
  readonly #raw: boolean;
  readonly #widths = new RecordWidths();
  #row = 0;
  #pending = '';
  /** Looking again at less text than this would make a slow trickle of pieces quadratic. */
  #worthwhile = 0;
  /** Within a physical line over the limit whose row was given already. */
  #skipping = false;
  #rows: OpenRow[] = [];
  /** Rows of this turn whose cells csv-parse is to fill in, and their text. */
  #unparsed: { readonly row: OpenRow; readonly text: string }[] = [];

  /** `raw`: rows come with the text they were read from, and nothing of the text is left out. */
  constructor(delimiter: string, limits: Pick<Limits, 'rowLength' | 'columns'>, raw = false) {
    this.#delimiter = delimiter;
    this.#limits = limits;
    this.#raw = raw;
  }

  /** Whether a record may be read by who is faster: none is open here, and how wide records are has been learnt. */
  get isBetweenRecords(): boolean {
    return this.#pending === '' && !this.#skipping && this.#row >= TEACHING_ROWS;
  }

  /** Counts records that someone else read, and gives the row number of the first. Only between records. */
  pass(records: number): number {
    const first = this.#row + 1;
    this.#row += records;
    return first;
  }

  /** The rows that are complete with this piece; the rest waits for the next. */
  write(piece: string): readonly Row[] {
    this.#pending += piece;
    return this.#pending.length < this.#worthwhile ? [] : this.#turn(false);
  }

  /** The last rows. A quote still open here is a fault of the line it stands on. */
  end(): readonly Row[] {
    return this.#turn(true);
  }

  #turn(ended: boolean): readonly Row[] {
    const text = this.#pending;
    this.#rows = [];
    this.#unparsed = [];
    const position = this.#cut(text, ended);
    this.#pending = text.slice(position);
    this.#worthwhile = this.#skipping ? 0 : this.#pending.length * 2;
    this.#parseQuoted();
    return this.#rows;
  }

  /** Gives the rows of `text` and returns where the first unfinished one begins. The hot loop: searches and one split a row. */
  #cut(text: string, ended: boolean): number {
    const lines = new LineFinder(text, ended);
    let position = 0;
    while (position < text.length) {
      const end = lines.lineEnd(position);
      const next = lines.lineAfter(end);
      const tooLong = end - position > this.#limits.rowLength;
      if (tooLong || this.#skipping) {
        position = this.#cutTooLong(text, position, end, next);
        if (next === UNKNOWN) return position;
      } else if (lines.nextQuote(position) < end) {
        const after = this.#cutQuoted(text, position, lines, ended);
        if (after === UNKNOWN) return position;
        this.#keepRaw(text, position, after);
        position = after;
      } else if (next === UNKNOWN) {
        return position;
      } else if (end === position && !this.#raw && this.#row > TEACHING_ROWS) {
        const blank = lines.blankLines(position);
        this.#row += blank.count;
        position = blank.after;
      } else {
        this.#give(text.slice(position, end).split(this.#delimiter));
        this.#keepRaw(text, position, next);
        position = next;
      }
    }
    return position;
  }

  /** Gives a line over the limit, or what is read of it; its text comes in parts, so that it need never be in memory. */
  #cutTooLong(text: string, start: number, end: number, next: number): number {
    if (!this.#skipping) this.#giveFault('row-too-long', text.slice(start, start + this.#kept));
    else if (this.#raw) this.#rows.push({ row: this.#row, cells: [], fault: 'row-too-long' });
    this.#skipping = next === UNKNOWN;
    // A CR at the very end is kept: with an LF at the start of the next piece it is one line break.
    const after = next === UNKNOWN ? end : next;
    this.#keepRaw(text, start, after);
    return after;
  }

  /** Gives the record with a quote in its first line that begins at `start`; returns where reading goes on, or `UNKNOWN` when it is not complete. */
  #cutQuoted(text: string, start: number, lines: LineFinder, ended: boolean): number {
    const firstEnd = lines.lineEnd(start);
    const record = this.#judged(text, start, firstEnd, ended);
    if (record === 'open') return UNKNOWN;
    const end = record === 'broken' ? firstEnd : record.end;
    const after = lines.lineAfter(end);
    if (after === UNKNOWN) return UNKNOWN;
    if (record === 'broken') this.#giveFault('unclosed-quote', text.slice(start, end));
    else if (record.cells !== null) this.#give(record.cells);
    else this.#giveUnparsed(text.slice(start, end), record.count);
    return after;
  }

  /** A record over several physical lines is believed only while nothing speaks against it: a stray quote must not swallow rows unseen. */
  #judged(text: string, start: number, firstEnd: number, ended: boolean): QuotedRecord {
    const record = scanQuotedRecord(text, start, this.#delimiter, ended);
    if (record === 'broken') return record;
    const end = record === 'open' ? text.length : record.end;
    if (end === firstEnd) return record;
    if (end - start > this.#limits.rowLength) return 'broken';
    const lines = text.slice(start, end).split(/\r\n|\n|\r/);
    if (lines.length > MOST_LINES) return 'broken';
    if (record === 'open') return record;
    return this.#widths.believes(record.count, lines, this.#delimiter, this.#row + 1) ? record : 'broken';
  }

  get #kept(): number {
    return Math.min(KEPT, this.#limits.rowLength);
  }

  #give(cells: readonly string[]): void {
    if (cells.length > this.#limits.columns) this.#rows.push(this.#overwide(cells.slice(0, this.#limits.columns)));
    else this.#rows.push({ row: this.#count(cells.length), cells });
  }

  #giveUnparsed(text: string, count: number): void {
    const row: OpenRow = count > this.#limits.columns ? this.#overwide([]) : { row: this.#count(count), cells: [] };
    this.#rows.push(row);
    this.#unparsed.push({ row, text });
  }

  #giveFault(fault: RowFault, line: string): void {
    this.#rows.push({ row: ++this.#row, cells: line.split(this.#delimiter, this.#limits.columns), fault });
  }

  /** Tells the row that was given last the text it was read from. */
  #keepRaw(text: string, start: number, end: number): void {
    const row = this.#rows.at(-1);
    if (this.#raw && row) row.raw = text.slice(start, end);
  }

  #overwide(cells: readonly string[]): OpenRow {
    return { row: ++this.#row, cells, fault: 'row-too-long' };
  }

  #count(cells: number): number {
    this.#row++;
    this.#widths.saw(cells, this.#row);
    return this.#row;
  }

  /** One call for all of a turn, as each call of csv-parse costs more than a record. A line break outside quotes never occurs within a record. */
  #parseQuoted(): void {
    if (this.#unparsed.length === 0) return;
    const records = parse(this.#unparsed.map(({ text }) => text).join('\n'), {
      delimiter: this.#delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
    });
    if (records.length !== this.#unparsed.length)
      throw new Error('the splitter and csv-parse disagree on what a record is');
    for (const [index, { row }] of this.#unparsed.entries()) {
      row.cells = (records[index] ?? []).slice(0, this.#limits.columns);
    }
  }
}
