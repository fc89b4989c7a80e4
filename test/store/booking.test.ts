import { describe, expect, test } from 'vitest';
import { AT, bookedFor, claimsFile, memoryStore, remember, rememberBooked } from './booking-store.ts';
import { sampleRun } from './sample-run.ts';
import { kindOf } from './store-folder.ts';

const LATER = '2026-04-04T09:00:00Z';

describe('booking a run', () => {
  test('makes its approved lines count, credits too, and no others', () => {
    const store = memoryStore();
    remember(store, 'a', [
      { reference: 'R-1', minutes: 200 },
      { reference: 'R-2', minutes: 60, credit: true, corrects: 'R-0', month: '2026-02' },
      { reference: 'R-3', verdict: 'rejected' },
      { reference: 'R-4', verdict: 'undecided' },
      { reference: 'R-5', verdict: 'ignored' },
    ]);
    expect(store.book('a', { bookedAt: AT })).toEqual({
      outcome: 'booked',
      creditsLeft: 0,
      booking: {
        run: 'a',
        bookedAt: AT,
        replaces: null,
        endedAt: null,
        replacedBy: null,
        lines: 2,
        minutes: 140,
        months: ['2026-02', '2026-03'],
        returned: { lines: 0, minutes: 0 },
      },
    });
    expect(bookedFor(store)).toEqual(['a R-1']);
    expect(bookedFor(store, 'p-bcdf', '2026-02')).toEqual(['a R-2']);
  });

  test('leaves the credit of a debit that stays behind, for without it there is nothing to credit', () => {
    const store = memoryStore();
    remember(store, 'a', [
      { reference: 'R-1', verdict: 'rejected' },
      { reference: 'R-2', credit: true, corrects: 'R-1' },
      { reference: 'R-3' },
      { reference: 'R-4', credit: true, corrects: 'R-3' },
    ]);
    expect(store.book('a', { bookedAt: AT }).outcome).toBe('booked');
    expect(bookedFor(store)).toEqual(['a R-3', 'a R-4']);
  });

  test('takes the credit of a debit that was booked before and comes again', () => {
    const store = memoryStore();
    rememberBooked(store, 'a', [{ reference: 'R-1' }]);
    remember(store, 'b', [
      { reference: 'R-1', verdict: 'rejected', bookedBy: 'a' },
      { reference: 'R-2', credit: true, corrects: 'R-1' },
    ]);
    expect(store.book('b', { bookedAt: AT }).outcome).toBe('booked');
    expect(bookedFor(store)).toEqual(['a R-1', 'b R-2']);
  });

  test('twice is done once', () => {
    const store = memoryStore();
    rememberBooked(store, 'a', [{}]);
    const state = store.bookingState();
    expect(store.book('a', { bookedAt: LATER })).toMatchObject({ outcome: 'already', booking: { bookedAt: AT } });
    expect(store.bookingState()).toBe(state);
    expect(bookedFor(store)).toEqual(['a R-1']);
  });

  test('that is not remembered is told so, and a beginning of an id is no id', () => {
    const store = memoryStore();
    remember(store, 'run-1', [{}]);
    expect(store.book('run', { bookedAt: AT })).toEqual({ outcome: 'unknown-run' });
  });

  test('without an approved line books nothing, and says so', () => {
    const store = memoryStore();
    expect(rememberBooked(store, 'a', [{ verdict: 'rejected' }])).toMatchObject({ booking: { lines: 0, months: [] } });
    expect(store.ledger().hasMonth('2026-03', [])).toBe(false);
  });

  test('of the version before bookings were known is judged with nothing booked', () => {
    const store = memoryStore();
    rememberBooked(store, 'a', [{}]);
    remember(store, 'old', [{ reference: 'R-2' }], { judgedAt: 0 });
    expect(store.book('old', { bookedAt: AT }).outcome).toBe('stale');
  });
});

test('the credit of a debit that stays behind stays behind too, and is counted', () => {
  const store = memoryStore();
  remember(store, 'a', [
    { reference: 'R-1', verdict: 'rejected' },
    { reference: 'R-2', credit: true, corrects: 'R-1' },
    { reference: 'R-3', minutes: 60 },
  ]);
  expect(store.book('a', { bookedAt: AT })).toMatchObject({ creditsLeft: 1, booking: { lines: 1, minutes: 60 } });
});

