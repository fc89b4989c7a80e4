import type { Day } from '../domain/day.ts';
import { eiField } from '../domain/ei-layout.ts';
import { filledText, wholeNumber, writtenDay } from './ei-field.ts';

/** The field of this number in a record of AW319, without its filling. */
export function valueIn(record: string, number: string): string {
  return filledText(record, eiField(number));
}

/** The whole number in it; an empty field is 0, null when there are not only digits. */
export function numberIn(record: string, number: string): number | null {
  return wholeNumber(record, eiField(number));
}

/** The day in it; null when it is empty or no day. */
export function dayIn(record: string, number: string): Day | null {
  return writtenDay(record, eiField(number));
}
