import type { JudgedLine } from '../engine/tally.ts';

/** Counts the approved credits that cannot be sent yet: the debit they take back is not sent with them, nor was before. */
export class CreditsLeft {
  /** Approved credits by the reference they name. */
  readonly #named = new Map<string, number>();
  readonly #notSent = new Set<string>();

  /** Tells of the lines of a client-month. */
  see(judged: readonly JudgedLine[]): void {
    for (const { line, verdict, bookedBy } of judged) {
      if (line.credit) {
        const named = line.correction?.named ?? '';
        if (verdict === 'approved' && named !== '') this.#named.set(named, (this.#named.get(named) ?? 0) + 1);
      } else if (verdict !== 'approved' && bookedBy === null && line.reference !== '') {
        this.#notSent.add(line.reference);
      }
    }
  }

  /** How many there are, once all months were told. */
  get count(): number {
    let sum = 0;
    for (const [named, credits] of this.#named) if (this.#notSent.has(named)) sum += credits;
    return sum;
  }
}
