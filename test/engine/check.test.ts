import { describe, expect, it } from 'vitest';
import type { Severity } from '../../src/domain/finding.ts';
import type { RegisterRole } from '../../src/domain/register.ts';
import { bookedLine } from '../builders/booked-line.ts';
import { stretch } from '../builders/days.ts';
import { judged, ledgerOf, type RowFacts } from '../builders/delivery.ts';

const findingOf = (rule: string, rows: readonly RowFacts[], facts: Parameters<typeof judged>[1] = {}) =>
  judged(rows, facts).findings.find((finding) => finding.rule === rule);

describe('without a register', () => {
  const verdictsWith = (given: readonly RegisterRole[], row: RowFacts = {}) => judged([row], { given }).verdicts;

  it.each([
    ['a 1062 line', '1062', [], 'undecided'],
    ['a 1062 line', '1062', ['deliveryForms'], 'undecided'],
    ['a 1062 line', '1062', ['indications'], 'undecided'],
    ['a 1062 line', '1062', ['deliveryForms', 'indications'], 'approved'],
    ['an H138 line', 'H138', [], 'undecided'],
    ['an H138 line', 'H138', ['indications'], 'undecided'],
    ['an H138 line', 'H138', ['deliveryForms'], 'approved'],
  ] as const)('%s (%s) with %j is %s', (_, code, given, verdict) => {
    expect(verdictsWith(given, { code })).toEqual([verdict]);
  });

  it('a credit is undecided as its debit is: they go together', () => {
    const rows = [{ reference: 'D' }, { credit: true, corrects: 'D', minutes: 30 }];
    expect(judged(rows, { given: [] }).verdicts).toEqual(['undecided', 'undecided']);
  });

  it('of clients, which is optional, nothing is undecided, but the rule is named as not checked', () => {
    const { verdicts, notChecked } = judged([{}], { given: ['deliveryForms', 'indications'] });
    expect(verdicts).toEqual(['approved']);
    expect(notChecked).toEqual([{ rule: 'after-death', reason: 'no-clients', lines: 0 }]);
  });

  it('a line that another rule rejects is rejected', () => {
    expect(verdictsWith([], { law: 'wlz' })).toEqual(['rejected']);
  });

  it('nothing is found that only the register could tell', () => {
    expect(judged([{}], { given: [] }).rules).toEqual([]);
  });

  it('what one of two registers shows is found all the same', () => {
    const facts = { given: ['deliveryForms'] as const, registers: { C1: { MPT: ['2026-01-01/'] } } };
    expect(judged([{}], facts)).toMatchObject({ rules: ['zvw-under-wlz'], verdicts: ['rejected'] });
  });

  it('a client who is not in a register that was given has nothing in it', () => {
    expect(judged([{}], { registers: { C1: {} } }).rules).toEqual(['zvw-without-indication']);
  });

  it('every rule that needed it is named with the lines it leaves undecided', () => {
    const rows = [{}, { client: 'C2', code: 'H138' }];
    expect(judged(rows, { given: ['clients'] }).notChecked).toEqual([
      { rule: 'vpt-client', reason: 'no-delivery-forms', lines: 2 },
      { rule: 'wlz-dtv-or-vkb', reason: 'no-delivery-forms', lines: 1 },
      { rule: 'wlz-without-mpt', reason: 'no-delivery-forms', lines: 1 },
      { rule: 'zvw-under-wlz', reason: 'no-indications', lines: 1 },
      { rule: 'zvw-without-indication', reason: 'no-indications', lines: 1 },
    ]);
  });

  it('a rule that is off needs none', () => {
    const severities = Object.fromEntries(
      ['vpt-client', 'zvw-under-wlz', 'zvw-without-indication', 'after-death'].map((id) => [id, 'off'] as const),
    );
    expect(judged([{}], { given: [], severities }).verdicts).toEqual(['approved']);
  });
});

describe('without a policy', () => {
  it('lines are undecided, never approved by absence, and the month is named', () => {
    const { verdicts, notChecked, findings } = judged([{ days: '2014-12-31' }]);
    expect(verdicts).toEqual(['undecided']);
    expect(notChecked).toEqual([{ rule: 'monthly-cap-exceeded', reason: 'no-policy', lines: 1 }]);
    expect(findings).toEqual([]);
  });

  it('a line that reading rejected stays rejected', () => {
    expect(judged([{ days: '2014-12-31', faulty: true }]).verdicts).toEqual(['rejected']);
  });

  it('the first month that has one is judged', () => {
    expect(judged([{ code: '1017', days: '2015-01-01' }]).verdicts).toEqual(['approved']);
  });
});

