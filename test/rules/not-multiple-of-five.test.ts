import { describe, expect, it } from 'vitest';
import { notMultipleOfFive } from '../../src/rules/not-multiple-of-five.ts';
import { credit, line } from '../builders/claim-line.ts';
import { lineFactsFound, linesFound } from '../builders/violations.ts';

describe('not-multiple-of-five', () => {
  it.each([
    [0, false],
    [4, true],
    [5, false],
    [6, true],
    [389, true],
    [390, false],
    [391, true],
  ])('judges %i minutes', (size, found) => {
    expect(linesFound(notMultipleOfFive, [line({ minutes: size })])).toHaveLength(found ? 1 : 0);
  });

  it.each([
    [32, 30],
    [33, 35],
  ])('says that %i minutes would be rounded to %i', (size, rounded) => {
    expect(lineFactsFound(notMultipleOfFive, [line({ minutes: size })])).toEqual([{ minutes: size, rounded }]);
  });

  it('leaves a credit, which repeats what was sent', () => {
    expect(linesFound(notMultipleOfFive, [credit({ minutes: 6 })])).toEqual([]);
  });
});
