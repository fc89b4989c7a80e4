import { describe, expect, it } from 'vitest';
import { duplicateReference } from '../../src/rules/duplicate-reference.ts';
import { credit, line } from '../builders/claim-line.ts';
import { lineFactsFound, linesFound } from '../builders/violations.ts';

describe('duplicate-reference', () => {
  it('finds a line whose reference number stands on another line, and says where', () => {
    expect(
      lineFactsFound(
        duplicateReference,
        [
          line({
            sameReference: [
              { input: 0, row: 14 },
              { input: 1, row: 3 },
            ],
          }),
        ],
        {
          inputNames: ['maart.csv', 'februari.csv'],
        },
      ),
    ).toEqual([
      {
        others: [
          { input: 'maart.csv', row: 14 },
          { input: 'februari.csv', row: 3 },
        ],
      },
    ]);
  });

  it('leaves a reference number that stands once', () => {
    expect(linesFound(duplicateReference, [line()])).toEqual([]);
  });

  it('holds for a credit that bears the number of another line', () => {
    expect(linesFound(duplicateReference, [credit({ sameReference: [{ input: 0, row: 14 }] })])).toHaveLength(1);
  });
});
