import { lastDayOfMonth } from 'date-fns/lastDayOfMonth';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilOf, type Day, plusDays } from '../../src/domain/day.ts';
import { firstDayOf, lastDayOf, type Month, monthFromText, monthOf, monthText } from '../../src/domain/month.ts';
import { day, month } from '../builders/days.ts';

const anyMonth = fc.integer({ min: 12, max: 9999 * 12 + 11 }).map((number) => number as Month);

describe('a month', () => {
  it.each([
    ['2026-02-28', '2026-02'],
    ['2026-03-01', '2026-03'],
    ['2025-12-31', '2025-12'],
    ['2026-01-01', '2026-01'],
  ])('%s lies in %s', (iso, text) => {
    expect(monthText(monthOf(day(iso)))).toBe(text);
  });

  it.each(['2026-13', '2026-00', '2026-3', '202603', '2026-03-01', ''])('is not read from %j', (text) => {
    expect(monthFromText(text)).toBeNull();
  });

  it('is itself again after being written and read', () => {
    fc.assert(
      fc.property(anyMonth, (number) => {
        expect(monthFromText(monthText(number))).toBe(number);
      }),
    );
  });

  it('is followed by the next without a day between', () => {
    fc.assert(
      fc.property(fc.integer({ min: 12, max: 9999 * 12 + 10 }), (number) => {
        expect(plusDays(lastDayOf(number as Month), 1)).toBe(firstDayOf((number + 1) as Month));
      }),
    );
  });

  it('holds a day exactly when the day lies between its first and its last', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (number) => {
        const its = monthOf(number as Day);
        expect(firstDayOf(its)).toBeLessThanOrEqual(number);
        expect(lastDayOf(its)).toBeGreaterThanOrEqual(number);
      }),
    );
  });

  it('ends on the day date-fns says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1970 * 12, max: 2199 * 12 + 11 }), (number) => {
        const end = lastDayOfMonth(new Date(Math.floor(number / 12), number % 12, 1));
        expect(civilOf(lastDayOf(number as Month)).day).toBe(end.getDate());
      }),
    );
  });

  it('refuses to have days outside the years 1–9999', () => {
    expect(() => firstDayOf(0 as Month)).toThrow(RangeError);
    expect(firstDayOf(month('0001-01'))).toBe(day('0001-01-01'));
  });
});
