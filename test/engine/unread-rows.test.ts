import { describe, expect, it } from 'vitest';
import { judged } from '../builders/delivery.ts';
import type { RegisterFacts } from '../builders/register.ts';

const ALL = '0001-01-01/9999-12-31';
const ZVW: RegisterFacts = { wijkverpleging: ['2015-01-01/'] };

const judgedWith = (facts: RegisterFacts, code = '1062', text = '2026-03-02') =>
  judged([{ code, days: text }], { registers: { C1: facts } });

describe('a register row of a client that could not be read', () => {
  it.each([
    ['leveringsvormen', '1062', { ...ZVW, unread: { deliveryForms: [ALL] } }],
    ['indications', '1062', { ...ZVW, unread: { indications: [ALL] } }],
    ['deceased clients', '1062', { ...ZVW, unread: { clients: [ALL] } }],
    ['leveringsvormen, for a line of the Wlz', 'H138', { MPT: ['2015-01-01/'], unread: { deliveryForms: [ALL] } }],
  ])('leaves the lines undecided that need the register of %s', (_, code, facts) => {
    expect(judgedWith(facts, code)).toMatchObject({ verdicts: ['undecided'], findings: [] });
  });

  it('leaves a line of the Wlz alone when it speaks of indications', () => {
    expect(judgedWith({ MPT: ['2015-01-01/'], unread: { indications: [ALL] } }, 'H138').verdicts).toEqual(['approved']);
  });

  it('is named with every rule that needed it, and the lines it leaves undecided', () => {
    const rows = [{}, { days: '2026-03-04', credit: true }, { client: 'C2' }];
    const { notChecked, verdicts } = judged(rows, { registers: { C1: { ...ZVW, unread: { deliveryForms: [ALL] } } } });
    expect(notChecked).toEqual([
      { rule: 'vpt-client', reason: 'unreadable-register-row', lines: 2 },
      { rule: 'zvw-under-wlz', reason: 'unreadable-register-row', lines: 2 },
    ]);
    expect(verdicts).toEqual(['undecided', 'undecided', 'approved']);
  });

  it.each([
    ['the day before', '2026-03-09', 'approved'],
    ['its first day', '2026-03-10', 'undecided'],
    ['its last day', '2026-03-20', 'undecided'],
    ['the day after', '2026-03-21', 'approved'],
    ['days around it', '2026-03-09/2026-03-21', 'undecided'],
  ])('of which the days are known: a line on %s', (_, days, verdict) => {
    const facts = { ...ZVW, unread: { deliveryForms: ['2026-03-10/2026-03-20'] } };
    expect(judgedWith(facts, '1062', days).verdicts).toEqual([verdict]);
  });

  it('may be the indication that is missing: nothing is found without it', () => {
    expect(judgedWith({ unread: { indications: [ALL] } })).toMatchObject({ verdicts: ['undecided'], rules: [] });
    expect(judgedWith({ unread: { deliveryForms: [ALL] } }, 'H138')).toMatchObject({
      verdicts: ['undecided'],
      rules: [],
    });
  });

  it('cannot be the indication of other days', () => {
    const { findings, verdicts } = judgedWith(
      { unread: { indications: ['2026-03-10/'] } },
      '1062',
      '2026-03-08/2026-03-12',
    );
    expect(verdicts).toEqual(['rejected']);
    expect(findings).toMatchObject([
      {
        rule: 'zvw-without-indication',
        data: { lines: [{ uncovered: [{ first: '2026-03-08', last: '2026-03-09' }] }] },
      },
    ]);
  });

  it('takes nothing from what another row says for certain', () => {
    const facts = { ...ZVW, VPT: ['2026-03-01/'], unread: { deliveryForms: [ALL] } };
    expect(judgedWith(facts)).toMatchObject({ verdicts: ['rejected'], rules: ['vpt-client'] });
  });

  it('matters to no rule that is off', () => {
    const severities = { 'vpt-client': 'off', 'zvw-under-wlz': 'off' } as const;
    const registers = { C1: { ...ZVW, unread: { deliveryForms: [ALL] } } };
    expect(judged([{}], { registers, severities })).toMatchObject({ verdicts: ['approved'], notChecked: [] });
  });
});

describe('a register row that may be anybody', () => {
  it('leaves the lines of everybody undecided on its days, also of those no register names', () => {
    const rows = [{}, { client: 'C2', code: 'H138' }, { client: 'C3', days: '2026-02-28' }];
    const { verdicts, notChecked } = judged(rows, { unread: { deliveryForms: '2026-03-01/' } });
    expect(verdicts).toEqual(['undecided', 'undecided', 'approved']);
    expect(notChecked).toEqual([
      { rule: 'vpt-client', reason: 'unreadable-register-client', lines: 2 },
      { rule: 'wlz-dtv-or-vkb', reason: 'unreadable-register-client', lines: 1 },
      { rule: 'wlz-without-mpt', reason: 'unreadable-register-client', lines: 1 },
      { rule: 'zvw-under-wlz', reason: 'unreadable-register-client', lines: 1 },
    ]);
  });

  it('is not counted once more for a client with such a row of his own', () => {
    const registers = { C1: { ...ZVW, unread: { indications: [ALL] } } };
    const { notChecked } = judged([{}, { client: 'C2' }], { registers, unread: { indications: ALL } });
    expect(notChecked).toMatchObject([
      { reason: 'unreadable-register-client', lines: 1 },
      { reason: 'unreadable-register-row', lines: 1 },
      { reason: 'unreadable-register-client', lines: 1 },
      { reason: 'unreadable-register-row', lines: 1 },
    ]);
  });

  it('says nothing of registers that were not given', () => {
    const facts = { given: ['indications', 'clients'] as const, unread: { deliveryForms: ALL } };
    expect(new Set(judged([{}], facts).notChecked.map(({ reason }) => reason))).toEqual(new Set(['no-delivery-forms']));
  });
});
