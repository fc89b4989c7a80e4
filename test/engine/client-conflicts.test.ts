import { describe, expect, it } from 'vitest';
import { clientConflicts } from '../../src/engine/client-conflicts.ts';
import { clientNames } from '../../src/engine/client-names.ts';
import { deliveryOf, judged, type RowFacts } from '../builders/delivery.ts';
import { PLAIN_NAMES } from '../builders/pseudonyms.ts';
import { syntheticBsn } from '../oracle/synthetic-bsn.ts';

const [BSN, OTHER] = [syntheticBsn(0), syntheticBsn(1)];

function conflictsOf(rows: readonly RowFacts[]) {
  const { identity, lines } = deliveryOf(rows);
  return clientConflicts(identity, lines, clientNames(identity, PLAIN_NAMES).safeNumber, 'error');
}

describe('clients whose keys contradict each other', () => {
  it('are found when one clientnummer has two BSNs, and touch all lines of that client', () => {
    const rows = [{ client: 'C1', bsn: BSN }, { client: 'C2' }, { client: 'C1', bsn: OTHER }, { bsn: OTHER }];
    expect(conflictsOf(rows)).toMatchObject([
      {
        rule: 'client-key-conflict',
        severity: 'error',
        month: null,
        places: [{ row: 2 }, { row: 4 }],
        data: { kinds: ['one-number-several-bsns'], numbers: ['C1'], bsns: 2, lines: 3 },
        lines: [0, 2, 3],
      },
    ]);
  });

  it('are found when one BSN has two clientnummers', () => {
    expect(
      conflictsOf([
        { client: 'C2', bsn: BSN },
        { client: 'C1', bsn: BSN },
      ]),
    ).toMatchObject([{ data: { kinds: ['one-bsn-several-numbers'], numbers: ['C1', 'C2'], bsns: 1 } }]);
  });

  it('are one finding when both are so', () => {
    const rows = [
      { client: 'C1', bsn: BSN },
      { client: 'C1', bsn: OTHER },
      { client: 'C2', bsn: OTHER },
    ];
    expect(conflictsOf(rows)).toMatchObject([
      { data: { kinds: ['one-bsn-several-numbers', 'one-number-several-bsns'], bsns: 2, lines: 3 } },
    ]);
  });

  it('are not found when every pair agrees', () => {
    expect(
      conflictsOf([
        { client: 'C1', bsn: BSN },
        { client: 'C1', bsn: BSN },
        { client: 'C2', bsn: OTHER },
      ]),
    ).toEqual([]);
  });

  it('are told without any BSN, also where it serves as clientnummer', () => {
    expect(
      JSON.stringify(
        conflictsOf([
          { client: BSN, bsn: BSN },
          { client: BSN, bsn: OTHER },
        ]),
      ),
    ).not.toMatch(new RegExp(`${BSN}|${OTHER}`));
  });

  it('are told without a clientnummer that could be a BSN, though it is nowhere given as one', () => {
    const number = syntheticBsn(2);
    const rows = [BSN, OTHER].flatMap((bsn) => [
      { client: number, bsn },
      { client: `C${number}`, bsn },
    ]);
    expect(JSON.stringify(conflictsOf(rows))).not.toContain(number);
  });

  it('have no line approved, and their months are reported', () => {
    const rows = [
      { client: 'C1', bsn: BSN },
      { client: 'C1', bsn: OTHER, days: '2026-04-02' },
    ];
    const { verdicts, clientMonths, tally } = judged(rows, { intake: conflictsOf(rows) });
    expect(verdicts).toEqual(['rejected', 'rejected']);
    expect(clientMonths.map(({ month }) => month)).toEqual(['2026-03', '2026-04']);
    expect(tally.minutes.eligible).toBe(0);
  });
});
