import { BytePool } from '../domain/byte-pool.ts';
import { cellEnd, cellStart, type PlainRecords } from '../domain/plain-records.ts';

/** Texts of one column that are remembered: dates, units, rates and the like have fewer; beyond, each cell is read by itself. */
const MOST = 8192;
/** Bytes of a text that is worth remembering: eight thousand of a megabyte would fill memory. */
const LONGEST = 200;
/** Bytes of a text that is found by three integers. */
const SHORT = 12;
/** Integers of a slot: the text, padded with zeros, then its length below its number. A length of 0 is a free slot. */
const SLOT = 4;
const LENGTH_BITS = 4;
const LENGTH_MASK = 2 ** LENGTH_BITS - 1;
/** By length: which bits of each of three integers are the text. */
const MASKS = [0, 4, 8].map((from) =>
  Int32Array.from({ length: SHORT + 1 }, (_, length) => {
    const bytes = Math.min(4, Math.max(0, length - from));
    return bytes === 4 ? -1 : 2 ** (8 * bytes) - 1;
  }),
) as [Int32Array, Int32Array, Int32Array];
const [FIRST, SECOND, THIRD] = MASKS;
/** In place of the number of a meaning: ask `of`. */
const ASK = -1;

/**
 * What the cells of one column mean, by their bytes. Each text is read once, by the function that reads it for every other row too,
 * so that bytes can mean nothing that text does not. `undefined` is the meaning of
 * whatever needs a second look; it is asked for again each time, for it may be known by then.
 */
export class CellMeanings<Meaning> {
  readonly #read: (text: string) => Meaning | undefined;
  /** By number; that of the empty cell is 0. Only the first may be undefined. */
  readonly #meanings: (Meaning | undefined)[];
  /** Short texts, which are nearly all: open addressing, a power of two. */
  #slots = new Int32Array(64 * SLOT);
  /** The few longer ones; a number of theirs is that of `#longMeanings`. */
  readonly #long = new BytePool();
  readonly #longMeanings: (Meaning | undefined)[] = [];
  #numbers = new Int32Array(512);

  constructor(read: (text: string) => Meaning | undefined) {
    this.#read = read;
    this.#meanings = [read('')];
  }

  /**
   * The numbers of the meanings of one column, for the records of these indices or for the first so many: `named` tells what a number means, and
   * a negative one is for `of`. One loop over a column takes a fraction of what asking cell by cell does. Good until the next call.
   */
  look(records: PlainRecords, column: number, picked: Int32Array | null, count: number): Int32Array {
    if (this.#numbers.length < count) this.#numbers = new Int32Array(count * 2);
    const numbers = this.#numbers;
    const ofEmpty = this.#meanings[0] === undefined ? ASK : 0;
    if (column < 0) return numbers.fill(ofEmpty, 0, count);
    const { bounds, columns, view } = records;
    const behind = column === 0 ? 0 : 1;
    for (let turn = 0; turn < count; turn++) {
      const at = (picked === null ? turn : picked[turn]!) * (columns + 1) + column;
      const start = bounds[at]! + behind;
      const length = bounds[at + 1]! - start;
      numbers[turn] = length === 0 ? ofEmpty : length > SHORT ? ASK : this.#find(view, start, length);
    }
    return numbers;
  }

  /** What a number of `look` means. */
  named(number: number): Meaning | undefined {
    return this.#meanings[number];
  }

  /** The meaning of a cell of which `look` told the number. */
  at(number: number, records: PlainRecords, index: number, column: number): Meaning | undefined {
    return number >= 0 ? this.#meanings[number] : this.of(records, index, column);
  }

  /** The meaning of a cell; of an empty one when there is no such column (-1). */
  of(records: PlainRecords, index: number, column: number): Meaning | undefined {
    if (column < 0) return this.#meanings[0];
    const start = cellStart(records, index, column);
    const length = cellEnd(records, index, column) - start;
    if (length > SHORT) return this.#ofLong(records, index, column);
    if (length === 0) return this.#meanings[0] === undefined ? this.#read('') : this.#meanings[0];
    const number = this.#find(records.view, start, length);
    if (number !== ASK) return this.#meanings[number];
    const meaning = this.#read(textOf(records, index, column));
    if (meaning !== undefined && this.#meanings.length < MOST) this.#remember(records.view, start, length, meaning);
    return meaning;
  }

  /** The number of a short text, or `ASK`. */
  #find(view: DataView, start: number, length: number): number {
    const first = view.getInt32(start, true) & FIRST[length]!;
    const second = view.getInt32(start + 4, true) & SECOND[length]!;
    const third = view.getInt32(start + 8, true) & THIRD[length]!;
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = slotOf(first, second, third) & mask;
    for (let known = slots[slot + 3]!; known !== 0; known = slots[slot + 3]!) {
      const isSame = slots[slot] === first && slots[slot + 1] === second && slots[slot + 2] === third;
      if (isSame && (known & LENGTH_MASK) === length) return known >> LENGTH_BITS;
      slot = (slot + SLOT) & mask;
    }
    return ASK;
  }

  #remember(view: DataView, start: number, length: number, meaning: Meaning): void {
    const number = this.#meanings.push(meaning) - 1;
    const first = view.getInt32(start, true) & FIRST[length]!;
    const second = view.getInt32(start + 4, true) & SECOND[length]!;
    const third = view.getInt32(start + 8, true) & THIRD[length]!;
    place(this.#slots, Int32Array.of(first, second, third, (number << LENGTH_BITS) | length));
    if (number * SLOT * 2 > this.#slots.length) this.#widen();
  }

  #ofLong(records: PlainRecords, index: number, column: number): Meaning | undefined {
    const start = cellStart(records, index, column);
    const end = cellEnd(records, index, column);
    if (end - start > LONGEST) return this.#read(textOf(records, index, column));
    const full = this.#long.size >= MOST;
    const number = full ? this.#long.find(records.view, start, end) : this.#long.intern(records.view, start, end);
    const known = number < 0 ? undefined : this.#longMeanings[number];
    if (known !== undefined) return known;
    const meaning = this.#read(textOf(records, index, column));
    if (number >= 0) this.#longMeanings[number] = meaning;
    return meaning;
  }

  #widen(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    for (let from = 0; from < this.#slots.length; from += SLOT) {
      const text = this.#slots.subarray(from, from + SLOT);
      if (text[3] !== 0) place(slots, text);
    }
    this.#slots = slots;
  }
}

function textOf(records: PlainRecords, index: number, column: number): string {
  return records.row(index).cells[column] ?? '';
}

/** Puts a text in the first free slot from its own on. */
function place(slots: Int32Array, text: Int32Array): void {
  const mask = slots.length - 1;
  let slot = slotOf(text[0]!, text[1]!, text[2]!) & mask;
  while (slots[slot + 3] !== 0) slot = (slot + SLOT) & mask;
  slots.set(text, slot);
}

/** Where the search for a text begins; to be cut to the size of the table, and a multiple of the size of a slot by then. */
function slotOf(first: number, second: number, third: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) & ~(SLOT - 1);
}
