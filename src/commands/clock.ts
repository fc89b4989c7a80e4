import { formatISO } from 'date-fns/formatISO';
import { type Day, dayFromIso } from '../domain/day.ts';
import { UserError } from '../errors.ts';
import { readDate } from '../parse/dates.ts';
import type { Shell } from './shell.ts';

/** When a run began. */
export interface Moment {
  /** ISO 8601 in UTC, to the second. */
  readonly startedAt: string;
  /** The day "today" means when the user names none. */
  readonly today: Day;
  /** Set by SOURCE_DATE_EPOCH: the same run gives the same bytes again. */
  readonly reproducible: boolean;
}

/** The moment of a run: SOURCE_DATE_EPOCH (whole seconds since 1970, its day in UTC) when set, else the clock and its local day. */
export function momentOf(shell: Pick<Shell, 'env' | 'now'>): Moment {
  const epoch = shell.env.SOURCE_DATE_EPOCH;
  if (epoch === undefined || epoch === '') {
    const now = new Date(shell.now());
    return { startedAt: iso(now), today: existing(formatISO(now, { representation: 'date' })), reproducible: false };
  }
  const seconds = Number(epoch);
  if (!/^\d{1,11}$/.test(epoch)) throw new UserError(`SOURCE_DATE_EPOCH is geen aantal seconden: ${epoch}`);
  const startedAt = iso(new Date(seconds * 1000));
  return { startedAt, today: existing(startedAt.slice(0, 10)), reproducible: true };
}

/** Reads a day given as an option, in any form the files may have it. */
export function dayOption(text: string, option: string): Day {
  const day = readDate(text);
  if (day === null) throw new UserError(`${option} ${text} is geen datum. Schrijf bijvoorbeeld 2026-04-02.`);
  return day;
}

function iso(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

function existing(text: string): Day {
  const day = dayFromIso(text);
  if (day === null) throw new UserError(`De klok staat op een dag die niet bestaat: ${text}`);
  return day;
}
