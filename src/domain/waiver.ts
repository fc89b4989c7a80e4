import { civilOf, type Day, dayFromIso, dayOf } from './day.ts';

/** An accepted finding (contract, section 8): it stays in every report, marked, and no longer counts for the exit code. */
export interface Waiver {
  readonly fingerprint: string;
  readonly reason: string;
  readonly owner: string;
  /** First and last day it holds, `jjjj-mm-dd`, both included; at most a year. */
  readonly from: string;
  readonly until: string;
}

/** From how many days before its last day on a waiver is reported as expiring. */
export const EXPIRING_DAYS = 14;

/** Whether a waiver holds on a day. */
export type WaiverState = 'coming' | 'holds' | 'expired';

/** Whether a waiver holds on a day: from its first day to its last, both included. */
export function waiverState({ from, until }: Pick<Waiver, 'from' | 'until'>, day: Day): WaiverState {
  if (day < existing(from)) return 'coming';
  return day > existing(until) ? 'expired' : 'holds';
}

/** Days from a day to the last day of a waiver; 0 on its last day, negative when it is over. */
export function daysLeft({ until }: Pick<Waiver, 'until'>, day: Day): number {
  return existing(until) - day;
}

/** The same day of the next year; 28 February for the 29th. A waiver that begins on a day lasts until then at most. */
export function yearAfter(day: Day): Day {
  const { year, month, day: date } = civilOf(day);
  const after = dayOf(year + 1, month, date) ?? dayOf(year + 1, month, 28);
  if (after === null) throw new RangeError('a day outside the years 1–9999');
  return after;
}

/** Waivers are checked where they come in; a day that does not exist is our bug. */
function existing(text: string): Day {
  const day = dayFromIso(text);
  if (day === null) throw new RangeError('a day of a waiver is jjjj-mm-dd');
  return day;
}
