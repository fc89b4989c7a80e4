import { EMPTY_LEDGER, type Ledger } from '../domain/ledger.ts';
import type { RunResult } from '../domain/run.ts';
import type { Waiver } from '../domain/waiver.ts';
import { UserError } from '../errors.ts';
import type { BookOutcome } from '../store/booking.ts';
import type { JudgedWith } from '../store/ledger.ts';
import type { Store } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import type { FoundRun, StoredLine } from '../store/stored-run.ts';
import { storeAt } from './remember.ts';
import { runIdIn } from './run-in-store.ts';

/** The store as a validation uses it: asked before judging, told afterwards. A store in trouble never costs the reports. */
export interface Memory {
  readonly ledger: Ledger;
  /** The booked run this delivery takes the place of. */
  readonly replaces: string | null;
  /** What was wrong with the store; null while it serves. */
  readonly trouble: StoreError | null;
  /** The findings accepted in the store. */
  readonly waivers: readonly Waiver[];
  /** The run of this id, or the only one whose id begins so. Throws StoreError. */
  load(idOrPrefix: string): FoundRun;
  /** The lines of a remembered run. Throws StoreError. */
  linesOf(run: string): Iterable<StoredLine>;
  /** The booked lines as a run was judged with them; null when that can no longer be told. Throws StoreError. */
  judgedWith(run: string): JudgedWith | null;
  /** Remembers the run. Returns what went wrong, if anything. */
  save(result: RunResult, lines: Iterable<StoredLine>): StoreError | null;
  /** Marks the run as submitted. Throws StoreError. */
  book(run: string, bookedAt: string): BookOutcome | null;
  close(): void;
}

/** No store was wanted. */
export const NO_MEMORY: Memory = {
  ledger: EMPTY_LEDGER,
  replaces: null,
  trouble: null,
  waivers: [],
  load: () => ({ found: 'none' }),
  linesOf: () => [],
  judgedWith: () => null,
  save: () => null,
  book: () => null,
  close: () => undefined,
};

/** What a validation is told of the store. */
export function bookedSoFar({ ledger, trouble, replaces }: Memory) {
  return { ledger, ledgerUnseen: trouble !== null, replaces: replaces === null ? [] : [replaces] };
}

/** Opens the store for a validation. Throws UserError when the run to be replaced is not booked. */
export async function openMemory(file: string, keyCheck: string, replaces: string | undefined): Promise<Memory> {
  try {
    const store = await storeAt(file, () => keyCheck, true);
    return store === null ? NO_MEMORY : memoryOf(store, replaces);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { ...NO_MEMORY, trouble: error };
  }
}

function memoryOf(store: Store, wanted: string | undefined): Memory {
  try {
    const replaces = wanted === undefined ? null : bookedRun(store, wanted);
    const ledger = store.ledger();
    return {
      ledger,
      replaces,
      trouble: null,
      waivers: store.listWaivers(),
      load: (idOrPrefix) => store.loadRun(idOrPrefix),
      linesOf: (run) => store.linesOf(run),
      judgedWith: (run) => store.judgedWith(run),
      save: (result, lines) => {
        const claims = result.inputs.filter(({ role }) => role === 'claims').map(({ sha256 }) => sha256);
        const judgedWithout = [...ledger.runsWithFile(claims), ...(replaces === null ? [] : [replaces])];
        return guarded(() => store.saveRun({ result, lines, judgedAt: ledger.state, judgedWithout }));
      },
      book: (run, bookedAt) => store.book(run, { bookedAt, replaces }),
      close: () => store.close(),
    };
  } catch (error) {
    store.close();
    throw error;
  }
}

function bookedRun(store: Store, wanted: string): string {
  const run = runIdIn(store, wanted);
  const booking = store.bookingOf(run);
  if (booking === null || booking.endedAt !== null) {
    throw new UserError(`Run ${run} is niet geboekt; er valt niets te vervangen. Bekijk de lijst met: tzt runs list`);
  }
  return run;
}

function guarded(work: () => void): StoreError | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
}
