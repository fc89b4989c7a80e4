import { civilOf, type Day, dayOf, plusDays } from './day.ts';

/**
 * The last of `count` working days after a day, when it lies before `until`; else null. Working days are Monday to Friday, less the Dutch
 * holidays that are days off for nearly everyone: New Year, Easter Monday, King's Day, Ascension, Whit Monday and Christmas.
 */
export function workingDaysAfter(day: Day, count: number, until: Day): Day | null {
  let left = count;
  for (let last = plusDays(day, 1); last < until; last = plusDays(last, 1)) {
    if (isWorkingDay(last)) left--;
    if (left === 0) return last;
  }
  return null;
}

const FIXED = ['1-1', '12-25', '12-26'];
/** Days after Easter Sunday: Easter Monday, Ascension, Whit Monday. */
const AFTER_EASTER = [1, 39, 50];
const SUNDAY = 0;
const SATURDAY = 6;

function isWorkingDay(day: Day): boolean {
  const { year, month, day: date } = civilOf(day);
  const weekday = weekdayOf(day);
  if (weekday === SUNDAY || weekday === SATURDAY || FIXED.includes(`${month}-${date}`)) return false;
  return day !== kingsDayOf(year) && !AFTER_EASTER.some((days) => day === plusDays(easterOf(year), days));
}

/** 0 is Sunday; 1 January 1970 was a Thursday. */
function weekdayOf(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** 27 April, or the day before when that is a Sunday. */
function kingsDayOf(year: number): Day {
  const day = existing(dayOf(year, 4, 27));
  return weekdayOf(day) === SUNDAY ? plusDays(day, -1) : day;
}

/** Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876 (Butcher's Ecclesiastical Calendar). */
function easterOf(year: number): Day {
  const moon = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const shift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * moon + century - Math.floor(century / 4) - shift + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((moon + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * late + 114;
  return existing(dayOf(year, Math.floor(days / 31), (days % 31) + 1));
}

function existing(day: Day | null): Day {
  if (day === null) throw new RangeError('a holiday outside the years 1–9999');
  return day;
}
