import { type Ymd, ymd } from './calendar.ts';
import { type ClaimRow, type DateCell, type QuantityCell, UNIT_MINUTES } from './delivery.ts';
import type { Severity } from './expected.ts';

/** Takes a fault of a row; severity error when not said. */
export type Report = (rule: string, severity?: Severity) => void;

/** The keys of a row, '' for one that is absent or worthless; null when neither names a client. */
export function readKeys(
  { clientNumber, bsn }: { clientNumber: string; bsn: string },
  fault: Report,
): { number: string; bsn: string } | null {
  let key = '';
  if (bsn === '999999999') fault('dummy-bsn', 'warning');
  else if (/^\d{9}$/.test(bsn) && passesElevenProof(bsn)) key = bsn;
  else if (/^\d{8}$/.test(bsn) && passesElevenProof(`0${bsn}`)) {
    fault('padded-bsn', 'warning');
    key = `0${bsn}`;
  } else if (bsn !== '') fault('invalid-bsn');
  if (clientNumber === '' && key === '') {
    if (bsn === '' || bsn === '999999999') fault('missing-value');
    return null;
  }
  return { number: clientNumber, bsn: key };
}

/** First and last day of a line; null when they cannot be known. */
export function readDays(row: ClaimRow, today: Ymd, fault: Report): { first: Ymd; last: Ymd } | null {
  if (row.start === null) fault('missing-value');
  const first = readDay(row.start, fault);
  const ownLast = readDay(row.end, fault);
  if (first !== null && first > today) fault('future-date');
  if (ownLast !== null && ownLast > today) fault('future-date');
  if (first !== null && first < 20_150_101) fault('before-2015', 'warning');
  if (first === null || (row.end !== null && ownLast === null)) return null;
  const last = ownLast ?? first;
  if (last < first) {
    fault('end-before-start');
    return null;
  }
  return { first, last };
}

/** The day of a cell; null when it is empty, or is no date, which is reported. */
export function readDay(cell: DateCell, fault: Report): Ymd | null {
  if (cell === null) return null;
  const day = typeof cell === 'string' ? null : ymd(cell.year, cell.month, cell.day);
  if (day === null) fault('invalid-date');
  return day;
}

/** Whole minutes without sign; null when they cannot be known. */
export function readMinutes(quantity: QuantityCell, unit: string, fault: Report): number | null {
  const isClock = quantity !== null && typeof quantity === 'object' && 'clockMinutes' in quantity;
  // A time such as 6:30 says its own unit.
  const perUnit = unit === '' && isClock ? 60 : UNIT_MINUTES[unit.toLowerCase()];
  if (unit === '' && !isClock) fault('missing-value');
  else if (perUnit === undefined) fault('unit-not-time');
  if (quantity === null) fault('missing-value');
  else if (typeof quantity === 'string') fault('invalid-number');
  if (perUnit === undefined || quantity === null || typeof quantity === 'string') return null;
  const thousandthsOfMinutes =
    'thousandths' in quantity ? Math.abs(quantity.thousandths) * perUnit : quantity.clockMinutes * 1000;
  if (thousandthsOfMinutes === 0) fault('zero-quantity', 'warning');
  if (thousandthsOfMinutes % 1000 === 0) return thousandthsOfMinutes / 1000;
  fault('fractional-minutes');
  return null;
}

/** Whether the line is a credit; null when that cannot be known. */
export function readSign(sign: string, negative: boolean, fault: Report): boolean | null {
  if (!['', 'C', 'D'].includes(sign)) {
    fault('invalid-value');
    return null;
  }
  if (sign === 'C' && negative) {
    fault('double-negation');
    return null;
  }
  return sign === 'C' || negative;
}

/** Whether a quantity is below zero. */
export function isNegative(quantity: QuantityCell): boolean {
  if (quantity === null || typeof quantity === 'string') return false;
  return 'thousandths' in quantity ? quantity.thousandths < 0 : quantity.negative;
}

/** Whether the amount is another than rate × quantity to the cent; false when one of them is absent. */
export function amountIsOff({ amount, rate, quantity }: ClaimRow): boolean {
  if (amount === null || rate === null || quantity === null || typeof quantity === 'string') return false;
  const [numerator, denominator] =
    'thousandths' in quantity ? [Math.abs(quantity.thousandths), 1000] : [quantity.clockMinutes, 60];
  // Twice the exact cents against twice the amount: half a cent rounds up, and no fraction is ever made.
  const twice = Math.floor((2 * rate * numerator + denominator) / denominator);
  return Math.floor(twice / 2) !== Math.abs(amount);
}

function passesElevenProof(nine: string): boolean {
  const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(nine[index]), 0);
  return nine !== '000000000' && sum % 11 === 0;
}
