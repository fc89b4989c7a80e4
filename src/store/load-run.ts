import type { Database } from 'better-sqlite3';
import type { RunClientMonth, RunFinding, RunInput, RunResult } from '../domain/run.ts';
import type { RunRow } from './booking.ts';
import { lastBookings } from './bookings.ts';
import type { FoundRun } from './stored-run.ts';

/** The run of this id, or the only one whose id begins so; an id in full wins over longer ones. The empty text stands for no run. */
export function loadRun(db: Database, idOrPrefix: string): FoundRun {
  // One transaction: a run that is removed meanwhile is there as a whole, or not.
  return db.transaction((): FoundRun => {
    const runs = runsCalled(db, idOrPrefix);
    const [run, ...others] = runs;
    if (run === undefined) return { found: 'none' };
    if (others.length > 0) return { found: 'several', ids: runs.map(({ id }) => id) };
    return { found: 'one', result: resultOf(db, run) };
  })();
}

/** All remembered runs, newest first; of two that started at the same moment the one saved last comes first. */
export function listRuns(db: Database): RunRow[] {
  return db.transaction(() => {
    const inputs = new Map<number, RunInput[]>();
    for (const { run, document } of db
      .prepare<[], { run: number; document: string }>('SELECT run, document FROM inputs ORDER BY run, number')
      .iterate()) {
      inputs.set(run, [...(inputs.get(run) ?? []), parsed<RunInput>(document)]);
    }
    const bookings = lastBookings(db);
    return db
      .prepare<[], SavedRun>(`SELECT number, id, document FROM runs ${NEWEST_FIRST}`)
      .all()
      .map(({ number, document }) => {
        const { run, summary } = parsed<RunResult>(document);
        return { run, inputs: inputs.get(number) ?? [], summary, booking: bookings.get(run.id) ?? null };
      });
  })();
}

interface SavedRun {
  readonly number: number;
  readonly id: string;
  readonly document: string;
}

const NEWEST_FIRST = 'ORDER BY started_at DESC, number DESC';

function runsCalled(db: Database, idOrPrefix: string): SavedRun[] {
  if (idOrPrefix === '') return [];
  const exact = db.prepare<[string], SavedRun>('SELECT number, id, document FROM runs WHERE id = ?').get(idOrPrefix);
  if (exact !== undefined) return [exact];
  return db
    .prepare<[{ prefix: string }], SavedRun>(
      `SELECT number, id, document FROM runs WHERE substr(id, 1, length(:prefix)) = :prefix ${NEWEST_FIRST}`,
    )
    .all({ prefix: idOrPrefix });
}

function resultOf(db: Database, run: SavedRun): RunResult {
  return {
    ...parsed<RunResult>(run.document),
    inputs: documents<RunInput>(db, 'inputs', run.number),
    findings: documents<RunFinding>(db, 'findings', run.number),
    clientMonths: documents<RunClientMonth>(db, 'client_months', run.number),
  };
}

function documents<T>(db: Database, table: 'inputs' | 'findings' | 'client_months', run: number): T[] {
  return db
    .prepare<[number], string>(`SELECT document FROM ${table} WHERE run = ? ORDER BY number`)
    .pluck()
    .all(run)
    .map((document) => parsed<T>(document));
}

/** What the store wrote as JSON of type T comes back as T; nothing else writes to it. */
function parsed<T>(document: string): T {
  return JSON.parse(document) as T;
}
