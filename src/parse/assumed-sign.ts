import type { DecimalSign } from './numbers.ts';
import type { DecimalReading } from './quantity.ts';

/** A decimal sign taken for settled at the first reading of a table. It remembers whether anything asked: else settled or not, all reads the same. */
export class AssumedSign implements DecimalReading {
  readonly sign: DecimalSign;
  #mattered = false;

  constructor(sign: DecimalSign) {
    this.sign = sign;
  }

  get settled(): boolean {
    this.#mattered = true;
    return true;
  }

  /** Whether a cell was read that would have been read, or reported, otherwise with a sign that nothing settles. */
  get mattered(): boolean {
    return this.#mattered;
  }
}
