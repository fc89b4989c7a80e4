import type { Day } from '../domain/day.ts';
import { dayFromIso, dayOf, isoOf, plusDays } from '../domain/day.ts';
import type { CellKind } from '../domain/table.ts';
import type { NumberFormat } from './xlsx-number-format.ts';

/** A cell as a row has it. */
export interface CellValue {
  readonly text: string;
  readonly kind: CellKind;
}

/** Where day 0 of a workbook lies: 1900 with its leap day that never was, or 1904 as old Macs had it. */
export type Epoch = 1900 | 1904;

/** A stored number as its format means it; text that is no number stays text. */
export function numberValue(stored: string, format: NumberFormat, epoch: Epoch): CellValue {
  const raw = stored.trim();
  const value = raw === '' ? Number.NaN : Number(raw);
  if (!Number.isFinite(value) || !NUMERIC.test(raw)) return { text: stored, kind: 'text' };
  if (format.kind === 'padded' && Number.isInteger(value) && value >= 0) {
    return { text: decimalText(raw, value).padStart(format.width, '0'), kind: 'text' };
  }
  if (format.kind === 'date') {
    const text = momentText(value, epoch);
    if (text !== null) return { text, kind: 'date' };
  } else if (format.kind === 'clock' || format.kind === 'elapsed') {
    // A full moment of which the format shows only the hour; as hours it would be a lifetime.
    const moment = format.kind === 'clock' && value >= LEAST_MOMENT ? momentText(value, epoch) : null;
    return moment === null ? { text: hoursText(value), kind: 'time' } : { text: moment, kind: 'date' };
  }
  return { text: decimalText(raw, value), kind: 'number' };
}

/** A cell that holds its date as ISO 8601 (`t="d"`): a day, a moment or a time; anything else is text as it stands. */
export function isoValue(stored: string): CellValue {
  const match = ISO.exec(stored.trim());
  const day = match?.[1] === undefined ? null : dayFromIso(match[1]);
  if (!match || (match[1] !== undefined && day === null) || (match[1] === undefined && match[2] === undefined)) {
    return { text: stored, kind: 'text' };
  }
  const seconds = Math.round(Number(match[2] ?? 0) * 3600 + Number(match[3] ?? 0) * 60 + Number(match[4] ?? 0));
  if (day === null) return { text: secondsText(seconds), kind: 'time' };
  return { text: dayText(plusDays(day, Math.floor(seconds / DAY_SECONDS)), seconds % DAY_SECONDS), kind: 'date' };
}

const NUMERIC = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const ISO = /^(\d{4}-\d{2}-\d{2})?(?:T?(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?(?:Z|[+-]\d{2}:\d{2})?$/;
const DAY_SECONDS = 86_400;

/** Serial number 10,000 is a day in 1927 (1931 by the epoch of 1904). */
const LEAST_MOMENT = 10_000;

/**
 * Shortest decimal text of 15 significant digits, which is what a spreadsheet shows and means: the noise of binary sums (274.65999999999997)
 * vanishes. Whole numbers written out keep all their digits, for some writers put long identifiers there.
 */
function decimalText(raw: string, value: number): string {
  if (/^-?(?:[1-9]\d*|0)$/.test(raw)) return raw === '-0' ? '0' : raw;
  if (/^-?\d{16,}$/.test(raw)) return raw.replace(/^(-?)0+(?=\d)/, '$1');
  // `+ 0` so that minus zero is zero.
  return plainText(String(Number(value.toPrecision(15)) + 0));
}

/** Writes out an exponent of a size that occurs; astronomic ones stay as they are. */
function plainText(text: string): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '', fraction = ''] = match;
  const exponent = Number(match[4]);
  if (Math.abs(exponent) > 30) return text;
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${whole}${fraction}`;
  return `${sign}${whole}${fraction.padEnd(exponent, '0')}`;
}

/** A serial number as day and time to the second; null when the calendar of the workbook has no such day. */
function momentText(serial: number, epoch: Epoch): string | null {
  const seconds = Math.round(serial * DAY_SECONDS);
  const count = Math.floor(seconds / DAY_SECONDS);
  const day = epoch === 1904 ? dayOf1904(count) : dayOf1900(count);
  return day === null ? null : dayText(day, seconds - count * DAY_SECONDS);
}

const FIRST_1904 = dayOf(1904, 1, 1) as Day;
/** One day earlier than day 1 would have it, because of the 29th of February 1900. */
const ZERO_1900 = dayOf(1899, 12, 30) as Day;
const LAST = dayOf(9999, 12, 31) as Day;

function dayOf1904(count: number): Day | null {
  const day = plusDays(FIRST_1904, count);
  return count < 0 || day > LAST ? null : day;
}

/** Lotus 1-2-3 took 1900 for a leap year and Excel kept that: serial number 60 is no day, those before it lie a day further on. */
function dayOf1900(count: number): Day | null {
  if (count < 1 || count === 60) return null;
  const day = plusDays(ZERO_1900, count < 60 ? count + 1 : count);
  return day > LAST ? null : day;
}

function dayText(day: Day, seconds: number): string {
  if (seconds === 0) return isoOf(day);
  return `${isoOf(day)} ${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function hoursText(days: number): string {
  return secondsText(Math.round(days * DAY_SECONDS));
}

/** `h:mm`, or `h:mm:ss` when there are seconds; more than 24 hours simply go on counting. */
function secondsText(seconds: number): string {
  const size = Math.abs(seconds);
  const text = `${seconds < 0 ? '-' : ''}${Math.floor(size / 3600)}:${two(Math.floor(size / 60) % 60)}`;
  return size % 60 === 0 ? text : `${text}:${two(size % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
