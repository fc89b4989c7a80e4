import { type Day, dayFromIso } from '../../src/domain/day.ts';
import { type Month, monthFromText } from '../../src/domain/month.ts';
import type { ClosedPeriod, Period } from '../../src/domain/period.ts';

/** The day of `jjjj-mm-dd`. */
export function day(iso: string): Day {
  const found = dayFromIso(iso);
  if (found === null) throw new RangeError(`${iso} is no day`);
  return found;
}

/** The month of `jjjj-mm`. */
export function month(text: string): Month {
  const found = monthFromText(text);
  if (found === null) throw new RangeError(`${text} is no month`);
  return found;
}

/** `2026-03-01`, or `2026-03-01/2026-03-31`: both ends included. */
export function days(text: string): ClosedPeriod {
  const [first = '', last = first] = text.split('/');
  return { first: day(first), last: day(last) };
}

/** As `days`, and `2026-03-01/` is still open. */
export function stretch(text: string): Period {
  return text.endsWith('/') ? { first: day(text.slice(0, -1)), last: null } : days(text);
}