test('a booked run is found by the beginning of its id, also when it was removed', () => {
  const store = memoryStore();
  for (const run of ['run-a', 'run-b']) {
    remember(store, run, [{ reference: run }]);
    store.book(run, { bookedAt: AT });
  }
  store.prune('2027-01-01');
  expect([store.bookedRunsCalled('run-a'), store.bookedRunsCalled('run')]).toEqual([['run-a'], ['run-b', 'run-a']]);
  expect([store.bookedRunsCalled(''), store.bookedRunsCalled('r_n')]).toEqual([[], []]);
});

describe('a run that was judged before another booking', () => {
  test('is not booked when both have the same client-month, and tells how many they share', () => {
    const store = memoryStore();
    const ofTwo = [{ reference: 'R-1' }, { client: 'p-x', reference: 'R-2' }, { month: '2026-02', reference: 'R-3' }];
    remember(store, 'b', ofTwo);
    rememberBooked(store, 'a', [{ reference: 'R-8' }, { reference: 'R-9' }, { client: 'p-x', reference: 'R-10' }]);
    expect(store.book('b', { bookedAt: AT })).toEqual({
      outcome: 'stale',
      runs: [{ run: 'a', clientMonths: 2, lines: 0 }],
    });
    expect(store.bookingOf('b')).toBeNull();
    expect(bookedFor(store)).toEqual(['a R-8', 'a R-9']);
  });

  test('is booked when they share a client but no month, or a month but no client', () => {
    const store = memoryStore();
    remember(store, 'b', [{ reference: 'R-1' }]);
    rememberBooked(store, 'a', [
      { month: '2026-02', reference: 'R-8' },
      { client: 'p-x', reference: 'R-9' },
    ]);
    expect(store.book('b', { bookedAt: AT }).outcome).toBe('booked');
  });

  test('is booked when only its rejected lines share a client-month', () => {
    const store = memoryStore();
    remember(store, 'b', [{ reference: 'R-1', verdict: 'rejected' }]);
    rememberBooked(store, 'a', [{ reference: 'R-8' }]);
    expect(store.book('b', { bookedAt: AT }).outcome).toBe('booked');
  });

  test('is not booked when both bear one reference, wherever', () => {
    const store = memoryStore();
    remember(store, 'b', [{ reference: 'R-1' }]);
    rememberBooked(store, 'a', [{ client: 'p-x', month: '2025-12', reference: 'R-1' }]);
    expect(store.book('b', { bookedAt: AT })).toEqual({
      outcome: 'stale',
      runs: [{ run: 'a', clientMonths: 1, lines: 1 }],
    });
  });

  test('is not booked when the other was taken back, since it may have leaned on it', () => {
    const store = memoryStore();
    rememberBooked(store, 'a', [{ reference: 'R-8', credit: true }]);
    remember(store, 'b', [{ reference: 'R-1' }]);
    store.unbook('a', { at: AT });
    expect(store.book('b', { bookedAt: AT })).toMatchObject({ outcome: 'stale', runs: [{ run: 'a' }] });
  });

  test('is booked when the other was booked and taken back meanwhile', () => {
    const store = memoryStore();
    remember(store, 'b', [{ reference: 'R-1' }]);
    rememberBooked(store, 'a', [{ reference: 'R-8' }]);
    store.unbook('a', { at: AT });
    expect(store.book('b', { bookedAt: AT }).outcome).toBe('booked');
  });

  test('is booked after it was judged again', () => {
    const store = memoryStore();
    rememberBooked(store, 'a', [{ reference: 'R-8' }]);
    remember(store, 'b', [{ reference: 'R-1' }], { judgedAt: store.ledger().state });
    expect(store.book('b', { bookedAt: AT }).outcome).toBe('booked');
  });

  test('knows its own bookings, and is booked again after it was taken back', () => {
    const store = memoryStore();
    rememberBooked(store, 'a', [{}]);
    store.unbook('a', { at: AT });
    expect(store.book('a', { bookedAt: LATER })).toMatchObject({ outcome: 'booked', booking: { bookedAt: LATER } });
    expect(bookedFor(store)).toEqual(['a R-1']);
  });
});

