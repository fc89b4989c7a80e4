import { BytePool } from '../domain/byte-pool.ts';
import { cellEnd, cellStart, type PlainRecords } from '../domain/plain-records.ts';

/** Texts of one column that are remembered: dates, units, rates and the like have fewer; beyond, each cell is read by itself. */
const MOST = 8192;

/**
 * What the cells of one column mean, by their bytes. Each text is read once, by the function that reads it for every other row too,
 * so that bytes can mean nothing that text does not. `undefined` is the meaning of
 * whatever needs a second look; it is asked for again each time, for it may be known by then.
 */
export class CellMeanings<Meaning> {
  readonly #read: (text: string) => Meaning | undefined;
  readonly #texts = new BytePool();
  readonly #meanings: (Meaning | undefined)[];

  constructor(read: (text: string) => Meaning | undefined) {
    this.#read = read;
    this.#meanings = [read('')];
  }

  /** The meaning of a cell; of an empty one when there is no such column (-1). */
  of(records: PlainRecords, index: number, column: number): Meaning | undefined {
    if (column < 0) return this.#meanings[0];
    const start = cellStart(records, index, column);
    const end = cellEnd(records, index, column);
    const full = this.#texts.size >= MOST;
    const number = full ? this.#texts.find(records.bytes, start, end) : this.#texts.intern(records.bytes, start, end);
    const known = number < 0 ? undefined : this.#meanings[number];
    if (known !== undefined) return known;
    const meaning = this.#read(records.row(index).cells[column] ?? '');
    if (number >= 0) this.#meanings[number] = meaning;
    return meaning;
  }
}
