import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decimal, hundredthsOf, timesWhole } from '../../src/domain/decimal.ts';

const decimal = fc.record({
  digits: fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
  scale: fc.integer({ min: 0, max: 6 }),
});

/** A fraction of two whole numbers of any size: the second opinion. */
const fraction = ({ digits, scale }: Decimal) => ({ top: BigInt(digits), bottom: 10n ** BigInt(scale) });

describe('hours as minutes', () => {
  it.each([
    [65, 1, 390],
    [650, 2, 390],
    [6, 0, 360],
    [1, 1, 6],
    [25, 2, 15],
    [-65, 1, -390],
  ])('%i × 10^-%i hours are %i minutes', (digits, scale, expected) => {
    expect(timesWhole({ digits, scale }, 60)).toBe(expected);
  });

  it.each([
    [651, 2],
    [333, 3],
    [1, 2],
  ])('%i × 10^-%i hours are no whole minutes', (digits, scale) => {
    expect(timesWhole({ digits, scale }, 60)).toBeNull();
  });

  it('are whole exactly when the fraction is', () => {
    fc.assert(
      fc.property(decimal, fc.integer({ min: 1, max: 1000 }), (value, factor) => {
        const { top, bottom } = fraction(value);
        const product = top * BigInt(factor);
        expect(timesWhole(value, factor)).toBe(product % bottom === 0n ? Number(product / bottom) : null);
      }),
    );
  });

  it('are not given beyond what a number can hold exactly', () => {
    expect(timesWhole({ digits: Number.MAX_SAFE_INTEGER, scale: 0 }, 1)).toBe(Number.MAX_SAFE_INTEGER);
    expect(timesWhole({ digits: Number.MAX_SAFE_INTEGER, scale: 0 }, 2)).toBeNull();
  });
});

describe('rate × quantity in cents', () => {
  it.each([
    ['60.00 for 90 minutes of an hour', { digits: 6000, scale: 2 }, 90, 60, 9000],
    ['1.05 for one of two is 52.5 cents, rounded up', { digits: 105, scale: 2 }, 1, 2, 53],
    ['1.04 for one of two is 52 cents', { digits: 104, scale: 2 }, 1, 2, 52],
    ['-1.05 for one of two, rounded away from zero', { digits: -105, scale: 2 }, 1, 2, -53],
    ['0.0049 once', { digits: 49, scale: 4 }, 1, 1, 0],
    ['0.005 once', { digits: 5, scale: 3 }, 1, 1, 1],
  ])('%s', (_, rate, times, over, expected) => {
    expect(hundredthsOf(rate, times, over)).toBe(expected);
  });

  it('lie within half a cent of the fraction, and away from zero when exactly between', () => {
    fc.assert(
      fc.property(
        decimal,
        fc.integer({ min: 0, max: 50_000 }),
        fc.integer({ min: 1, max: 60 }),
        (rate, times, over) => {
          const { top, bottom } = fraction(rate);
          const cents = BigInt(hundredthsOf(rate, times, over) ?? Number.NaN);
          // |exact − cents| ≤ ½, all multiplied by the common bottom.
          const exact = top * 100n * BigInt(times);
          const whole = bottom * BigInt(over);
          const off = exact - cents * whole;
          const size = off < 0n ? -off : off;
          expect(2n * size <= whole).toBe(true);
          if (2n * size === whole) expect(cents * cents * whole * whole > exact * exact).toBe(true);
        },
      ),
    );
  });
});
