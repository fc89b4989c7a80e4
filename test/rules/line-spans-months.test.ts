import { describe, expect, it } from 'vitest';
import { lineSpansMonths } from '../../src/rules/line-spans-months.ts';
import { credit, line } from '../builders/claim-line.ts';
import { lineFactsFound, linesFound } from '../builders/violations.ts';

describe('line-spans-months', () => {
  it.each([
    ['2026-03-01/2026-03-31', false],
    ['2026-03-31/2026-04-01', true],
    ['2026-02-01/2026-02-28', false],
    ['2026-02-28/2026-03-01', true],
    ['2024-02-28/2024-02-29', false],
    ['2025-12-31/2026-01-01', true],
    ['2026-03-15/2027-03-15', true],
  ])('judges a line on %s', (days, found) => {
    expect(linesFound(lineSpansMonths, [line({ days })])).toHaveLength(found ? 1 : 0);
  });

  it('says after which day to split', () => {
    expect(lineFactsFound(lineSpansMonths, [line({ days: '2026-02-20/2026-03-05' })])).toEqual([
      { first: '2026-02-20', last: '2026-03-05', splitAfter: '2026-02-28' },
    ]);
  });

  it('holds for a credit too: its minutes belong to no month either', () => {
    expect(linesFound(lineSpansMonths, [credit({ days: '2026-03-31/2026-04-01' })])).toHaveLength(1);
  });
});
