import { closeSync, openSync } from 'node:fs';
import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import type { Notice } from '../domain/table.ts';
import type { Waiver } from '../domain/waiver.ts';
import { book } from './book.ts';
import type { Booking, BookOptions, BookOutcome, ClientLedger, RunRow, UnbookOutcome } from './booking.ts';
import { bookedRunsCalled, bookingOf, bookingState } from './bookings.ts';
import { clientLedger } from './client-ledger.ts';
import { chooseJournal, isWalTrouble, leaveWal } from './journal.ts';
import { type JudgedWith, ledgerOfNow, ledgerOfRun, type StoreLedger } from './ledger.ts';
import { listRuns, loadRun } from './load-run.ts';
import { isMarked, MIGRATIONS, migrate, versionOf } from './migrations.ts';
import { type Pruned, prune } from './prune.ts';
import { linesOf } from './read-lines.ts';
import { readingOf } from './reading.ts';
import type { ReturnOutcome, SentLine, StoredReturn } from './returned.ts';
import { hasReturn, saveReturn } from './returns.ts';
import { saveRun } from './save-run.ts';
import { sentLines } from './sent-lines.ts';
import { explained, StoreError } from './store-error.ts';
import type { FoundRun, StoredLine, StoredRun } from './stored-run.ts';
import { unbook } from './unbook.ts';
import { addWaiver, listWaivers, removeWaiver } from './waivers.ts';

/** What opening a store needs. */
export interface StoreOptions {
  /** `KeyedPseudonyms.keyCheck` of the key in use. */
  readonly keyCheck: string;
  /** How long a locked store is waited for; 30 seconds unless given. */
  readonly busyTimeoutMs?: number;
}

/** The memory of tzt. Every method throws StoreError when the store cannot do it; it is then as it was. */
export interface Store {
  /** What the user may want to know about this store, such as a journal that does not suit its disk. */
  readonly notices: readonly Notice[];
  /** Remembers a run, all of it or nothing. Errors of `lines` pass through. */
  saveRun(run: StoredRun): void;
  /** All remembered runs, newest first. */
  listRuns(): RunRow[];
  /** The run of this id, or the only one whose id begins so. */
  loadRun(idOrPrefix: string): FoundRun;
  /** The lines of a run, client by client; none when it is not remembered. Until they were read to the end this store cannot write. */
  linesOf(run: string): Iterable<StoredLine>;
  /** The booked lines as they are now: what is booked later is not seen. */
  ledger(): StoreLedger;
  /** The booked lines as a run was judged with them; null when that can no longer be told. */
  judgedWith(run: string): JudgedWith | null;
  /** How many times something was booked, taken back or sent back by a payer. */
  bookingState(): number;
  /** Makes the approved lines of a run count, in place of another run's when told so; or changes nothing and tells why. */
  book(run: string, options: BookOptions): BookOutcome;
  /** Makes the lines of a run count no longer. `at` is ISO 8601. */
  unbook(run: string, options: { readonly at: string }): UnbookOutcome;
  /** The lines of a run with what is booked of them; of a run that was removed those that are booked. */
  sentLines(run: string): SentLine[];
  /** Keeps a return message and makes the lines that were refused count no longer; once for a booking of a run. */
  saveReturn(given: StoredReturn): ReturnOutcome;
  /** Whether a file was stored already as a return to the present booking of a run. */
  hasReturn(sha256: string, run: string): boolean;
  /** The runs that were ever booked and whose id begins so, also those that were removed; newest booking first. */
  bookedRunsCalled(prefix: string): string[];
  /** The last booking of a run, also when the run itself was removed; null when it was never booked. */
  bookingOf(run: string): Booking | null;
  /** What is booked and was judged of a client, in a care month (`jjjj-mm`) or in all. */
  ledgerOf(client: string, month?: string): ClientLedger;
  /** Removes the runs that started before a day (`jjjj-mm-dd`, UTC) for good; what was booked keeps counting. */
  prune(before: string): Pruned;
  /** Accepts a finding; returns the waiver that this one takes the place of. */
  addWaiver(waiver: Waiver): Waiver | null;
  /** All waivers, those that end first at the beginning. */
  listWaivers(): Waiver[];
  /** Returns whether there was one. */
  removeWaiver(fingerprint: string): boolean;
  close(): void;
}

/**
 * Opens the store in a file, or a new one that lives in memory (`:memory:`). A file that is not there is made, readable for this user only;
 * its folder must exist. A file that is no store, or not one for this program and key, is refused and left as it is.
 */
