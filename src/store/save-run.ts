import type { Database } from 'better-sqlite3';
import { type Day, dayFromIso } from '../domain/day.ts';
import { type Month, monthFromText } from '../domain/month.ts';
import type { LineVerdict } from '../domain/run.ts';
import { StoreError } from './store-error.ts';
import type { StoredLine, StoredRun } from './stored-run.ts';

/**
 * Writes a run in one transaction. It is begun as a writing one, so that waiting for another process happens before the first line and never
 * ends in the deadlock of two readers who both want to write.
 */
export function saveRun(db: Database, { result, lines }: StoredRun): void {
  db.transaction(() => {
    const run = insertRun(db, result);
    insertDocuments(db, 'inputs', run, result.inputs);
    insertDocuments(db, 'findings', run, result.findings);
    insertDocuments(db, 'client_months', run, result.clientMonths);
    insertLines(db, run, lines, result.inputs.length);
  }).immediate();
}

/** Line verdicts as the store numbers them. Part of the file format: only ever add to the end. */
const VERDICTS: readonly LineVerdict[] = ['approved', 'rejected', 'undecided', 'ignored'];

function insertRun(db: Database, result: StoredRun['result']): number {
  const { id } = result.run;
  if (db.prepare('SELECT 1 FROM runs WHERE id = ?').get(id) !== undefined)
    throw new StoreError('duplicate-run', { run: id });
  // The emptied lists keep their place among the fields, so that a loaded run prints as the saved one did.
  const rest = { ...result, inputs: [], findings: [], clientMonths: [] };
  const { lastInsertRowid } = db.prepare('INSERT INTO runs (id, document) VALUES (?, ?)').run(id, JSON.stringify(rest));
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

function insertLines(db: Database, run: number, lines: Iterable<StoredLine>, inputs: number): void {
  const clientNumber = clientNumbers(db, run);
  const insert = db.prepare(`
    INSERT INTO lines (run, client, month, number, code, first_day, last_day, minutes, credit, reference, corrects, provider, insurer,
                       amount_cents, verdict, allowed_minutes, input, row)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  let number = 0;
  for (const line of lines) {
    if (line.input < 0 || line.input >= inputs) throw new RangeError('a line of an input that the run does not have');
    insert.run(
      run,
      clientNumber(line.client),
      monthOfText(line.month),
      number++,
      line.code,
      dayOfText(line.first),
      dayOfText(line.last),
      line.minutes,
      line.credit ? 1 : 0,
      line.reference,
      line.corrects,
      line.provider,
      line.insurer,
      line.amountCents,
      VERDICTS.indexOf(line.verdict),
      line.allowedMinutes,
      line.input,
      line.row,
    );
  }
}

/** Numbers the clients of a run in order of their first line. */
function clientNumbers(db: Database, run: number): (pseudonym: string) => number {
  const insert = db.prepare('INSERT INTO clients (run, number, pseudonym) VALUES (?, ?, ?)');
  const numbers = new Map<string, number>();
  return (pseudonym) => {
    const known = numbers.get(pseudonym);
    if (known !== undefined) return known;
    const number = numbers.size;
    insert.run(run, number, pseudonym);
    numbers.set(pseudonym, number);
    return number;
  };
}

function dayOfText(text: string): Day {
  const day = dayFromIso(text);
  if (day === null) throw new RangeError('a day is jjjj-mm-dd');
  return day;
}

function monthOfText(text: string): Month {
  const month = monthFromText(text);
  if (month === null) throw new RangeError('a month is jjjj-mm');
  return month;
}
