import { describe, expect, it } from 'vitest';
import { zvwUnderWlz } from '../../src/rules/zvw-under-wlz.ts';
import { creditOf, line } from '../builders/claim-line.ts';
import { lineFactsFound, linesFound } from '../builders/violations.ts';

const wlz = { register: { wlz: ['2026-03-10/2026-03-20'] } };

describe('zvw-under-wlz', () => {
  it.each([
    ['the day before the Wlz indication', '2026-03-09', false],
    ['the first day of the Wlz indication', '2026-03-10', true],
    ['the last day of the Wlz indication', '2026-03-20', true],
    ['the day after the Wlz indication', '2026-03-21', false],
    ['days of which one lies in the Wlz', '2026-03-01/2026-03-10', true],
  ])('judges a 1062 line on %s', (_, days, found) => {
    expect(linesFound(zvwUnderWlz, [line({ days })], wlz)).toHaveLength(found ? 1 : 0);
  });

  it.each(['MPT', 'PGB', 'VERBLIJF', 'DTV', 'VKB'] as const)('finds a 1062 line during %s', (form) => {
    expect(lineFactsFound(zvwUnderWlz, [line()], { register: { [form]: ['2026-03-01/'] } })).toMatchObject([
      { indication: false, forms: [form] },
    ]);
  });

  it('leaves VPT to its own rule', () => {
    expect(linesFound(zvwUnderWlz, [line()], { register: { VPT: ['2026-03-01/'] } })).toEqual([]);
  });

  it('finds a day with VPT when there is a Wlz indication as well', () => {
    const both = { register: { VPT: ['2026-03-01/'], wlz: ['2026-03-01/'] } };
    expect(lineFactsFound(zvwUnderWlz, [line()], both)).toMatchObject([{ indication: true, forms: [] }]);
  });

  it('names the days under the Wlz and says when only a part is', () => {
    const from = { register: { wlz: ['2026-03-10/'], MPT: ['2026-03-12/'] } };
    expect(lineFactsFound(zvwUnderWlz, [line({ days: '2026-03-01/2026-03-31' })], from)).toEqual([
      { days: [{ first: '2026-03-10', last: '2026-03-31' }], indication: true, forms: ['MPT'], partly: true },
    ]);
    expect(lineFactsFound(zvwUnderWlz, [line({ days: '2026-03-10/2026-03-31' })], from)).toMatchObject([
      { partly: false },
    ]);
  });

  it('puts an indication that began later behind a leveringsvorm that began earlier', () => {
    const overlapping = { register: { MPT: ['2026-03-03/2026-03-05'], wlz: ['2026-03-08/2026-03-09'] } };
    expect(lineFactsFound(zvwUnderWlz, [line({ days: '2026-03-01/2026-03-10' })], overlapping)).toMatchObject([
      {
        days: [
          { first: '2026-03-03', last: '2026-03-05' },
          { first: '2026-03-08', last: '2026-03-09' },
        ],
      },
    ]);
  });

  it('leaves Wlz lines, whose place this is', () => {
    expect(linesFound(zvwUnderWlz, [line({ code: 'H138', days: '2026-03-10' })], wlz)).toEqual([]);
  });

  it('leaves an indication of wijkverpleging', () => {
    expect(linesFound(zvwUnderWlz, [line()], { register: { wijkverpleging: ['2026-03-01/'] } })).toEqual([]);
  });

  it('leaves the credit of a 1062 line under the Wlz: it is the correction', () => {
    const wrong = line({ days: '2026-03-10' });
    expect(linesFound(zvwUnderWlz, [wrong, creditOf(wrong)], wlz)).toEqual([wrong]);
  });
});
