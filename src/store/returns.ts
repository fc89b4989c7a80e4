import type { Database } from 'better-sqlite3';
import { bookingState, countingBooking } from './bookings.ts';
import { monthOfText } from './line-rows.ts';
import type { RefusedLine, ReturnedSum, ReturnOutcome, StoredReturn } from './returned.ts';

/**
 * Stores a return message and makes the lines that the payer refused count no longer, in one transaction. The same file a second time for
 * the same booking changes nothing. A run that is not booked loses nothing: what came back is kept all the same.
 */
export function saveReturn(db: Database, given: StoredReturn): ReturnOutcome {
  return db.transaction(() => saved(db, given)).immediate();
}

/** Whether a file was stored already as a return to the present booking of a run, or to a run that is not booked. */
export function hasReturn(db: Database, sha256: string, run: string): boolean {
  return knownReturn(db, sha256, run, countingBooking(db, run) ?? 0) !== undefined;
}

interface KnownReturn {
  readonly stored_at: string;
  readonly lines: number;
  readonly minutes: number;
}

function saved(db: Database, given: StoredReturn): ReturnOutcome {
  const booking = countingBooking(db, given.run) ?? 0;
  const booked = booking !== 0;
  const known = knownReturn(db, given.sha256, given.run, booking);
  if (known !== undefined) {
    const { stored_at: storedAt, lines, minutes } = known;
    return { outcome: 'known', storedAt, booked, lines, minutes };
  }
  const number = insertReturn(db, given, booking);
  const stopped = booked ? stopCounting(db, given.refused, number, booking) : { lines: 0, minutes: 0 };
  return { outcome: 'stored', storedAt: given.storedAt, booked, ...stopped };
}

function knownReturn(db: Database, sha256: string, run: string, booking: number): KnownReturn | undefined {
  return db
    .prepare<[string, string, number], KnownReturn>(
      'SELECT stored_at, stopped AS lines, stopped_minutes AS minutes FROM returns WHERE sha256 = ? AND run = ? AND booking = ?',
    )
    .get(sha256, run, booking);
}

function insertReturn(db: Database, given: StoredReturn, booking: number): number {
  const { sha256, run, dated, storedAt, document } = given;
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO returns (sha256, run, booking, state, stopped, stopped_minutes, dated, stored_at, document)
       VALUES (?, ?, ?, 0, 0, 0, ?, ?, ?)`,
    )
    .run(sha256, run, booking, dated, storedAt, JSON.stringify(document));
  const insertLine = db.prepare('INSERT INTO return_lines (return, number, document) VALUES (?, ?, ?)');
  let line = 0;
  for (const one of given.lines) insertLine.run(lastInsertRowid, line++, JSON.stringify(one));
  return Number(lastInsertRowid);
}

/** Puts a mark beside each booked line that was refused. One that bears a mark already came back before, and is not counted twice. */
function stopCounting(db: Database, refused: readonly RefusedLine[], number: number, booking: number): ReturnedSum {
  const state = bookingState(db) + 1;
  const mark = db.prepare(MARK);
  let lines = 0;
  for (const { line, codes } of refused) {
    const { number: lineNumber, client, month } = line;
    const key = { booking, client, month: monthOfText(month), line: lineNumber };
    lines += mark.run({ ...key, return: number, state, codes: JSON.stringify(codes) }).changes;
  }
  const minutes = db.prepare<[object], number>(MINUTES).pluck().get({ booking, number }) ?? 0;
  if (lines > 0)
    db.prepare('UPDATE returns SET state = ?, stopped = ?, stopped_minutes = ? WHERE number = ?').run(
      state,
      lines,
      minutes,
      number,
    );
  return { lines, minutes };
}

/** Marks a booked line by its key. */
export const MARK = `
  INSERT INTO returned (month, client, booking, number, return, state, codes)
  SELECT booked.month, booked.client, booked.booking, booked.number, :return, :state, :codes
  FROM booked_clients CROSS JOIN booked ON booked.month = :month AND booked.client = booked_clients.number
                                       AND booked.booking = :booking AND booked.number = :line
  WHERE booked_clients.pseudonym = :client
  ON CONFLICT DO NOTHING`;

/** Minutes of the lines of a booking that came back with one message. */
const MINUTES = `
  SELECT sum(iif(booked.credit = 1, -booked.minutes, booked.minutes))
  FROM returned CROSS JOIN booked USING (month, client, booking, number)
  WHERE returned.booking = :booking AND returned.return = :number`;
