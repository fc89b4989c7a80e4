import { describe, expect, it } from 'vitest';
import { isoOf } from '../../src/domain/day.ts';
import { workingDaysAfter } from '../../src/domain/working-days.ts';
import { day } from '../builders/days.ts';

const lastDay = (start: string, count: number, until = '2030-12-31') => {
  const last = workingDaysAfter(day(start), count, day(until));
  return last === null ? null : isoOf(last);
};

describe('working days', () => {
  it.each([
    ['skip the weekend', '2026-03-06', 1, '2026-03-09'],
    ['skip New Year', '2025-12-31', 1, '2026-01-02'],
    ['skip Easter Monday, but not Good Friday', '2026-04-02', 2, '2026-04-07'],
    ['skip King’s Day', '2026-04-24', 1, '2026-04-28'],
    ['skip King’s Day on the Saturday when the 27th is a Sunday, which costs nothing', '2025-04-25', 1, '2025-04-28'],
    ['skip Ascension', '2026-05-13', 1, '2026-05-15'],
    ['skip Whit Monday', '2026-05-22', 1, '2026-05-26'],
    ['skip both days of Christmas', '2025-12-24', 1, '2025-12-29'],
    ['are seventeen after the end of March 2026 on 24 April', '2026-03-31', 17, '2026-04-24'],
    ['are seventeen after the end of April 2024 on 27 May', '2024-04-30', 17, '2024-05-27'],
  ])('%s', (_, start, count, expected) => {
    expect(lastDay(start, count)).toBe(expected);
  });

  it('are null when the last of them is not before the day that is asked for', () => {
    expect(lastDay('2026-03-31', 17, '2026-04-25')).toBe('2026-04-24');
    expect(lastDay('2026-03-31', 17, '2026-04-24')).toBeNull();
    expect(lastDay('2026-03-31', 17, '2025-01-01')).toBeNull();
  });

  it('know Easter of years far apart', () => {
    const easterMondays = ['1961-04-03', '2000-04-24', '2008-03-24', '2011-04-25', '2049-04-19', '2076-04-20'];
    for (const monday of easterMondays) {
      const saturday = isoOf((day(monday) - 2) as ReturnType<typeof day>);
      expect(lastDay(saturday, 1, '2100-01-01'), monday).toBe(isoOf((day(monday) + 1) as ReturnType<typeof day>));
    }
  });
});
