import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClientIdentity } from '../../src/domain/client-identity.ts';
import { syntheticBsn } from '../oracle/synthetic-bsn.ts';

const [BSN, OTHER_BSN] = [syntheticBsn(0), syntheticBsn(1)];
const [PROVIDER, OTHER_PROVIDER] = [1, 2];

/** Rows as `[clientnummer, bsn, provider]`. */
function identityOf(rows: readonly (readonly [string, string, number?])[]) {
  const identity = new ClientIdentity();
  const ids = rows.map(([number, bsn, provider = 0], row) => identity.client(number, bsn, provider, 0, row + 2));
  return { identity, clients: ids.map((id) => identity.resolve(id)) };
}

describe('who a client is', () => {
  it('is known by the clientnummer', () => {
    const { clients } = identityOf([
      ['C1', ''],
      ['C1', ''],
      ['C2', ''],
    ]);
    expect(clients[0]).toBe(clients[1]);
    expect(clients[0]).not.toBe(clients[2]);
  });

  it('is known by the BSN', () => {
    const { clients } = identityOf([
      ['', BSN],
      ['', BSN],
      ['', OTHER_BSN],
    ]);
    expect(clients[0]).toBe(clients[1]);
    expect(clients[0]).not.toBe(clients[2]);
  });

  it('is joined by a row that has both keys, also when that row comes last', () => {
    const { clients } = identityOf([
      ['C1', ''],
      ['', BSN],
      ['C1', BSN],
    ]);
    expect(new Set(clients).size).toBe(1);
  });

  it('does not take a clientnummer of nine digits for the BSN of the same digits', () => {
    const { clients } = identityOf([
      [BSN, ''],
      ['', BSN],
    ]);
    expect(clients[0]).not.toBe(clients[1]);
  });

  it('does not depend on the order of the rows', () => {
    const row = fc.tuple(
      fc.constantFrom('', 'C1', 'C2', 'C3', 'C4'),
      fc.constantFrom('', ...[0, 1, 2, 3].map(syntheticBsn)),
    );
    const rows = fc.array(
      row.filter(([number, bsn]) => number + bsn !== ''),
      { maxLength: 12 },
    );
    const groups = (some: readonly (readonly [string, string])[]) =>
      [...identityOf(some).identity.keysOf().values()].map((keys) => JSON.stringify(keys)).sort();
    fc.assert(
      fc.property(
        rows.chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }))),
        ([some, shuffled]) => {
          expect(groups(shuffled)).toEqual(groups(some));
        },
      ),
    );
  });
});

describe('keys that contradict each other', () => {
  const kindsOf = (rows: readonly (readonly [string, string, number?])[]) =>
    identityOf(rows)
      .identity.conflicts()
      .map(({ kind }) => kind);

  it('are one clientnummer with two BSNs', () => {
    expect(
      kindsOf([
        ['C1', BSN],
        ['C1', OTHER_BSN],
      ]),
    ).toEqual(['one-number-several-bsns']);
  });

  it('are one BSN with two clientnummers at one provider', () => {
    expect(
      kindsOf([
        ['C1', BSN, PROVIDER],
        ['C2', BSN, PROVIDER],
      ]),
    ).toEqual(['one-bsn-several-numbers']);
  });

  it('are not one BSN with a clientnummer at each of two providers', () => {
    expect(
      kindsOf([
        ['C1', BSN, PROVIDER],
        ['C2', BSN, OTHER_PROVIDER],
      ]),
    ).toEqual([]);
  });

  it('are one BSN with two clientnummers when no provider is known that could explain it', () => {
    expect(
      kindsOf([
        ['C1', BSN],
        ['C2', BSN, PROVIDER],
      ]),
    ).toEqual(['one-bsn-several-numbers']);
  });

  it('are not the same pair twice', () => {
    expect(
      kindsOf([
        ['C1', BSN],
        ['C1', BSN],
      ]),
    ).toEqual([]);
  });

  it('learn the provider of a pair from a later claim line', () => {
    expect(
      kindsOf([
        ['C1', BSN],
        ['C1', BSN, PROVIDER],
        ['C2', BSN, OTHER_PROVIDER],
      ]),
    ).toEqual([]);
  });
});
