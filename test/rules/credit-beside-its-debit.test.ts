import { describe, expect, it } from 'vitest';
import { creditBesideItsDebit } from '../../src/rules/credit-beside-its-debit.ts';
import { credit, creditOf, creditOfElsewhere, creditOfUnknown, line } from '../builders/claim-line.ts';
import { lineFactsFound, linesFound } from '../builders/violations.ts';

describe('credit-beside-its-debit', () => {
  it('finds a credit and the identical debit it names', () => {
    const debit = line({ minutes: 45 });
    expect(lineFactsFound(creditBesideItsDebit, [debit, creditOf(debit)])).toEqual([
      { side: 'credit', minutes: 45 },
      { side: 'debit', minutes: 45 },
    ]);
  });

  it.each([
    ['minutes', { minutes: 30 }],
    ['code', { code: 'H138' }],
    ['days', { days: '2026-03-03' }],
  ])('leaves a credit of other %s than the debit it names: the pair corrects something', (_, other) => {
    const debit = line();
    expect(linesFound(creditBesideItsDebit, [debit, creditOf(debit, other)])).toEqual([]);
  });

  it('takes a credit that names nothing to mean the identical line', () => {
    expect(linesFound(creditBesideItsDebit, [line(), credit()])).toHaveLength(2);
  });

  it('takes a line for the debit of one such credit only', () => {
    const [debit, first, second] = [line(), credit(), credit()];
    expect(linesFound(creditBesideItsDebit, [debit, first, second])).toEqual([first, debit]);
  });

  it('leaves a credit that names another line, however alike', () => {
    expect(linesFound(creditBesideItsDebit, [line(), creditOfUnknown()])).toEqual([]);
    expect(linesFound(creditBesideItsDebit, [line(), creditOfElsewhere(60)])).toEqual([]);
  });

  it('leaves two equal debits and two equal credits', () => {
    expect(linesFound(creditBesideItsDebit, [line(), line()])).toEqual([]);
    expect(linesFound(creditBesideItsDebit, [credit(), credit()])).toEqual([]);
  });
});
