import type { LineTable } from '../domain/line-table.ts';

const NONE = -1;

/** Which lines bear a reference number, and which credits name it; over the whole run. A few integers a line. */
export class ReferenceIndex {
  readonly #lines: LineTable;
  /** By reference number: the last line that bears it. */
  readonly #bearer: Int32Array;
  /** By line: another line that bears the same reference. */
  readonly #previous: Int32Array;
  readonly #credits: Int32Array;
  readonly #creditedMinutes: Float64Array;

  constructor(lines: LineTable) {
    this.#lines = lines;
    this.#bearer = new Int32Array(lines.references.size).fill(NONE);
    this.#previous = new Int32Array(lines.length).fill(NONE);
    this.#credits = new Int32Array(lines.references.size);
    this.#creditedMinutes = new Float64Array(lines.references.size);
    for (let line = 0; line < lines.length; line++) {
      const reference = lines.referenceNumber(line);
      if (reference !== 0) {
        this.#previous[line] = this.#bearer[reference]!;
        this.#bearer[reference] = line;
      }
      if (!lines.isCredit(line)) continue;
      const named = lines.correctsNumber(line);
      this.#credits[named]! += 1;
      this.#creditedMinutes[named]! += lines.minutes(line);
    }
  }

  /** The other lines with the reference of this one, in file order. */
  sharing(line: number): number[] {
    const reference = this.#lines.referenceNumber(line);
    return reference === 0 ? [] : this.#bearers(reference).filter((other) => other !== line);
  }

  /** The debit lines that bear a reference number, in file order. */
  debitsOf(reference: number): number[] {
    return this.#bearers(reference).filter((line) => !this.#lines.isCredit(line));
  }

  /** How many credits name a reference number, and the minutes they take from it together. */
  creditsNaming(reference: number): { readonly credits: number; readonly creditedMinutes: number } {
    return { credits: this.#credits[reference]!, creditedMinutes: this.#creditedMinutes[reference]! };
  }

  #bearers(reference: number): number[] {
    const found: number[] = [];
    for (let line = this.#bearer[reference]!; line !== NONE; line = this.#previous[line]!) found.push(line);
    return found.reverse();
  }
}
