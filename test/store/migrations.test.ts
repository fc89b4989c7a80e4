import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { APPLICATION_ID, migrate, versionOf } from '../../src/store/migrations.ts';

const first = 'CREATE TABLE store (key_check TEXT NOT NULL); CREATE TABLE a (x INTEGER)';
const second = 'ALTER TABLE a ADD COLUMN y INTEGER NOT NULL DEFAULT 7';

describe('migrations', () => {
  test('are counted, and mark the file as ours', () => {
    const db = new Database(':memory:');
    migrate(db, 'check', [first, second]);
    expect(versionOf(db)).toBe(2);
    expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
  });

  test('bring an older store up to date with its contents and its key check', () => {
    const db = new Database(':memory:');
    migrate(db, 'check', [first]);
    db.exec('INSERT INTO a VALUES (1)');
    migrate(db, 'another', [first, second]);
    expect(versionOf(db)).toBe(2);
    expect(db.prepare('SELECT * FROM a').all()).toEqual([{ x: 1, y: 7 }]);
    expect(db.prepare('SELECT * FROM store').all()).toEqual([{ key_check: 'check' }]);
  });

  test('that were done are not done again', () => {
    const db = new Database(':memory:');
    migrate(db, 'check', [first]);
    migrate(db, 'check', [first]);
    expect(db.prepare('SELECT count(*) FROM store').pluck().get()).toBe(1);
  });

  test('never take a newer store back', () => {
    const db = new Database(':memory:');
    migrate(db, 'check', [first, second]);
    migrate(db, 'check', [first]);
    expect(versionOf(db)).toBe(2);
  });

  test('leave an older store as it was when one of them fails', () => {
    const db = new Database(':memory:');
    migrate(db, 'check', [first]);
    expect(() => migrate(db, 'check', [first, second, 'CREATE nonsense'])).toThrow();
    expect(versionOf(db)).toBe(1);
    expect(db.prepare('SELECT * FROM pragma_table_info(?)').all('a')).toHaveLength(1);
  });
});
