import { describe, expect, it } from 'vitest';
import { zvwWithoutIndication } from '../../src/rules/zvw-without-indication.ts';
import { creditOf, line } from '../builders/claim-line.ts';
import { lineFactsFound, linesFound, violationsOf } from '../builders/violations.ts';

const indicated = { register: { wijkverpleging: ['2026-03-10/2026-03-20'] } };

describe('zvw-without-indication', () => {
  it.each([
    ['the day before the indication', '2026-03-09', true],
    ['the first day of the indication', '2026-03-10', false],
    ['the last day of the indication', '2026-03-20', false],
    ['the day after the indication', '2026-03-21', true],
    ['exactly the days of the indication', '2026-03-10/2026-03-20', false],
    ['one day too many in front', '2026-03-09/2026-03-20', true],
    ['one day too many behind', '2026-03-10/2026-03-21', true],
  ])('judges a line on %s', (_, days, found) => {
    expect(linesFound(zvwWithoutIndication, [line({ days })], indicated)).toHaveLength(found ? 1 : 0);
  });

  it('is content with an open indication', () => {
    const open = { register: { wijkverpleging: ['2025-11-01/'] } };
    expect(linesFound(zvwWithoutIndication, [line({ days: '2026-03-01/2026-03-31' })], open)).toEqual([]);
  });

  it('is content with two indications that follow on each other', () => {
    const renewed = { register: { wijkverpleging: ['2025-11-01/2026-03-14', '2026-03-15/'] } };
    expect(linesFound(zvwWithoutIndication, [line({ days: '2026-03-01/2026-03-31' })], renewed)).toEqual([]);
  });

  it('finds the one day between two indications', () => {
    const gap = { register: { wijkverpleging: ['2025-11-01/2026-03-14', '2026-03-16/'] } };
    expect(lineFactsFound(zvwWithoutIndication, [line({ days: '2026-03-01/2026-03-31' })], gap)).toEqual([
      { uncovered: [{ first: '2026-03-15', last: '2026-03-15' }], partly: true },
    ]);
  });

  it('finds a client without any indication', () => {
    const [found] = violationsOf(zvwWithoutIndication, [line({ days: '2026-03-02/2026-03-08' })]);
    expect(found?.data).toEqual({ indicated: false });
    expect(found?.lines[0]?.data).toEqual({
      uncovered: [{ first: '2026-03-02', last: '2026-03-08' }],
      partly: false,
    });
  });

  it('tells a client whose indication lies on other days from one without', () => {
    expect(violationsOf(zvwWithoutIndication, [line({ days: '2026-03-09' })], indicated)[0]?.data).toEqual({
      indicated: true,
    });
  });

  it('does not take a Wlz indication for one', () => {
    expect(linesFound(zvwWithoutIndication, [line()], { register: { wlz: ['2025-01-01/'] } })).toHaveLength(1);
  });

  it.each(['H138', 'H139', 'H306'])('asks no indication of wijkverpleging for %s', (code) => {
    expect(linesFound(zvwWithoutIndication, [line({ code })])).toEqual([]);
  });

  it('asks it for the codes of 2019 as well', () => {
    expect(linesFound(zvwWithoutIndication, [line({ code: '1017', days: '2019-06-03' })])).toHaveLength(1);
  });

  it('leaves a credit without indication: it is the correction', () => {
    const wrong = line({ days: '2026-03-09' });
    expect(linesFound(zvwWithoutIndication, [wrong, creditOf(wrong)], indicated)).toEqual([wrong]);
  });
});
