import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { APPLICATION_ID, MIGRATIONS } from '../../src/store/migrations.ts';
import { openStore } from '../../src/store/store.ts';
import { sampleLines, sampleRun } from './sample-run.ts';
import { kindOf, problemOf, storePath } from './store-folder.ts';

const keyCheck = 'check';

/** A store with one run in it, closed. */
function filledStore(): string {
  const path = storePath();
  const store = openStore(path, { keyCheck });
  store.saveRun({ result: sampleRun(), lines: sampleLines(50, 40) });
  store.close();
  return path;
}

/** Does something to the file as another program would. */
function withDatabase(path: string, change: (db: Database.Database) => void): void {
  const db = new Database(path);
  change(db);
  db.close();
}

describe('a file is refused and left byte for byte as it was', () => {
  test('when its pseudonyms were made with another key', () => {
    const path = filledStore();
    expectRefused(path, 'wrong-key', () => openStore(path, { keyCheck: 'another' }));
    openStore(path, { keyCheck }).close();
  });

  test('when a newer version made it, one migration ahead being enough', () => {
    const path = filledStore();
    withDatabase(path, (db) => db.pragma(`user_version = ${MIGRATIONS.length + 1}`));
    const before = readFileSync(path);
    const problem = problemOf(() => openStore(path, { keyCheck }));
    expect(problem).toMatchObject({
      kind: 'newer-version',
      data: { found: MIGRATIONS.length + 1, known: MIGRATIONS.length },
    });
    expect(readFileSync(path)).toEqual(before);
  });

  test('when it is no database', () => {
    const path = storePath();
    writeFileSync(path, 'clientnummer;prestatiecode\n'.repeat(100));
    expectRefused(path, 'not-a-store', () => openStore(path, { keyCheck }));
  });

  test('when it is the database of another program, with or without a version', () => {
    const path = storePath();
    withDatabase(path, (db) => db.exec('CREATE TABLE patients (name TEXT)'));
    expectRefused(path, 'not-a-store', () => openStore(path, { keyCheck }));
    const versioned = storePath();
    withDatabase(versioned, (db) => db.pragma('user_version = 3'));
    expectRefused(versioned, 'not-a-store', () => openStore(versioned, { keyCheck }));
  });

  function expectRefused(path: string, kind: string, open: () => unknown): void {
    const before = readFileSync(path);
    expect(kindOf(open)).toBe(kind);
    expect(readFileSync(path)).toEqual(before);
  }
});

describe('a damaged file', () => {
  test('is told from a healthy one as soon as the damaged part is needed', () => {
    const path = filledStore();
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 4096, bytes.length);
    writeFileSync(path, bytes);
    expect(kindOf(() => openStore(path, { keyCheck }).loadRun('r1'))).toBe('corrupt');
  });

  test('that was cut in two is damaged', () => {
    const path = filledStore();
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.subarray(0, 4096 * 2));
    expect(kindOf(() => openStore(path, { keyCheck }).loadRun('r1'))).toBe('corrupt');
  });
});

describe('a store cannot be opened', () => {
  test('in a folder that is not there, and the folder is not made', () => {
    const path = join(dirname(storePath()), 'weg', 'tzt.sqlite');
    expect(kindOf(() => openStore(path, { keyCheck }))).toBe('cannot-open');
    expect(existsSync(dirname(path))).toBe(false);
  });

  test('where a folder has its name', () => {
    const path = storePath();
    mkdirSync(path);
    expect(kindOf(() => openStore(path, { keyCheck }))).toBe('cannot-open');
  });
});

test('an empty file becomes a store, marked as ours', () => {
  const path = storePath();
  writeFileSync(path, '');
  openStore(path, { keyCheck }).close();
  withDatabase(path, (db) => {
    expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
  });
});

test('a name that reads as an address is a name', () => {
  const path = join(dirname(storePath()), 'file:x?mode=memory');
  openStore(path, { keyCheck }).close();
  expect(existsSync(path)).toBe(true);
});

test('the message of a problem says what is wrong and nothing of anyone', () => {
  const path = filledStore();
  expect(problemOf(() => openStore(path, { keyCheck: 'another' })).message).toBe('store: wrong-key');
});
