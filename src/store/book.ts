import type { Database } from 'better-sqlite3';
import type { Booking, BookOptions, BookOutcome } from './booking.ts';
import { bookingOf, bookingState, countingBooking, endBooking } from './bookings.ts';
import { BOOKABLE, type BookableRun, CREDITS_LEFT, hindrances } from './hindrances.ts';
import { withUnpacked } from './unpacked-run.ts';

/**
 * Books the approved lines of a run, and ends the booking it takes the place of, in one transaction; or changes nothing and tells why.
 * Lines that only the replaced run stood in the way of are booked with the approved ones.
 */
export function book(db: Database, run: string, options: BookOptions): BookOutcome {
  return db.transaction(() => booked(db, run, options)).immediate();
}

function booked(db: Database, run: string, { bookedAt, replaces = null }: BookOptions): BookOutcome {
  const last = bookingOf(db, run);
  if (last !== null && last.endedAt === null) return { outcome: 'already', booking: last };
  const judged = db
    .prepare<[string], { number: number; judgedAt: number; judgedWithout: string }>(
      'SELECT number, judged_at AS judgedAt, judged_without AS judgedWithout FROM runs WHERE id = ?',
    )
    .get(run);
  if (judged === undefined) return { outcome: last === null ? 'unknown-run' : 'pruned' };
  const replaced = replaces === null ? null : countingBooking(db, replaces);
  if (replaces !== null && replaced === null) return { outcome: 'not-replaceable' };
  const bookable: BookableRun = { ...judged, id: run, replaces, replaced };
  return withUnpacked(db, bookable.number, () => bookedUnhindered(db, bookable, bookedAt));
}

/** The same of a run that is there, once its lines are unpacked. */
function bookedUnhindered(db: Database, bookable: BookableRun, bookedAt: string): BookOutcome {
  const { id, replaced, number: run } = bookable;
  const { stale, double } = hindrances(db, bookable);
  if (stale.length > 0) return { outcome: 'stale', runs: stale };
  if (double.length > 0) return { outcome: 'double', runs: double };
  const state = bookingState(db) + 1;
  if (replaced !== null) endBooking(db, { booking: replaced, state, at: bookedAt, replacedBy: id });
  const booking = insertBooking(db, bookable, state, bookedAt);
  const creditsLeft = db.prepare<[object], number>(CREDITS_LEFT).pluck().get({ run }) ?? 0;
  return { outcome: 'booked', booking, creditsLeft };
}

function insertBooking(db: Database, { number: run, id, replaces }: BookableRun, booking: number, at: string): Booking {
  db.prepare('INSERT INTO bookings (number, run, booked_at, replaces) VALUES (?, ?, ?, ?)').run(
    booking,
    id,
    at,
    replaces,
  );
  for (const insert of [FILES, CLIENTS, LINES, MONTHS]) db.prepare(insert).run({ run, replaces, booking });
  return bookingOf(db, id)!;
}

const FILES = `
  INSERT INTO booking_files (booking, sha256)
  SELECT DISTINCT :booking, sha256 FROM inputs WHERE run = :run AND role = 'claims' AND sha256 <> ''`;

const CLIENTS = `
  INSERT INTO booked_clients (pseudonym)
  SELECT clients.pseudonym FROM clients
  WHERE clients.run = :run AND EXISTS (SELECT 1 FROM lines WHERE lines.client = clients.number AND ${BOOKABLE})
  ON CONFLICT DO NOTHING`;

/** In the order in which they are laid down, which spares jumping to and fro in a large file. */
const LINES = `
  INSERT INTO booked (month, client, booking, number, code, first_day, last_day, minutes, credit, reference, corrects, insurer)
  SELECT lines.month, booked_clients.number, :booking, lines.number, code, first_day, last_day, minutes, credit, reference, corrects,
         insurer
  FROM lines
  CROSS JOIN clients ON clients.run = lines.run AND clients.number = lines.client
  CROSS JOIN booked_clients ON booked_clients.pseudonym = clients.pseudonym
  WHERE ${BOOKABLE}
  ORDER BY lines.month, booked_clients.number, lines.number`;

const MONTHS = `
  INSERT INTO booking_months (booking, month, lines, minutes)
  SELECT :booking, lines.month, count(*), sum(iif(credit = 1, -minutes, minutes))
  FROM lines WHERE ${BOOKABLE} GROUP BY lines.month`;
