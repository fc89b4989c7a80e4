import { BytePool } from '../domain/byte-pool.ts';
import { cellEnd, cellStart, type PlainRecords } from '../domain/plain-records.ts';

/** Texts of one column that are remembered: dates, units, rates and the like have fewer; beyond, each cell is read by itself. */
const MOST = 8192;
/** Bytes of a text that is found by three integers. */
const SHORT = 12;
/** Integers of a slot: the text, padded with zeros, then its length below its number. A length of 0 is a free slot. */
const SLOT = 4;
const LENGTH_BITS = 4;
/** By length: which bits of each of three integers are the text. */
const MASKS = [0, 4, 8].map((from) =>
  Int32Array.from({ length: SHORT + 1 }, (_, length) => {
    const bytes = Math.min(4, Math.max(0, length - from));
    return bytes === 4 ? -1 : 2 ** (8 * bytes) - 1;
  }),
) as [Int32Array, Int32Array, Int32Array];
const [FIRST, SECOND, THIRD] = MASKS;

/**
 * What the cells of one column mean, by their bytes. Each text is read once, by the function that reads it for every other row too,
 * so that bytes can mean nothing that text does not. `undefined` is the meaning of
 * whatever needs a second look; it is asked for again each time, for it may be known by then.
 */
export class CellMeanings<Meaning> {
  readonly #read: (text: string) => Meaning | undefined;
  readonly #meanings: (Meaning | undefined)[];
  /** Short texts, which are nearly all: open addressing, a power of two. */
  #slots = new Int32Array(64 * SLOT);
  /** The few longer ones; a number of theirs is that of `#longMeanings`. */
  readonly #long = new BytePool();
  readonly #longMeanings: (Meaning | undefined)[] = [];

  constructor(read: (text: string) => Meaning | undefined) {
    this.#read = read;
    this.#meanings = [read('')];
  }

  /** The meaning of a cell; of an empty one when there is no such column (-1). */
  of(records: PlainRecords, index: number, column: number): Meaning | undefined {
    if (column < 0) return this.#meanings[0];
    const start = cellStart(records, index, column);
    const length = cellEnd(records, index, column) - start;
    if (length > SHORT) return this.#ofLong(records, index, column);
    if (length === 0) return this.#meanings[0] === undefined ? this.#read('') : this.#meanings[0];
    const { view } = records;
    const first = view.getInt32(start, true) & FIRST[length]!;
    const second = view.getInt32(start + 4, true) & SECOND[length]!;
    const third = view.getInt32(start + 8, true) & THIRD[length]!;
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = slotOf(first, second, third) & mask;
    for (;;) {
      const known = slots[slot + 3]!;
      if (known === 0) return this.#readNew(records, index, column, Int32Array.of(first, second, third, length), slot);
      const isSame = slots[slot] === first && slots[slot + 1] === second && slots[slot + 2] === third;
      if (isSame && (known & (2 ** LENGTH_BITS - 1)) === length) {
        const meaning = this.#meanings[known >> LENGTH_BITS];
        return meaning === undefined ? this.#readAgain(records, index, column, known >> LENGTH_BITS) : meaning;
      }
      slot = (slot + SLOT) & mask;
    }
  }

  #readNew(records: PlainRecords, index: number, column: number, text: Int32Array, slot: number): Meaning | undefined {
    const meaning = this.#read(records.row(index).cells[column] ?? '');
    const number = this.#meanings.length;
    if (number >= MOST) return meaning;
    this.#meanings.push(meaning);
    text[3]! |= number << LENGTH_BITS;
    this.#slots.set(text, slot);
    if (number * SLOT * 2 > this.#slots.length) this.#widen();
    return meaning;
  }

  #readAgain(records: PlainRecords, index: number, column: number, number: number): Meaning | undefined {
    const meaning = this.#read(records.row(index).cells[column] ?? '');
    this.#meanings[number] = meaning;
    return meaning;
  }

  #ofLong(records: PlainRecords, index: number, column: number): Meaning | undefined {
    const start = cellStart(records, index, column);
    const end = cellEnd(records, index, column);
    const full = this.#long.size >= MOST;
    const number = full ? this.#long.find(records.bytes, start, end) : this.#long.intern(records.bytes, start, end);
    const known = number < 0 ? undefined : this.#longMeanings[number];
    if (known !== undefined) return known;
    const meaning = this.#read(records.row(index).cells[column] ?? '');
    if (number >= 0) this.#longMeanings[number] = meaning;
    return meaning;
  }

  #widen(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let from = 0; from < this.#slots.length; from += SLOT) {
      const text = this.#slots.subarray(from, from + SLOT);
      if (text[3] === 0) continue;
      let slot = slotOf(text[0]!, text[1]!, text[2]!) & mask;
      while (slots[slot + 3] !== 0) slot = (slot + SLOT) & mask;
      slots.set(text, slot);
    }
    this.#slots = slots;
  }
}

/** Where the search for a text begins; to be cut to the size of the table, and a multiple of the size of a slot by then. */
function slotOf(first: number, second: number, third: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) & ~(SLOT - 1);
}
