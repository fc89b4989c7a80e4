import { describe, expect, test } from 'vitest';
import { explained } from '../../src/store/store-error.ts';
import { problemOf } from './store-folder.ts';

function failing(message: string, code?: string): () => never {
  return () => {
    throw Object.assign(new Error(message), code === undefined ? {} : { code });
  };
}

describe('what SQLite says', () => {
  test.each([
    ['SQLITE_BUSY', 'busy'],
    ['SQLITE_BUSY_SNAPSHOT', 'busy'],
    ['SQLITE_LOCKED', 'busy'],
    ['SQLITE_FULL', 'full'],
    ['SQLITE_READONLY_DIRECTORY', 'read-only'],
    ['SQLITE_CORRUPT_INDEX', 'corrupt'],
    ['SQLITE_NOTADB', 'not-a-store'],
    ['SQLITE_CANTOPEN_ISDIR', 'cannot-open'],
    ['SQLITE_PERM', 'cannot-open'],
    ['SQLITE_IOERR_WRITE', 'disk-error'],
  ])('as %s is the problem %s', (code, kind) => {
    expect(problemOf(() => explained(5, failing('technical', code)))).toMatchObject({ kind, data: { sqlite: code } });
  });

  test('about a broken constraint is our mistake and passes unchanged', () => {
    expect(() => explained(5, failing('UNIQUE constraint failed', 'SQLITE_CONSTRAINT_UNIQUE'))).toThrow(
      'UNIQUE constraint failed',
    );
  });
});

test('a busy store tells how long it was waited for', () => {
  expect(problemOf(() => explained(250, failing('locked', 'SQLITE_BUSY'))).data).toEqual({
    sqlite: 'SQLITE_BUSY',
    waitedMs: 250,
  });
});

test('a driver that is not there, or was built for another Node, is named as such', () => {
  expect(problemOf(() => explained(5, failing('Could not locate the bindings file. Tried: …')))).toMatchObject({
    kind: 'driver-missing',
    data: { code: 'NOT_FOUND' },
  });
  expect(problemOf(() => explained(5, failing('compiled against another Node', 'ERR_DLOPEN_FAILED'))).kind).toBe(
    'driver-missing',
  );
});

test('any other error is ours and passes unchanged', () => {
  expect(() => explained(5, () => JSON.parse('{'))).toThrow(SyntaxError);
});
