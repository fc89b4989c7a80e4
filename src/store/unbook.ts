import type { Database } from 'better-sqlite3';
import type { UnbookOutcome } from './booking.ts';
import { bookingOf, bookingState, countingBooking, endBooking } from './bookings.ts';

/** Ends the booking of a run: its lines count no longer. It stays visible as what it was; a booking it had replaced does not come back. */
export function unbook(db: Database, run: string, at: string): UnbookOutcome {
  return db
    .transaction((): UnbookOutcome => {
      const last = bookingOf(db, run);
      const booking = countingBooking(db, run);
      if (booking !== null) {
        endBooking(db, { booking, state: bookingState(db) + 1, at, replacedBy: null });
        return { outcome: 'unbooked', booking: bookingOf(db, run)! };
      }
      const known = last !== null || db.prepare('SELECT 1 FROM runs WHERE id = ?').get(run) !== undefined;
      return { outcome: known ? 'not-booked' : 'unknown-run' };
    })
    .immediate();
}
