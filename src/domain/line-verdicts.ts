import type { LineVerdict } from './run.ts';

/** What one row of claims came to. */
export interface RowVerdict {
  readonly verdict: LineVerdict;
  /** Minutes without sign that may be billed, as the run has them. */
  readonly allowedMinutes: number;
  /** Approved, but not to be sent without rows that are not: a credit whose debit stays behind, a line of a client whose own record is wrong. */
  readonly isHeldBack: boolean;
}

const VERDICTS: readonly LineVerdict[] = ['approved', 'rejected', 'undecided', 'ignored'];
const HELD_BACK = 8;
const KEPT_APART = 16;

/**
 * The verdict of every technology row of a run, by input and row: what copies of the input need and a result does not hold.
 * Five bytes for every row of a file up to its last technology row.
 */
export class LineVerdicts {
  readonly #inputs = new Map<number, { verdicts: Uint8Array; minutes: Int32Array }>();

  /** Told again of the same row, the last word counts. */
  set(input: number, row: number, verdict: LineVerdict, allowedMinutes: number): void {
    const columns = this.#wideEnough(input, row);
    columns.verdicts[row] = VERDICTS.indexOf(verdict) + 1;
    columns.minutes[row] = allowedMinutes;
  }

  /** Marks an approved row as one that cannot go without the rows that stay behind. */
  holdBack(input: number, row: number): void {
    const columns = this.#wideEnough(input, row);
    columns.verdicts[row] = (columns.verdicts[row] ?? 0) | HELD_BACK;
  }

  /** Marks a row, technology or not, that cannot be sent because of what stands around it, not of what it came to. */
  keepApart(input: number, row: number): void {
    const columns = this.#wideEnough(input, row);
    columns.verdicts[row] = (columns.verdicts[row] ?? 0) | KEPT_APART;
  }

  isKeptApart(input: number, row: number): boolean {
    return ((this.#inputs.get(input)?.verdicts[row] ?? 0) & KEPT_APART) !== 0;
  }

  /** Null for a row that is no technology row, such as one of another code. */
  at(input: number, row: number): RowVerdict | null {
    const columns = this.#inputs.get(input);
    const packed = columns?.verdicts[row] ?? 0;
    const verdict = VERDICTS[(packed & ~(HELD_BACK | KEPT_APART)) - 1];
    if (!columns || !verdict) return null;
    return {
      verdict,
      allowedMinutes: columns.minutes[row] ?? 0,
      isHeldBack: (packed & (HELD_BACK | KEPT_APART)) !== 0,
    };
  }

  #wideEnough(input: number, row: number): { verdicts: Uint8Array; minutes: Int32Array } {
    const known = this.#inputs.get(input);
    if (known && row < known.verdicts.length) return known;
    const length = Math.max(1024, 2 ** Math.ceil(Math.log2(row + 1)));
    const wider = { verdicts: new Uint8Array(length), minutes: new Int32Array(length) };
    if (known) {
      wider.verdicts.set(known.verdicts);
      wider.minutes.set(known.minutes);
    }
    this.#inputs.set(input, wider);
    return wider;
  }
}
