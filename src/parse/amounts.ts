import { type Decimal, hundredthsOf, timesWhole } from '../domain/decimal.ts';
import type { Row } from '../domain/table.ts';
import { type IntakeLog, shown } from './intake-log.ts';
import type { Layout } from './layout.ts';
import { readNumber } from './numbers.ts';
import type { DecimalReading } from './quantity.ts';
import type { ReadMinutes } from './read-minutes.ts';

/** Amounts in cents, without sign; null when the row has none or they cannot be known. */
export interface Amounts {
  readonly amount: number | null;
  /** Rate × quantity. */
  readonly expectedAmount: number | null;
}

/** No declaratieregel is worth more; it keeps the columns of the line table within 32 bits. */
const MOST_CENTS = 2_000_000_000;

/** Reads `bedrag` and `tarief` (euros) and computes what the amount should be. */
export function readAmounts(
  row: Row,
  layout: Layout,
  reading: DecimalReading,
  quantity: ReadMinutes | null,
  log: IntakeLog,
): Amounts {
  const amountEuros = readEuros(row, layout, 'amount', reading, log);
  const rate = readEuros(row, layout, 'rate', reading, log);
  const amount = amountEuros && centsOf(amountEuros);
  if (amountEuros && amount === null) report(row, layout, 'amount', reading, log);
  return { amount, expectedAmount: expectedAmountOf(rate, amount, quantity, layout) };
}

/** Rate × quantity in cents; null when one of them, or the amount to compare with, is not known. */
export function expectedAmountOf(
  rate: Decimal | null,
  amount: number | null,
  quantity: ReadMinutes | null,
  layout: Layout,
): number | null {
  if (rate === null || amount === null || quantity === null) return null;
  const { minutes, unitMinutes } = quantity;
  const expected = within(hundredthsOf(rate, minutes, unitMinutes));
  // A column of minutes says nothing of the unit of its rate; care systems mean the hour.
  const hourly =
    layout.columns.has('minutes') && !layout.columns.has('quantity') ? within(hundredthsOf(rate, minutes, 60)) : null;
  return hourly === amount ? hourly : expected;
}

function readEuros(
  row: Row,
  layout: Layout,
  field: 'amount' | 'rate',
  reading: DecimalReading,
  log: IntakeLog,
): Decimal | null {
  const column = layout.columns.get(field);
  const text = column === undefined ? '' : (row.cells[column] ?? '').trim();
  if (column === undefined || text === '') return null;
  const number = readNumber(text, row.kinds?.[column] === 'number' ? '.' : reading.sign);
  if (number === null) report(row, layout, field, reading, log);
  return number;
}

function report(row: Row, layout: Layout, field: 'amount' | 'rate', reading: DecimalReading, log: IntakeLog): void {
  const column = layout.columns.get(field) ?? 0;
  log.row('invalid-number', row, column, {
    field,
    value: shown(row.cells[column] ?? ''),
    decimal: reading.settled ? reading.sign : null,
  });
}

/** Euros in whole cents without sign; null when they are no whole cents, or more than any line is worth. */
export function centsOf(euros: Decimal): number | null {
  return within(timesWhole(euros, 100));
}

function within(cents: number | null): number | null {
  return cents === null || Math.abs(cents) > MOST_CENTS ? null : Math.abs(cents);
}
