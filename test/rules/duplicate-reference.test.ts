import { describe, expect, it } from 'vitest';
import { duplicateReference } from '../../src/rules/duplicate-reference.ts';
import { credit, line } from '../builders/claim-line.ts';
import { lineFactsFound, linesFound } from '../builders/violations.ts';

describe('duplicate-reference', () => {
  it('finds a line whose reference number stands on other lines, and says where', () => {
    const sameReference = [
      { input: 0, row: 14 },
      { input: 1, row: 3 },
    ];
    const inputNames = ['maart.csv', 'februari.csv'];
    expect(lineFactsFound(duplicateReference, [line({ bearers: 3, sameReference })], { inputNames })).toEqual([
      {
        bearers: 3,
        others: [
          { input: 'maart.csv', row: 14 },
          { input: 'februari.csv', row: 3 },
        ],
      },
    ]);
  });

  it.each([
    [1, false],
    [2, true],
  ])('judges a reference number that stands on %i line(s)', (bearers, found) => {
    expect(linesFound(duplicateReference, [line({ bearers })])).toHaveLength(found ? 1 : 0);
  });

  it('holds for a credit that bears the number of another line', () => {
    expect(linesFound(duplicateReference, [credit({ bearers: 2 })])).toHaveLength(1);
  });
});
