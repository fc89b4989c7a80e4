import { type Day, dayOf, plusDays } from './day.ts';

/** A stretch of days, both ends included; `last: null` means still open. */
export interface Period {
  readonly first: Day;
  readonly last: Day | null;
}

/** A period that has ended: what a declaratieregel covers. */
export interface ClosedPeriod extends Period {
  readonly last: Day;
}

/** Every day there is: what is known of a period of which nothing could be read. */
export const ALL_DAYS: ClosedPeriod = { first: dayOf(1, 1, 1)!, last: dayOf(9999, 12, 31)! };

/** Whether two periods share at least one day. */
export function overlaps(a: Period, b: Period): boolean {
  return (b.last === null || a.first <= b.last) && (a.last === null || b.first <= a.last);
}

/** The days both share, or null. */
export function intersection(a: ClosedPeriod, b: Period): ClosedPeriod | null {
  const first = a.first > b.first ? a.first : b.first;
  const last = b.last === null || a.last < b.last ? a.last : b.last;
  return first <= last ? { first, last } : null;
}

/** The days of `whole` that no period covers, as maximal stretches in order. `periods` must be sorted by first day. */
export function gaps(whole: ClosedPeriod, periods: readonly Period[]): ClosedPeriod[] {
  const open: ClosedPeriod[] = [];
  let next = whole.first;
  for (const period of periods) {
    if (period.last !== null && period.last < next) continue;
    if (period.first > whole.last) break;
    if (period.first > next) open.push({ first: next, last: plusDays(period.first, -1) });
    if (period.last === null || period.last >= whole.last) return open;
    next = plusDays(period.last, 1);
  }
  if (next <= whole.last) open.push({ first: next, last: whole.last });
  return open;
}

/** The days of `whole` that some period covers, as maximal stretches in order. `periods` must be sorted by first day. */
export function covered(whole: ClosedPeriod, periods: readonly Period[]): ClosedPeriod[] {
  const stretches: { first: Day; last: Day }[] = [];
  for (const period of periods) {
    const shared = intersection(whole, period);
    if (shared === null) continue;
    const previous = stretches.at(-1);
    if (previous && shared.first <= previous.last + 1) {
      if (shared.last > previous.last) previous.last = shared.last;
    } else {
      stretches.push({ first: shared.first, last: shared.last });
    }
  }
  return stretches;
}
