import { civilOf, type Day, dayOf, daysInMonth } from './day.ts';

/** A calendar month as `year × 12 + month − 1`: compares, sorts and stores as an integer. */
export type Month = number & { readonly __brand: 'Month' };

/** The calendar month a day lies in. */
export function monthOf(day: Day): Month {
  const { year, month } = civilOf(day);
  return (year * 12 + month - 1) as Month;
}

/** Reads `jjjj-mm`; null for any other text. */
export function monthFromText(text: string): Month | null {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  return match ? ((Number(match[1]) * 12 + Number(match[2]) - 1) as Month) : null;
}

/** The month as `jjjj-mm`. */
export function monthText(month: Month): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** The first day of the month. */
export function firstDayOf(month: Month): Day {
  return existing(dayOf(Math.floor(month / 12), (month % 12) + 1, 1));
}

/** The last day of the month. */
export function lastDayOf(month: Month): Day {
  const year = Math.floor(month / 12);
  const number = (month % 12) + 1;
  return existing(dayOf(year, number, daysInMonth(year, number)));
}

function existing(day: Day | null): Day {
  if (day === null) throw new RangeError('a month outside the years 1–9999');
  return day;
}
