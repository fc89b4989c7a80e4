import type { Database } from 'better-sqlite3';
import { LINE_COLUMNS, type LineRow, storedLine } from './line-rows.ts';
import { storeErrorOf } from './store-error.ts';
import type { StoredLine } from './stored-run.ts';

/**
 * The technology lines of a run, client by client and month by month, one at a time; none for a run that is not remembered. While they are
 * being read this store cannot write.
 */
export function* linesOf(db: Database, run: string, busyTimeoutMs: number): Generator<StoredLine> {
  try {
    yield* readLines(db, run);
  } catch (error) {
    throw storeErrorOf(error, busyTimeoutMs) ?? error;
  }
}

function* readLines(db: Database, run: string): Generator<StoredLine> {
  const rows = db
    .prepare<[string], LineRow>(
      `SELECT ${LINE_COLUMNS}
       FROM runs CROSS JOIN lines ON lines.run = runs.number
       CROSS JOIN clients ON clients.run = lines.run AND clients.number = lines.client
       WHERE runs.id = ? ORDER BY lines.client, lines.month, lines.number`,
    )
    .iterate(run);
  for (const row of rows) yield storedLine(row);
}
