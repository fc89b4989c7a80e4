import { timesWhole } from '../domain/decimal.ts';
import type { CellKind } from '../domain/table.ts';
import { type DecimalSign, readNumber, signProvenBy } from './numbers.ts';
import { minutesPerUnit } from './units.ts';

/** What a quantity says, exactly: whole minutes with their sign, or why it does not. */
export type Quantity =
  | { readonly ok: true; readonly minutes: number; readonly unitMinutes: number }
  | { readonly ok: false; readonly rule: 'invalid-number' | 'unit-not-time' }
  | { readonly ok: false; readonly rule: 'fractional-minutes'; readonly below: number; readonly unitMinutes: number }
  | { readonly ok: false; readonly rule: 'ambiguous-time'; readonly asClock: number; readonly asDecimal: number }
  | { readonly ok: false; readonly rule: 'missing-value' };

/** The decimal sign of a file, and whether its numbers settle it or it is only assumed. */
export interface DecimalReading {
  readonly sign: DecimalSign;
  readonly settled: boolean;
}

/** A line of more minutes than this is a slip of the pen, not a quantity; it keeps sums of millions of lines exact. */
const MOST_MINUTES = 100_000_000;
const CLOCK = /^(-?)(\d{1,6}):([0-5]\d)(?::([0-5]\d))?$/;
const POINT_CLOCK = /^(-?)(\d{1,3})\.([0-5]\d)$/;
/** One thousand to the eye of one, one to the eye of the other. */
const ROUND_THOUSANDS = /^-?([1-9]\d{0,2})[.,]000$/;
const WITH_UNIT = /^(.*\d)\s*([a-z]+)\.?$/i;

/**
 * Reads a quantity with its unit (contract, section 3): `6,5` `6.5` `6:30` `390`, `390 min`. `unit` is the text of the unit column,
 * '' when it is empty; for the columns `minuten` and `uren` it is the unit they stand for.
 */
export function readQuantity(text: string, unit: string, kind: CellKind, reading: DecimalReading): Quantity {
  const trimmed = text.trim().replace(/^\u2212/, '-');
  const clock = CLOCK.exec(trimmed);
  if (clock) return readClock(clock, unit);
  const suffixed = kind === 'text' ? WITH_UNIT.exec(trimmed) : null;
  const own = suffixed ? minutesPerUnit(suffixed[2] ?? '') : null;
  if (suffixed && own === null) return { ok: false, rule: 'invalid-number' };
  const number = suffixed?.[1] ?? trimmed;
  const named = unit.trim() === '' ? null : minutesPerUnit(unit);
  if (unit.trim() !== '' && named === null) return { ok: false, rule: 'unit-not-time' };
  if (own !== null && named !== null && own !== named) return { ok: false, rule: 'invalid-number' };
  const unitMinutes = named ?? own;
  if (unitMinutes === null) return { ok: false, rule: 'missing-value' };
  return readAmountOf(number, unitMinutes, kind, reading);
}

/** The decimal sign a quantity proves; only in hours can `6.30` be a time. */
export function signProvenByQuantity(text: string, unit: string): DecimalSign | null {
  const trimmed = text.trim().replace(/^\u2212/, '-');
  const suffixed = WITH_UNIT.exec(trimmed);
  const unitMinutes = minutesPerUnit(unit) ?? minutesPerUnit(suffixed?.[2] ?? '');
  return signProvenBy(suffixed?.[1] ?? trimmed, unitMinutes === 60 || unitMinutes === null);
}

function readClock(match: RegExpExecArray, unit: string): Quantity {
  const [, minus, hours, minutes, seconds] = match;
  const unitMinutes = unit.trim() === '' ? 60 : minutesPerUnit(unit);
  if (unitMinutes === null) return { ok: false, rule: 'unit-not-time' };
  const total = Number(hours) * 60 + Number(minutes);
  if (unitMinutes === 1) {
    // `6:30` in a column of minutes: six hours and a half, or six and a half minutes.
    return { ok: false, rule: 'ambiguous-time', asClock: total, asDecimal: Number(hours) };
  }
  if (unitMinutes !== 60) return { ok: false, rule: 'invalid-number' };
  if (Number(seconds ?? 0) !== 0) return { ok: false, rule: 'fractional-minutes', below: total, unitMinutes };
  return { ok: true, minutes: minus ? -total : total, unitMinutes };
}

function readAmountOf(text: string, unitMinutes: number, kind: CellKind, reading: DecimalReading): Quantity {
  const sign = kind === 'number' ? '.' : reading.sign;
  const pointClock = kind === 'text' && unitMinutes === 60 ? POINT_CLOCK.exec(text) : null;
  if (pointClock && (reading.sign === ',' || !reading.settled)) {
    const hours = Number(pointClock[2]);
    const hundredths = Number(pointClock[3]);
    return {
      ok: false,
      rule: 'ambiguous-time',
      asClock: hours * 60 + hundredths,
      asDecimal: hours * 60 + Math.floor((hundredths * 60) / 100),
    };
  }
  const number = readNumber(text, sign);
  if (number === null) return { ok: false, rule: 'invalid-number' };
  // Whether the sign is settled is asked last: who asks makes a table be read again when nothing settles it.
  const round = kind === 'text' && unitMinutes === 1 && text.includes(sign) ? ROUND_THOUSANDS.exec(text) : null;
  if (round && !reading.settled) {
    // `1.000` minutes where the point is only assumed to be the decimal sign: one minute would pass unseen for a thousand.
    return { ok: false, rule: 'ambiguous-time', asClock: Number(round[1]) * 1000, asDecimal: Number(round[1]) };
  }
  const minutes = timesWhole(number, unitMinutes);
  if (minutes === null) {
    const below = Math.trunc((number.digits * unitMinutes) / 10 ** number.scale);
    return { ok: false, rule: 'fractional-minutes', below, unitMinutes };
  }
  return Math.abs(minutes) > MOST_MINUTES
    ? { ok: false, rule: 'invalid-number' }
    : { ok: true, minutes: minutes === 0 ? 0 : minutes, unitMinutes };
}
