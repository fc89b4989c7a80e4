import { describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { AT, bookedFor, claimsFile, memoryStore, remember, rememberBooked, shortly } from './booking-store.ts';
import { sampleInput } from './sample-run.ts';
import { storePath } from './store-folder.ts';

describe('the ledger', () => {
  test('gives a booked line as it was booked, with its run and its sign', () => {
    const store = memoryStore();
    rememberBooked(store, 'a', [
      {
        client: 'p-x',
        month: '2026-01',
        code: 'H138',
        first: '2026-01-05',
        last: '2026-01-06',
        minutes: 45,
        credit: true,
        reference: 'R-7',
        corrects: 'R-1',
        insurer: '0101',
      },
    ]);
    expect(store.ledger().ofMonth('p-x', '2026-01')).toEqual([
      {
        run: 'a',
        client: 'p-x',
        month: '2026-01',
        code: 'H138',
        first: '2026-01-05',
        last: '2026-01-06',
        minutes: 45,
        credit: true,
        reference: 'R-7',
        corrects: 'R-1',
        insurer: '0101',
      },
    ]);
  });

  test('keeps clients and months apart, and knows which months have anything booked', () => {
    const store = memoryStore();
    rememberBooked(store, 'a', [{ reference: 'R-1' }, { client: 'p-x', month: '2026-02', reference: 'R-2' }]);
    const ledger = store.ledger();
    expect(ledger.ofMonth('p-x', '2026-03')).toEqual([]);
    expect(ledger.ofMonth('p-nobody', '2026-02')).toEqual([]);
    expect(ledger.ofMonth('p-x', '2026-02').map(shortly)).toEqual(['a R-2']);
    const has = ['2026-01', '2026-02', '2026-03', 'no month'].map((month) => ledger.hasMonth(month, []));
    expect(has).toEqual([false, true, true, false]);
  });

  test('says whether a month was booked by any other run than these', () => {
    const store = memoryStore();
    for (const run of ['a', 'b']) rememberBooked(store, run, [{ reference: `R-${run}` }]);
    const ledger = store.ledger();
    expect(ledger.hasMonth('2026-03', ['a'])).toBe(true);
    expect(ledger.hasMonth('2026-03', ['b', 'a', 'c'])).toBe(false);
  });

  test('finds a line by its reference and the credits that name it, over clients, months and runs', () => {
    const store = memoryStore();
    rememberBooked(store, 'a', [{ reference: 'R-1', month: '2024-12' }]);
    rememberBooked(store, 'b', [
      { reference: 'C-1', corrects: 'R-1', credit: true, client: 'p-x' },
      { reference: 'R-2', corrects: 'R-1' },
    ]);
    const ledger = store.ledger();
    expect(ledger.bearing('R-1').map(shortly)).toEqual(['a R-1']);
    expect(ledger.naming('R-1').map(shortly)).toEqual(['b C-1']);
    expect(ledger.bearing('R-')).toEqual([]);
    expect(ledger.naming('C-1')).toEqual([]);
  });

  test('knows the booked runs by their claims files, and by no other file', () => {
    const store = memoryStore();
    const register = { ...sampleInput('indicaties.csv'), role: 'indications' as const, sha256: 'register' };
    const [march, april] = [claimsFile('march'), claimsFile('april')];
    remember(store, 'a', [], { inputs: [march, april, register] });
    remember(store, 'b', [], { inputs: [april] });
    remember(store, 'c', [], { inputs: [march] });
    for (const run of ['a', 'b']) store.book(run, { bookedAt: AT });
    const ledger = store.ledger();
    expect(ledger.runsWithFile([march.sha256, april.sha256])).toEqual(['a', 'b']);
    // Only a part of run a comes again: its other file still counts, so its booking does.
    expect(ledger.runsWithFile([march.sha256])).toEqual([]);
    expect(ledger.runsWithFile([april.sha256])).toEqual(['b']);
    expect(ledger.runsWithFile(['register', 'unknown'])).toEqual([]);
    expect(ledger.runsWithFile([])).toEqual([]);
  });

  test('knows the booked runs by the invoice numbers of their messages, and for whom these were paid', () => {
    const store = memoryStore();
    const invoice = (number: string, payee = '41999999') => ({ ...claimsFile(number), invoice: { number, payee } });
    remember(store, 'a', [], { inputs: [claimsFile('x'), invoice('F-1'), invoice('F-2')] });
    remember(store, 'b', [], { inputs: [invoice('F-1')] });
    remember(store, 'c', [], { inputs: [invoice('F-1', '41999998')] });
    remember(store, 'd', [], { inputs: [invoice('F-1')] });
    for (const run of ['a', 'b', 'c', 'd']) store.book(run, { bookedAt: AT });
    store.unbook('d', { at: AT });
    const ledger = store.ledger();
    expect(ledger.runsWithInvoice('F-1', '41999999')).toEqual(['a', 'b']);
    expect(ledger.runsWithInvoice('F-1', '41999998')).toEqual(['c']);
    expect(ledger.runsWithInvoice('F-3', '41999999')).toEqual([]);
  });

  test('of a store in which nothing was booked is empty', () => {
    const ledger = memoryStore().ledger();
    expect(ledger).toMatchObject({ state: 0 });
    expect([...ledger.ofMonth('p', '2026-03'), ...ledger.bearing('R-1'), ...ledger.naming('R-1')]).toEqual([]);
  });
});

describe('a ledger stays as it was when it was asked for', () => {
  test('whatever is booked, replaced and taken back after it, also by another process', () => {
    const path = storePath();
    const store = openStore(path, { keyCheck: 'check' });
    const other = openStore(path, { keyCheck: 'check' });
    rememberBooked(store, 'a', [{ reference: 'R-1' }]);
    rememberBooked(store, 'b', [{ reference: 'R-2', month: '2026-02' }]);
    const ledger = store.ledger();
    const seen = () => ({
      state: ledger.state,
      march: ledger.ofMonth('p-bcdf', '2026-03').map(shortly),
      february: ledger.ofMonth('p-bcdf', '2026-02').map(shortly),
      january: ledger.hasMonth('2026-01', []),
      bearing: ledger.bearing('R-1').map(shortly),
    });
    const before = seen();
    expect(before).toMatchObject({ state: 2, march: ['a R-1'], february: ['b R-2'], january: false });
    remember(other, 'c', [{ reference: 'R-1' }, { reference: 'R-3', month: '2026-01' }]);
    expect(other.book('c', { bookedAt: AT, replaces: 'a' }).outcome).toBe('booked');
    other.unbook('b', { at: AT });
    expect(seen()).toEqual(before);
    expect(bookedFor(store)).toEqual(['c R-1']);
    // Its own store was written in between, too.
    rememberBooked(store, 'd', [{ reference: 'R-4' }]);
    expect(seen()).toEqual(before);
    expect(store.ledger().ofMonth('p-bcdf', '2026-03').map(shortly)).toEqual(['c R-1', 'd R-4']);
    other.close();
    store.close();
  });

  test('and lets other processes write while it is being asked', () => {
    const path = storePath();
    const store = openStore(path, { keyCheck: 'check' });
    const other = openStore(path, { keyCheck: 'check', busyTimeoutMs: 20 });
    rememberBooked(store, 'a', [{}]);
    expect(store.ledger().ofMonth('p-bcdf', '2026-03')).toHaveLength(1);
    expect(rememberBooked(other, 'b', [{ reference: 'R-2' }]).outcome).toBe('booked');
    other.close();
    store.close();
  });
});
