/** What can be wrong with a store that is not our bug. The shell has a sentence for each, and the report is written all the same. */
export const STORE_PROBLEMS = [
  /** The folder is not there, the path is a folder, or this user may not open it. */
  'cannot-open',
  /** SQLite's part for this platform is not there or was built for another Node. Data: `code`. */
  'driver-missing',
  /** No SQLite file, or one of another program. It was left as it is. */
  'not-a-store',
  /** Made by a newer tzt. Data: `found` and `known`, numbers of migrations. It was left as it is. */
  'newer-version',
  /** Its pseudonyms were made with another key. It was left as it is. */
  'wrong-key',
  /** The file is damaged. */
  'corrupt',
  /** The file or its disk may not be written. */
  'read-only',
  /** Another process kept it locked for longer than the timeout. Data: `waitedMs`. */
  'busy',
  /** No room on the disk. */
  'full',
  /** The disk failed while reading or writing. */
  'disk-error',
  /** A run of this id is remembered already; nothing was changed. Data: `run`. */
  'duplicate-run',
] as const;
export type StoreProblem = (typeof STORE_PROBLEMS)[number];

/** A store that cannot be used, or not for this. Facts only: the words for users are in the message catalogue, and no client data is in here. */
export class StoreError extends Error {
  readonly kind: StoreProblem;
  readonly data: Readonly<Record<string, string | number>>;

  constructor(kind: StoreProblem, data: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(`store: ${kind}`, cause === undefined ? undefined : { cause });
    this.name = 'StoreError';
    this.kind = kind;
    this.data = data;
  }
}

/** Does what is asked of the store, with SQLite's errors as StoreError. Any other error is not ours to explain and passes unchanged. */
export function explained<T>(busyTimeoutMs: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw storeErrorOf(error, busyTimeoutMs) ?? error;
  }
}

/** Primary result codes of SQLite (https://www.sqlite.org/rescode.html); extended codes add a suffix to them. */
const PROBLEM_OF_CODE: readonly (readonly [string, StoreProblem])[] = [
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_PROTOCOL', 'busy'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_NOTADB', 'not-a-store'],
  ['SQLITE_CANTOPEN', 'cannot-open'],
  ['SQLITE_PERM', 'cannot-open'],
  ['SQLITE_AUTH', 'cannot-open'],
  ['SQLITE_IOERR', 'disk-error'],
];

/** The problem behind an error of SQLite; null for an error that is not ours to explain. */
export function storeErrorOf(error: unknown, busyTimeoutMs: number): StoreError | null {
  if (!(error instanceof Error) || error instanceof StoreError) return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // The folder is checked by better-sqlite3 before SQLite is asked, and has no code; a missing binary is told by `bindings`.
  if (/directory does not exist/.test(error.message)) return new StoreError('cannot-open', {}, error);
  if (code === 'ERR_DLOPEN_FAILED' || /bindings file/.test(error.message)) {
    return new StoreError('driver-missing', { code: code || 'NOT_FOUND' }, error);
  }
  const problem = PROBLEM_OF_CODE.find(([primary]) => code === primary || code.startsWith(`${primary}_`))?.[1];
  if (problem === undefined) return null;
  return new StoreError(problem, { sqlite: code, ...(problem === 'busy' ? { waitedMs: busyTimeoutMs } : {}) }, error);
}
