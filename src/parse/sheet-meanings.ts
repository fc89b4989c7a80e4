import { BytePool } from '../domain/byte-pool.ts';
import { CELL_INTS, type SheetRecords } from '../domain/sheet-records.ts';
import type { CellKind } from '../domain/table.ts';

/** Values of one column that are remembered; beyond, each cell is read by itself. */
const MOST = 8192;
/** Bytes of a value that is found by three integers: all but the noise of binary fractions. */
const SHORT = 12;
/** Integers of a slot: the value, padded with zeros, then its tag above its length. 0 there is a free slot. */
const SLOT = 4;
const LENGTH_BITS = 4;
const ASK = -1;

/**
 * What the cells of one column of a worksheet mean, by their tag and bytes: what `CellMeanings` is to a CSV, and asked as it is. So a date is known
 * by the digits of its day, and a text by the number of its shared string; no text is made to look one up.
 */
export class SheetMeanings<Meaning> {
  readonly #read: (text: string, kind: CellKind) => Meaning | undefined;
  /** By number; that of the empty cell is 0. Only the first may be undefined. */
  readonly #meanings: (Meaning | undefined)[];
  /** Open addressing, a power of two. */
  #slots = new Int32Array(64 * SLOT);
  /** The number of the meaning in each slot. */
  #taken = new Int32Array(64);
  #used = 0;
  /** The few longer ones by their tag; a number of theirs is that of its meanings. */
  readonly #long = new Map<number, { readonly pool: BytePool; readonly meanings: (Meaning | undefined)[] }>();
  #numbers = new Int32Array(512);

  constructor(read: (text: string, kind: CellKind) => Meaning | undefined) {
    this.#read = read;
    this.#meanings = [read('', 'text')];
  }

  look(records: SheetRecords, column: number, picked: Int32Array | null, count: number): Int32Array {
    if (this.#numbers.length < count) this.#numbers = new Int32Array(count * 2);
    const numbers = this.#numbers;
    const ofEmpty = this.#meanings[0] === undefined ? ASK : 0;
    if (column < 0) return numbers.fill(ofEmpty, 0, count);
    const { cells, columns, view } = records;
    for (let turn = 0; turn < count; turn++) {
      const at = ((picked === null ? turn : picked[turn]!) * columns + column) * CELL_INTS;
      const tag = cells[at]!;
      numbers[turn] = tag === 0 ? ofEmpty : this.#find(view, tag, cells[at + 1]!, cells[at + 2]! - cells[at + 1]!);
    }
    return numbers;
  }

  named(number: number): Meaning | undefined {
    return this.#meanings[number];
  }

  at(number: number, records: SheetRecords, index: number, column: number): Meaning | undefined {
    return number >= 0 ? this.#meanings[number] : this.of(records, index, column);
  }

  of(records: SheetRecords, index: number, column: number): Meaning | undefined {
    if (column < 0) return this.#meanings[0];
    const at = (index * records.columns + column) * CELL_INTS;
    const tag = records.cells[at]!;
    if (tag === 0) return this.#meanings[0] === undefined ? this.#read('', 'text') : this.#meanings[0];
    const start = records.cells[at + 1]!;
    const length = records.cells[at + 2]! - start;
    if (length > SHORT) return this.#ofLong(records, index, column, tag, start, length);
    const number = this.#find(records.view, tag, start, length);
    if (number !== ASK) return this.#meanings[number];
    const meaning = this.#readCell(records, index, column);
    if (meaning !== undefined && this.#used < MOST) {
      this.#used++;
      const slot = this.#slotOf(records.view, tag, start, length);
      this.#slots.set(keyOf(records.view, tag, start, length), slot * SLOT);
      this.#taken[slot] = this.#meanings.push(meaning) - 1;
      if (this.#used * 2 > this.#taken.length) this.#widen();
    }
    return meaning;
  }

  #readCell(records: SheetRecords, index: number, column: number): Meaning | undefined {
    const { text, kind } = records.cell(index, column);
    return this.#read(text, kind);
  }

  /** The number of a value, or `ASK`. */
  #find(view: DataView, tag: number, start: number, length: number): number {
    if (length > SHORT) return ASK;
    const slot = this.#slotOf(view, tag, start, length);
    return this.#slots[slot * SLOT + 3] === 0 ? ASK : this.#taken[slot]!;
  }

  /** The slot of a value, or the free one where it belongs. */
  #slotOf(view: DataView, tag: number, start: number, length: number): number {
    const first = view.getInt32(start, true) & maskOf(length);
    const second = length > 4 ? view.getInt32(start + 4, true) & maskOf(length - 4) : 0;
    const third = length > 8 ? view.getInt32(start + 8, true) & maskOf(length - 8) : 0;
    const fourth = (tag << LENGTH_BITS) | length;
    const slots = this.#slots;
    const mask = this.#taken.length - 1;
    let slot = hashOf(first, second, third, fourth) & mask;
    for (let at = slot * SLOT; slots[at + 3] !== 0; at = slot * SLOT) {
      const isSame = slots[at] === first && slots[at + 1] === second && slots[at + 2] === third;
      if (isSame && slots[at + 3] === fourth) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #ofLong(
    records: SheetRecords,
    index: number,
    column: number,
    tag: number,
    start: number,
    length: number,
  ): Meaning | undefined {
    const known = this.#long.get(tag) ?? { pool: new BytePool(), meanings: [] };
    if (this.#long.size < MOST_TAGS) this.#long.set(tag, known);
    const { pool, meanings } = known;
    const isFull = pool.size >= MOST || length > LONGEST;
    const number = isFull
      ? pool.find(records.view, start, start + length)
      : pool.intern(records.view, start, start + length);
    const met = number < 0 ? undefined : meanings[number];
    if (met !== undefined) return met;
    const meaning = this.#readCell(records, index, column);
    if (number >= 0) meanings[number] = meaning;
    return meaning;
  }

  #widen(): void {
    const [slots, taken] = [this.#slots, this.#taken];
    this.#slots = new Int32Array(slots.length * 2);
    this.#taken = new Int32Array(taken.length * 2);
    const mask = this.#taken.length - 1;
    for (let from = 0; from < taken.length; from++) {
      const value = slots.subarray(from * SLOT, (from + 1) * SLOT);
      if (value[3] === 0) continue;
      let slot = hashOf(value[0]!, value[1]!, value[2]!, value[3]!) & mask;
      while (this.#slots[slot * SLOT + 3] !== 0) slot = (slot + 1) & mask;
      this.#slots.set(value, slot * SLOT);
      this.#taken[slot] = taken[from]!;
    }
  }
}

/** Styles of which long values are remembered, and how long these may be. */
const [MOST_TAGS, LONGEST] = [64, 64] as const;

function keyOf(view: DataView, tag: number, start: number, length: number): Int32Array {
  return Int32Array.of(
    view.getInt32(start, true) & maskOf(length),
    length > 4 ? view.getInt32(start + 4, true) & maskOf(length - 4) : 0,
    length > 8 ? view.getInt32(start + 8, true) & maskOf(length - 8) : 0,
    (tag << LENGTH_BITS) | length,
  );
}

/** The bits of an integer that are a text of so many bytes, or of its first four. */
function maskOf(length: number): number {
  return length >= 4 ? -1 : (1 << (8 * length)) - 1;
}

function hashOf(first: number, second: number, third: number, fourth: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35);
  hash = Math.imul(hash ^ fourth ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
