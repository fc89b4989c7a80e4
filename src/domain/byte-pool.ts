/** Numbers of texts fit in this many bits of a slot; what is left of it holds a part of the hash. */
const NUMBER_BITS = 26;
const NUMBER_MASK = 2 ** NUMBER_BITS - 1;
const FIRST_PRIME = 0x9e3779b1 | 0;
const SECOND_PRIME = 0x85ebca6b | 0;

/**
 * Distinct stretches of bytes, numbered from 0 in order of first use; number 0 is the empty one. Some twenty bytes a text where a Map of
 * strings takes a hundred, and asked for bytes as they stand in a file, so that no string is made to look one up. Holds 67 million texts.
 */
export class BytePool {
  #bytes = new Uint8Array(4096);
  /** Where the bytes of a number begin; one more than there are numbers. */
  #starts = new Int32Array(512);
  /** Open addressing, a power of two; 0 is free, else the number + 1 below the top bits of the hash, which tell most others apart at once. */
  #slots = new Int32Array(1024);
  #size = 1;

  /** How many there are, the empty one included. */
  get size(): number {
    return this.#size;
  }

  /** The number of `bytes` from `start` to `end`, after the byte `prefix` when that is not 0; given out when it is new. */
  intern(bytes: Uint8Array, start: number, end: number, prefix = 0): number {
    if (start === end && prefix === 0) return 0;
    const hash = hashOf(bytes, start, end, prefix);
    const slot = this.#slotOf(hash, bytes, start, end, prefix);
    const known = this.#slots[slot]!;
    return known !== 0 ? (known & NUMBER_MASK) - 1 : this.#add(slot, hash, bytes, start, end, prefix);
  }

  /** The number of these bytes, or -1 when they were never given. */
  find(bytes: Uint8Array, start: number, end: number, prefix = 0): number {
    if (start === end && prefix === 0) return 0;
    const slot = this.#slotOf(hashOf(bytes, start, end, prefix), bytes, start, end, prefix);
    return (this.#slots[slot]! & NUMBER_MASK) - 1;
  }

  /** The bytes of a number, prefix included; a view that is good until the next `intern`. */
  bytesOf(number: number): Uint8Array {
    if (number < 0 || number >= this.#size) throw new RangeError('a number that was never given out');
    return this.#bytes.subarray(this.#starts[number], this.#starts[number + 1]);
  }

  /** The slot that holds these bytes, or the free one where they belong. */
  #slotOf(hash: number, bytes: Uint8Array, start: number, end: number, prefix: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    const top = hash & ~NUMBER_MASK;
    let slot = hash & mask;
    for (let taken = slots[slot]!; taken !== 0; taken = slots[slot]!) {
      if ((taken & ~NUMBER_MASK) === top && this.#equals((taken & NUMBER_MASK) - 1, bytes, start, end, prefix))
        return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #equals(number: number, bytes: Uint8Array, start: number, end: number, prefix: number): boolean {
    const own = this.#bytes;
    let at = this.#starts[number]!;
    const first = prefix === 0 ? 0 : 1;
    if (this.#starts[number + 1]! - at !== end - start + first) return false;
    if (first === 1 && own[at++] !== prefix) return false;
    for (let index = start; index < end; index++) if (own[at++] !== bytes[index]) return false;
    return true;
  }

  #add(slot: number, hash: number, bytes: Uint8Array, start: number, end: number, prefix: number): number {
    const number = this.#size++;
    if (number >= NUMBER_MASK) throw new RangeError('more distinct texts than a pool holds');
    let at = this.#starts[number]!;
    this.#reserve(at + end - start + 1);
    const own = this.#bytes;
    if (prefix !== 0) own[at++] = prefix;
    for (let index = start; index < end; index++) own[at++] = bytes[index]!;
    this.#starts[number + 1] = at;
    this.#slots[slot] = (hash & ~NUMBER_MASK) | (number + 1);
    if (this.#size * 4 > this.#slots.length * 3) this.#widen();
    return number;
  }

  #reserve(length: number): void {
    if (length > this.#bytes.length) {
      const wider = new Uint8Array(Math.max(length, this.#bytes.length * 2));
      wider.set(this.#bytes);
      this.#bytes = wider;
    }
    if (this.#size + 1 > this.#starts.length - 1) {
      const wider = new Int32Array(this.#starts.length * 2);
      wider.set(this.#starts);
      this.#starts = wider;
    }
  }

  #widen(): void {
    const slots = new Int32Array(this.#slots.length * 2);
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
 * high ones. The prefix is the first byte: the same as were it part of the bytes.
 */
function hashOf(bytes: Uint8Array, start: number, end: number, prefix: number): number {
  let hash = end - start;
  let index = start;
  if (prefix !== 0) {
    hash++;
    // The first four bytes are the prefix and three others, as they are once they are kept.
    let word = prefix;
    for (let shift = 8; shift < 32 && index < end; shift += 8) word |= bytes[index++]! << shift;
    hash = stirred(hash, word);
  }
  for (; index + 4 <= end; index += 4) {
    const word = bytes[index]! | (bytes[index + 1]! << 8) | (bytes[index + 2]! << 16) | (bytes[index + 3]! << 24);
    hash = stirred(hash, word);
  }
  if (index < end) {
    let word = bytes[index++]!;
    if (index < end) word |= bytes[index++]! << 8;
    if (index < end) word |= bytes[index]! << 16;
    hash = stirred(hash, word);
  }
  hash = Math.imul(hash ^ (hash >>> 15), SECOND_PRIME);
  return hash ^ (hash >>> 13);
}

function stirred(hash: number, word: number): number {
  const mixed = Math.imul(hash ^ word, FIRST_PRIME);
  return mixed ^ (mixed >>> 16);
}
