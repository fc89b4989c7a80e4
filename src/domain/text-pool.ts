import { BytePool } from './byte-pool.ts';

/** Begins a text with letters outside ASCII, which no ASCII text does; its UTF-16 follows, so that every text comes back as it was. */
const WIDE = 0xff;
/** Texts of the first numbers are kept as they are: codes and names are few and asked for with every line. */
const KEPT = 1024;

/**
 * Distinct texts numbered from 0 in order of first use: a text is kept once, a line keeps its number.
 * Number 0 is always the empty text. Kept as bytes outside the heap of the engine, and never as a slice of the chunk it was read from.
 */
export class TextPool {
  readonly #pool = new BytePool();
  readonly #texts: string[] = [''];
  #scratch = scratchOf(256);

  /** How many distinct texts there are, the empty one included. */
  get size(): number {
    return this.#pool.size;
  }

  /** The number of a text, given out when it is new. */
  intern(text: string): number {
    const length = this.#write(text);
    return this.#pool.intern(this.#scratch.view, 0, length);
  }

  /** The number of a text of ASCII bytes, followed by the character `suffix` when that is not 0; given out when it is new. As `BytePool` wants it. */
  internAscii(bytes: DataView, start: number, end: number, suffix = 0): number {
    return this.#pool.intern(bytes, start, end, suffix);
  }

  /** The number of a text, or -1 when it was never seen. */
  find(text: string): number {
    const length = this.#write(text);
    return this.#pool.find(this.#scratch.view, 0, length);
  }

  /** As `BytePool.rest`: no text is looked up for the time being. */
  rest(): void {
    this.#pool.rest();
  }

  /** The text of a number that was given out. */
  text(number: number): string {
    const kept = this.#texts[number];
    if (kept !== undefined) return kept;
    const text = this.#read(number);
    // In order, so that the array stays a dense one.
    if (number === this.#texts.length && number < KEPT) this.#texts.push(text);
    return text;
  }

  #read(number: number): string {
    const { buffer, byteOffset, length } = this.#pool.bytesOf(number);
    const bytes = Buffer.from(buffer, byteOffset, length);
    return bytes[0] === WIDE ? bytes.toString('utf16le', 1) : bytes.toString('latin1');
  }

  /** Puts the bytes of a text in the scratch buffer; returns how many there are. */
  #write(text: string): number {
    if (text.length * 2 + 4 > this.#scratch.bytes.length) this.#scratch = scratchOf(text.length * 4 + 4);
    const scratch = this.#scratch.bytes;
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      if (unit > 0x7f) {
        scratch[0] = WIDE;
        return 1 + scratch.write(text, 1, 'utf16le');
      }
      scratch[index] = unit;
    }
    return text.length;
  }
}

function scratchOf(length: number): { readonly bytes: Buffer; readonly view: DataView } {
  const bytes = Buffer.alloc(length);
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, length) };
}
