import { copyFileSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { MIGRATIONS, versionOf } from '../../src/store/migrations.ts';
import { openStore } from '../../src/store/store.ts';
import { AT, bookedFor } from './booking-store.ts';
import { KEPT, keepVersion, keptRun, keptStore } from './kept-version.ts';
import { storePath } from './store-folder.ts';

const earlier = Array.from({ length: MIGRATIONS.length - 1 }, (_, index) => index + 1);

describe.each(earlier)('a store of version %i', (version) => {
  test('is kept; before a migration is added: TZT_KEEP_VERSION=1 npm test -- test/store/kept-versions.test.ts', () => {
    // The number lies in the header of a SQLite file; opened there, the file would get a journal.
    expect(readFileSync(keptStore(KEPT, version)).readInt32BE(60)).toBe(version);
  });

  test('is brought up to date, and whole', () => {
    const path = upToDate(KEPT, version);
    const db = new Database(path, { readonly: true });
    expect(versionOf(db)).toBe(MIGRATIONS.length);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
    db.close();
  });

  test('gives its runs and their lines as they were saved', () =>
    expectContents(upToDate(KEPT, version), KEPT, version));

  test('has the tables of a new store', () => {
    const fresh = storePath();
    openStore(fresh, { keyCheck: 'check' }).close();
    expect(tablesOf(upToDate(KEPT, version))).toEqual(tablesOf(fresh));
  });
});

test('a store of this version is what will be kept of it', () => {
  const folder = process.env.TZT_KEEP_VERSION === undefined ? dirname(storePath()) : KEPT;
  const version = keepVersion(folder);
  const path = upToDate(folder, version);
  expectContents(path, folder, version);
  const store = openStore(path, { keyCheck: 'check' });
  expect(bookedFor(store, 'p-x')).toEqual(['booked R-9']);
  expect(store.listWaivers()).toHaveLength(1);
  store.close();
});

/** A copy of a kept store, opened once. */
function upToDate(folder: string, version: number): string {
  const path = storePath();
  copyFileSync(keptStore(folder, version), path);
  openStore(path, { keyCheck: 'check' }).close();
  return path;
}

/** Reads the kept run, and books it. */
function expectContents(path: string, folder: string, version: number): void {
  const { result, lines } = keptRun(folder, version);
  const store = openStore(path, { keyCheck: 'check' });
  expect(store.loadRun('kept')).toEqual({ found: 'one', result });
  expect([...store.linesOf('kept')]).toEqual(lines.map((line) => ({ bookedBy: null, ...line })));
  expect(store.bookingOf('kept')).toBeNull();
  expect(store.book('kept', { bookedAt: AT })).toMatchObject({ outcome: 'booked', booking: { lines: 2 } });
  expect(bookedFor(store, 'p-bcdf')).toEqual(['kept R-1']);
  store.close();
}

/** What SQLite has written down of the tables; a column that was added stands behind the others. */
function tablesOf(path: string): unknown {
  const db = new Database(path, { readonly: true });
  const columns = db
    .prepare(
      `SELECT t.name AS tbl, c.name, c.type, c."notnull", c.dflt_value, c.pk
       FROM pragma_table_list t JOIN pragma_table_xinfo(t.name) c WHERE t.schema = 'main' ORDER BY t.name, c.name`,
    )
    .all();
  const indexes = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY name").all();
  db.close();
  return { columns, indexes };
}
