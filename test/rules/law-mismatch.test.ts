import { describe, expect, it } from 'vitest';
import { lawMismatch } from '../../src/rules/law-mismatch.ts';
import { credit, line } from '../builders/claim-line.ts';
import { lineFactsFound, linesFound } from '../builders/violations.ts';

describe('law-mismatch', () => {
  it.each([
    ['1062', 'zvw'],
    ['H138', 'wlz'],
    ['H139', 'wlz'],
    ['H306', 'wlz'],
  ] as const)('knows that %s belongs to the %s', (code, law) => {
    const other = law === 'zvw' ? 'wlz' : 'zvw';
    expect(lineFactsFound(lawMismatch, [line({ code, declaredLaw: law })])).toEqual([]);
    expect(lineFactsFound(lawMismatch, [line({ code, declaredLaw: other })])).toEqual([
      { code, declared: other, expected: law },
    ]);
  });

  it('finds a law under which no technology hours exist', () => {
    expect(lineFactsFound(lawMismatch, [line({ declaredLaw: 'other' })])).toMatchObject([{ declared: 'other' }]);
  });

  it('asks for no law: the column may be absent', () => {
    expect(linesFound(lawMismatch, [line({ declaredLaw: null })])).toEqual([]);
  });

  it('holds for a credit too: it would be sent to the wrong payer', () => {
    expect(linesFound(lawMismatch, [credit({ declaredLaw: 'wlz' })])).toHaveLength(1);
  });
});
