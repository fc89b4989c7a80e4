import type { BookedLine } from '../../src/domain/ledger.ts';
import type { RunInput } from '../../src/domain/run.ts';
import type { BookOutcome } from '../../src/store/booking.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import type { StoredLine } from '../../src/store/stored-run.ts';
import { sampleInput, sampleLine, sampleRun } from './sample-run.ts';

/** When bookings of tests are made. */
export const AT = '2026-04-03T09:00:00Z';

/** A store in memory. */
export function memoryStore(): Store {
  return openStore(':memory:', { keyCheck: 'check' });
}

/** Remembers a run with these lines, read from a file of its own unless inputs are given. */
export function remember(
  store: Store,
  id: string,
  lines: readonly Partial<StoredLine>[],
  {
    inputs = [claimsFile(id)],
    ...judged
  }: { inputs?: readonly RunInput[]; judgedAt?: number; judgedWithout?: readonly string[] } = {},
): void {
  store.saveRun({
    result: sampleRun({ id }, { inputs }),
    lines: lines.map(sampleLine),
    ...judged,
  });
}

/** Remembers a run and books it. */
export function rememberBooked(store: Store, id: string, lines: readonly Partial<StoredLine>[]): BookOutcome {
  remember(store, id, lines);
  return store.book(id, { bookedAt: AT });
}

/** A file of claims whose hash is told from its contents here. */
export function claimsFile(contents: string): RunInput {
  return { ...sampleInput(`${contents}.csv`), sha256: `sha256 of ${contents}` };
}

/** Which runs have booked which references for a client-month, such as `a R-1`. */
export function bookedFor(store: Store, client = 'p-bcdf', month = '2026-03'): string[] {
  return store.ledger().ofMonth(client, month).map(shortly);
}

/** A booked line in two words. */
export function shortly({ run, reference }: BookedLine): string {
  return `${run} ${reference}`;
}
