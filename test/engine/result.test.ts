import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/domain/finding.ts';
import type { RunFinding } from '../../src/domain/run.ts';
import { countFindings, runFindings, runPolicy, sortClientMonths } from '../../src/engine/result.ts';
import { day } from '../builders/days.ts';
import { intakeFinding, judged, type RowFacts } from '../builders/delivery.ts';
import { policyIn } from '../builders/policies.ts';
import { PLAIN_NAMES } from '../builders/pseudonyms.ts';
import { syntheticBsn, syntheticBsnWithZero } from '../oracle/synthetic-bsn.ts';

/** The findings of a delivery as a run keeps them. */
function written(rows: readonly RowFacts[], intake: readonly Finding[] = []): RunFinding[] {
  const { findings, delivery, names } = judged(rows, { intake });
  const codes = new Map([['monthly-cap-exceeded', '0584']]);
  return runFindings([...intake, ...findings], delivery.inputs, delivery.identity, names, PLAIN_NAMES, codes);
}

const prints = (findings: readonly RunFinding[], rule: string) =>
  findings.filter((finding) => finding.rule === rule).map(({ fingerprint }) => fingerprint);

describe('the findings of a run', () => {
  it('come by severity, rule, client, month and first place', () => {
    const rows: RowFacts[] = [
      { client: 'C2', minutes: 12 },
      { client: 'C1', minutes: 12, days: '2026-04-02' },
      { client: 'C1', minutes: 12, days: '2026-03-02' },
      { client: 'C2', law: 'wlz' },
      { client: 'C2', minutes: 391, days: '2026-03-09' },
      { client: 'C9', days: '2026-04-02' },
      { client: 'C9', days: '2026-04-03' },
    ];
    const order = written(rows).map(({ severity, rule, client, month }) => [severity, rule, client, month].join(' '));
    expect(order).toEqual([
      'error law-mismatch C2 2026-03',
      'error monthly-cap-exceeded C2 2026-03',
      'warning not-multiple-of-five C1 2026-03',
      'warning not-multiple-of-five C1 2026-04',
      'warning not-multiple-of-five C2 2026-03',
    ]);
  });

  it('of reading come by file, row and column', () => {
    const at = (input: number, row: number, column: string) =>
      intakeFinding([], { places: [{ input, row, column, cell: null, reference: null }] });
    const shuffled = [at(1, 2, 'AGB'), at(0, 9, 'Datum'), at(0, 9, 'AGB'), at(0, 3, 'AGB')];
    expect(written([{}], shuffled).map(({ places: [place] }) => [place?.input, place?.row, place?.column])).toEqual([
      ['declaraties.csv', 3, 'AGB'],
      ['declaraties.csv', 9, 'AGB'],
      ['declaraties.csv', 9, 'Datum'],
      ['nagekomen.csv', 2, 'AGB'],
    ]);
  });

  it('bear the return code a payer would probably send', () => {
    expect(written([{ minutes: 392 }]).map(({ rule, expectedReturnCode }) => [rule, expectedReturnCode])).toEqual([
      ['monthly-cap-exceeded', '0584'],
      ['not-multiple-of-five', null],
    ]);
  });

  it('begin as new and not waived', () => {
    expect(written([{ minutes: 400 }])[0]).toMatchObject({ status: 'new', waiver: null });
  });
});

describe('the fingerprint of a finding on a client-month', () => {
  const over = [{ minutes: 300 }, { minutes: 100, days: '2026-03-09' }];
  const [print] = prints(written(over), 'monthly-cap-exceeded');

  it('is made of the rule, the client, the month and the codes', () => {
    const of = (rows: readonly RowFacts[]) => prints(written(rows), 'monthly-cap-exceeded')[0];
    const change = (facts: RowFacts) => of(over.map((row) => ({ ...row, ...facts })));
    expect(print).toBeDefined();
    expect(change({ client: 'C2' })).not.toBe(print);
    expect(of([{ minutes: 400, days: '2026-04-02' }])).not.toBe(print);
    expect(of([{ minutes: 400, code: 'H138' }])).not.toBe(print);
  });

  it('stays when rows move to other lines, other files or another order', () => {
    const moved = over.map((row, index) => ({ ...row, input: 1, row: 900 - index }));
    expect(prints(written(moved.toReversed()), 'monthly-cap-exceeded')).toEqual([print]);
  });

  it('stays when the minutes change and when rows of others come or go', () => {
    const others: RowFacts[] = [{ client: 'C0', minutes: 500 }, { client: 'C9', law: 'wlz' }, ...over];
    expect(prints(written(others), 'monthly-cap-exceeded')).toContain(print);
    expect(prints(written([{ minutes: 395 }]), 'monthly-cap-exceeded')).toEqual([print]);
  });

  it('is another for another rule', () => {
    const all = written([{ minutes: 392 }]).map(({ fingerprint }) => fingerprint);
    expect(new Set(all).size).toBe(2);
  });

  it('is the same whichever of its keys a client is named by', () => {
    const bsn = syntheticBsn(0);
    const joined = [
      { client: 'C1', bsn, minutes: 300 },
      { bsn, minutes: 100 },
    ];
    expect(prints(written(joined), 'monthly-cap-exceeded')).toEqual([print]);
  });
});

