import { describe, expect, test } from 'vitest';
import type { Waiver } from '../../src/domain/waiver.ts';
import { openStore } from '../../src/store/store.ts';
import { memoryStore } from './booking-store.ts';
import { storePath } from './store-folder.ts';

function waiver(fields: Partial<Waiver> = {}): Waiver {
  return {
    fingerprint: 'bcdfghjk',
    reason: "afgesproken met de verzekeraar, brief 12; 'zie dossier'",
    owner: 'J. de Vries',
    from: '2026-04-01',
    until: '2026-12-31',
    ...fields,
  };
}

describe('the register of accepted findings', () => {
  test('gives a waiver as it was written down, also when the store is opened again', () => {
    const path = storePath();
    const store = openStore(path, { keyCheck: 'check' });
    expect(store.addWaiver(waiver())).toBeNull();
    store.close();
    const again = openStore(path, { keyCheck: 'check' });
    expect(again.listWaivers()).toEqual([waiver()]);
    again.close();
  });

  test('begins with the waiver that ends first', () => {
    const store = memoryStore();
    for (const [fingerprint, until] of [
      ['b', '2026-12-31'],
      ['c', '2026-06-30'],
      ['a', '2026-12-31'],
    ] as const)
      store.addWaiver(waiver({ fingerprint, until }));
    expect(store.listWaivers().map(({ fingerprint }) => fingerprint)).toEqual(['c', 'a', 'b']);
  });

  test('has one waiver per finding: a new one takes the place of the old, which is given back', () => {
    const store = memoryStore();
    store.addWaiver(waiver());
    const longer = waiver({ until: '2027-03-31', owner: 'A. Bakker' });
    expect(store.addWaiver(longer)).toEqual(waiver());
    expect(store.listWaivers()).toEqual([longer]);
  });

  test('forgets a waiver that is taken out, and says when there was none', () => {
    const store = memoryStore();
    store.addWaiver(waiver());
    expect(store.removeWaiver('nothing')).toBe(false);
    expect(store.removeWaiver('bcdfghjk')).toBe(true);
    expect(store.removeWaiver('bcdfghjk')).toBe(false);
    expect(store.listWaivers()).toEqual([]);
  });
});
