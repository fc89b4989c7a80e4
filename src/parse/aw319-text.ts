import type { Day } from '../domain/day.ts';
import { eiField, eiText } from '../domain/ei-layout.ts';
import { readDate } from './dates.ts';

/** A field of a record without its filling: an N field of only zeros or spaces is '', others lose the spaces around them. */
export function valueIn(record: string, number: string): string {
  const field = eiField(number);
  const text = eiText(record, field);
  return field.type === 'N' && /^[0 ]*$/.test(text) ? '' : text.trim();
}

/** A whole number; an empty field is 0, null when there are not only digits. */
export function numberIn(record: string, number: string): number | null {
  const text = eiText(record, eiField(number));
  if (/^ *$/.test(text)) return 0;
  return /^\d+$/.test(text) ? Number(text) : null;
}

/** A day written EEJJMMDD; null when it is empty or no day. */
export function dayIn(record: string, number: string): Day | null {
  const text = eiText(record, eiField(number));
  return /^\d{8}$/.test(text) ? readDate(text) : null;
}
