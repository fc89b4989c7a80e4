import type { Database } from 'better-sqlite3';
import { dayOfText, monthOfText, VERDICTS } from './line-rows.ts';
import { numberedLines } from './read-lines.ts';

/**
 * The lines of one run and their clients, laid out for SQL while it is booked: what may be booked, and what stands in the way of it, is asked of
 * them together with the booked lines. In memory, since a temporary file would hold care data where nobody looks for it.
 */
export const UNPACKED = `
  CREATE TEMP TABLE clients (
    run       INTEGER NOT NULL,
    number    INTEGER NOT NULL,
    pseudonym TEXT NOT NULL,
    PRIMARY KEY (run, number)
  ) STRICT, WITHOUT ROWID;
  CREATE TEMP TABLE lines (
    run       INTEGER NOT NULL,
    client    INTEGER NOT NULL,
    month     INTEGER NOT NULL,
    number    INTEGER NOT NULL,
    code      TEXT NOT NULL,
    first_day INTEGER NOT NULL,
    last_day  INTEGER NOT NULL,
    minutes   INTEGER NOT NULL,
    credit    INTEGER NOT NULL,
    reference TEXT NOT NULL,
    corrects  TEXT NOT NULL,
    insurer   TEXT NOT NULL,
    verdict   INTEGER NOT NULL,
    input     INTEGER NOT NULL,
    booked_by TEXT,
    PRIMARY KEY (run, client, month, number)
  ) STRICT, WITHOUT ROWID;
`;

/** Does the work with the lines of a run in the tables of UNPACKED, which are there for no longer. To be called within a transaction. */
export function withUnpacked<T>(db: Database, run: number, work: () => T): T {
  db.exec(UNPACKED);
  fill(db, run);
  const done = work();
  db.exec('DROP TABLE temp.lines; DROP TABLE temp.clients');
  return done;
}

function fill(db: Database, run: number): void {
  const numbers = new Map<string, number>();
  const insertClient = db.prepare('INSERT INTO temp.clients VALUES (?, ?, ?)');
  const insert = db.prepare('INSERT INTO temp.lines VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const clientNumber = (pseudonym: string) => {
    const known = numbers.get(pseudonym);
    if (known !== undefined) return known;
    numbers.set(pseudonym, numbers.size);
    insertClient.run(run, numbers.size - 1, pseudonym);
    return numbers.size - 1;
  };
  for (const { number, line } of numberedLines(db, run)) {
    insert.run(
      run,
      clientNumber(line.client),
      monthOfText(line.month),
      number,
      line.code,
      dayOfText(line.first),
      dayOfText(line.last),
      line.minutes,
      line.credit ? 1 : 0,
      line.reference,
      line.corrects,
      line.insurer,
      VERDICTS.indexOf(line.verdict),
      line.input,
      line.bookedBy ?? null,
    );
  }
}
