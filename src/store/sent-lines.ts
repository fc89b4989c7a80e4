import type { Database } from 'better-sqlite3';
import { countingBooking } from './bookings.ts';
import { type FactsRow, factsOf, RETURNED_SINCE, VERDICTS } from './line-rows.ts';
import type { SentLine } from './returned.ts';

/** The technology lines of a run with what is booked of them, in the order of the run. Of a removed run those that were booked. */
export function sentLines(db: Database, run: string): SentLine[] {
  return db.transaction(() => {
    const booking = countingBooking(db, run) ?? 0;
    const number = db.prepare<[string], number>('SELECT number FROM runs WHERE id = ?').pluck().get(run);
    const rows =
      number === undefined
        ? db.prepare<[object], SentRow>(BOOKED_LINES).all({ booking })
        : db.prepare<[object], SentRow>(SENT_LINES).all({ run: number, booking });
    return rows.map(sentLine);
  })();
}

/** One look per line at what is booked and what came back of it. */
export const SENT_LINES = `
  SELECT lines.number, clients.pseudonym, lines.month, lines.code, lines.first_day, lines.last_day, lines.minutes, lines.credit,
         lines.reference, lines.insurer, lines.input, lines.row, lines.verdict,
         booked.number IS NOT NULL AS is_booked, returned.number IS NOT NULL AS is_returned
  FROM lines
  CROSS JOIN clients ON clients.run = lines.run AND clients.number = lines.client
  LEFT JOIN booked_clients ON booked_clients.pseudonym = clients.pseudonym
  LEFT JOIN booked ON booked.month = lines.month AND booked.client = booked_clients.number AND booked.booking = :booking
                  AND booked.number = lines.number
  LEFT JOIN returned ON returned.month = lines.month AND returned.client = booked_clients.number AND returned.booking = :booking
                  AND returned.number = lines.number
  WHERE lines.run = :run
  ORDER BY lines.number`;

/** The lines of a booking, found by its months. */
export const BOOKED_LINES = `
  SELECT booked.number, booked_clients.pseudonym, booked.month, code, first_day, last_day, minutes, credit, reference, insurer,
         NULL AS input, NULL AS row, NULL AS verdict, 1 AS is_booked, returned.number IS NOT NULL AS is_returned
  FROM booked
  CROSS JOIN booked_clients ON booked_clients.number = booked.client
  ${RETURNED_SINCE}
  WHERE booked.month IN (SELECT month FROM booking_months WHERE booking = :booking) AND booked.booking = :booking
  ORDER BY booked.number`;

interface SentRow extends FactsRow {
  readonly number: number;
  readonly input: number | null;
  readonly row: number | null;
  readonly verdict: number | null;
  readonly is_booked: 0 | 1;
  readonly is_returned: 0 | 1;
}

function sentLine(row: SentRow): SentLine {
  return {
    number: row.number,
    ...factsOf(row),
    input: row.input,
    row: row.row,
    verdict: row.verdict === null ? null : (VERDICTS[row.verdict] ?? null),
    booked: row.is_returned === 1 ? 'returned' : row.is_booked === 1 ? 'counts' : 'no',
  };
}
