import type { DecimalSign } from './numbers.ts';
import type { DecimalReading } from './quantity.ts';

/**
 * What the numbers of a file prove about its decimal sign. It is decided once per file from all of them: by the technology lines,
 * and by the other rows only when those are silent; the majority wins, on a tie the comma.
 */
export class DecimalEvidence {
  readonly #technology = { comma: 0, point: 0 };
  readonly #others = { comma: 0, point: 0 };

  add(sign: DecimalSign | null, technology: boolean): void {
    if (sign === null) return;
    const counts = technology ? this.#technology : this.#others;
    if (sign === ',') counts.comma++;
    else counts.point++;
  }

  /** The sign the file settles, or the one assumed when it settles none. */
  reading(assumed: DecimalSign): DecimalReading {
    for (const { comma, point } of [this.#technology, this.#others]) {
      if (comma + point > 0) return { sign: comma >= point ? ',' : '.', settled: true };
    }
    return { sign: assumed, settled: false };
  }

  /** Whether technology lines have proven a sign: then the other rows have no say any more. */
  get isSettled(): boolean {
    return this.#technology.comma + this.#technology.point > 0;
  }

  /** Whether technology lines prove both signs: then some of them are misread whichever is chosen, and the user must know. */
  get mixed(): boolean {
    return this.#technology.comma > 0 && this.#technology.point > 0;
  }
}
