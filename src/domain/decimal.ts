/** An exact decimal number: `digits × 10^-scale`. `digits` is a safe integer and carries the sign; 6.5 is `{ digits: 65, scale: 1 }`. */
export interface Decimal {
  readonly digits: number;
  readonly scale: number;
}

/** `value × factor` as a whole number, or null when it is not whole or not a safe integer. `factor` is a whole number. */
export function timesWhole(value: Decimal, factor: number): number | null {
  const quick = value.digits * factor;
  const power = 10 ** value.scale;
  // Within the safe integers, as nearly every amount is, ordinary numbers are exact and ten times as fast. `+ 0`: no minus zero.
  if (Number.isSafeInteger(quick) && value.scale <= 15) return quick % power === 0 ? quick / power + 0 : null;
  const product = BigInt(value.digits) * BigInt(factor);
  const divisor = 10n ** BigInt(value.scale);
  if (product % divisor !== 0n) return null;
  const whole = Number(product / divisor);
  return Number.isSafeInteger(whole) ? whole : null;
}

/**
 * `rate × times / over` in hundredths of the rate's unit, rounded half away from zero: a rate in euros gives cents.
 * `times` and `over` are whole numbers, `over` above 0. Null beyond the safe integers.
 */
export function hundredthsOf(rate: Decimal, times: number, over: number): number | null {
  const whole = rate.digits * 100 * times;
  const parts = 10 ** rate.scale * over;
  // As above; `2 × size + parts` and `2 × parts` have to be exact as well.
  if (Number.isSafeInteger(Math.abs(whole) * 2 + parts) && Number.isSafeInteger(parts * 2)) {
    const half = Math.abs(whole) * 2 + parts;
    const nearest = (half - (half % (2 * parts))) / (2 * parts);
    return whole < 0 ? -nearest : nearest;
  }
  const product = BigInt(rate.digits) * 100n * BigInt(times);
  const divisor = 10n ** BigInt(rate.scale) * BigInt(over);
  const size = product < 0n ? -product : product;
  const rounded = (2n * size + divisor) / (2n * divisor);
  const exact = Number(product < 0n ? -rounded : rounded);
  return Number.isSafeInteger(exact) ? exact : null;
}
