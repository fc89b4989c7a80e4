import type { Cents } from './cents.ts';
import type { ClientId } from './client-identity.ts';
import type { DeclaredLaw } from './law.ts';
import type { Minutes } from './minutes.ts';
import { lastDayOf, type Month } from './month.ts';
import type { ClosedPeriod } from './period.ts';
import type { Place } from './place.ts';

/** What a credit names, as far as this run and the booked lines know it. */
export interface Correction {
  /** The reference number it names; '' when it names none. */
  readonly named: string;
  /**
   * `empty`: the credit names nothing · `unknown`: no debit with that reference · `here`: a debit of the same client and month in this run ·
   * `elsewhere`: a debit of another client or month in this run · `booked`: a debit of an earlier run that was booked.
   */
  readonly target: 'empty' | 'unknown' | 'here' | 'elsewhere' | 'booked';
  /** The number of the debit line when `here`. */
  readonly debit: number | null;
  /** Minutes of the debit named, when known. */
  readonly debitMinutes: Minutes | null;
  /** Minutes that all credits of this run together take from that reference. */
  readonly creditedMinutes: Minutes;
  /** How many credits, in this run and booked, name that reference; 1 when only this one. */
  readonly credits: number;
}

/** One technology line (declaratieregel) as the rules see it: typed, its place kept. */
export interface ClaimLine {
  /** Its number in the line table: its identity within the run. */
  readonly number: number;
  readonly place: Place;
  readonly client: ClientId;
  readonly code: string;
  readonly period: ClosedPeriod;
  /** The calendar month of the first day. */
  readonly month: Month;
  /** Never negative; `credit` carries the sign. */
  readonly minutes: Minutes;
  readonly credit: boolean;
  /** The quantity was given in minutes (not in hours, quarters or five minutes). */
  readonly inMinutes: boolean;
  /** Its own reference number; '' when it has none. */
  readonly reference: string;
  /** How many lines of this run bear its reference number, itself included. */
  readonly bearers: number;
  /** The first few of the others. */
  readonly sameReference: readonly { readonly input: number; readonly row: number }[];
  /** Only on a credit. */
  readonly correction: Correction | null;
  readonly declaredLaw: DeclaredLaw;
  readonly provider: string;
  readonly insurer: string;
  /** As declared, without sign; null when the export has none. */
  readonly amount: Cents | null;
  /** Rate × quantity to the cent; null when there is no rate. */
  readonly expectedAmount: Cents | null;
  /** The run in which a line with its reference number was booked before; null when none was. */
  readonly bookedBy: string | null;
  /** An intake fault of error severity touches the row; the line can still be judged. */
  readonly faulty: boolean;
}

/** The debit lines: what entitlement is judged on. A credit on a wrong day is the correction of a mistake, not a mistake. */
export function debits(lines: readonly ClaimLine[]): ClaimLine[] {
  return lines.filter((line) => !line.credit);
}

/** Whether the last day lies in another month than the first: the minutes of the line cannot be attributed to a month. */
export function spansMonths(line: ClaimLine): boolean {
  return line.period.last > lastDayOf(line.month);
}
