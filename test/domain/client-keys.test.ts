import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ClientIdentity } from '../../src/domain/client-identity.ts';
import { syntheticBsn } from '../oracle/synthetic-bsn.ts';

const ROW = fc.record({
  number: fc.constantFrom('', 'C1', 'C2', 'C3', 'C4'),
  bsn: fc.constantFrom('', ...[0, 1, 2].map(syntheticBsn)),
});

test('the keys of one client are those that the list of all clients names for it, however rows join them', () => {
  fc.assert(
    fc.property(fc.array(ROW, { maxLength: 12 }), fc.nat(12), (rows, asked) => {
      const identity = new ClientIdentity();
      for (const [row, { number, bsn }] of rows.entries()) {
        if (number === '' && bsn === '') continue;
        const client = identity.client(number, bsn, 0, 0, row);
        // Asked in between as well: what comes later may join clients that were apart.
        if (row === asked) identity.keys(client);
      }
      for (const [client, keys] of identity.keysOf()) expect(identity.keys(client)).toEqual(keys);
    }),
  );
});

test('a key in bytes is the key in text', () => {
  const identity = new ClientIdentity();
  const text = Uint8Array.from(Buffer.from(`C1;${syntheticBsn(0)};;;`));
  const bytes = new DataView(text.buffer);
  const client = identity.client('C1', syntheticBsn(0), 0, 0, 1);
  const [number, bsn] = [identity.numberIn(bytes, 0, 2), identity.bsnIn(bytes, 3, 12)];
  expect(identity.clientOfKeys(number, bsn, 0, 0, 2)).toBe(client);
  expect([identity.numberIn(bytes, 2, 2), identity.bsnIn(bytes, 12, 12)]).toEqual([0, 0]);
  expect(identity.hasBsn(syntheticBsn(0))).toBe(true);
  expect(identity.hasBsn('C1')).toBe(false);
});
