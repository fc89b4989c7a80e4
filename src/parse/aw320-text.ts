import { isoOf } from '../domain/day.ts';
import { eiText } from '../domain/ei-layout.ts';
import { returnField } from '../domain/return-layout.ts';
import { filledText, wholeNumber, writtenDay } from './ei-field.ts';

/** The field of this number in a return record, without its filling. */
export function returnText(record: string, number: string): string {
  return filledText(record, returnField(number));
}

/** The whole number in it; an empty field is 0, null when there are not only digits. */
export function returnNumber(record: string, number: string): number | null {
  return wholeNumber(record, returnField(number));
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
  const day = writtenDay(record, returnField(number));
  return day === null ? null : isoOf(day);
}

/** The return codes of a record: up to three, of which blanks and `0000` are none. */
export function returnCodesIn(record: string): string[] {
  const type = record.slice(0, 2);
  return ['96', '97', '98']
    .map((field) => returnText(record, type + field))
    .filter((code) => code !== '' && code !== '0000');
}
