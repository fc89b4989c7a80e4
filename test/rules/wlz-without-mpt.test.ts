import { describe, expect, it } from 'vitest';
import { wlzWithoutMpt } from '../../src/rules/wlz-without-mpt.ts';
import { creditOf, line } from '../builders/claim-line.ts';
import { lineFactsFound, linesFound } from '../builders/violations.ts';

const mpt = { register: { MPT: ['2026-03-10/2026-03-20'] } };
const h138 = (days: string) => line({ code: 'H138', days });

describe('wlz-without-mpt', () => {
  it.each([
    ['the day before MPT', '2026-03-09', true],
    ['the first day of MPT', '2026-03-10', false],
    ['the last day of MPT', '2026-03-20', false],
    ['the day after MPT', '2026-03-21', true],
    ['exactly the days of MPT', '2026-03-10/2026-03-20', false],
    ['one day too many', '2026-03-10/2026-03-21', true],
  ])('judges a Wlz line on %s', (_, days, found) => {
    expect(linesFound(wlzWithoutMpt, [h138(days)], mpt)).toHaveLength(found ? 1 : 0);
  });

  it.each(['H138', 'H139', 'H306'])('holds for %s', (code) => {
    expect(linesFound(wlzWithoutMpt, [line({ code })])).toHaveLength(1);
  });

  it('asks no MPT of a Zvw line', () => {
    expect(linesFound(wlzWithoutMpt, [line({ code: '1062' })])).toEqual([]);
  });

  it.each(['PGB', 'VERBLIJF'] as const)('finds a client with %s instead, and says so', (form) => {
    expect(lineFactsFound(wlzWithoutMpt, [h138('2026-03-02')], { register: { [form]: ['2026-01-01/'] } })).toEqual([
      { code: 'H138', uncovered: [{ first: '2026-03-02', last: '2026-03-02' }], forms: [form], partly: false },
    ]);
  });

  it.each(['VPT', 'DTV', 'VKB'] as const)('leaves %s to its own rule', (form) => {
    expect(linesFound(wlzWithoutMpt, [h138('2026-03-02')], { register: { [form]: ['2026-01-01/'] } })).toEqual([]);
  });

  it('counts MPT and then DTV as one stretch without gap', () => {
    const changed = { register: { MPT: ['2026-01-01/2026-03-09'], DTV: ['2026-03-10/'] } };
    expect(linesFound(wlzWithoutMpt, [h138('2026-03-01/2026-03-31')], changed)).toEqual([]);
  });

  it('names the days without, and says when there is MPT on the others', () => {
    expect(lineFactsFound(wlzWithoutMpt, [h138('2026-03-01/2026-03-31')], mpt)).toEqual([
      {
        code: 'H138',
        uncovered: [
          { first: '2026-03-01', last: '2026-03-09' },
          { first: '2026-03-21', last: '2026-03-31' },
        ],
        forms: [],
        partly: true,
      },
    ]);
  });

  it('does not take a Wlz indication for MPT', () => {
    expect(linesFound(wlzWithoutMpt, [h138('2026-03-02')], { register: { wlz: ['2026-01-01/'] } })).toHaveLength(1);
  });

  it('leaves the credit of a line without MPT: it is the correction', () => {
    const wrong = h138('2026-03-09');
    expect(linesFound(wlzWithoutMpt, [wrong, creditOf(wrong)], mpt)).toEqual([wrong]);
  });
});
