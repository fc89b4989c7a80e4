import { describe, expect, it } from 'vitest';
import { wlzDtvOrVkb } from '../../src/rules/wlz-dtv-or-vkb.ts';
import { creditOf, line } from '../builders/claim-line.ts';
import { lineFactsFound, linesFound } from '../builders/violations.ts';

describe('wlz-dtv-or-vkb', () => {
  describe.each(['DTV', 'VKB'] as const)('%s', (form) => {
    const known = { register: { [form]: ['2026-03-10/2026-03-20'] } };

    it.each([
      ['the day before', '2026-03-09', false],
      ['the first day', '2026-03-10', true],
      ['the last day', '2026-03-20', true],
      ['the day after', '2026-03-21', false],
    ])('judges a Wlz line on %s', (_, days, found) => {
      expect(linesFound(wlzDtvOrVkb, [line({ code: 'H306', days })], known)).toHaveLength(found ? 1 : 0);
    });

    it('is named with its days', () => {
      expect(lineFactsFound(wlzDtvOrVkb, [line({ code: 'H306', days: '2026-03-01/2026-03-31' })], known)).toEqual([
        { code: 'H306', form, days: [{ first: '2026-03-10', last: '2026-03-20' }] },
      ]);
    });

    it('is no matter of a Zvw line', () => {
      expect(linesFound(wlzDtvOrVkb, [line({ days: '2026-03-10' })], known)).toEqual([]);
    });

    it('is no matter of a credit', () => {
      const debit = line({ code: 'H306', days: '2026-03-10' });
      expect(linesFound(wlzDtvOrVkb, [debit, creditOf(debit)], known)).toEqual([debit]);
    });
  });

  it.each(['MPT', 'PGB', 'VERBLIJF', 'VPT'] as const)('leaves a client with %s', (form) => {
    expect(linesFound(wlzDtvOrVkb, [line({ code: 'H306' })], { register: { [form]: ['2026-01-01/'] } })).toEqual([]);
  });
});
