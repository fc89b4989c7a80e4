import { describe, expect, it } from 'vitest';
import { type Day, dayFromIso, isoOf } from '../../src/domain/day.ts';
import { daysLeft, waiverState, yearAfter } from '../../src/domain/waiver.ts';

const day = (text: string): Day => dayFromIso(text)!;
const march = { from: '2026-03-01', until: '2026-03-31' };

describe('a waiver', () => {
  it.each([
    ['2026-02-28', 'coming'],
    ['2026-03-01', 'holds'],
    ['2026-03-31', 'holds'],
    ['2026-04-01', 'expired'],
  ] as const)('from 1 to 31 March is on %s: %s', (today, state) => {
    expect(waiverState(march, day(today))).toBe(state);
  });

  it.each([
    ['2026-03-17', 14],
    ['2026-03-16', 15],
    ['2026-03-31', 0],
    ['2026-04-01', -1],
  ])('until 31 March has on %s %i days left', (today, left) => {
    expect(daysLeft(march, day(today))).toBe(left);
  });

  it.each([
    ['2026-04-02', '2027-04-02'],
    ['2024-02-29', '2025-02-28'],
    ['2023-03-01', '2024-03-01'],
    ['2025-12-31', '2026-12-31'],
  ])('that begins on %s lasts until %s at most', (first, last) => {
    expect(isoOf(yearAfter(day(first)))).toBe(last);
  });

  it('with a day that does not exist is our bug', () => {
    expect(() => waiverState({ from: '2026-02-30', until: '2026-03-01' }, day('2026-03-01'))).toThrow(RangeError);
  });
});
