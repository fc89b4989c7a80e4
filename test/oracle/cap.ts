import type { Line } from './read-claims.ts';

/** A monthly maximum and the codes that share it. */
export interface OracleCap {
  readonly codes: readonly string[];
  readonly minutes: number;
}

/** The caps of a month as the contract states them (section 9); null when no policy holds. */
export function capsOf(month: string): readonly OracleCap[] | null {
  if (month >= '2020-01') return [{ codes: ['1062', 'H138', 'H139', 'H306'], minutes: 390 }];
  if (month < '2015-01') return null;
  return [
    { codes: ['1017', '1018'], minutes: 240 },
    { codes: ['1019'], minutes: 150 },
  ];
}

/** What one cap says of a client-month. */
export interface CapOutcome {
  readonly eligible: number;
  /** As `eligible`, over all debit lines that can be attributed. */
  readonly declared: number;
  /** Lines that do not fit, with the minutes that do not. */
  readonly excess: ReadonlyMap<Line, number>;
}

/**
 * Fills the month from its first line on: each line gets what it needs until the room is gone, and what then finds no room
 * is the excess. The contract walks from the last line back and takes the excess away, which must come to the same.
 */
export function applyCap(month: readonly Line[], cap: OracleCap): CapOutcome {
  const lines = month.filter((line) => cap.codes.includes(line.code) && !line.spans);
  const debits = lines.filter((line) => !line.credit);
  const credits = lines.filter((line) => line.credit && line.errors.size === 0);
  const named = (debit: Line) =>
    credits.filter((credit) => debit.reference !== '' && credit.corrects === debit.reference);
  const free = credits.filter((credit) => !debits.some((debit) => named(debit).includes(credit)));
  const counts = (debit: Line) => Math.max(0, debit.minutes - sum(named(debit)));
  const clean = debits.filter((line) => line.errors.size === 0).sort(byPlaceInMonth);

  const total = (some: readonly Line[]) => some.reduce((minutes, debit) => minutes + counts(debit), 0) - sum(free);
  const excess = new Map<Line, number>();
  let room = cap.minutes + sum(free);
  for (const debit of clean) {
    const fits = Math.min(room, counts(debit));
    room -= fits;
    if (fits < counts(debit)) excess.set(debit, counts(debit) - fits);
  }
  return { eligible: total(clean), declared: total(debits), excess };
}

/** Minutes of some lines together, without sign. */
export function sum(lines: readonly Line[]): number {
  return lines.reduce((minutes, line) => minutes + line.minutes, 0);
}

function byPlaceInMonth(a: Line, b: Line): number {
  if (a.first !== b.first) return a.first - b.first;
  if (a.last !== b.last) return a.last - b.last;
  if (a.reference !== b.reference) return a.reference < b.reference ? -1 : 1;
  return a.order - b.order;
}
