import { expect, test } from 'vitest';
import type { RefusedLine, StoredReturn } from '../../src/store/returned.ts';
import type { Store } from '../../src/store/store.ts';
import type { StoredLine } from '../../src/store/stored-run.ts';
import { AT, bookedFor, memoryStore, remember, rememberBooked } from './booking-store.ts';

const LINES: readonly Partial<StoredLine>[] = [
  { client: 'p-bcdf', reference: 'R-1', minutes: 200 },
  { client: 'p-bcdf', reference: 'R-2', minutes: 100 },
  { client: 'p-ghjk', reference: 'R-3', minutes: 60, credit: true },
];

/** The lines of a run with these references, as the payer refused them. */
function refused(store: Store, run: string, ...references: readonly string[]): RefusedLine[] {
  return store
    .sentLines(run)
    .filter(({ reference }) => references.includes(reference))
    .map((line) => ({ line, codes: ['0584'] }));
}

/** Stores a return message in which these lines were refused. */
function returned(store: Store, run: string, references: readonly string[], more: Partial<StoredReturn> = {}) {
  return store.saveReturn({
    sha256: 'hash of the return',
    run,
    storedAt: '2026-05-01T08:00:00Z',
    dated: '2026-04-28',
    document: { message: '429' },
    lines: references.map((reference) => ({ reference })),
    refused: refused(store, run, ...references),
    ...more,
  });
}

test('a line that was refused counts no longer, and the others do', () => {
  const store = memoryStore();
  rememberBooked(store, 'a', LINES);
  expect(returned(store, 'a', ['R-2'])).toEqual({
    outcome: 'stored',
    storedAt: '2026-05-01T08:00:00Z',
    booked: true,
    lines: 1,
    minutes: 100,
  });
  expect(bookedFor(store)).toEqual(['a R-1']);
  const ledger = store.ledger();
  expect(ledger.bearing('R-2')).toEqual([]);
  expect(ledger.bearing('R-1')).toHaveLength(1);
});

test('the ledger of a client tells the day and the codes of what came back', () => {
  const store = memoryStore();
  rememberBooked(store, 'a', LINES);
  returned(store, 'a', ['R-2']);
  const { booked, returned: cameBack } = store.ledgerOf('p-bcdf');
  expect(booked.map(({ reference }) => reference)).toEqual(['R-1']);
  expect(cameBack).toMatchObject([{ run: 'a', reference: 'R-2', returnedOn: '2026-04-28', codes: ['0584'] }]);
});

test('minutes of a refused credit come back as debits', () => {
  const store = memoryStore();
  rememberBooked(store, 'a', LINES);
  expect(returned(store, 'a', ['R-1', 'R-3'])).toMatchObject({ lines: 2, minutes: 140 });
  expect(store.bookingOf('a')).toMatchObject({ lines: 3, minutes: 240, returned: { lines: 2, minutes: 140 } });
});

test('the same file a second time changes nothing, and says when it was stored', () => {
  const store = memoryStore();
  rememberBooked(store, 'a', LINES);
  returned(store, 'a', ['R-2']);
  const state = store.bookingState();
  expect(returned(store, 'a', ['R-2'], { storedAt: '2026-06-01T08:00:00Z' })).toMatchObject({
    outcome: 'known',
    storedAt: '2026-05-01T08:00:00Z',
    lines: 1,
  });
  expect(store.bookingState()).toBe(state);
});

test('a line that came back in two messages counts once as returned', () => {
  const store = memoryStore();
  rememberBooked(store, 'a', LINES);
  returned(store, 'a', ['R-2']);
  expect(returned(store, 'a', ['R-1', 'R-2'], { sha256: 'another' })).toMatchObject({ lines: 1, minutes: 200 });
  expect(store.bookingOf('a')?.returned).toEqual({ lines: 2, minutes: 300 });
});

test('a ledger stays as it was when it was asked for', () => {
  const store = memoryStore();
  rememberBooked(store, 'a', LINES);
  const before = store.ledger();
  returned(store, 'a', ['R-2']);
  expect(before.ofMonth('p-bcdf', '2026-03')).toHaveLength(2);
  expect(store.ledger().ofMonth('p-bcdf', '2026-03')).toHaveLength(1);
});

