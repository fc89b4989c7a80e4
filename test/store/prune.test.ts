import { existsSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/store/store.ts';
import { AT, bookedFor, claimsFile, memoryStore, shortly } from './booking-store.ts';
import { sampleFinding, sampleLine, sampleRun } from './sample-run.ts';
import { storePath } from './store-folder.ts';

/** Saves a run of a day whose texts all carry its id, with one line per client. */
function save(store: Store, id: string, day: string, clients: readonly string[]): void {
  const run = { id, startedAt: `${day}T08:00:00Z` };
  const findings = [{ ...sampleFinding(`${id}-fingerprint`), client: `${id}-client` }];
  store.saveRun({
    result: sampleRun(run, { findings, inputs: [claimsFile(`${id}-file`)] }),
    lines: clients.map((client) => sampleLine({ client, reference: `${id}-${client}` })),
  });
}

/** All bytes of a store, its journal included. */
function bytesOf(path: string): string {
  return [path, `${path}-wal`, `${path}-shm`]
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'latin1'))
    .join('');
}

describe('pruning', () => {
  test('removes the runs that started before the day, and says how much that was', () => {
    const store = memoryStore();
    save(store, 'old', '2026-03-31', ['p-a', 'p-b']);
    save(store, 'new', '2026-04-01', ['p-a']);
    expect(store.prune('2026-04-01')).toEqual({ runs: 1, lines: 2, findings: 1, unfinished: null });
    expect(store.listRuns().map(({ run }) => run.id)).toEqual(['new']);
    expect([...store.linesOf('new')]).toHaveLength(1);
    expect(store.prune('2026-04-01')).toEqual({ runs: 0, lines: 0, findings: 0, unfinished: null });
  });

  test('leaves no byte of them in the file or its journal, while the store is open and after', () => {
    const path = storePath();
    const store = openStore(path, { keyCheck: 'check' });
    const many = Array.from({ length: 300 }, (_, index) => `p-gone-${index}`);
    save(store, 'gone', '2026-03-01', many);
    save(store, 'kept', '2026-04-01', ['p-kept']);
    for (const trace of ['p-gone-', 'gone-fingerprint', 'gone-client', 'gone-file', 'gone-p'])
      expect(bytesOf(path)).toContain(trace);
    expect(store.prune('2026-04-01')).toMatchObject({ runs: 1, lines: 300, unfinished: null });
    expect(bytesOf(path)).not.toContain('gone');
    expect(bytesOf(path)).toContain('kept-fingerprint');
    store.close();
    expect(bytesOf(path)).not.toContain('gone');
  });

  test('leaves nothing in room that an earlier version of the program freed', () => {
    const path = storePath();
    const store = openStore(path, { keyCheck: 'check' });
    save(store, 'gone', '2026-03-01', ['p-gone']);
    const other = new Database(path);
    other.pragma('foreign_keys = ON');
    other.pragma('secure_delete = OFF');
    other.exec('DELETE FROM runs');
    other.close();
    expect(bytesOf(path)).toContain('gone');
    store.prune('2026-04-01');
    expect(bytesOf(path)).not.toContain('gone');
    store.close();
  });

  test('makes the file smaller', () => {
    const path = storePath();
    const store = openStore(path, { keyCheck: 'check' });
    save(
      store,
      'gone',
      '2026-03-01',
      Array.from({ length: 20_000 }, (_, index) => `p-${index}`),
    );
    store.prune('2000-01-01');
    const before = readFileSync(path).length;
    store.prune('2026-04-01');
    expect(readFileSync(path).length).toBeLessThan(before / 2);
    store.close();
  });

  test('says so when another process was still looking, and is finished by pruning again', () => {
    const path = storePath();
    const store = openStore(path, { keyCheck: 'check', busyTimeoutMs: 20 });
    save(store, 'gone', '2026-03-01', ['p-gone']);
    const reader = new Database(path, { readonly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT * FROM runs').all();
    expect(store.prune('2026-04-01')).toEqual({ runs: 1, lines: 1, findings: 1, unfinished: 'busy' });
    expect(store.listRuns()).toEqual([]);
    reader.close();
    expect(store.prune('2026-04-01')).toMatchObject({ runs: 0, unfinished: null });
    expect(bytesOf(path)).not.toContain('gone');
    store.close();
  });

  test('is asked for by a day that exists, or it is our mistake and nothing is removed', () => {
    const store = memoryStore();
    save(store, 'a', '2026-03-01', []);
    for (const day of ['2026-02-30', '01-04-2026', '2026', '']) expect(() => store.prune(day)).toThrow(RangeError);
    expect(store.listRuns()).toHaveLength(1);
  });
});

describe('what a removed run had booked', () => {
  test('keeps counting, is found by reference and by file, and is known as the booking of that run', () => {
    const store = memoryStore();
    save(store, 'a', '2026-03-01', ['p-a', 'p-b']);
    store.book('a', { bookedAt: AT });
    store.prune('2026-04-01');
    const ledger = store.ledger();
    expect(ledger.ofMonth('p-a', '2026-03').map(shortly)).toEqual(['a a-p-a']);
    expect(ledger.bearing('a-p-b').map(shortly)).toEqual(['a a-p-b']);
    expect(ledger.runsWithFile([claimsFile('a-file').sha256])).toEqual(['a']);
    expect(store.bookingOf('a')).toMatchObject({ bookedAt: AT, endedAt: null, lines: 2, minutes: 400 });
    expect(store.ledgerOf('p-a')).toMatchObject({ booked: [{ run: 'a' }], judged: [] });
  });

  test('keeps no findings and no client numbers', () => {
    const path = storePath();
    const store = openStore(path, { keyCheck: 'check' });
    save(store, 'booked', '2026-03-01', ['p-a']);
    store.book('booked', { bookedAt: AT });
    store.prune('2026-04-01');
    expect(bytesOf(path)).toContain('booked-p-a');
    for (const trace of ['booked-client', 'booked-fingerprint', 'booked-file.csv'])
      expect(bytesOf(path)).not.toContain(trace);
    store.close();
  });

  test('is booked for good: booking it again is no use, taking it back and replacing it are possible', () => {
    const store = memoryStore();
    save(store, 'a', '2026-03-01', ['p-a']);
    save(store, 'b', '2026-03-01', ['p-b']);
    for (const run of ['a', 'b']) store.book(run, { bookedAt: AT });
    store.prune('2026-04-01');
    save(store, 'c', '2026-04-01', ['p-b']);
    expect(store.book('a', { bookedAt: AT }).outcome).toBe('already');
    expect(store.unbook('a', { at: AT }).outcome).toBe('unbooked');
    expect(store.book('a', { bookedAt: AT })).toEqual({ outcome: 'pruned' });
    expect(store.book('c', { bookedAt: AT, replaces: 'b' }).outcome).toBe('booked');
    expect(bookedFor(store, 'p-b')).toEqual(['c c-p-b']);
    expect(store.bookingOf('b')).toMatchObject({ replacedBy: 'c' });
  });

  test('goes with the run when it counts no longer, also when that came later', () => {
    const path = storePath();
    const store = openStore(path, { keyCheck: 'check' });
    for (const [run, client] of [
      ['before', 'p-before'],
      ['after', 'p-after'],
      ['counts', 'p-counts'],
    ] as const) {
      save(store, run, '2026-03-01', [client]);
      store.book(run, { bookedAt: AT });
    }
    store.unbook('before', { at: AT });
    store.prune('2026-04-01');
    expect(bytesOf(path)).not.toContain('p-before');
    expect(bytesOf(path)).toContain('p-after');
    store.unbook('after', { at: AT });
    expect(store.prune('2026-04-01')).toMatchObject({ runs: 0 });
    expect(bytesOf(path)).not.toContain('p-after');
    expect(bookedFor(store, 'p-counts')).toEqual(['counts counts-p-counts']);
    expect(store.bookingOf('before')).toMatchObject({ endedAt: AT, lines: 1, months: ['2026-03'] });
    store.close();
  });

  test('stays when it was taken back while its run is remembered, and comes back with it', () => {
    const store = memoryStore();
    save(store, 'a', '2026-04-01', ['p-a']);
    store.book('a', { bookedAt: AT });
    store.unbook('a', { at: AT });
    store.prune('2026-04-01');
    expect(store.book('a', { bookedAt: AT }).outcome).toBe('booked');
    expect(bookedFor(store, 'p-a')).toEqual(['a a-p-a']);
  });

  test('and was taken back and forgotten since a run was judged, stands in its way in every month it had', () => {
    const store = memoryStore();
    save(store, 'a', '2026-03-01', ['p-a']);
    store.book('a', { bookedAt: AT });
    save(store, 'b', '2026-04-01', ['p-b', 'p-c']);
    store.unbook('a', { at: AT });
    store.prune('2026-04-01');
    expect(store.book('b', { bookedAt: AT })).toEqual({
      outcome: 'stale',
      runs: [{ run: 'a', clientMonths: 2, lines: 0 }],
    });
  });
});
