import { describe, expect, test } from 'vitest';
import { AT, memoryStore, remember, rememberBooked, shortly } from './booking-store.ts';

/** January booked with run `jan`; a late line of January and March in run `mar`, of which one line is rejected. */
function storeOfTwoRuns() {
  const store = memoryStore();
  rememberBooked(store, 'jan', [
    { reference: 'J-2', month: '2026-01', first: '2026-01-20', last: '2026-01-20' },
    { reference: 'J-1', month: '2026-01', first: '2026-01-02', last: '2026-01-02' },
    { reference: 'X-1', month: '2026-01', client: 'p-x' },
  ]);
  remember(store, 'mar', [
    { reference: 'M-1', month: '2026-01', verdict: 'rejected', allowedMinutes: 30 },
    { reference: 'M-2', month: '2026-03' },
  ]);
  return store;
}

describe('what is known of a client', () => {
  test('is what counts, by date, and what each run made of it, the newest first', () => {
    const store = storeOfTwoRuns();
    const { booked, judged } = store.ledgerOf('p-bcdf');
    expect(booked.map(shortly)).toEqual(['jan J-1', 'jan J-2']);
    expect(
      judged.map(({ run, booking, lines }) => [run.id, booking?.bookedAt, lines.map((line) => line.reference)]),
    ).toEqual([
      ['mar', undefined, ['M-1', 'M-2']],
      ['jan', AT, ['J-1', 'J-2']],
    ]);
    expect(judged[0]?.lines[0]).toMatchObject({ verdict: 'rejected', allowedMinutes: 30, minutes: 200 });
  });

  test('of one month leaves the other months out, and runs without a line of it', () => {
    const store = storeOfTwoRuns();
    const march = store.ledgerOf('p-bcdf', '2026-03');
    expect(march.booked).toEqual([]);
    expect(march.judged.map(({ run }) => run.id)).toEqual(['mar']);
    const january = store.ledgerOf('p-bcdf', '2026-01');
    expect(january.booked.map(shortly)).toEqual(['jan J-1', 'jan J-2']);
    expect(january.judged.map(({ run, lines }) => [run.id, lines.length])).toEqual([
      ['mar', 1],
      ['jan', 2],
    ]);
  });

  test('shows a booking that was replaced with the run it was of, and no longer among what counts', () => {
    const store = storeOfTwoRuns();
    remember(store, 'jan2', [{ reference: 'J-1', month: '2026-01' }]);
    store.book('jan2', { bookedAt: AT, replaces: 'jan' });
    const { booked, judged } = store.ledgerOf('p-bcdf', '2026-01');
    expect(booked.map(shortly)).toEqual(['jan2 J-1']);
    expect(judged.map(({ run, booking }) => [run.id, booking?.replacedBy, booking?.replaces])).toEqual([
      ['jan2', null, 'jan'],
      ['mar', undefined, undefined],
      ['jan', 'jan2', null],
    ]);
  });

  test('is nothing for a client that was never seen', () => {
    expect(storeOfTwoRuns().ledgerOf('p-nobody')).toEqual({ booked: [], returned: [], judged: [] });
  });

  test('is asked for by a month that exists, or it is our mistake', () => {
    expect(() => storeOfTwoRuns().ledgerOf('p-bcdf', '2026-13')).toThrow(RangeError);
  });
});
