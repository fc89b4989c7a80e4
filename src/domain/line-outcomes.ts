import type { LineVerdict } from './run.ts';
import { TextPool } from './text-pool.ts';

const VERDICTS: readonly LineVerdict[] = ['approved', 'rejected', 'undecided', 'ignored'];

/**
 * What every technology line of a run came to, by its number in the line table: nine bytes a line. Whoever is not told of is approved in
 * full, as most lines are.
 */
export class LineOutcomes {
  readonly #verdicts: Uint8Array;
  /** Of lines that were told of: the minutes that may be billed. */
  readonly #minutes: Int32Array;
  readonly #bookedBy: Int32Array;
  readonly #runs = new TextPool();

  /** For a table of `lines` lines. */
  constructor(lines: number) {
    this.#verdicts = new Uint8Array(lines);
    this.#minutes = new Int32Array(lines);
    this.#bookedBy = new Int32Array(lines);
  }

  /** Tells of a line; `bookedBy` is the run that had booked it, when that alone makes it rejected. */
  tell(line: number, verdict: LineVerdict, allowedMinutes: number, bookedBy: string | null): void {
    this.#verdicts[line] = VERDICTS.indexOf(verdict) + 1;
    this.#minutes[line] = allowedMinutes;
    this.#bookedBy[line] = this.#runs.intern(bookedBy ?? '');
  }

  verdict(line: number): LineVerdict {
    return VERDICTS[Math.max(0, this.#verdicts[line]! - 1)]!;
  }

  /** The minutes that may be billed of a line of `minutes` minutes. */
  allowedMinutes(line: number, minutes: number): number {
    return this.#verdicts[line] === 0 ? minutes : this.#minutes[line]!;
  }

  bookedBy(line: number): string | null {
    return this.#runs.text(this.#bookedBy[line]!) || null;
  }
}