describe('the fingerprint of a finding on a row', () => {
  const fault = (row: number, identity: string) =>
    intakeFinding([], { identity, places: [{ input: 0, row, column: 'AGB', cell: null, reference: null }] });

  it('is that of its content, wherever the row stands', () => {
    expect(prints(written([{}], [fault(5, 'a')]), 'invalid-agb')).toEqual(
      prints(written([{}], [fault(77, 'a')]), 'invalid-agb'),
    );
    expect(prints(written([{}], [fault(5, 'a')]), 'invalid-agb')).not.toEqual(
      prints(written([{}], [fault(5, 'b')]), 'invalid-agb'),
    );
  });

  it('is told apart by its turn when two rows are the same to the letter', () => {
    const twins = prints(written([{}], [fault(5, 'a'), fault(6, 'a')]), 'invalid-agb');
    expect(new Set(twins).size).toBe(2);
    expect(twins[0]).toBe(prints(written([{}], [fault(9, 'a')]), 'invalid-agb')[0]);
  });
});

describe('no BSN', () => {
  const bsn = syntheticBsn(0);
  const grouped = `${bsn.slice(0, 4)}.${bsn.slice(4, 6)}.${bsn.slice(6)}`;
  const withZero = syntheticBsnWithZero(0);

  it.each([
    ['where there is only a BSN', { bsn }],
    ['where the clientnummer is the BSN', { client: bsn, bsn }],
    ['where the clientnummer is a BSN and no BSN is given', { client: bsn }],
    ['where the clientnummer is a BSN in groups', { client: grouped }],
    ['where the clientnummer holds the BSN', { client: `K${bsn}`, bsn }],
    ['where the clientnummer is the BSN without its zero', { client: withZero.slice(1), bsn: withZero }],
  ])('names the client %s', (_, keys: RowFacts) => {
    const [finding] = written([{ ...keys, minutes: 400 }]);
    expect(finding?.client).toMatch(/^p-/);
    expect(JSON.stringify(finding)).not.toMatch(new RegExp([bsn, grouped, withZero, withZero.slice(1)].join('|')));
  });

  it.each([
    ['as it is', `R-${bsn}-1`],
    ['in groups', `R-${grouped}`],
  ])('stands in a reference %s', (_, reference) => {
    const [finding] = written([{ client: 'C1', bsn, reference, minutes: 400 }]);
    expect(finding?.places[0]?.reference).toMatch(/^R-•{9}/);
  });

  it('is seen in a number that is nobody’s', () => {
    const [finding] = written([{ client: '10000001', reference: 'R-2026000001', minutes: 400 }]);
    expect([finding?.client, finding?.places[0]?.reference]).toEqual(['10000001', 'R-2026000001']);
  });
});

describe('what a run tells of itself', () => {
  it('counts findings by severity, and by rule in alphabetical order', () => {
    const counts = countFindings(written([{ minutes: 392 }, { client: 'C2', minutes: 12 }]));
    expect(counts).toEqual({
      error: 1,
      warning: 2,
      info: 0,
      byRule: { 'monthly-cap-exceeded': 1, 'not-multiple-of-five': 2 },
    });
    expect(Object.keys(counts.byRule)).toEqual(['monthly-cap-exceeded', 'not-multiple-of-five']);
  });

  it('puts client-months in order of client and month, not of appearance', () => {
    const rows = [
      { client: 'C2', minutes: 400 },
      { client: 'C1', minutes: 400, days: '2026-04-02' },
      { client: 'C1', minutes: 400 },
    ];
    expect(sortClientMonths(judged(rows).clientMonths).map(({ client, month }) => `${client} ${month}`)).toEqual([
      'C1 2026-03',
      'C1 2026-04',
      'C2 2026-03',
    ]);
  });

  it.each([
    ['2026-03', '2020-01-01', null],
    ['2019-12', '2015-01-01', '2019-12-31'],
  ])('shows the policy of %s from %s to %s', (text, validFrom, validTo) => {
    expect(runPolicy(policyIn(text))).toMatchObject({ validFrom, validTo });
    expect(day(validFrom)).toBeLessThan(day(`${text}-01`));
  });
});
