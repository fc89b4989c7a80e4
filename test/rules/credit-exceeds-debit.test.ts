import { describe, expect, it } from 'vitest';
import { minutes } from '../../src/domain/minutes.ts';
import { creditExceedsDebit } from '../../src/rules/credit-exceeds-debit.ts';
import { bookedLine } from '../builders/booked-line.ts';
import { credit, creditOf, creditOfElsewhere, creditOfUnknown, line } from '../builders/claim-line.ts';
import { linesFound, violationsOf } from '../builders/violations.ts';

describe('credit-exceeds-debit', () => {
  it.each([
    [59, false],
    [60, false],
    [61, true],
  ])('judges a credit of %i minutes on a debit of 60', (size, found) => {
    const debit = line({ minutes: 60 });
    const other = line({ minutes: 300 });
    expect(linesFound(creditExceedsDebit, [debit, other, creditOf(debit, { minutes: size })])).toHaveLength(
      found ? 1 : 0,
    );
  });

  it('adds up the credits of one debit', () => {
    const [debit, other] = [line({ minutes: 60 }), line({ minutes: 300 })];
    const together = (total: number) =>
      [30, total - 30].map((part) => creditOf(debit, { minutes: part }, { creditedMinutes: minutes(total) }));
    expect(linesFound(creditExceedsDebit, [debit, other, ...together(60)])).toEqual([]);
    expect(linesFound(creditExceedsDebit, [debit, other, ...together(65)])).toHaveLength(2);
  });

  it('holds a credit against its debit in another month too', () => {
    const other = line({ minutes: 300 });
    expect(linesFound(creditExceedsDebit, [other, creditOfElsewhere(60, { minutes: 60 })])).toEqual([]);
    expect(linesFound(creditExceedsDebit, [other, creditOfElsewhere(60, { minutes: 61 })])).toHaveLength(1);
  });

  it.each([
    [60, false],
    [61, true],
  ])('judges %i credited minutes in a month of 60 debited, whatever they name', (size, found) => {
    const lines = [line({ minutes: 60 }), creditOfUnknown({ minutes: size })];
    expect(linesFound(creditExceedsDebit, lines)).toHaveLength(found ? 1 : 0);
  });

  it('counts what was booked earlier for the month', () => {
    const only = [credit({ minutes: 60 })];
    expect(violationsOf(creditExceedsDebit, only, { booked: [bookedLine({ minutes: 60 })] })).toEqual([]);
    expect(violationsOf(creditExceedsDebit, only, { booked: [bookedLine({ minutes: 59 })] })[0]?.data).toEqual({
      netMinutes: -1,
      bookedMinutes: 59,
    });
  });

  it('finds every credit of a month below zero, for none of them is known to be the right one', () => {
    const debit = line({ minutes: 60 });
    const credits = [creditOf(debit), creditOfUnknown({ minutes: 5 })];
    expect(linesFound(creditExceedsDebit, [debit, ...credits])).toEqual(credits);
  });

  it('counts no line over two months, which belongs to neither', () => {
    const spanning = line({ days: '2026-03-31/2026-04-01', minutes: 60 });
    expect(linesFound(creditExceedsDebit, [spanning, creditOfUnknown({ minutes: 1 })])).toHaveLength(1);
  });
});
