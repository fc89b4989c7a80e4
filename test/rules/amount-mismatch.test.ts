import { describe, expect, it } from 'vitest';
import { amountMismatch } from '../../src/rules/amount-mismatch.ts';
import { credit, line } from '../builders/claim-line.ts';
import { lineFactsFound, linesFound } from '../builders/violations.ts';

describe('amount-mismatch', () => {
  it.each([
    [5999, true],
    [6000, false],
    [6001, true],
  ])('judges an amount of %i cents where rate × quantity is 6000', (amount, found) => {
    expect(linesFound(amountMismatch, [line({ amount, expectedAmount: 6000 })])).toHaveLength(found ? 1 : 0);
  });

  it('needs both an amount and a rate', () => {
    expect(linesFound(amountMismatch, [line({ amount: 6000 }), line({ expectedAmount: 6000 })])).toEqual([]);
  });

  it('says when the amount is right for a rate per hour and a quantity in minutes', () => {
    const hourly = { amount: 6000, expectedAmount: 360_000 };
    expect(lineFactsFound(amountMismatch, [line({ ...hourly, inMinutes: true })])).toEqual([
      { amountCents: 6000, expectedCents: 360_000, hourlyRate: true },
    ]);
    expect(lineFactsFound(amountMismatch, [line({ ...hourly, inMinutes: false })])).toMatchObject([
      { hourlyRate: false },
    ]);
    expect(lineFactsFound(amountMismatch, [line({ ...hourly, amount: 6001, inMinutes: true })])).toMatchObject([
      { hourlyRate: false },
    ]);
  });

  it('leaves a credit, which repeats what was sent', () => {
    expect(linesFound(amountMismatch, [credit({ amount: 5999, expectedAmount: 6000 })])).toEqual([]);
  });
});
