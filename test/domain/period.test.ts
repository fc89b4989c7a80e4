import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/domain/day.ts';
import { type ClosedPeriod, covered, gaps, intersection, overlaps, type Period } from '../../src/domain/period.ts';
import { days, stretch } from '../builders/days.ts';

const WINDOW = 40;
const anyDay = fc.integer({ min: 0, max: WINDOW });
const closed = fc.tuple(anyDay, anyDay).map(([a, b]): ClosedPeriod => {
  return { first: Math.min(a, b) as Day, last: Math.max(a, b) as Day };
});
const period = fc
  .tuple(closed, fc.boolean())
  .map(([known, open]): Period => (open ? { first: known.first, last: null } : known));
const sorted = fc.array(period, { maxLength: 6 }).map((periods) => periods.toSorted((a, b) => a.first - b.first));

/** The second opinion: every day asked by itself. */
const daysOf = (whole: ClosedPeriod) => Array.from({ length: whole.last - whole.first + 1 }, (_, n) => whole.first + n);
const holds = ({ first, last }: Period, day: number) => first <= day && (last === null || day <= last);

describe('the days of a line that periods cover, and those they leave open', () => {
  it('are together every day of the line, each once', () => {
    fc.assert(
      fc.property(closed, sorted, (whole, periods) => {
        const stretches = [...covered(whole, periods), ...gaps(whole, periods)].sort((a, b) => a.first - b.first);
        expect(stretches.flatMap(daysOf)).toEqual(daysOf(whole));
      }),
    );
  });

  it('are the days found by asking each day by itself', () => {
    fc.assert(
      fc.property(closed, sorted, (whole, periods) => {
        const isCovered = (day: number) => periods.some((one) => holds(one, day));
        expect(covered(whole, periods).flatMap(daysOf)).toEqual(daysOf(whole).filter(isCovered));
        expect(gaps(whole, periods).flatMap(daysOf)).toEqual(daysOf(whole).filter((day) => !isCovered(day)));
      }),
    );
  });

  it('are told in stretches as long as can be', () => {
    fc.assert(
      fc.property(closed, sorted, (whole, periods) => {
        for (const stretches of [covered(whole, periods), gaps(whole, periods)]) {
          for (const [index, { first }] of stretches.entries()) {
            const before = stretches[index - 1];
            if (before) expect(first - before.last).toBeGreaterThan(1);
          }
        }
      }),
    );
  });

  it('join periods that touch and part those with a day between', () => {
    const whole = days('2026-03-01/2026-03-31');
    const touching = [stretch('2026-03-05/2026-03-10'), stretch('2026-03-11/2026-03-12')];
    const apart = [stretch('2026-03-05/2026-03-10'), stretch('2026-03-12/2026-03-12')];
    expect(covered(whole, touching)).toEqual([days('2026-03-05/2026-03-12')]);
    expect(covered(whole, apart)).toHaveLength(2);
    expect(gaps(whole, apart)[1]).toEqual(days('2026-03-11'));
  });
});

describe('two periods', () => {
  it.each([
    ['2026-03-01/2026-03-10', '2026-03-10/2026-03-20', true],
    ['2026-03-01/2026-03-09', '2026-03-10/2026-03-20', false],
    ['2026-03-01/', '2026-12-31/', true],
    ['2026-03-01/2026-03-09', '2026-03-10/', false],
    ['2026-03-05/2026-03-05', '2026-03-01/2026-03-31', true],
  ])('%s and %s overlap: %s', (a, b, expected) => {
    expect(overlaps(stretch(a), stretch(b))).toBe(expected);
    expect(overlaps(stretch(b), stretch(a))).toBe(expected);
  });

  it('overlap when some day lies in both', () => {
    fc.assert(
      fc.property(period, closed, (a, b) => {
        expect(overlaps(a, b)).toBe(daysOf(b).some((day) => holds(a, day)));
      }),
    );
  });

  it('share the days that lie in both', () => {
    fc.assert(
      fc.property(closed, period, (a, b) => {
        const shared = intersection(a, b);
        expect(shared === null ? [] : daysOf(shared)).toEqual(daysOf(a).filter((day) => holds(b, day)));
      }),
    );
  });
});
