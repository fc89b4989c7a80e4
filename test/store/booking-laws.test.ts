import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BookedLine } from '../../src/domain/ledger.ts';
import type { BookOutcome } from '../../src/store/booking.ts';
import type { Store } from '../../src/store/store.ts';
import type { StoredLine } from '../../src/store/stored-run.ts';
import { AT, memoryStore, remember } from './booking-store.ts';

/** Few of everything, so that runs meet. */
const CLIENT_MONTHS = ['p-a 2026-01', 'p-a 2026-02', 'p-b 2026-01', 'p-b 2026-02'];
const REFERENCES = Array.from({ length: 12 }, (_, index) => `R-${index}`);

const line: fc.Arbitrary<Partial<StoredLine>> = fc.record({
  client: fc.constantFrom('p-a', 'p-b'),
  month: fc.constantFrom('2026-01', '2026-02'),
  reference: fc.constantFrom(...REFERENCES),
  minutes: fc.integer({ min: 1, max: 400 }),
  credit: fc.boolean(),
  verdict: fc.constantFrom('approved', 'approved', 'approved', 'rejected', 'undecided'),
});
const lines = fc.uniqueArray(line, { selector: ({ reference }) => reference, minLength: 1, maxLength: 3 });
/** One of the runs judged so far, counted back from the last. */
const back = fc.nat({ max: 4 });
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('judge' as const), lines }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('book' as const), back, replaces: fc.option(back, { freq: 2 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('unbook' as const), back }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('prune' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

type Counting = readonly BookedLine[];

/** Everything that counts. */
function counting(store: Store): Counting {
  const ledger = store.ledger();
  return CLIENT_MONTHS.flatMap((key) => ledger.ofMonth(key.slice(0, 3), key.slice(4)));
}

function without(counted: Counting, ...runs: readonly (string | null)[]): Counting {
  return counted.filter(({ run }) => !runs.includes(run));
}

/** A store, and what was counting when each run was judged. */
class World {
  readonly store = memoryStore();
  readonly runs: { readonly lines: readonly Partial<StoredLine>[]; readonly before: Counting }[] = [];
  outcomes = new Set<BookOutcome['outcome']>();

  take(next: Step): void {
    const before = counting(this.store);
    if (next.do === 'judge') {
      remember(this.store, this.id(-1), next.lines);
      this.runs.push({ lines: next.lines, before });
    } else if (next.do === 'prune') {
      this.store.prune('2027-01-01');
      expect(counting(this.store)).toEqual(before);
    } else if (next.do === 'unbook') {
      this.store.unbook(this.id(next.back), { at: AT });
      expect(counting(this.store)).toEqual(without(before, this.id(next.back)));
    } else {
      this.book(before, this.id(next.back), next.replaces === null ? null : this.id(next.replaces));
    }
  }

  book(before: Counting, id: string, replaces: string | null): void {
    const { outcome } = this.store.book(id, { bookedAt: AT, replaces });
    this.outcomes.add(outcome);
    const after = counting(this.store);
    if (outcome !== 'booked') {
      expect(after).toEqual(before);
      return;
    }
    const judged = this.runs[Number(id)]!;
    const approved = judged.lines.filter(({ verdict }) => verdict === 'approved');
    expect(without(after, id)).toEqual(without(before, id, replaces));
    expect(after.filter(({ run }) => run === id)).toHaveLength(approved.length);
    for (const { client, month, reference, minutes, credit } of approved) {
      // What counted for this client-month when the run was judged is what counts now: nobody came between.
      const ofMonth = (counted: Counting) =>
        without(counted, id, replaces).filter((other) => other.client === client && other.month === month);
      expect(ofMonth(before)).toEqual(ofMonth(judged.before));
      expect(this.store.ledger().bearing(reference!)).toMatchObject([{ run: id, client, month, minutes, credit }]);
    }
  }

  /** Runs are called by their place in the list. */
  id(back: number): string {
    return String(this.runs.length - 1 - back);
  }
}

test('whatever is judged, booked, replaced, taken back and removed: no reference counts twice, and no run is booked on a changed ledger', () => {
  const outcomes = new Set<string>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 15, maxLength: 40 }), (steps) => {
      const world = new World();
      for (const next of steps) world.take(next);
      for (const outcome of world.outcomes) outcomes.add(outcome);
      world.store.close();
    }),
    { numRuns: 80 },
  );
  // The law says something only when every outcome was met.
  expect([...outcomes].sort()).toEqual(
    ['already', 'booked', 'double', 'not-replaceable', 'pruned', 'stale', 'unknown-run'].sort(),
  );
});
