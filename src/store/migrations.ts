import type { Database } from 'better-sqlite3';
import { BLOCKS } from './migration-blocks.ts';
import { BOOKINGS } from './migration-bookings.ts';
import { RETURNS } from './migration-returns.ts';
import { RUNS } from './migration-runs.ts';

/** Marks a SQLite file as a store of tzt (the letters `tzt1`): another program's database is never touched. */
export const APPLICATION_ID = 0x747a7431;

/** SQL, or what SQL alone cannot do, within the transaction of all migrations. */
export type Migration = string | ((db: Database) => void);

/** What made the store what it is, oldest first; `user_version` counts how many were done. A migration that was released is never changed. */
export const MIGRATIONS: readonly Migration[] = [RUNS, BOOKINGS, RETURNS, BLOCKS];

/** How many migrations the file has had. */
export function versionOf(db: Database): number {
  return numberPragma(db, 'user_version');
}

/** Whether the file carries the mark of tzt. */
export function isMarked(db: Database): boolean {
  return numberPragma(db, 'application_id') === APPLICATION_ID;
}

/**
 * Brings a new or older store up to date, all at once or not at all, and writes the mark and the key check into a new one.
 * Waits for another process that is doing the same and then finds nothing left to do.
 */
export function migrate(db: Database, keyCheck: string, migrations: readonly Migration[] = MIGRATIONS): void {
  if (versionOf(db) >= migrations.length) return;
  db.transaction(() => {
    const done = versionOf(db);
    if (done >= migrations.length) return;
    for (const migration of migrations.slice(done)) {
      if (typeof migration === 'string') db.exec(migration);
      else migration(db);
    }
    if (done === 0) {
      db.prepare('INSERT INTO store (key_check) VALUES (?)').run(keyCheck);
      db.pragma(`application_id = ${APPLICATION_ID}`);
    }
    db.pragma(`user_version = ${migrations.length}`);
  }).immediate();
}

function numberPragma(db: Database, name: 'user_version' | 'application_id'): number {
  // Both are four bytes of the file header, always a number.
  return db.pragma(name, { simple: true }) as number;
}
