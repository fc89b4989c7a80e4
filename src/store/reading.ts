import type { Database } from 'better-sqlite3';

/** A read transaction that many short questions share: beginning and ending one costs several times what such a question costs. */
export interface Reading {
  /** Asks within the transaction, which is begun when there is none. */
  ask<T>(question: () => T): T;
  /** To be called before anything else is done with the database. */
  end(): void;
}

/**
 * Only in WAL, where a reader stands in nobody's way: with a rollback journal it would make every writer wait for as long as it lasts, and a
 * store in memory has nothing to gain.
 */
export function readingOf(db: Database): Reading {
  const isWal = db.pragma('journal_mode', { simple: true }) === 'wal';
  let begun = false;
  return {
    ask: (question) => {
      if (isWal && !begun) {
        db.exec('BEGIN');
        begun = true;
      }
      return question();
    },
    end: () => {
      // Of its own accord SQLite ends a transaction when it fails badly.
      if (begun && db.inTransaction) db.exec('COMMIT');
      begun = false;
    },
  };
}
