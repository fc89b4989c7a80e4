import type { Database } from 'better-sqlite3';
import type { Notice } from '../domain/table.ts';
import { isOnNetworkShare } from './network-share.ts';

/**
 * Chooses the journal: WAL, with which one process can read while another saves; the rollback journal on a network share, where WAL needs
 * memory that machines cannot share. Returns what there is to say of that. Throws what `isWalTrouble` recognises where WAL does not take.
 */
export function chooseJournal(db: Database): Notice[] {
  // A store in memory has no journal, and is no file.
  if (db.memory) return [];
  try {
    if (isOnNetworkShare(db.name)) {
      db.pragma('journal_mode = DELETE');
      return withoutWal('network-share');
    }
    if (modeOf(db) !== 'wal') switchToWal(db);
  } catch (error) {
    // Locked, or not to be written: that is no trait of the disk. The journal stays what it is, and saving will tell.
    if (!/^SQLITE_(?:BUSY|LOCKED|READONLY)/.test(codeOf(error))) throw error;
  }
  return [];
}

/** Goes back to the rollback journal on a disk without WAL. The connection must be new, and have asked for `locking_mode = EXCLUSIVE` first: that spares the shared memory. */
export function leaveWal(db: Database): Notice[] {
  db.pragma('journal_mode = DELETE');
  db.pragma('locking_mode = NORMAL');
  return withoutWal('not-supported');
}

/** Whether an error may mean that this disk cannot do WAL. A file that cannot be opened at all gives some of the same codes. */
export function isWalTrouble(error: unknown): boolean {
  return error instanceof WalRefused || /^SQLITE_(?:CANTOPEN|PROTOCOL|IOERR_SHM)/.test(codeOf(error));
}

/** WAL was asked for and does not work. */
class WalRefused extends Error {}

function switchToWal(db: Database): void {
  if (db.pragma('journal_mode = WAL', { simple: true }) !== 'wal') throw new WalRefused('WAL does not take');
  try {
    // SQLite says yes before it has tried its shared memory: only a transaction that wants to write shows whether it can.
    db.exec('BEGIN IMMEDIATE; ROLLBACK');
  } catch (error) {
    if (/^SQLITE_(?:BUSY|LOCKED)/.test(codeOf(error))) return;
    throw new WalRefused('WAL does not work here', { cause: error });
  }
}

function modeOf(db: Database): unknown {
  return db.pragma('journal_mode', { simple: true });
}

function withoutWal(reason: 'network-share' | 'not-supported'): Notice[] {
  return [{ id: 'store-without-wal', data: { reason } }];
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
