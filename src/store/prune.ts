import type { Database } from 'better-sqlite3';
import { dayOfText } from './line-rows.ts';
import { type StoreProblem, storeErrorOf } from './store-error.ts';

/** What was removed from the store. */
export interface Pruned {
  readonly runs: number;
  readonly lines: number;
  readonly findings: number;
  /**
   * Why traces of what was removed may still be readable in the file, `busy` when another process is looking at it; null when none are.
   * Pruning again, also with nothing to remove, finishes it.
   */
  readonly unfinished: StoreProblem | null;
}

/**
 * Removes the runs that started before a day (UTC), with everything of them, so that no byte of it stays in the file or its journal.
 * Their bookings stay, and so do the booked lines that still count.
 */
export function prune(db: Database, before: string): Pruned {
  dayOfText(before);
  db.pragma('secure_delete = ON');
  const removed = db.transaction(() => removeBefore(db, before)).immediate();
  return { ...removed, unfinished: scrub(db) };
}

function removeBefore(db: Database, before: string): Omit<Pruned, 'unfinished'> {
  const count = (counted: string, table: string) =>
    db
      .prepare<[string], number>(`SELECT ${counted} FROM runs JOIN ${table} ON run = runs.number WHERE started_at < ?`)
      .pluck()
      .get(before) ?? 0;
  const removed = { lines: count('sum(lines)', 'line_blocks'), findings: count('count(*)', 'findings') };
  forgetReturned(db, before);
  const { changes: runs } = db.prepare('DELETE FROM runs WHERE started_at < ?').run(before);
  forgetEnded(db);
  return { runs, ...removed };
}

/** Of the returns to a run that is not there any more, only their day and their sums stay; booked lines that came back count for no cap and go. */
function forgetReturned(db: Database, before: string): void {
  const returns = db
    .prepare<[string], { number: number; booking: number }>(
      'SELECT number, booking FROM returns WHERE run NOT IN (SELECT id FROM runs WHERE NOT started_at < ?)',
    )
    .all(before);
  const forgetMessage = db.prepare("UPDATE returns SET document = '{}' WHERE number = ?");
  const forgetLines = db.prepare('DELETE FROM return_lines WHERE return = ?');
  const forgetBooked = db.prepare(
    `DELETE FROM booked WHERE (month, client, booking, number) IN
       (SELECT month, client, booking, number FROM returned WHERE booking = ?)`,
  );
  const forgetMarks = db.prepare('DELETE FROM returned WHERE booking = ?');
  for (const { number, booking } of returns) {
    forgetMessage.run(number);
    forgetLines.run(number);
    forgetBooked.run(booking);
    forgetMarks.run(booking);
  }
  if (returns.length > 0) forgetClients(db);
}

function forgetClients(db: Database): void {
  db.exec('DELETE FROM booked_clients WHERE number NOT IN (SELECT client FROM booked)');
}

/** What ended counts for no cap, and once its run is gone nobody can look at it. */
function forgetEnded(db: Database): void {
  const ended = db
    .prepare<[], number>(
      'SELECT number FROM bookings WHERE ended IS NOT NULL AND NOT forgotten AND run NOT IN (SELECT id FROM runs)',
    )
    .pluck()
    .all();
  if (ended.length === 0) return;
  const forget = db.prepare('UPDATE bookings SET forgotten = 1 WHERE number = ?');
  const forgetFiles = db.prepare('DELETE FROM booking_files WHERE booking = ?');
  const forgetMarks = db.prepare('DELETE FROM returned WHERE booking = ?');
  const forgetLines = db.prepare(
    'DELETE FROM booked WHERE month IN (SELECT month FROM booking_months WHERE booking = :booking) AND booking = :booking',
  );
  for (const booking of ended) {
    forget.run(booking);
    forgetFiles.run(booking);
    forgetMarks.run(booking);
    forgetLines.run({ booking });
  }
  forgetClients(db);
}

/**
 * Deleted rows are overwritten, but copies of them can lie in room that was freed earlier, and in the journal. Building the file anew leaves
 * the first behind, emptying the journal the second.
 */
function scrub(db: Database): StoreProblem | null {
  try {
    db.exec('VACUUM');
    const [{ busy }] = db.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }];
    return busy === 0 ? null : 'busy';
  } catch (error) {
    // The runs are removed by now, and that is no failure: what is left to do is told.
    const problem = storeErrorOf(error, 0);
    if (problem === null) throw error;
    return problem.kind;
  }
}
