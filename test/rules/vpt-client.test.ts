import { describe, expect, it } from 'vitest';
import { vptClient } from '../../src/rules/vpt-client.ts';
import { creditOf, line } from '../builders/claim-line.ts';
import { lineFactsFound, linesFound } from '../builders/violations.ts';

const vpt = { register: { VPT: ['2026-03-10/2026-03-20'] } };

describe('vpt-client', () => {
  it.each([
    ['the day before VPT starts', '2026-03-09', false],
    ['the first day of VPT', '2026-03-10', true],
    ['a day during VPT', '2026-03-15', true],
    ['the last day of VPT', '2026-03-20', true],
    ['the day after VPT ended', '2026-03-21', false],
    ['days around the first day', '2026-03-09/2026-03-10', true],
    ['days around the whole period', '2026-03-01/2026-03-31', true],
  ])('judges a line on %s', (_, days, found) => {
    expect(linesFound(vptClient, [line({ days })], vpt)).toHaveLength(found ? 1 : 0);
  });

  it('judges an open period up to any day', () => {
    const open = { register: { VPT: ['2026-03-10/'] } };
    expect(linesFound(vptClient, [line({ days: '2026-03-09' })], open)).toEqual([]);
    expect(linesFound(vptClient, [line({ days: '2026-03-31' })], open)).toHaveLength(1);
  });

  it.each(['1062', 'H138', 'H139', 'H306'])('holds for %s', (code) => {
    expect(lineFactsFound(vptClient, [line({ code, days: '2026-03-10' })], vpt)).toMatchObject([{ code }]);
  });

  it('names the days with VPT and the days without, so that a line can be split', () => {
    expect(lineFactsFound(vptClient, [line({ days: '2026-03-01/2026-03-31' })], vpt)).toMatchObject([
      {
        days: [{ first: '2026-03-10', last: '2026-03-20' }],
        outside: [
          { first: '2026-03-01', last: '2026-03-09' },
          { first: '2026-03-21', last: '2026-03-31' },
        ],
        partly: true,
      },
    ]);
  });

  it('has nothing to split in a line that lies wholly in VPT', () => {
    expect(lineFactsFound(vptClient, [line({ days: '2026-03-10/2026-03-20' })], vpt)).toMatchObject([
      { outside: [], partly: false },
    ]);
  });

  it('takes two VPT periods that touch for one', () => {
    const touching = { register: { VPT: ['2026-03-01/2026-03-15', '2026-03-16/'] } };
    expect(lineFactsFound(vptClient, [line({ days: '2026-03-10/2026-03-20' })], touching)).toMatchObject([
      { days: [{ first: '2026-03-10', last: '2026-03-20' }] },
    ]);
  });

  it('lets VPT win on a day that has MPT too', () => {
    const both = { register: { MPT: ['2026-01-01/'], VPT: ['2026-03-10/2026-03-20'] } };
    expect(linesFound(vptClient, [line({ code: 'H138', days: '2026-03-10' })], both)).toHaveLength(1);
  });

  it.each(['MPT', 'PGB', 'VERBLIJF', 'DTV', 'VKB'] as const)('leaves a client with %s', (form) => {
    expect(linesFound(vptClient, [line()], { register: { [form]: ['2026-01-01/'] } })).toEqual([]);
  });

  it('leaves the credit of a line during VPT: it is the correction', () => {
    const wrong = line({ days: '2026-03-10' });
    expect(linesFound(vptClient, [wrong, creditOf(wrong)], vpt)).toEqual([wrong]);
  });

  it('names all lines of the month in one finding', () => {
    const lines = [line({ days: '2026-03-10' }), line({ days: '2026-03-11' })];
    expect(linesFound(vptClient, lines, vpt)).toEqual(lines);
  });
});
