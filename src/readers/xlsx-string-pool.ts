/** Begins a text with letters outside ASCII, which no ASCII text does; its UTF-16 follows. */
const WIDE = 0xff;
/** Bytes in the pool: what 32 bits tell apart. */
const MOST_BYTES = 2 ** 31 - 1;

/** The shared strings of a workbook by their number, as bytes outside the heap: most are asked for once, or never. */
export class StringPool {
  bytes = Buffer.alloc(4096);
  /** Where the text of a number ends, and the next begins, in `bytes`; one more than there are texts. */
  starts = new Int32Array(512);
  /** Whether one of the texts is empty. */
  hasEmpty = false;
  #count = 0;

  /** How many there are. */
  get count(): number {
    return this.#count;
  }

  /** Adds a text of ASCII. */
  addAscii(bytes: Buffer, start: number, end: number): void {
    let to = this.#reserve(end - start);
    const own = this.bytes;
    // They are short: a call that copies would cost more than copying.
    for (let at = start; at < end; at++) own[to++] = bytes[at]!;
    this.#end(to);
  }

  add(text: string): void {
    const at = this.#reserve(text.length * 2 + 1);
    if (/^[\0-\x7f]*$/.test(text)) {
      this.#end(at + this.bytes.write(text, at, 'latin1'));
    } else {
      this.bytes[at] = WIDE;
      this.#end(at + 1 + this.bytes.write(text, at + 1, 'utf16le'));
    }
  }

  /** The text of a number; undefined when there is none. */
  text(number: number): string | undefined {
    if (!Number.isInteger(number) || number < 0 || number >= this.#count) return undefined;
    const start = this.starts[number]!;
    const end = this.starts[number + 1]!;
    return this.bytes[start] === WIDE && start < end
      ? this.bytes.toString('utf16le', start + 1, end)
      : this.bytes.toString('latin1', start, end);
  }

  /** Whether a number is that of an empty text. */
  isEmpty(number: number): boolean {
    return number < this.#count && this.starts[number] === this.starts[number + 1];
  }

  /** Whether a number is that of a text of ASCII: then its bytes are in `bytes`. */
  isAscii(number: number): boolean {
    return number < this.#count && (this.isEmpty(number) || this.bytes[this.starts[number]!] !== WIDE);
  }

  #reserve(length: number): number {
    const at = this.starts[this.#count]!;
    if (at + length > this.bytes.length) {
      if (at + length > MOST_BYTES) throw new RangeError('more shared strings than a pool holds');
      const wider = Buffer.alloc(Math.min(MOST_BYTES, Math.max(at + length, this.bytes.length * 2)));
      this.bytes.copy(wider, 0, 0, at);
      this.bytes = wider;
    }
    if (this.#count + 2 > this.starts.length) {
      const wider = new Int32Array(this.starts.length * 2);
      wider.set(this.starts);
      this.starts = wider;
    }
    return at;
  }

  #end(end: number): void {
    if (end === this.starts[this.#count]) this.hasEmpty = true;
    this.#count += 1;
    this.starts[this.#count] = end;
  }
}