test('of a run that is not booked the message is kept and nothing stops counting; once it is booked, it can', () => {
  const store = memoryStore();
  remember(store, 'a', LINES);
  expect(returned(store, 'a', ['R-2'])).toMatchObject({ outcome: 'stored', booked: false, lines: 0 });
  expect(store.book('a', { bookedAt: AT }).outcome).toBe('booked');
  expect(bookedFor(store)).toEqual(['a R-1', 'a R-2']);
  expect(returned(store, 'a', ['R-2'])).toMatchObject({ outcome: 'stored', booked: true, lines: 1 });
  expect(bookedFor(store)).toEqual(['a R-1']);
});

test('the whole booking can be taken back afterwards; booked anew, its lines are sent anew', () => {
  const store = memoryStore();
  rememberBooked(store, 'a', LINES);
  returned(store, 'a', ['R-2']);
  expect(store.unbook('a', { at: AT })).toMatchObject({ outcome: 'unbooked', booking: { returned: { lines: 1 } } });
  expect(store.ledgerOf('p-bcdf')).toMatchObject({ booked: [], returned: [] });
  expect(store.book('a', { bookedAt: AT }).outcome).toBe('booked');
  expect(bookedFor(store)).toEqual(['a R-1', 'a R-2']);
});

test('a run that was judged before a line of its client-month came back must be judged again', () => {
  const store = memoryStore();
  rememberBooked(store, 'a', LINES);
  remember(store, 'same client', [{ client: 'p-bcdf', reference: 'R-8' }]);
  remember(store, 'another client', [{ client: 'p-zzzz', reference: 'R-9' }]);
  returned(store, 'a', ['R-2']);
  expect(store.book('same client', { bookedAt: AT })).toMatchObject({
    outcome: 'stale',
    runs: [{ run: 'a', clientMonths: 1 }],
  });
  expect(store.book('another client', { bookedAt: AT }).outcome).toBe('booked');
});

test('a line that came back may be sent again with the same reference, one that did not may not', () => {
  const store = memoryStore();
  rememberBooked(store, 'a', LINES);
  returned(store, 'a', ['R-2']);
  remember(store, 'again', [{ client: 'p-bcdf', reference: 'R-2' }]);
  expect(store.book('again', { bookedAt: AT }).outcome).toBe('booked');
  expect(bookedFor(store)).toEqual(['a R-1', 'again R-2']);
  remember(store, 'double', [{ client: 'p-qqqq', reference: 'R-1' }]);
  expect(store.book('double', { bookedAt: AT })).toMatchObject({ outcome: 'double', runs: [{ run: 'a', lines: 1 }] });
});

test('the lines of a run say what is booked of them', () => {
  const store = memoryStore();
  rememberBooked(store, 'a', [...LINES, { reference: 'R-4', verdict: 'rejected' }]);
  returned(store, 'a', ['R-2']);
  expect(store.sentLines('a').map(({ reference, verdict, booked }) => `${reference} ${verdict} ${booked}`)).toEqual([
    'R-1 approved counts',
    'R-2 approved returned',
    'R-3 approved counts',
    'R-4 rejected no',
  ]);
});

test('of a run that was removed the booked lines can still come back', () => {
  const store = memoryStore();
  rememberBooked(store, 'a', LINES);
  store.prune('2027-01-01');
  expect(store.sentLines('a').map(({ reference, verdict, booked }) => `${reference} ${verdict} ${booked}`)).toEqual([
    'R-1 null counts',
    'R-2 null counts',
    'R-3 null counts',
  ]);
  expect(returned(store, 'a', ['R-2'])).toMatchObject({ outcome: 'stored', lines: 1, minutes: 100 });
  expect(bookedFor(store)).toEqual(['a R-1']);
});

test('what came back goes with its run, but for its sums, and what counts stays', () => {
  const store = memoryStore();
  rememberBooked(store, 'a', LINES);
  returned(store, 'a', ['R-1', 'R-2']);
  store.prune('2027-01-01');
  expect(store.ledgerOf('p-bcdf')).toEqual({ booked: [], returned: [], judged: [] });
  expect(bookedFor(store, 'p-ghjk')).toEqual(['a R-3']);
  expect(store.bookingOf('a')).toMatchObject({ lines: 3, returned: { lines: 2, minutes: 300 } });
  expect(returned(store, 'a', []).outcome).toBe('known');
});
