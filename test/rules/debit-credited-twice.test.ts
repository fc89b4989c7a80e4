import { describe, expect, it } from 'vitest';
import { debitCreditedTwice } from '../../src/rules/debit-credited-twice.ts';
import { credit, creditOf, creditOfUnknown, line } from '../builders/claim-line.ts';
import { lineFactsFound, linesFound } from '../builders/violations.ts';

describe('debit-credited-twice', () => {
  it('finds both credits of one debit, and not the debit', () => {
    const debit = line({ minutes: 60 });
    const lines = [debit, creditOf(debit, { minutes: 30 }, { credits: 2 }), creditOf(debit, {}, { credits: 2 })];
    expect(linesFound(debitCreditedTwice, lines)).toEqual(lines.slice(1));
    expect(lineFactsFound(debitCreditedTwice, lines)).toEqual([
      { credits: 2, minutes: 30 },
      { credits: 2, minutes: 60 },
    ]);
  });

  it('leaves the only credit of a debit', () => {
    const debit = line();
    expect(linesFound(debitCreditedTwice, [debit, creditOf(debit)])).toEqual([]);
  });

  it('leaves the credits of two debits', () => {
    const debits = [line(), line()];
    expect(linesFound(debitCreditedTwice, [...debits, ...debits.map((debit) => creditOf(debit))])).toEqual([]);
  });

  it('leaves credits that name nothing: nobody knows that they mean one debit', () => {
    expect(linesFound(debitCreditedTwice, [credit(), credit()])).toEqual([]);
  });

  it('leaves one credit of a debit that is not here', () => {
    expect(linesFound(debitCreditedTwice, [creditOfUnknown()])).toEqual([]);
  });
});
