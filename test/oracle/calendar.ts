/**
 * Days as plain integers jjjjmmdd, walked one by one. Slow and simple on purpose: the product counts days since 1970,
 * so a mistake in its arithmetic cannot be repeated here.
 */
export type Ymd = number;

/** The day, or null when no such day exists. */
export function ymd(year: number, month: number, day: number): Ymd | null {
  return month >= 1 && month <= 12 && day >= 1 && day <= lengthOfMonth(year, month)
    ? year * 10_000 + month * 100 + day
    : null;
}

/** The day after. */
export function nextDay(day: Ymd): Ymd {
  const date = day % 100;
  const month = Math.floor(day / 100) % 100;
  const year = Math.floor(day / 10_000);
  if (date < lengthOfMonth(year, month)) return day + 1;
  return month < 12 ? year * 10_000 + (month + 1) * 100 + 1 : (year + 1) * 10_000 + 101;
}

/** Every day from first to last, both included. */
export function daysOf(first: Ymd, last: Ymd): Ymd[] {
  const days: Ymd[] = [];
  for (let day = first; day <= last; day = nextDay(day)) days.push(day);
  return days;
}

/** The calendar month as jjjj-mm. */
export function monthTextOf(day: Ymd): string {
  const digits = String(day);
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}`;
}

/** Days in a month of the Gregorian calendar. */
export function lengthOfMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}
