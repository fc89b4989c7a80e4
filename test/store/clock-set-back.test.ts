import { expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { bookedFor, claimsFile, memoryStore } from './booking-store.ts';
import { sampleLine, sampleRun } from './sample-run.ts';

function save(store: Store, id: string, startedAt: string, reference: string): void {
  store.saveRun({
    result: sampleRun({ id, startedAt }, { inputs: [claimsFile(id)] }),
    lines: [sampleLine({ reference })],
  });
}

/** A run of today, and one that was made after it with the clock nine days back. */
function withClockSetBack(): Store {
  const store = memoryStore();
  save(store, 'today', '2026-04-10T09:00:00Z', 'R-1');
  expect(store.book('today', { bookedAt: '2026-04-10T09:00:00Z' }).outcome).toBe('booked');
  save(store, 'back', '2026-04-01T09:00:00Z', 'R-2');
  return store;
}

it('a run that began before an earlier one, by a clock that was set back, is booked beside it', () => {
  const store = withClockSetBack();
  expect(store.book('back', { bookedAt: '2026-04-01T09:00:00Z' }).outcome).toBe('booked');
  expect(bookedFor(store)).toEqual(['today R-1', 'back R-2']);
});

it('a booking that ends before it began, by a clock that was set back, counts no more; booked again, it does', () => {
  const store = withClockSetBack();
  store.unbook('today', { at: '2026-04-01T09:00:00Z' });
  expect(bookedFor(store)).toEqual([]);
  expect(store.book('today', { bookedAt: '2026-04-01T09:00:01Z' }).outcome).toBe('booked');
  expect(bookedFor(store)).toEqual(['today R-1']);
});

it('a booking that replaces one of later date takes its place', () => {
  const store = withClockSetBack();
  const outcome = store.book('back', { bookedAt: '2026-04-01T09:00:00Z', replaces: 'today' });
  expect(outcome.outcome).toBe('booked');
  expect(bookedFor(store)).toEqual(['back R-2']);
});

it('runs are listed and pruned by the day that the clock told, and what was booked still counts', () => {
  const store = withClockSetBack();
  expect(store.listRuns().map(({ run }) => run.id)).toEqual(['today', 'back']);
  store.book('back', { bookedAt: '2026-04-01T09:00:00Z' });
  expect(store.prune('2026-04-05')).toMatchObject({ runs: 1, unfinished: null });
  expect(store.listRuns().map(({ run }) => run.id)).toEqual(['today']);
  expect(bookedFor(store)).toEqual(['today R-1', 'back R-2']);
});
