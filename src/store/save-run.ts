import type { Database } from 'better-sqlite3';
import { bookingOf, bookingState } from './bookings.ts';
import { saveLines } from './save-lines.ts';
import { StoreError } from './store-error.ts';
import type { StoredRun } from './stored-run.ts';

/**
 * Writes a run in one transaction. It is begun as a writing one, so that waiting for another process happens before the first line and never
 * ends in the deadlock of two readers who both want to write.
 */
export function saveRun(db: Database, stored: StoredRun): void {
  const { result, lines } = stored;
  db.transaction(() => {
    const run = insertRun(db, stored);
    insertDocuments(db, 'inputs', run, result.inputs);
    insertDocuments(db, 'findings', run, result.findings);
    insertDocuments(db, 'client_months', run, result.clientMonths);
    saveLines(db, run, lines, result.inputs.length);
  }).immediate();
}

function insertRun(db: Database, { result, judgedAt, judgedWithout }: StoredRun): number {
  const { id } = result.run;
  // A booking outlives its run: its id stands for the run that was booked, and for no other.
  if (db.prepare('SELECT 1 FROM runs WHERE id = ?').get(id) !== undefined || bookingOf(db, id) !== null)
    throw new StoreError('duplicate-run', { run: id });
  // The emptied lists keep their place among the fields, so that a loaded run prints as the saved one did.
  const rest = { ...result, inputs: [], findings: [], clientMonths: [] };
  const { lastInsertRowid } = db
    .prepare('INSERT INTO runs (id, document, judged_at, judged_without) VALUES (?, ?, ?, ?)')
    .run(id, JSON.stringify(rest), judgedAt ?? bookingState(db), JSON.stringify(judgedWithout ?? []));
  return Number(lastInsertRowid);
}

function insertDocuments(
  db: Database,
  table: 'inputs' | 'findings' | 'client_months',
  run: number,
  documents: readonly object[],
): void {
  const insert = db.prepare(`INSERT INTO ${table} (run, number, document) VALUES (?, ?, ?)`);
  for (const [number, document] of documents.entries()) insert.run(run, number, JSON.stringify(document));
}
