import { hoursText } from '../domain/minutes.ts';

/** A stretch of days in data, as ISO text. */
interface DaysData {
  readonly first: string;
  readonly last: string | null;
}

/** What a line on a row is called: a declaratieregel, a credit or a debit among them, or a row of any file. */
export type RowNoun = 'line' | 'credit' | 'debit' | 'row';

/** The small parts sentences are made of, in one language. Plain arithmetic: Intl differs between versions of Node. */
export interface Forms {
  number(value: number): string;
  euros(cents: number): string;
  hours(minutes: number): string;
  date(iso: string): string;
  month(text: string): string;
  /** A text from a file between quotation marks, shortened, what could be a BSN hidden. */
  quote(text: string): string;
  /** The name of a file, folder or sheet between quotation marks, in full: half a name finds nothing. */
  quoteName(text: string): string;
  /** A code or number from a file, without marks: plain and shortened. */
  name(text: string): string;
  /** `a, b en c`. */
  and(items: readonly string[]): string;
  /** `a, b of c`. */
  or(items: readonly string[]): string;
  /** `01-03-2026 t/m 15-03-2026`, one day, or an open stretch. */
  days(days: DaysData): string;
  /** `regels 12 en 13`. */
  rows(noun: RowNoun, names: readonly string[]): string;
  /** Rows that are only counted: `3 regels`. */
  countedRows(noun: RowNoun, count: number): string;
  /** `nog 3`, the last item of a list that was cut. */
  more(count: number): string;
  /** `en nog 3 regels`, behind phrases that were cut. */
  andMoreRows(noun: RowNoun, count: number): string;
  /** A row in another file: `12 van „mei.csv”`. */
  rowOf(row: number, input: string, sheet: string | null): string;
}

/** A whole number or decimal fraction with marks between thousands and before the fraction. */
export function grouped(value: number, thousands: string, decimal: string): string {
  const [whole = '', fraction] = String(Math.abs(value)).split('.');
  const marked = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return `${value < 0 ? '-' : ''}${marked}${fraction === undefined ? '' : decimal + fraction}`;
}

/** Whole eurocents as `1.234,50`, without sign. */
export function amount(cents: number, thousands: string, decimal: string): string {
  const size = Math.abs(cents);
  return `${grouped(Math.floor(size / 100), thousands, decimal)}${decimal}${String(size % 100).padStart(2, '0')}`;
}

/** Minutes as `6:30`, or `1.234:05` when there are thousands of hours. */
export function clock(minutes: number, thousands: string): string {
  return hoursText(minutes).replace(/\B(?=(\d{3})+:)/g, thousands);
}

/** Year, month and day of ISO text, or null for any other text. */
export function isoParts(text: string): { readonly year: string; readonly month: number; readonly day: number } | null {
  const match = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?:[T ].*)?$/.exec(text);
  return match?.[1] ? { year: match[1], month: Number(match[2]), day: Number(match[3]) } : null;
}

/** Year and month of `jjjj-mm`, or null for any other text. */
export function monthParts(text: string): { readonly year: string; readonly month: number } | null {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  return match?.[1] ? { year: match[1], month: Number(match[2]) } : null;
}

/** Items with a word before the last: `a, b en c`. */
export function joined(items: readonly string[], word: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}
