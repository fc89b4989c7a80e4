import type { Database } from 'better-sqlite3';
import { type Month, monthText } from '../domain/month.ts';
import type { Booking } from './booking.ts';
import type { ReturnedSum } from './returned.ts';

/** The last booking of a run, which counts unless it has ended; null when it was never booked. */
export function bookingOf(db: Database, run: string): Booking | null {
  const row = db
    .prepare<[string], BookingRow>('SELECT * FROM bookings WHERE run = ? ORDER BY number DESC LIMIT 1')
    .get(run);
  return row === undefined ? null : booking(db, row);
}

/** The runs that were ever booked and whose id begins so; those that were removed since too. Newest booking first. */
export function bookedRunsCalled(db: Database, prefix: string): string[] {
  if (prefix === '') return [];
  return db
    .prepare<[object], string>(
      'SELECT run FROM bookings WHERE substr(run, 1, length(:prefix)) = :prefix GROUP BY run ORDER BY max(number) DESC',
    )
    .pluck()
    .all({ prefix });
}

/** The last booking of every run that ever had one, by run. */
export function lastBookings(db: Database): ReadonlyMap<string, Booking> {
  const rows = db.prepare<[], BookingRow>('SELECT * FROM bookings ORDER BY number').all();
  const last = new Map(rows.map((row) => [row.run, row]));
  return new Map([...last].map(([run, row]) => [run, booking(db, row)]));
}

/** The number of the booking of a run that counts; null when there is none. */
export function countingBooking(db: Database, run: string): number | null {
  return (
    db.prepare<[string], number>('SELECT number FROM bookings WHERE run = ? AND ended IS NULL').pluck().get(run) ?? null
  );
}

/** How many times something was booked, taken back or returned: the last number given out, 0 in the beginning. */
export function bookingState(db: Database): number {
  return (
    db
      .prepare<[], number>(
        `SELECT max(coalesce(max(number), 0), coalesce(max(ended), 0), (SELECT coalesce(max(state), 0) FROM returns))
         FROM bookings`,
      )
      .pluck()
      .get() ?? 0
  );
}

/** Ends a booking. `state` is the number of that end. */
export function endBooking(
  db: Database,
  end: { readonly booking: number; readonly state: number; readonly at: string; readonly replacedBy: string | null },
): void {
  db.prepare(
    'UPDATE bookings SET ended = :state, ended_at = :at, replaced_by = :replacedBy WHERE number = :booking',
  ).run(end);
}

interface BookingRow {
  readonly number: number;
  readonly run: string;
  readonly booked_at: string;
  readonly replaces: string | null;
  readonly ended_at: string | null;
  readonly replaced_by: string | null;
}

function booking(db: Database, row: BookingRow): Booking {
  const months = db
    .prepare<[number], { month: Month; lines: number; minutes: number }>(
      'SELECT month, lines, minutes FROM booking_months WHERE booking = ? ORDER BY month',
    )
    .all(row.number);
  const returned = db
    .prepare<[number], ReturnedSum>(
      'SELECT coalesce(sum(stopped), 0) AS lines, coalesce(sum(stopped_minutes), 0) AS minutes FROM returns WHERE booking = ?',
    )
    .get(row.number);
  return {
    run: row.run,
    bookedAt: row.booked_at,
    replaces: row.replaces,
    endedAt: row.ended_at,
    replacedBy: row.replaced_by,
    lines: months.reduce((sum, { lines }) => sum + lines, 0),
    minutes: months.reduce((sum, { minutes }) => sum + minutes, 0),
    months: months.map(({ month }) => monthText(month)),
    returned: returned ?? { lines: 0, minutes: 0 },
  };
}
