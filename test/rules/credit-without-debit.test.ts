import { describe, expect, it } from 'vitest';
import { creditWithoutDebit } from '../../src/rules/credit-without-debit.ts';
import { credit, creditOf, creditOfElsewhere, creditOfUnknown, line } from '../builders/claim-line.ts';
import { lineFactsFound, linesFound, violationsOf } from '../builders/violations.ts';

describe('credit-without-debit', () => {
  it('finds a credit that names no debit', () => {
    expect(lineFactsFound(creditWithoutDebit, [credit({ minutes: 45 })])).toEqual([{ reason: 'empty', minutes: 45 }]);
  });

  it('finds a credit that names a debit nobody knows', () => {
    expect(lineFactsFound(creditWithoutDebit, [creditOfUnknown()])).toMatchObject([{ reason: 'unknown' }]);
  });

  it('leaves a credit whose debit stands in the same month', () => {
    const debit = line();
    expect(linesFound(creditWithoutDebit, [debit, creditOf(debit)])).toEqual([]);
  });

  it('leaves a credit whose debit stands in another month or at another client: the debit is known', () => {
    expect(linesFound(creditWithoutDebit, [creditOfElsewhere(60)])).toEqual([]);
  });

  it('leaves a credit of a booked debit', () => {
    const booked = creditOf(line(), {}, { target: 'booked', debit: null });
    expect(linesFound(creditWithoutDebit, [booked])).toEqual([]);
  });

  it('leaves debits, which need no earlier number', () => {
    expect(linesFound(creditWithoutDebit, [line()])).toEqual([]);
  });

  it('is an error only when the month was booked here, for then the debit should be known', () => {
    const severity = (monthIsBooked: boolean) =>
      violationsOf(creditWithoutDebit, [creditOfUnknown()], { monthIsBooked })[0]?.severity ??
      creditWithoutDebit.severity;
    expect(severity(false)).toBe('warning');
    expect(severity(true)).toBe('error');
  });
});
