/** Numbers of texts fit in this many bits of a slot; what is left of it holds a part of the hash. */
const NUMBER_BITS = 26;
const NUMBER_MASK = 2 ** NUMBER_BITS - 1;
const FIRST_PRIME = 0x9e3779b1 | 0;
const SECOND_PRIME = 0x85ebca6b | 0;
const FEWEST_SLOTS = 1024;
const NO_SLOTS = new Int32Array(0);
/** Bytes behind the last of a text that may be looked at: bytes are taken four at a time. */
const SLACK = 4;
/** By number: which bits of four bytes are the first so many. */
const FIRST_BYTES = Int32Array.of(0, 0xff, 0xffff, 0xffffff);

/**
 * Distinct stretches of bytes, numbered from 0 in order of first use; number 0 is the empty one. Some twenty bytes a text where a Map of
 * strings takes a hundred, and asked for bytes as they stand in a file, so that no string is made to look one up. Holds 67 million texts.
 * Wherever a view is given, four bytes behind the end of the stretch are in it too, whatever they are.
 */
export class BytePool {
  #bytes = new DataView(new ArrayBuffer(4096));
  /** Where the bytes of a number begin; one more than there are numbers. */
  #starts = new Int32Array(512);
  /** Open addressing, a power of two; 0 is free, else the number + 1 below the top bits of the hash, which tell most others apart at once. */
  #slots = new Int32Array(FEWEST_SLOTS);
  #size = 1;

  /** How many there are, the empty one included. */
  get size(): number {
    return this.#size;
  }

  /** The number of the bytes from `start` to `end`, followed by the byte `suffix` when that is not 0; given out when it is new. */
  intern(bytes: DataView, start: number, end: number, suffix = 0): number {
    if (start === end && suffix === 0) return 0;
    const hash = hashOf(bytes, start, end, suffix);
    const slot = this.#slotOf(hash, bytes, start, end, suffix);
    const known = this.#slots[slot]!;
    return known !== 0 ? (known & NUMBER_MASK) - 1 : this.#add(slot, hash, bytes, start, end, suffix);
  }

  /** The number of these bytes, or -1 when they were never given. */
  find(bytes: DataView, start: number, end: number, suffix = 0): number {
    if (start === end && suffix === 0) return 0;
    const slot = this.#slotOf(hashOf(bytes, start, end, suffix), bytes, start, end, suffix);
    return (this.#slots[slot]! & NUMBER_MASK) - 1;
  }

  /** The bytes of a number, suffix included; a view that is good until the next `intern`. */
  bytesOf(number: number): Uint8Array {
    if (number < 0 || number >= this.#size) throw new RangeError('a number that was never given out');
    const start = this.#starts[number]!;
    return new Uint8Array(this.#bytes.buffer, start, this.#starts[number + 1]! - start);
  }

  /** Gives back the memory by which texts are found, for when all have been read; it is made again when one is looked for after all. */
  rest(): void {
    this.#slots = NO_SLOTS;
  }

  /** The slot that holds these bytes, or the free one where they belong. */
  #slotOf(hash: number, bytes: DataView, start: number, end: number, suffix: number): number {
    if (this.#slots.length === 0) this.#makeSlots();
    const slots = this.#slots;
    const mask = slots.length - 1;
    const top = hash & ~NUMBER_MASK;
    let slot = hash & mask;
    for (let taken = slots[slot]!; taken !== 0; taken = slots[slot]!) {
      if ((taken & ~NUMBER_MASK) === top && this.#equals((taken & NUMBER_MASK) - 1, bytes, start, end, suffix))
        return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #equals(number: number, bytes: DataView, start: number, end: number, suffix: number): boolean {
    const own = this.#bytes;
    let at = this.#starts[number]!;
    if (this.#starts[number + 1]! - at !== end - start + (suffix === 0 ? 0 : 1)) return false;
    let index = start;
    for (; index + 4 <= end; index += 4, at += 4) {
      if (own.getInt32(at, true) !== bytes.getInt32(index, true)) return false;
    }
    const rest = end - index;
    if (((own.getInt32(at, true) ^ bytes.getInt32(index, true)) & FIRST_BYTES[rest]!) !== 0) return false;
    return suffix === 0 || own.getUint8(at + rest) === suffix;
  }

  #add(slot: number, hash: number, bytes: DataView, start: number, end: number, suffix: number): number {
    const number = this.#size++;
    if (number >= NUMBER_MASK) throw new RangeError('more distinct texts than a pool holds');
    const at = this.#starts[number]!;
    const length = end - start;
    this.#reserve(at + length + 1 + SLACK);
    const own = this.#bytes;
    for (let index = 0; index < length; index += 4) own.setInt32(at + index, bytes.getInt32(start + index, true), true);
    if (suffix !== 0) own.setUint8(at + length, suffix);
    this.#starts[number + 1] = at + length + (suffix === 0 ? 0 : 1);
    this.#slots[slot] = (hash & ~NUMBER_MASK) | (number + 1);
    if (this.#size * 4 > this.#slots.length * 3) this.#makeSlots();
    return number;
  }

  #reserve(length: number): void {
    if (length > this.#bytes.byteLength) {
      const wider = new Uint8Array(Math.max(length, this.#bytes.byteLength * 2));
      wider.set(new Uint8Array(this.#bytes.buffer));
      this.#bytes = new DataView(wider.buffer);
    }
    if (this.#size + 1 > this.#starts.length - 1) {
      const wider = new Int32Array(this.#starts.length * 2);
      wider.set(this.#starts);
      this.#starts = wider;
    }
  }

  /** Makes slots for all there are, at least a quarter of them free, and up to as many again. */
  #makeSlots(): void {
    const slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(FEWEST_SLOTS, (this.#size * 4) / 3))));
    const mask = slots.length - 1;
    for (let number = 1; number < this.#size; number++) {
      const hash = hashOf(this.#bytes, this.#starts[number]!, this.#starts[number + 1]!, 0);
      let slot = hash & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = (hash & ~NUMBER_MASK) | (number + 1);
    }
    this.#slots = slots;
  }
}

/**
 * Four bytes at a time, each four stirred, so that keys that differ in a digit or two part in the low bits, which decide the slot, and in the
 * high ones. The suffix is the last byte: the same as were it part of the bytes.
 */
function hashOf(bytes: DataView, start: number, end: number, suffix: number): number {
  let hash = end - start + (suffix === 0 ? 0 : 1);
  let index = start;
  for (; index + 4 <= end; index += 4) hash = stirred(hash, bytes.getInt32(index, true));
  const rest = end - index;
  hash = stirred(hash, (bytes.getInt32(index, true) & FIRST_BYTES[rest]!) | (suffix << (8 * rest)));
  if (rest === 3 && suffix !== 0) hash = stirred(hash, 0);
  hash = Math.imul(hash ^ (hash >>> 15), SECOND_PRIME);
  return hash ^ (hash >>> 13);
}

function stirred(hash: number, word: number): number {
  const mixed = Math.imul(hash ^ word, FIRST_PRIME);
  return mixed ^ (mixed >>> 16);
}
