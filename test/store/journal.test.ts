import { mkdirSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { chooseJournal } from '../../src/store/journal.ts';
import { isOnNetworkShare } from '../../src/store/network-share.ts';
import { openStore } from '../../src/store/store.ts';
import { sampleLines, sampleRun } from './sample-run.ts';
import { storePath } from './store-folder.ts';

function modeOf(db: Database.Database): unknown {
  return db.pragma('journal_mode', { simple: true });
}

describe('the journal', () => {
  test('is WAL on a disk of this machine, and there is nothing to say of it', () => {
    const store = openStore(storePath(), { keyCheck: 'check' });
    expect(store.notices).toEqual([]);
    store.close();
  });

  test('of a store in memory is nothing to speak of', () => {
    expect(chooseJournal(new Database(':memory:'))).toEqual([]);
  });

  test('is the rollback journal where there is no shared memory for WAL; that is said, and the store works every time', () => {
    const path = storePath();
    // A folder in its place is as good as a disk that cannot share memory.
    mkdirSync(`${path}-shm`);
    for (const id of ['r1', 'r2']) {
      const store = openStore(path, { keyCheck: 'check' });
      expect(store.notices).toEqual([{ id: 'store-without-wal', data: { reason: 'not-supported' } }]);
      store.saveRun({ result: sampleRun({ id }), lines: sampleLines() });
      store.close();
    }
    const db = new Database(path);
    expect(modeOf(db)).toBe('delete');
    expect(db.prepare('SELECT id FROM runs ORDER BY id').pluck().all()).toEqual(['r1', 'r2']);
    db.close();
  });

  test('stays what it is while another process holds the store', () => {
    const path = storePath();
    const other = new Database(path);
    other.exec('CREATE TABLE t (x); BEGIN IMMEDIATE; INSERT INTO t VALUES (1)');
    const db = new Database(path, { timeout: 20 });
    expect(chooseJournal(db)).toEqual([]);
    expect(modeOf(db)).toBe('delete');
    other.close();
    expect(chooseJournal(db)).toEqual([]);
    expect(modeOf(db)).toBe('wal');
    db.close();
  });
});

describe('the disk of another machine', () => {
  test('is seen from a path that names the machine', () => {
    expect(isOnNetworkShare('\\\\server\\zorg\\tzt.sqlite')).toBe(true);
    expect(isOnNetworkShare('\\\\?\\UNC\\server\\zorg\\tzt.sqlite')).toBe(true);
  });

  test('is not seen in a local path, long or short', () => {
    expect(isOnNetworkShare('C:\\zorg\\tzt.sqlite')).toBe(false);
    expect(isOnNetworkShare('\\\\?\\C:\\zorg\\tzt.sqlite')).toBe(false);
  });

  test('is not looked for in a folder that is not there', () => {
    expect(isOnNetworkShare('/bestaat/niet/tzt.sqlite')).toBe(false);
  });
});
