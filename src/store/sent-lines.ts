import type { Database } from 'better-sqlite3';
import { countingBooking } from './bookings.ts';
import { type FactsRow, factsOf, RETURNED_SINCE } from './line-rows.ts';
import { numberedLines } from './read-lines.ts';
import type { SentLine } from './returned.ts';

/** The technology lines of a run with what is booked of them, in the order of the run. Of a removed run those that were booked. */
export function sentLines(db: Database, run: string): SentLine[] {
  return db.transaction(() => {
    const booking = countingBooking(db, run) ?? 0;
    const number = db.prepare<[string], number>('SELECT number FROM runs WHERE id = ?').pluck().get(run);
    const booked = db.prepare<[object], BookedRow>(BOOKED_LINES).all({ booking });
    return number === undefined ? booked.map(removedLine) : linesOfRun(db, number, booked);
  })();
}

/** The lines of a booking, found by its months. */
export const BOOKED_LINES = `
  SELECT booked.number, booked_clients.pseudonym, booked.month, code, first_day, last_day, minutes, credit, reference, insurer,
         returned.number IS NOT NULL AS is_returned
  FROM booked
  CROSS JOIN booked_clients ON booked_clients.number = booked.client
  ${RETURNED_SINCE}
  WHERE booked.month IN (SELECT month FROM booking_months WHERE booking = :booking) AND booked.booking = :booking
  ORDER BY booked.number`;

interface BookedRow extends FactsRow {
  readonly number: number;
  readonly is_returned: 0 | 1;
}

function linesOfRun(db: Database, run: number, rows: readonly BookedRow[]): SentLine[] {
  const booked = new Map(rows.map((row) => [row.number, bookedOf(row)]));
  const lines: SentLine[] = [];
  for (const { number, line } of numberedLines(db, run)) {
    const { client, month, code, first, last, minutes, credit, reference, insurer, input, row, verdict } = line;
    const facts = { client, month, code, first, last, minutes, credit, reference, insurer };
    lines.push({ number, ...facts, input, row, verdict, booked: booked.get(number) ?? 'no' });
  }
  return lines;
}

function removedLine(row: BookedRow): SentLine {
  return { number: row.number, ...factsOf(row), input: null, row: null, verdict: null, booked: bookedOf(row) };
}

function bookedOf(row: BookedRow): SentLine['booked'] {
  return row.is_returned === 1 ? 'returned' : 'counts';
}
