import { addDays } from 'date-fns/addDays';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilOf, type Day, dayFromIso, dayOf, daysInMonth, isoOf, plusDays } from '../../src/domain/day.ts';
import { day } from '../builders/days.ts';

/** Days of the years 1–9999, as the language counts them: milliseconds in UTC. */
const anyDay = fc.integer({ min: -719_162, max: 2_932_896 }).map((number) => number as Day);
const utc = (number: number) => new Date(number * 86_400_000);

describe('a day', () => {
  it('counts from 1 January 1970', () => {
    expect(dayFromIso('1970-01-01')).toBe(0);
    expect(dayFromIso('1969-12-31')).toBe(-1);
    expect(dayFromIso('2026-03-01')).toBe(20_513);
  });

  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2000-02-29', true],
    ['2100-02-29', false],
    ['2026-04-30', true],
    ['2026-04-31', false],
    ['2026-12-31', true],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-01-00', false],
    ['0000-01-01', false],
    ['0001-01-01', true],
    ['9999-12-31', true],
  ])('%s exists: %s', (iso, exists) => {
    expect(dayFromIso(iso) !== null).toBe(exists);
  });

  it.each(['2026-3-1', '20260301', '01-03-2026', '2026-03-01 ', '2026-03-01T00:00', ''])(
    'is not read from %j, which has another form',
    (text) => {
      expect(dayFromIso(text)).toBeNull();
    },
  );

  it('has the year, month and date that the calendar of the language gives it', () => {
    fc.assert(
      fc.property(anyDay, (number) => {
        const date = utc(number);
        expect(civilOf(number)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
      }),
    );
  });

  it('is itself again after being written and read', () => {
    fc.assert(
      fc.property(anyDay, (number) => {
        expect(isoOf(number)).toBe(utc(number).toISOString().slice(0, 10));
        expect(dayFromIso(isoOf(number))).toBe(number);
        const { year, month, day: date } = civilOf(number);
        expect(dayOf(year, month, date)).toBe(number);
      }),
    );
  });

  it('moves as date-fns moves it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: -5000, max: 5000 }), (number, count) => {
        // At noon, so that no change to summer time where this runs moves the date.
        const local = addDays(new Date(1970, 0, 1 + number, 12), count);
        const moved = plusDays(number as Day, count);
        expect(civilOf(moved)).toEqual({
          year: local.getFullYear(),
          month: local.getMonth() + 1,
          day: local.getDate(),
        });
      }),
    );
  });

  it('sorts as its text sorts', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(Math.sign(a - b)).toBe(isoOf(a) < isoOf(b) ? -1 : isoOf(a) > isoOf(b) ? 1 : 0);
      }),
    );
  });
});

describe('the days of a month', () => {
  it.each([
    [2024, 2, 29],
    [2026, 2, 28],
    [1900, 2, 28],
    [2000, 2, 29],
    [2026, 4, 30],
    [2026, 12, 31],
  ])('of %i-%i are %i', (year, month, count) => {
    expect(daysInMonth(year, month)).toBe(count);
  });

  it('end where the next month begins', () => {
    expect(plusDays(day('2026-02-28'), 1)).toBe(day('2026-03-01'));
    expect(plusDays(day('2024-02-28'), 1)).toBe(day('2024-02-29'));
  });
});
