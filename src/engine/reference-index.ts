import type { LineTable } from '../domain/line-table.ts';

const NONE = -1;
/** A care system that numbers the lines of each invoice from 1 gives one number to thousands: all of each other would be too many. */
const MOST_SHOWN = 5;

/** Which lines bear a reference number, and which credits name it; over the whole run. A few integers a line. */
export class ReferenceIndex {
  readonly #lines: LineTable;
  /** By reference number: the first line that bears it. */
  readonly #first: Int32Array;
  /** By line: the next line that bears the same reference. */
  readonly #next: Int32Array;
  readonly #bearers: Int32Array;
  readonly #credits: Int32Array;
  readonly #creditedMinutes: Float64Array;

  constructor(lines: LineTable) {
    this.#lines = lines;
    this.#first = new Int32Array(lines.references.size).fill(NONE);
    this.#next = new Int32Array(lines.length).fill(NONE);
    this.#bearers = new Int32Array(lines.references.size);
    this.#credits = new Int32Array(lines.references.size);
    this.#creditedMinutes = new Float64Array(lines.references.size);
    // From the last line to the first, so that the chains run in file order.
    for (let line = lines.length - 1; line >= 0; line--) {
      const reference = lines.referenceNumber(line);
      if (reference !== 0) {
        this.#next[line] = this.#first[reference]!;
        this.#first[reference] = line;
        this.#bearers[reference]! += 1;
      }
      if (!lines.isCredit(line)) continue;
      const named = lines.correctsNumber(line);
      this.#credits[named]! += 1;
      this.#creditedMinutes[named]! += lines.minutes(line);
    }
  }

  /** How many lines bear the reference of this one, itself included; 1 when it has none. */
  bearers(line: number): number {
    const reference = this.#lines.referenceNumber(line);
    return reference === 0 ? 1 : this.#bearers[reference]!;
  }

  /** The first few other lines with the reference of this one, in file order. */
  sharing(line: number): number[] {
    const others: number[] = [];
    for (const other of this.#bearing(this.#lines.referenceNumber(line))) {
      if (other !== line) others.push(other);
      if (others.length === MOST_SHOWN) break;
    }
    return others;
  }

  /** The debit lines that bear a reference number, in file order. */
  debitsOf(reference: number): number[] {
    return [...this.#bearing(reference)].filter((line) => !this.#lines.isCredit(line));
  }

  /** How many credits name a reference number, and the minutes they take from it together. */
  creditsNaming(reference: number): { readonly credits: number; readonly creditedMinutes: number } {
    return { credits: this.#credits[reference]!, creditedMinutes: this.#creditedMinutes[reference]! };
  }

  *#bearing(reference: number): Generator<number> {
    for (let line = this.#first[reference]!; line !== NONE; line = this.#next[line]!) yield line;
  }
}
