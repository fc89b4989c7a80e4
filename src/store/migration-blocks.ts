import type { Database } from 'better-sqlite3';
import { type FactsRow, factsOf, VERDICTS } from './line-rows.ts';
import { saveLines } from './save-lines.ts';
import type { StoredLine } from './stored-run.ts';

/**
 * Version 4: lines in blocks.
 *
 * Of a run that is never booked nothing but its findings is looked at again, and of its lines only those of one client, or all. So they lie
 * packed, some hundreds in a row; what is booked keeps a row of its own in `booked`.
 */
const TABLES = `
  -- Technology lines of a run in the order of the run: lines: how many are in it. texts: JSON. numbers: columns of integers.
  -- What is in them is said in line-block.ts and narrow-column.ts.
  CREATE TABLE line_blocks (
    run     INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
    number  INTEGER NOT NULL,
    lines   INTEGER NOT NULL,
    texts   TEXT NOT NULL,
    numbers BLOB NOT NULL,
    PRIMARY KEY (run, number)
  ) STRICT;

  -- In which blocks the clients of a run are: shelf = hash of the pseudonym modulo runs.shelves. entries: pairs of hash and block.
  CREATE TABLE client_places (
    run     INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
    shelf   INTEGER NOT NULL,
    entries BLOB NOT NULL,
    PRIMARY KEY (run, shelf)
  ) STRICT;
  ALTER TABLE runs ADD COLUMN shelves INTEGER NOT NULL DEFAULT 0;

  -- Findings and client-months as before, but for rows with a number of their own: without one, every document over a kilobyte took a page.
  CREATE TABLE new_findings (
    run         INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
    number      INTEGER NOT NULL,
    document    TEXT NOT NULL,
    fingerprint TEXT AS (document ->> '$.fingerprint'),
    rule        TEXT AS (document ->> '$.rule'),
    severity    TEXT AS (document ->> '$.severity'),
    client      TEXT AS (document ->> '$.client'),
    month       TEXT AS (document ->> '$.month'),
    PRIMARY KEY (run, number)
  ) STRICT;
  INSERT INTO new_findings (run, number, document) SELECT run, number, document FROM findings;
  DROP TABLE findings;
  ALTER TABLE new_findings RENAME TO findings;
  CREATE TABLE new_client_months (
    run      INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
    number   INTEGER NOT NULL,
    document TEXT NOT NULL,
    client   TEXT AS (document ->> '$.client'),
    month    TEXT AS (document ->> '$.month'),
    PRIMARY KEY (run, number)
  ) STRICT;
  INSERT INTO new_client_months (run, number, document) SELECT run, number, document FROM client_months;
  DROP TABLE client_months;
  ALTER TABLE new_client_months RENAME TO client_months;
`;

/** Packs the lines of every run, one run at a time, and removes the tables they were in. */
export function BLOCKS(db: Database): void {
  db.exec(TABLES);
  const runs = db
    .prepare<[], { number: number; inputs: number }>(
      'SELECT number, (SELECT count(*) FROM inputs WHERE run = runs.number) AS inputs FROM runs',
    )
    .all();
  for (const { number, inputs } of runs) saveLines(db, number, linesOfVersion3(db, number), inputs);
  // Lines first: they refer to clients.
  db.exec('DROP TABLE lines; DROP TABLE clients');
}

/** Lines by line number, which bookings know them by. Gathered before they are written: SQLite reads and writes not at once here. */
function* linesOfVersion3(db: Database, run: number): Generator<StoredLine> {
  db.exec('CREATE TEMP TABLE moving (number INTEGER PRIMARY KEY, client INTEGER, month INTEGER)');
  db.prepare('INSERT INTO moving SELECT number, client, month FROM lines WHERE run = ?').run(run);
  const some = db.prepare<[number, number], LineRow & { readonly number: number }>(
    `SELECT moving.number, ${LINE_COLUMNS}
     FROM moving CROSS JOIN lines ON lines.run = ? AND lines.client = moving.client AND lines.month = moving.month
                                 AND lines.number = moving.number
     CROSS JOIN clients ON clients.run = lines.run AND clients.number = lines.client
     WHERE moving.number >= ? ORDER BY moving.number LIMIT 4096`,
  );
  for (let next = 0; ; ) {
    const rows = some.all(run, next);
    for (const row of rows) yield storedLine(row);
    const last = rows.at(-1);
    if (last === undefined) break;
    next = last.number + 1;
  }
  db.exec('DROP TABLE moving');
}

/** A line as version 3 kept it, joined with its client. */
interface LineRow extends FactsRow {
  readonly corrects: string;
  readonly provider: string;
  readonly amount_cents: number | null;
  readonly verdict: number;
  readonly allowed_minutes: number;
  readonly input: number;
  readonly row: number;
  readonly booked_by: string | null;
}

/** Columns of a LineRow, from `lines` and `clients` of version 3. */
const LINE_COLUMNS = `clients.pseudonym, lines.month, code, first_day, last_day, minutes, credit, reference, corrects, provider,
  insurer, amount_cents, lines.verdict, allowed_minutes, input, row, booked_by`;

function storedLine(row: LineRow): StoredLine {
  const verdict = VERDICTS[row.verdict];
  if (verdict === undefined) throw new RangeError('a verdict without a name');
  return {
    ...factsOf(row),
    corrects: row.corrects,
    provider: row.provider,
    amountCents: row.amount_cents,
    verdict,
    allowedMinutes: row.allowed_minutes,
    input: row.input,
    row: row.row,
    bookedBy: row.booked_by,
  };
}
