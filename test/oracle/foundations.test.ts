import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOf, lengthOfMonth, nextDay, ymd } from './calendar.ts';
import { brokenBsn, syntheticBsn, syntheticBsnWithZero } from './synthetic-bsn.ts';

const passes = (bsn: string) => {
  const weighted = [...bsn].map((digit, index) => Number(digit) * (index === 8 ? -1 : 9 - index));
  return weighted.reduce((sum, product) => sum + product, 0) % 11 === 0;
};

describe('synthetic BSNs', () => {
  it('pass the 11-proef, start at 99999 and are all different', () => {
    const bsns = Array.from({ length: 2000 }, (_, n) => syntheticBsn(n));
    expect(bsns.every(passes)).toBe(true);
    expect(bsns.every((bsn) => bsn.startsWith('999'))).toBe(true);
    expect(bsns[0]?.startsWith('99999')).toBe(true);
    expect(new Set(bsns).size).toBe(2000);
    expect(bsns).not.toContain('999999999');
  });

  it('can start with a zero or be broken', () => {
    expect(passes(syntheticBsnWithZero(3))).toBe(true);
    expect(syntheticBsnWithZero(3)).toMatch(/^0999\d{5}$/);
    expect(passes(brokenBsn(3))).toBe(false);
  });
});

describe('days walked one by one', () => {
  it.each([
    [20240228, 20240229],
    [20250228, 20250301],
    [21000228, 21000301],
    [20261231, 20270101],
  ])('after %i comes %i', (day, next) => {
    expect(nextDay(day)).toBe(next);
  });

  it('agree with the calendar of the language', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2010, max: 2040 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        expect(lengthOfMonth(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
      }),
    );
    expect(daysOf(20240101, 20241231).length).toBe(366);
    expect([ymd(2026, 4, 31), ymd(2026, 13, 1), ymd(2026, 0, 1), ymd(2026, 3, 0)]).toEqual([null, null, null, null]);
  });
});
