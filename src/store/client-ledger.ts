import type { Database } from 'better-sqlite3';
import { compareTexts } from '../domain/compare-texts.ts';
import { type Month, monthText } from '../domain/month.ts';
import type { RunResult } from '../domain/run.ts';
import type { ClientLedger, JudgedClient } from './booking.ts';
import { bookingOf } from './bookings.ts';
import { BOOKED_COLUMNS, type BookedRow, bookedLine, monthOfText, RETURNED_SINCE } from './line-rows.ts';
import { linesOfClient } from './read-lines.ts';
import type { StoredLine } from './stored-run.ts';

/** What is booked and what was judged of a client, in one care month or in all. Nothing for a client that was never seen. */
export function clientLedger(db: Database, pseudonym: string, month: string | null): ClientLedger {
  const asked = { pseudonym, month: month === null ? null : monthOfText(month) };
  return db.transaction(() => ({ ...bookedOf(db, asked), judged: judgedOf(db, asked) }))();
}

interface Asked {
  readonly pseudonym: string;
  readonly month: Month | null;
}

/** Months first, since the lines lie by month: one look per month that has bookings. */
export const BOOKED_OF_CLIENT = `
  SELECT bookings.run, ${BOOKED_COLUMNS}, returned.codes, coalesce(returns.dated, substr(returns.stored_at, 1, 10)) AS returned_on
  FROM booked_clients CROSS JOIN booked ON booked.client = booked_clients.number JOIN bookings ON bookings.number = booked.booking
  ${RETURNED_SINCE} LEFT JOIN returns ON returns.number = returned.return
  WHERE booked_clients.pseudonym = :pseudonym AND bookings.ended IS NULL
    AND booked.month IN (SELECT month FROM booking_months WHERE :month IS NULL OR month = :month)
  ORDER BY booked.month, first_day, last_day, reference, booked.booking, booked.number`;

function bookedOf(db: Database, asked: Asked): Pick<ClientLedger, 'booked' | 'returned'> {
  const rows = db.prepare<[Asked], ClientRow>(BOOKED_OF_CLIENT).all(asked);
  const counts = ({ returned }: ClientRow) => returned === null;
  return {
    booked: rows.filter(counts).map((row) => bookedLine(row.run, row)),
    returned: rows
      .filter((row) => !counts(row))
      .map((row) => ({
        ...bookedLine(row.run, row),
        returnedOn: row.returned_on ?? '',
        codes: JSON.parse(row.codes ?? '[]') as string[],
      })),
  };
}

/** A booked line of a client, with what is known of its return. */
interface ClientRow extends BookedRow {
  readonly run: string;
  readonly codes: string | null;
  readonly returned_on: string | null;
}

function judgedOf(db: Database, { pseudonym, month }: Asked): JudgedClient[] {
  const asked = month === null ? null : monthText(month);
  return linesOfClient(db, pseudonym).flatMap(({ run: document, lines: all }) => {
    const lines = all.filter((line) => asked === null || line.month === asked).sort(byDate);
    if (lines.length === 0) return [];
    const run = JSON.parse(document) as RunResult['run'];
    return [{ run, booking: bookingOf(db, run.id), lines }];
  });
}

function byDate(a: StoredLine, b: StoredLine): number {
  return compareTexts(a.first, b.first) || compareTexts(a.last, b.last) || compareTexts(a.reference, b.reference);
}
