const FNV_PRIME = 0x01000193;
const FNV_START = 0x811c9dc5 | 0;

/**
 * Distinct stretches of bytes, numbered from 0 in order of first use; number 0 is the empty one. Some twenty bytes a text where a Map of
 * strings takes a hundred, and asked for bytes as they stand in a file, so that no string is made to look one up.
 */
export class BytePool {
  #bytes = new Uint8Array(4096);
  /** Where the bytes of a number begin; one more than there are numbers. */
  #starts = new Int32Array(512);
  /** Open addressing, a power of two; 0 is free, else the number + 1. */
  #slots = new Int32Array(1024);
  #size = 1;

  /** How many there are, the empty one included. */
  get size(): number {
    return this.#size;
  }

  /** The number of `bytes` from `start` to `end`, after the byte `prefix` when that is not 0; given out when it is new. */
  intern(bytes: Uint8Array, start: number, end: number, prefix = 0): number {
    if (start === end && prefix === 0) return 0;
    const slot = this.#slotOf(bytes, start, end, prefix);
    const known = this.#slots[slot]!;
    return known > 0 ? known - 1 : this.#add(slot, bytes, start, end, prefix);
  }

  /** The number of these bytes, or -1 when they were never given. */
  find(bytes: Uint8Array, start: number, end: number, prefix = 0): number {
    if (start === end && prefix === 0) return 0;
    return this.#slots[this.#slotOf(bytes, start, end, prefix)]! - 1;
  }

  /** The bytes of a number, prefix included; a view that is good until the next `intern`. */
  bytesOf(number: number): Uint8Array {
    if (number < 0 || number >= this.#size) throw new RangeError('a number that was never given out');
    return this.#bytes.subarray(this.#starts[number], this.#starts[number + 1]);
  }

  /** The slot that holds these bytes, or the free one where they belong. */
  #slotOf(bytes: Uint8Array, start: number, end: number, prefix: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hashOf(bytes, start, end, prefix) & mask;
    for (let taken = slots[slot]!; taken !== 0; taken = slots[slot]!) {
      if (this.#equals(taken - 1, bytes, start, end, prefix)) return slot;
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

  #add(slot: number, bytes: Uint8Array, start: number, end: number, prefix: number): number {
    const number = this.#size++;
    let at = this.#starts[number]!;
    this.#reserve(at + end - start + 1);
    if (prefix !== 0) this.#bytes[at++] = prefix;
    for (let index = start; index < end; index++) this.#bytes[at++] = bytes[index]!;
    this.#starts[number + 1] = at;
    this.#slots[slot] = number + 1;
    if (this.#size * 3 > this.#slots.length * 2) this.#widen();
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
      let slot = hashOf(this.#bytes, this.#starts[number]!, this.#starts[number + 1]!, 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}

/** FNV-1a with a last stir: the low bits decide the slot, and keys of one export differ in their last digits. */
function hashOf(bytes: Uint8Array, start: number, end: number, prefix: number): number {
  let hash = prefix === 0 ? FNV_START : Math.imul(FNV_START ^ prefix, FNV_PRIME);
  for (let index = start; index < end; index++) hash = Math.imul(hash ^ bytes[index]!, FNV_PRIME);
  return hash ^ (hash >>> 15);
}
