import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openStore, storeOn } from '../../src/store/store.ts';
import { AT } from './booking-store.ts';
import { sampleLines, sampleRun } from './sample-run.ts';
import { kindOf, problemOf, storePath } from './store-folder.ts';

const keyCheck = 'check';

/** A store with the run `r1` in it, closed. */
function filledStore(): string {
  const path = storePath();
  const store = openStore(path, { keyCheck });
  store.saveRun({ result: sampleRun(), lines: sampleLines() });
  store.close();
  return path;
}

describe('a store that another process holds', () => {
  test('is busy for saving after the timeout, can be read meanwhile, and takes the run afterwards', () => {
    const path = filledStore();
    const other = new Database(path);
    const store = openStore(path, { keyCheck, busyTimeoutMs: 30 });
    other.exec('BEGIN IMMEDIATE');
    const run = { result: sampleRun({ id: 'r2' }), lines: [] };
    expect(problemOf(() => store.saveRun(run))).toMatchObject({ kind: 'busy', data: { waitedMs: 30 } });
    expect(store.loadRun('r1').found).toBe('one');
    other.exec('COMMIT');
    store.saveRun(run);
    expect(store.loadRun('r2').found).toBe('one');
    store.close();
    other.close();
  });

  test('is busy for booking after the timeout, and the run is booked afterwards', () => {
    const path = filledStore();
    const other = new Database(path);
    const store = openStore(path, { keyCheck, busyTimeoutMs: 30 });
    other.exec('BEGIN IMMEDIATE');
    for (const work of [
      () => store.book('r1', { bookedAt: AT }),
      () => store.unbook('r1', { at: AT }),
      () => store.prune('2027-01-01'),
      () => store.removeWaiver('f'),
    ])
      expect(kindOf(work)).toBe('busy');
    expect(store.ledger().ofMonth('p-0', '2026-03')).toEqual([]);
    other.exec('COMMIT');
    expect(store.book('r1', { bookedAt: AT }).outcome).toBe('booked');
    store.close();
    other.close();
  });

  test('is busy for opening when it is held for that process alone', () => {
    const path = filledStore();
    const other = new Database(path);
    other.pragma('locking_mode = EXCLUSIVE');
    other.exec('BEGIN EXCLUSIVE');
    expect(kindOf(() => openStore(path, { keyCheck, busyTimeoutMs: 30 }))).toBe('busy');
    other.close();
    openStore(path, { keyCheck }).close();
  });
});

describe('a full disk', () => {
  test('refuses the run, keeps the runs before it, and takes the run when there is room again', () => {
    const db = new Database(filledStore());
    const store = storeOn(db, { keyCheck });
    const run = () => ({ result: sampleRun({ id: 'r2' }), lines: sampleLines(100, 50) });
    db.pragma('max_page_count = 20');
    expect(kindOf(() => store.saveRun(run()))).toBe('full');
    expect(store.listRuns().map((row) => row.run.id)).toEqual(['r1']);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.pragma('max_page_count = 1000000');
    store.saveRun(run());
    expect(store.loadRun('r2').found).toBe('one');
    store.close();
  });
});

describe('a disk that fills up while a run is being booked', () => {
  test('leaves nothing booked, and the run is booked when there is room again', () => {
    const db = new Database(storePath());
    const store = storeOn(db, { keyCheck });
    store.saveRun({ result: sampleRun(), lines: sampleLines(100, 20) });
    const pages = db.pragma('page_count', { simple: true }) as number;
    db.pragma(`max_page_count = ${pages + 2}`);
    expect(kindOf(() => store.book('r1', { bookedAt: AT }))).toBe('full');
    expect(store.bookingState()).toBe(0);
    expect(store.ledger().ofMonth('p-0', '2026-03')).toEqual([]);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.pragma('max_page_count = 1000000');
    expect(store.book('r1', { bookedAt: AT })).toMatchObject({ outcome: 'booked', booking: { lines: 2000 } });
    store.close();
  });
});

describe('a store whose booked lines are damaged', () => {
  test('says so when the ledger is asked for them', () => {
    const path = filledStore();
    const store = openStore(path, { keyCheck });
    store.book('r1', { bookedAt: AT });
    store.close();
    damage(path, 'booked');
    const damaged = openStore(path, { keyCheck });
    expect(damaged.loadRun('r1').found).toBe('one');
    expect(kindOf(() => damaged.ledger().ofMonth('p-0', '2026-03'))).toBe('corrupt');
    damaged.close();
  });

  test('says so when the lines of a run are read', () => {
    const path = filledStore();
    damage(path, 'line_blocks');
    const damaged = openStore(path, { keyCheck });
    expect(kindOf(() => [...damaged.linesOf('r1')])).toBe('corrupt');
    damaged.close();
  });
});

describe('a store that may not be written', () => {
  test('can be read, and refuses a run', () => {
    const store = storeOn(new Database(filledStore(), { readonly: true }), { keyCheck });
    expect(store.loadRun('r1').found).toBe('one');
    expect(kindOf(() => store.saveRun({ result: sampleRun({ id: 'r2' }), lines: [] }))).toBe('read-only');
    expect(kindOf(() => store.book('r1', { bookedAt: AT }))).toBe('read-only');
    expect(store.ledgerOf('p-0')).toMatchObject({ booked: [], judged: [{ run: { id: 'r1' } }] });
    store.close();
  });

  test('cannot be made', () => {
    const path = storePath();
    new Database(path).exec('PRAGMA user_version = 0; VACUUM').close();
    expect(kindOf(() => storeOn(new Database(path, { readonly: true }), { keyCheck }))).toBe('read-only');
  });
});

/** Overwrites the first page of a table. */
function damage(path: string, table: string): void {
  const db = new Database(path);
  const page = db.prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table)!;
  db.close();
  const bytes = readFileSync(path);
  bytes.fill(0x5a, (page - 1) * 4096, page * 4096);
  writeFileSync(path, bytes);
}
