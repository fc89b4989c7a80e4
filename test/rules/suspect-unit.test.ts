import { describe, expect, it } from 'vitest';
import { suspectUnit } from '../../src/rules/suspect-unit.ts';
import { credit, line } from '../builders/claim-line.ts';
import { lineFactsFound, linesFound } from '../builders/violations.ts';

describe('suspect-unit', () => {
  it.each([
    ['99 hours and 59 minutes', 5999, []],
    ['100 hours', 6000, [{ minutes: 6000, hint: 'hours-are-minutes' }]],
    ['390 hours', 23_400, [{ minutes: 23_400, hint: 'hours-are-minutes' }]],
  ])('judges a line of %s', (_, size, expected) => {
    expect(lineFactsFound(suspectUnit, [line({ minutes: size })])).toEqual(expected);
  });

  it.each([
    [0, false],
    [1, true],
    [6, true],
    [7, true],
    [8, false],
  ])('judges %i in minutes, where hours are usual', (size, found) => {
    const lines = [line({ minutes: size, inMinutes: true })];
    expect(lineFactsFound(suspectUnit, lines)).toEqual(found ? [{ minutes: size, hint: 'minutes-are-hours' }] : []);
  });

  it('leaves five minutes that were given as a twelfth of an hour or one unit of five', () => {
    expect(linesFound(suspectUnit, [line({ minutes: 5, inMinutes: false })])).toEqual([]);
  });

  it('finds 100 hours in whatever unit they were given', () => {
    expect(linesFound(suspectUnit, [line({ minutes: 6000, inMinutes: true })])).toHaveLength(1);
  });

  it('leaves a credit, which repeats what was sent', () => {
    expect(linesFound(suspectUnit, [credit({ minutes: 6000 })])).toEqual([]);
  });
});
