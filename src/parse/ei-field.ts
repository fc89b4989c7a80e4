import type { Day } from '../domain/day.ts';
import { type EiField, eiText } from '../domain/ei-layout.ts';
import { readDate } from './dates.ts';

/** A field of a record without its filling: an N field of only zeros or spaces is '', others lose the spaces around them. */
export function filledText(record: string, field: EiField): string {
  const text = eiText(record, field);
  return field.type === 'N' && /^[0 ]*$/.test(text) ? '' : text.trim();
}

/** A whole number; an empty field is 0, null when there are not only digits. */
export function wholeNumber(record: string, field: EiField): number | null {
  const text = eiText(record, field);
  if (/^ *$/.test(text)) return 0;
  return /^\d+$/.test(text) ? Number(text) : null;
}

/** A day written EEJJMMDD; null when it is empty or no day. */
export function writtenDay(record: string, field: EiField): Day | null {
  const text = eiText(record, field);
  return /^\d{8}$/.test(text) ? readDate(text) : null;
}