describe('the severity of a finding', () => {
  const over = [{ minutes: 391 }];

  it('is that of its rule', () => {
    expect(findingOf('monthly-cap-exceeded', over)?.severity).toBe('error');
  });

  it('is that of the configuration, and a warning rejects nothing', () => {
    const facts = { severities: { 'monthly-cap-exceeded': 'warning' } } as const;
    expect(findingOf('monthly-cap-exceeded', over, facts)?.severity).toBe('warning');
    expect(judged(over, facts)).toMatchObject({ verdicts: ['approved'], allowed: [391] });
  });

  it('can be off: then there is no finding', () => {
    expect(judged(over, { severities: { 'monthly-cap-exceeded': 'off' } })).toMatchObject({
      rules: ['not-multiple-of-five'],
      verdicts: ['approved'],
    });
  });

  it('can be raised to an error: then the line is rejected and does not count', () => {
    const rows = [{ minutes: 388 }, { minutes: 60 }];
    const raised = judged(rows, { severities: { 'not-multiple-of-five': 'error' } });
    expect(raised.verdicts).toEqual(['rejected', 'approved']);
    expect(raised.tally.minutes.eligible).toBe(60);
  });

  it('that was lowered lets the line count towards the cap', () => {
    const rows = [{ minutes: 300, law: 'wlz' } as const, { minutes: 100, days: '2026-03-03' }];
    expect(judged(rows, { severities: { 'law-mismatch': 'warning' } }).verdicts).toEqual(['approved', 'rejected']);
    expect(judged(rows).verdicts).toEqual(['rejected', 'approved']);
  });

  it('of the configuration goes before one that depends on what is booked', () => {
    const unknown = [{ minutes: 300 }, { credit: true, corrects: 'R-elders' }];
    const ledger = ledgerOf([bookedLine()]);
    const severityOf = (severities: Record<string, Severity>) =>
      findingOf('credit-without-debit', unknown, { ledger, severities })?.severity;
    expect(severityOf({})).toBe('error');
    expect(severityOf({ 'credit-without-debit': 'info' })).toBe('info');
  });
});

describe('a finding', () => {
  it('names the client, the month and every line, in the order of the files', () => {
    const rows: RowFacts[] = [
      { law: 'wlz', days: '2026-03-20', input: 1, row: 5 },
      { law: 'wlz', days: '2026-03-02', input: 1, row: 9 },
      { law: 'wlz', days: '2026-03-03', input: 0, row: 7 },
    ];
    const { findings, delivery } = judged(rows);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.places.map(({ input, row }) => [input, row])).toEqual([
      [0, 7],
      [1, 5],
      [1, 9],
    ]);
    expect(findings[0]?.lines).toEqual([2, 0, 1]);
    expect(findings[0]?.client).toBe(delivery.identity.resolve(delivery.lines.client(0)));
  });

  it('says of each line what it says in the order of its places', () => {
    const rows = [
      { minutes: 12, row: 9 },
      { minutes: 11, row: 4, days: '2026-03-03' },
    ];
    expect(findingOf('not-multiple-of-five', rows)?.data).toEqual({
      lines: [
        { minutes: 11, rounded: 10 },
        { minutes: 12, rounded: 10 },
      ],
    });
  });

  it('is told from others of its rule by the codes concerned, whatever their order and number', () => {
    const identity = (codes: readonly string[]) =>
      findingOf(
        'law-mismatch',
        codes.map((code) => ({ code, law: 'other' }) as const),
      )?.identity;
    expect(identity(['H138', '1062'])).toBe(identity(['1062', 'H138', 'H138']));
    expect(identity(['H138'])).not.toBe(identity(['1062']));
  });
});

describe('the lower cap of an insurer', () => {
  const agreed = (period: string) => [{ uzovi: '9998', minutes: 240, period: stretch(period) }];
  const line = { insurer: '9998', minutes: 300 };

  it.each([
    ['2026-03-01/', true],
    ['2026-04-01/', false],
    ['2025-01-01/2026-03-31', true],
    ['2025-01-01/2026-02-28', false],
  ])('agreed for %s holds in March 2026: %s', (period, holds) => {
    const { verdicts, allowed } = judged([line], { payerCaps: agreed(period) });
    expect(verdicts).toEqual([holds ? 'rejected' : 'approved']);
    expect(allowed).toEqual([holds ? 240 : 300]);
  });

  it('is no matter of another insurer, nor of a line without one', () => {
    const rows = [
      { ...line, insurer: '9999' },
      { ...line, client: 'C2', insurer: '' },
    ];
    expect(judged(rows, { payerCaps: agreed('2026-01-01/') }).verdicts).toEqual(['approved', 'approved']);
  });

  it('lowers what would fit of a line that the legal cap rejects', () => {
    expect(judged([{ ...line, minutes: 400 }], { payerCaps: agreed('2026-01-01/') })).toMatchObject({
      rules: ['monthly-cap-exceeded'],
      allowed: [240],
    });
  });

  it('lowers nothing when its rule is off', () => {
    const severities = { 'payer-cap-exceeded': 'off' } as const;
    expect(judged([{ ...line, minutes: 400 }], { payerCaps: agreed('2026-01-01/'), severities }).allowed).toEqual([
      390,
    ]);
  });
});