describe('one line is never booked twice', () => {
  test('when a later run bears the reference of a booked line, for whatever reason it was approved', () => {
    const store = memoryStore();
    rememberBooked(store, 'a', [{ reference: 'R-1' }, { reference: 'R-2' }]);
    remember(store, 'b', [{ reference: 'R-1' }, { reference: 'R-3' }]);
    expect(store.book('b', { bookedAt: AT })).toEqual({
      outcome: 'double',
      runs: [{ run: 'a', clientMonths: 1, lines: 1 }],
    });
  });

  test('when the same file is validated again and its lines have no reference', () => {
    const store = memoryStore();
    const inputs = [claimsFile('march')];
    remember(store, 'a', [{ reference: '' }], { inputs });
    store.book('a', { bookedAt: AT });
    remember(store, 'again', [{ reference: '' }, { reference: '', row: 3 }], { inputs });
    expect(store.book('again', { bookedAt: AT })).toEqual({
      outcome: 'double',
      runs: [{ run: 'a', clientMonths: 1, lines: 2 }],
    });
  });

  test('when it was judged without a booking that still counts for one of its client-months', () => {
    const store = memoryStore();
    rememberBooked(store, 'a', [{ reference: '' }]);
    remember(store, 'repaired', [{ reference: '' }], { judgedWithout: ['a'] });
    const inTheWay = { outcome: 'double', runs: [{ run: 'a', clientMonths: 1, lines: 0 }] };
    expect(store.book('repaired', { bookedAt: AT })).toEqual(inTheWay);
    expect(store.book('repaired', { bookedAt: AT, replaces: 'a' }).outcome).toBe('booked');
  });

  test('but a run that was judged without a booking is booked when that was taken back since, or concerns others', () => {
    const store = memoryStore();
    rememberBooked(store, 'a', [{ reference: 'R-1' }]);
    remember(store, 'repaired', [{ reference: 'R-1' }], { judgedWithout: ['a'] });
    remember(store, 'april', [{ reference: 'R-2', month: '2026-04' }], { judgedWithout: ['a'] });
    expect(store.book('april', { bookedAt: AT }).outcome).toBe('booked');
    store.unbook('a', { at: AT });
    expect(store.book('repaired', { bookedAt: AT }).outcome).toBe('booked');
  });

  test('while lines without a reference are booked when they come from another file, or of another month of that file', () => {
    const store = memoryStore();
    const inputs = [claimsFile('spring')];
    remember(store, 'march', [{ reference: '' }], { inputs });
    store.book('march', { bookedAt: AT });
    remember(store, 'april', [{ reference: '', month: '2026-04' }], { inputs });
    expect(store.book('april', { bookedAt: AT }).outcome).toBe('booked');
    expect(rememberBooked(store, 'other', [{ reference: '' }]).outcome).toBe('booked');
  });
});

describe('booking in place of another run', () => {
  test('ends that booking, and both stay visible', () => {
    const store = memoryStore();
    rememberBooked(store, 'a', [{ reference: 'R-1' }, { reference: 'R-2' }]);
    remember(store, 'b', [{ reference: 'R-1' }, { reference: 'R-3', month: '2026-02' }]);
    expect(store.book('b', { bookedAt: LATER, replaces: 'a' }).outcome).toBe('booked');
    expect(bookedFor(store)).toEqual(['b R-1']);
    expect(store.bookingOf('a')).toMatchObject({ endedAt: LATER, replacedBy: 'b', lines: 2 });
    expect(store.bookingOf('b')).toMatchObject({ endedAt: null, replaces: 'a', lines: 2 });
    expect(store.listRuns().map(({ run, booking }) => [run.id, booking?.endedAt])).toEqual([
      ['b', null],
      ['a', LATER],
    ]);
  });

  test('books the lines that only that run stood in the way of, and not those of any other run', () => {
    const store = memoryStore();
    rememberBooked(store, 'a', [{ reference: 'R-1' }]);
    rememberBooked(store, 'c', [{ reference: 'R-2' }]);
    remember(store, 'b', [
      { reference: 'R-1', verdict: 'rejected', bookedBy: 'a' },
      { reference: 'R-2', verdict: 'rejected', bookedBy: 'c' },
      { reference: 'R-3', verdict: 'rejected' },
      { reference: 'R-4' },
    ]);
    expect(store.book('b', { bookedAt: AT, replaces: 'a' }).outcome).toBe('booked');
    expect(bookedFor(store)).toEqual(['c R-2', 'b R-1', 'b R-4']);
  });

  test('leaves those lines out when nothing is replaced', () => {
    const store = memoryStore();
    rememberBooked(store, 'a', [{ reference: 'R-1' }]);
    remember(store, 'b', [{ reference: 'R-1', verdict: 'rejected', bookedBy: 'a' }, { reference: 'R-4' }]);
    expect(store.book('b', { bookedAt: AT }).outcome).toBe('booked');
    expect(bookedFor(store)).toEqual(['a R-1', 'b R-4']);
  });

  test('is no news to the run that does so, also when it was judged before that booking', () => {
    const store = memoryStore();
    remember(store, 'b', [{ reference: 'R-1' }]);
    rememberBooked(store, 'a', [{ reference: 'R-1' }]);
    expect(store.book('b', { bookedAt: AT, replaces: 'a' }).outcome).toBe('booked');
  });

  test('is news to the runs judged before it', () => {
    const store = memoryStore();
    rememberBooked(store, 'a', [{ reference: 'R-1' }]);
    remember(store, 'b', [{ reference: 'R-1' }]);
    remember(store, 'c', [{ reference: 'R-7' }]);
    store.book('b', { bookedAt: AT, replaces: 'a' });
    expect(store.book('c', { bookedAt: AT })).toMatchObject({ outcome: 'stale', runs: [{ run: 'a' }, { run: 'b' }] });
  });

  test('changes nothing when a third booking stands in the way', () => {
    const store = memoryStore();
    rememberBooked(store, 'a', [{ reference: 'R-1' }]);
    remember(store, 'b', [{ reference: 'R-1' }]);
    rememberBooked(store, 'c', [{ reference: 'R-5' }]);
    expect(store.book('b', { bookedAt: AT, replaces: 'a' })).toMatchObject({ outcome: 'stale', runs: [{ run: 'c' }] });
    expect(bookedFor(store)).toEqual(['a R-1', 'c R-5']);
  });

  test('needs that run to be booked', () => {
    const store = memoryStore();
    remember(store, 'a', [{ reference: 'R-1' }]);
    remember(store, 'b', [{ reference: 'R-1' }]);
    for (const replaces of ['a', 'b', 'nobody'])
      expect(store.book('b', { bookedAt: AT, replaces })).toEqual({ outcome: 'not-replaceable' });
    expect(store.bookingState()).toBe(0);
  });
});

