/** Bytes that pass by, kept until they are taken: so the bytes of a row are at hand when its text has been read. */
export class ByteTape {
  #held: Buffer = Buffer.alloc(0);

  /** Bytes not taken yet. */
  get length(): number {
    return this.#held.length;
  }

  /** The same chunks; each is on the tape before it is given on. */
  async *recording(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const chunk of chunks) {
      // Copied: the owner of a chunk may use it again, and what was taken is not to change then.
      this.#held = Buffer.concat([this.#held, chunk]);
      yield chunk;
    }
  }

  /** The next bytes, at most `length` of them; they stay. */
  peek(length: number): Uint8Array {
    return this.#held.subarray(0, length);
  }

  /** The next `length` bytes; fewer only when there are no more. */
  take(length: number): Uint8Array {
    const taken = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(taken.length);
    return taken;
  }
}
