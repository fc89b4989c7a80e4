import { type Day, isoOf } from '../domain/day.ts';
import { eiText } from '../domain/ei-layout.ts';
import { returnField } from '../domain/return-layout.ts';
import { readDate } from './dates.ts';

/** A field of a return record without its filling: an N field of only zeros or spaces is '', others lose the spaces around them. */
export function returnText(record: string, number: string): string {
  const field = returnField(number);
  const text = eiText(record, field);
  return field.type === 'N' && /^[0 ]*$/.test(text) ? '' : text.trim();
}

/** A whole number; an empty field is 0, null when there are not only digits. */
export function returnNumber(record: string, number: string): number | null {
  const text = eiText(record, returnField(number));
  if (/^ *$/.test(text)) return 0;
  return /^\d+$/.test(text) ? Number(text) : null;
}

/** Cents with the sign that stands in another field; null when either cannot be read. A blank sign is admitted with zero. */
export function signedCents(record: string, number: string, sign: string): number | null {
  const cents = returnNumber(record, number);
  const letter = eiText(record, returnField(sign));
  if (cents === 0) return 0;
  if (cents === null || (letter !== 'D' && letter !== 'C')) return null;
  return letter === 'C' ? -cents : cents;
}

/** A day as `jjjj-mm-dd`; null when it is empty or no day. */
export function returnDay(record: string, number: string): string | null {
  const text = eiText(record, returnField(number));
  const day: Day | null = /^\d{8}$/.test(text) ? readDate(text) : null;
  return day === null ? null : isoOf(day);
}

/** The return codes of a record: up to three, of which blanks and `0000` are none. */
export function returnCodesIn(record: string): string[] {
  const type = record.slice(0, 2);
  return ['96', '97', '98']
    .map((field) => returnText(record, type + field))
    .filter((code) => code !== '' && code !== '0000');
}
