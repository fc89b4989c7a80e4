import { type Day, dayFromIso, isoOf } from '../domain/day.ts';
import type { BookedLine } from '../domain/ledger.ts';
import type { LineFacts } from '../domain/line-facts.ts';
import { type Month, monthFromText, monthText } from '../domain/month.ts';
import type { LineVerdict } from '../domain/run.ts';

/** Line verdicts as the store numbers them. Part of the file format: only ever add to the end. */
export const VERDICTS: readonly LineVerdict[] = ['approved', 'rejected', 'undecided', 'ignored'];

/** The number of the verdict that lines are booked with. */
export const APPROVED = VERDICTS.indexOf('approved');

/** What says of a row which line it is, as SQLite gives it. */
export interface FactsRow {
  readonly pseudonym: string;
  readonly month: Month;
  readonly code: string;
  readonly first_day: Day;
  readonly last_day: Day;
  readonly minutes: number;
  readonly credit: 0 | 1;
  readonly reference: string;
  readonly insurer: string;
}

/** A row of `booked` joined with its client. */
export interface BookedRow extends FactsRow {
  readonly corrects: string;
  readonly booking: number;
  /** The number since which it counts no longer, because it came back; null when it did not. */
  readonly returned: number | null;
}

/** Columns of a BookedRow, from `booked`, `booked_clients` and what `RETURNED_SINCE` joins. */
export const BOOKED_COLUMNS = `booked.booking, booked_clients.pseudonym, booked.month, code, first_day, last_day, minutes, credit,
  reference, corrects, insurer, returned.state AS returned`;

/** Joins what came back of booked lines, by their key. */
export const RETURNED_SINCE = `
  LEFT JOIN returned ON returned.month = booked.month AND returned.client = booked.client AND returned.booking = booked.booking
                    AND returned.number = booked.number`;

/** A booked line; `run` is the run of its booking. */
export function bookedLine(run: string, row: BookedRow): BookedLine {
  return { run, ...factsOf(row), corrects: row.corrects };
}

/** The number of a day of text; throws RangeError where there is no such day (our bug). */
export function dayOfText(text: string): Day {
  const day = dayFromIso(text);
  if (day === null) throw new RangeError('a day is jjjj-mm-dd');
  return day;
}

/** The number of a month of text; throws RangeError where there is no such month (our bug). */
export function monthOfText(text: string): Month {
  const month = monthFromText(text);
  if (month === null) throw new RangeError('a month is jjjj-mm');
  return month;
}

/** A row as the line it is of. */
export function factsOf(row: FactsRow): LineFacts & { readonly month: string; readonly insurer: string } {
  return {
    client: row.pseudonym,
    month: monthText(row.month),
    code: row.code,
    first: isoOf(row.first_day),
    last: isoOf(row.last_day),
    minutes: row.minutes,
    credit: row.credit === 1,
    reference: row.reference,
    insurer: row.insurer,
  };
}
