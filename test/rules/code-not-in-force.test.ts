import { describe, expect, it } from 'vitest';
import { codeNotInForce } from '../../src/rules/code-not-in-force.ts';
import { credit, line } from '../builders/claim-line.ts';
import { linesFound, violationsOf } from '../builders/violations.ts';

describe('code-not-in-force', () => {
  it.each([
    ['1062', '2019-12-31', true],
    ['1062', '2020-01-01', false],
    ['H138', '2019-12-31', true],
    ['H139', '2020-01-01', false],
    ['1017', '2019-12-31', false],
    ['1017', '2020-01-01', true],
    ['1018', '2020-01-01', true],
    ['1019', '2020-01-01', true],
  ])('judges %s on %s', (code, days, found) => {
    expect(linesFound(codeNotInForce, [line({ code, days })])).toHaveLength(found ? 1 : 0);
  });

  it('names the codes that do hold in the month', () => {
    expect(violationsOf(codeNotInForce, [line({ code: '1017' })])[0]?.data.codes).toEqual([
      '1062',
      'H138',
      'H139',
      'H306',
    ]);
  });

  it('holds for a credit too: the payer does not know its code', () => {
    expect(linesFound(codeNotInForce, [credit({ code: '1017' })])).toHaveLength(1);
  });
});
