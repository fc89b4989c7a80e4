/**
 * Distinct texts numbered from 0 in order of first use: a text is kept once, a line keeps its number.
 * Number 0 is always the empty text.
 */
export class TextPool {
  readonly #numbers = new Map<string, number>([['', 0]]);
  readonly #texts: string[] = [''];

  /** How many distinct texts there are, the empty one included. */
  get size(): number {
    return this.#texts.length;
  }

  /** The number of a text, given out when it is new. */
  intern(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#texts.length;
      const own = owned(text);
      this.#texts.push(own);
      this.#numbers.set(own, number);
    }
    return number;
  }

  /** The number of a text, or -1 when it was never seen. */
  find(text: string): number {
    return this.#numbers.get(text) ?? -1;
  }

  /** The text of a number that was given out. */
  text(number: number): string {
    const text = this.#texts[number];
    if (text === undefined) throw new RangeError('a text number that was never given out');
    return text;
  }
}

/** A cell is a slice of the chunk it was read from; kept as it is, one reference would keep the whole chunk in memory. */
function owned(text: string): string {
  return ` ${text}`.slice(1);
}
