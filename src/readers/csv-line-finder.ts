/** Not known yet: the text ends before the answer. */
export const UNKNOWN = -1;

/**
 * Finds line ends (CRLF, LF, lone CR, also mixed) and quotes in one text, asked for positions from left to right.
 * Remembers the next of each, so that a text is searched once, by the engine's own search, and not once per line.
 */
export class LineFinder {
  readonly #text: string;
  readonly #ended: boolean;
  #feed = -1;
  #return = -1;
  #quote = -1;

  /** `ended`: nothing comes after this text. */
  constructor(text: string, ended: boolean) {
    this.#text = text;
    this.#ended = ended;
  }

  /** Index of the first line break from `position` on; the length of the text when there is none. */
  lineEnd(position: number): number {
    if (this.#feed < position) this.#feed = this.#next('\n', position);
    if (this.#return < position) this.#return = this.#next('\r', position);
    return Math.min(this.#feed, this.#return);
  }

  /** Where the line after the break at `end` begins. `UNKNOWN` when more text may still make this line longer, or a CR a CRLF. */
  lineAfter(end: number): number {
    const length = this.#text.length;
    if (end >= length) return this.#ended ? length : UNKNOWN;
    if (this.#text.charCodeAt(end) === 10) return end + 1;
    if (end + 1 === length) return this.#ended ? length : UNKNOWN;
    return this.#text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
  }

  /** How many blank lines there are from `position` on, as far as the text at hand tells, and where the line after them begins. */
  blankLines(position: number): { readonly count: number; readonly after: number } {
    let after = position;
    let count = 0;
    while (after < this.#text.length) {
      const code = this.#text.charCodeAt(after);
      const next = code === 10 || code === 13 ? this.lineAfter(after) : UNKNOWN;
      if (next === UNKNOWN) break;
      after = next;
      count++;
    }
    return { count, after };
  }

  /** Index of the first quote from `position` on; the length of the text when there is none. */
  nextQuote(position: number): number {
    if (this.#quote < position) this.#quote = this.#next('"', position);
    return this.#quote;
  }

  #next(character: string, position: number): number {
    const found = this.#text.indexOf(character, position);
    return found === -1 ? this.#text.length : found;
  }
}