describe('taking a booking back', () => {
  test('makes its lines count no longer, and keeps it visible', () => {
    const store = memoryStore();
    rememberBooked(store, 'a', [{}]);
    expect(store.unbook('a', { at: LATER })).toMatchObject({
      outcome: 'unbooked',
      booking: { run: 'a', bookedAt: AT, endedAt: LATER, replacedBy: null, lines: 1, minutes: 200 },
    });
    expect(bookedFor(store)).toEqual([]);
    expect(store.ledger().hasMonth('2026-03', [])).toBe(false);
  });

  test('that does not count is told so', () => {
    const store = memoryStore();
    rememberBooked(store, 'a', [{}]);
    store.unbook('a', { at: AT });
    remember(store, 'b', [{}]);
    expect(store.unbook('a', { at: LATER })).toEqual({ outcome: 'not-booked' });
    expect(store.unbook('b', { at: LATER })).toEqual({ outcome: 'not-booked' });
    expect(store.unbook('c', { at: LATER })).toEqual({ outcome: 'unknown-run' });
    expect(store.bookingOf('a')).toMatchObject({ endedAt: AT });
  });

  test('does not bring back what it had replaced', () => {
    const store = memoryStore();
    rememberBooked(store, 'a', [{}]);
    remember(store, 'b', [{}]);
    store.book('b', { bookedAt: AT, replaces: 'a' });
    store.unbook('b', { at: LATER });
    expect(bookedFor(store)).toEqual([]);
  });
});

test('the state of the bookings goes up with every booking, end and replacement, and with nothing else', () => {
  const store = memoryStore();
  const states = [store.bookingState()];
  const after = (work: () => unknown) => {
    work();
    states.push(store.bookingState());
  };
  after(() => remember(store, 'a', [{}]));
  after(() => store.book('a', { bookedAt: AT }));
  after(() => remember(store, 'b', [{}]));
  after(() => store.book('b', { bookedAt: AT }));
  after(() => store.book('b', { bookedAt: AT, replaces: 'a' }));
  after(() => store.unbook('b', { at: AT }));
  expect(states).toEqual([0, 0, 1, 1, 1, 2, 3]);
});

test('the id of a booked run stays its own after the run was removed', () => {
  const store = memoryStore();
  rememberBooked(store, 'a', [{}]);
  store.prune('2027-01-01');
  expect(kindOf(() => store.saveRun({ result: sampleRun({ id: 'a' }), lines: [] }))).toBe('duplicate-run');
});
