import { dayFromIso } from '../../domain/day.ts';
import { hoursText } from '../../domain/minutes.ts';
import type { StyleName } from './styles.ts';

/** A cell of a workbook to be written: its value, how it looks and, for a link, the sheet and row it leads to. */
export interface SheetCell {
  readonly value: string | number | null;
  readonly style: StyleName;
  readonly link?: SheetLink | null;
}

/** Where a link leads within the workbook. */
export interface SheetLink {
  readonly sheet: string;
  readonly row: number;
}

/** A text. */
export function text(value: string | null, style: StyleName = 'text'): SheetCell {
  return { value, style };
}

/** A whole number, such as minutes or a row. */
export function whole(value: number | null, style: StyleName = 'whole'): SheetCell {
  return { value, style };
}

/** Minutes as a duration of hours and minutes. A spreadsheet cannot show a negative duration, so that one is a text with a real minus, which is no formula. */
export function hours(minutes: number | null, style: StyleName = 'hours'): SheetCell {
  if (minutes === null) return { value: null, style };
  return minutes < 0 ? { value: `−${hoursText(-minutes)}`, style: 'rightText' } : { value: minutes / 1440, style };
}

/** A real date, from ISO text. */
export function date(iso: string | null): SheetCell {
  return { value: iso === null ? null : serial(iso), style: 'date' };
}

/** The first day of a month, shown as the month, from `jjjj-mm`. */
export function month(text: string | null, style: StyleName = 'month'): SheetCell {
  return { value: text === null ? null : serial(`${text}-01`), style };
}

/** An amount in euros, from eurocents. */
export function euros(cents: number | null): SheetCell {
  return { value: cents === null ? null : cents / 100, style: 'euros' };
}

/** The number a spreadsheet keeps for a day: 1 is 1900-01-01, with the 29 February 1900 that never was before 1900-03-01. */
function serial(iso: string): number | string {
  const day = dayFromIso(iso);
  return day === null ? iso : day + 25_569;
}