export function openStore(file: string, options: StoreOptions): Store {
  const timeout = options.busyTimeoutMs ?? BUSY_TIMEOUT_MS;
  return explained(timeout, () => {
    try {
      return opened(connect(file, timeout), options, chooseJournal);
    } catch (error) {
      if (!isWalTrouble(error)) throw error;
      const db = connect(file, timeout);
      db.pragma('locking_mode = EXCLUSIVE');
      return opened(db, options, leaveWal);
    }
  });
}

/** The store on a connection that is open already; `close` closes it, and so does a refusal. */
export function storeOn(db: Database.Database, options: StoreOptions): Store {
  return explained(options.busyTimeoutMs ?? BUSY_TIMEOUT_MS, () => opened(db, options, chooseJournal));
}

type ChooseJournal = (db: Database.Database) => Notice[];

const BUSY_TIMEOUT_MS = 30_000;
/** What SQLite may keep in memory, so that lines in any order are laid down by client without going to disk for each. */
const CACHE_KIB = 64 * 1024;

function connect(file: string, timeout: number): Database.Database {
  if (file === ':memory:') return new Database(file, { timeout });
  // An absolute path, so that a name such as `file:x?mode=ro` stays a name.
  const path = resolve(file);
  makePrivately(path);
  return new Database(path, { timeout });
}

/** The store holds care data: it is nobody else's to read. SQLite gives its journals the mode of the file. */
function makePrivately(path: string): void {
  try {
    closeSync(openSync(path, 'ax', 0o600));
  } catch {
    // It is there already, or it cannot be made: SQLite finds out which, and says why.
  }
}

function opened(db: Database.Database, options: StoreOptions, choose: ChooseJournal): Store {
  try {
    return storeOf(db, prepare(db, options.keyCheck, choose), options.busyTimeoutMs ?? BUSY_TIMEOUT_MS);
  } catch (error) {
    db.close();
    throw error;
  }
}

function storeOf(db: Database.Database, notices: readonly Notice[], timeout: number): Store {
  const reading = readingOf(db);
  const ask = <T>(work: () => T): T =>
    explained(timeout, () => {
      reading.end();
      return work();
    });
  const look = <T>(question: () => T): T => explained(timeout, () => reading.ask(question));
  return {
    notices,
    saveRun: (run) => ask(() => saveRun(db, run)),
    listRuns: () => ask(() => listRuns(db)),
    loadRun: (idOrPrefix) => ask(() => loadRun(db, idOrPrefix)),
    linesOf: (run) => linesOf(db, run, timeout),
    ledger: () => ask(() => ledgerOfNow(db, look)),
    judgedWith: (run) => ask(() => ledgerOfRun(db, run, look)),
    bookingState: () => ask(() => bookingState(db)),
    book: (run, bookOptions) => ask(() => book(db, run, bookOptions)),
    unbook: (run, { at }) => ask(() => unbook(db, run, at)),
    sentLines: (run) => ask(() => sentLines(db, run)),
    hasReturn: (sha256, run) => ask(() => hasReturn(db, sha256, run)),
    saveReturn: (given) => ask(() => saveReturn(db, given)),
    bookedRunsCalled: (prefix) => ask(() => bookedRunsCalled(db, prefix)),
    bookingOf: (run) => ask(() => bookingOf(db, run)),
    ledgerOf: (client, month) => ask(() => clientLedger(db, client, month ?? null)),
    prune: (before) => ask(() => prune(db, before)),
    addWaiver: (waiver) => ask(() => addWaiver(db, waiver)),
    listWaivers: () => ask(() => listWaivers(db)),
    removeWaiver: (fingerprint) => ask(() => removeWaiver(db, fingerprint)),
    close: () => {
      db.close();
    },
  };
}

function prepare(db: Database.Database, keyCheck: string, choose: ChooseJournal): Notice[] {
  db.pragma('foreign_keys = ON');
  db.pragma(`cache_size = -${CACHE_KIB}`);
  refuseOthers(db, keyCheck);
  const notices = choose(db);
  // In WAL the default may lose the last runs when the power fails; a remembered run is remembered.
  db.pragma('synchronous = FULL');
  migrate(db, keyCheck);
  // Another process may have made or renewed it between the first look and now.
  refuseOthers(db, keyCheck);
  return notices;
}

/** Refuses what is no store of ours to use. Looks only, and at one state of the file: another process may be making it right now. */
function refuseOthers(db: Database.Database, keyCheck: string): void {
  db.transaction(() => {
    const version = versionOf(db);
    if (!isMarked(db)) {
      if (version !== 0 || db.prepare('SELECT 1 FROM sqlite_schema').get() !== undefined)
        throw new StoreError('not-a-store');
      return;
    }
    if (version > MIGRATIONS.length)
      throw new StoreError('newer-version', { found: version, known: MIGRATIONS.length });
    if (db.prepare('SELECT key_check FROM store').pluck().get() !== keyCheck) throw new StoreError('wrong-key');
  })();
}
