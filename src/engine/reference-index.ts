import type { LineTable } from '../domain/line-table.ts';

const NONE = -1;
/** A care system that numbers the lines of each invoice from 1 gives one number to thousands: all of each other would be too many. */
const MOST_SHOWN = 5;

/** What credits take from one reference number. */
interface Taken {
  credits: number;
  creditedMinutes: number;
}

const NOTHING_TAKEN: Readonly<Taken> = { credits: 0, creditedMinutes: 0 };

/** Which lines bear a reference number, and which credits name it; over the whole run. One integer a reference, and something for what is rare. */
export class ReferenceIndex {
  readonly #lines: LineTable;
  /** By reference number: the first line that bears it. */
  readonly #first: Int32Array;
  /** By reference number: all lines that bear it, in file order, where there are several. */
  readonly #several = new Map<number, number[]>();
  readonly #taken = new Map<number, Taken>();

  constructor(lines: LineTable) {
    this.#lines = lines;
    this.#first = new Int32Array(lines.references.size).fill(NONE);
    for (let line = 0; line < lines.length; line++) {
      const reference = lines.referenceNumber(line);
      if (reference !== 0) this.#addBearer(reference, line);
      if (lines.isCredit(line)) this.#addCredit(lines.correctsNumber(line), lines.minutes(line));
    }
  }

  /** How many lines bear the reference of this one, itself included; 1 when it has none. */
  bearers(line: number): number {
    if (this.#several.size === 0) return 1;
    return this.#several.get(this.#lines.referenceNumber(line))?.length ?? 1;
  }

  /** The first few other lines with the reference of this one, in file order. */
  sharing(line: number): number[] {
    const others: number[] = [];
    for (const other of this.#several.get(this.#lines.referenceNumber(line)) ?? []) {
      if (other !== line) others.push(other);
      if (others.length === MOST_SHOWN) break;
    }
    return others;
  }

  /** The debit lines that bear a reference number, in file order. */
  debitsOf(reference: number): number[] {
    const first = this.#first[reference]!;
    const bearing = this.#several.get(reference) ?? (first === NONE ? [] : [first]);
    return bearing.filter((line) => !this.#lines.isCredit(line));
  }

  /** The one line that bears a reference number; null when none does, or several. */
  onlyBearer(reference: number): number | null {
    const first = this.#first[reference]!;
    return first === NONE || this.#several.has(reference) ? null : first;
  }

  /** How many credits name a reference number, and the minutes they take from it together. */
  creditsNaming(reference: number): Readonly<Taken> {
    return this.#taken.get(reference) ?? NOTHING_TAKEN;
  }

  #addBearer(reference: number, line: number): void {
    const first = this.#first[reference]!;
    if (first === NONE) {
      this.#first[reference] = line;
      return;
    }
    const several = this.#several.get(reference);
    if (several) several.push(line);
    else this.#several.set(reference, [first, line]);
  }

  #addCredit(named: number, minutes: number): void {
    const taken = this.#taken.get(named);
    if (taken === undefined) {
      this.#taken.set(named, { credits: 1, creditedMinutes: minutes });
      return;
    }
    taken.credits++;
    taken.creditedMinutes += minutes;
  }
}
