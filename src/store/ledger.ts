import type { Database } from 'better-sqlite3';
import type { BookedLine, Ledger } from '../domain/ledger.ts';
import { type Month, monthText } from '../domain/month.ts';
import { bookingState } from './bookings.ts';
import { BOOKED_COLUMNS, type BookedRow, bookedLine, RETURNED_SINCE } from './line-rows.ts';

/** Does what is asked of the store, with SQLite's errors explained. */
type Asking = <T>(work: () => T) => T;

/** A ledger that knows of which moment it is. */
export interface StoreLedger extends Ledger {
  /** How many times something had been booked or taken back: what `StoredRun.judgedAt` is. */
  readonly state: number;
}

/** What a remembered run was judged with; null for what cannot be told any more. */
export interface JudgedWith {
  readonly ledger: Ledger;
  /** The booked runs that did not count: it brought their lines again, or took their place. */
  readonly without: readonly string[];
}

/**
 * The booked lines as a run was judged with them; null when it is not remembered, or when lines that counted then were removed since.
 */
export function ledgerOfRun(db: Database, run: string, ask: Asking): JudgedWith | null {
  const row = db
    .prepare<[string], { judged_at: number; judged_without: string }>(
      'SELECT judged_at, judged_without FROM runs WHERE id = ?',
    )
    .get(run);
  if (row === undefined) return null;
  const forgotten = db
    .prepare<[object], number>('SELECT 1 FROM bookings WHERE forgotten AND number <= :state AND ended > :state LIMIT 1')
    .pluck()
    .get({ state: row.judged_at });
  if (forgotten !== undefined) return null;
  return { ledger: ledgerAt(db, row.judged_at, ask), without: JSON.parse(row.judged_without) as string[] };
}

/** The ledger as it is now. */
export function ledgerOfNow(db: Database, ask: Asking): StoreLedger {
  return ledgerAt(db, null, ask);
}

/**
 * The ledger as it is now (`at` null) or was when this number had been given out, and stays: booked lines are never changed, so what counted at one moment is told by the numbers of the bookings
 * that counted then. No transaction is held, and the store can be written meanwhile. Only what ended and was removed since is not seen.
 * `ask` is what every question goes through.
 */
function ledgerAt(db: Database, at: number | null, ask: Asking): StoreLedger {
  const { state, runs, months, filesByRun, invoices } = db.transaction(() => countingAt(db, at ?? bookingState(db)))();
  const find = {
    ofMonth: db.prepare<[Month, string], BookedRow>(OF_MONTH),
    bearing: db.prepare<[string], BookedRow>(BEARING),
    naming: db.prepare<[string], BookedRow>(NAMING),
  };
  const counting = (rows: () => readonly BookedRow[]): readonly BookedLine[] => {
    // Asked for every line of a month, of a store in which most often nothing was booked yet.
    if (runs.size === 0) return [];
    return ask(rows).flatMap((row) => {
      const run = runs.get(row.booking);
      const cameBack = row.returned !== null && row.returned <= state;
      return run === undefined || cameBack ? [] : [bookedLine(run, row)];
    });
  };
  return {
    state,
    isEmpty: runs.size === 0,
    ofMonth: (client, month) => {
      const known = months.get(month);
      return known === undefined ? [] : counting(() => find.ofMonth.all(known.number, client));
    },
    bearing: (reference) => counting(() => find.bearing.all(reference)),
    naming: (reference) => counting(() => find.naming.all(reference)),
    hasMonth: (month, exceptRuns) => months.get(month)?.runs.some((run) => !exceptRuns.includes(run)) ?? false,
    runsWithFile: (sha256s) =>
      [...filesByRun].filter(([, files]) => files.every((file) => sha256s.includes(file))).map(([run]) => run),
    runsWithInvoice: (number, payee) =>
      invoices.flatMap((invoice) => (invoice.number === number && invoice.payee === payee ? [invoice.run] : [])),
  };
}

/** How the ledger finds lines; kept by name so that the plans of these queries can be looked at. */
export const OF_MONTH = `
  SELECT ${BOOKED_COLUMNS} FROM booked_clients CROSS JOIN booked ON booked.month = ? AND booked.client = booked_clients.number
  ${RETURNED_SINCE} WHERE booked_clients.pseudonym = ? ORDER BY booked.booking, booked.number`;
export const BEARING = `
  SELECT ${BOOKED_COLUMNS} FROM booked CROSS JOIN booked_clients ON booked_clients.number = booked.client
  ${RETURNED_SINCE} WHERE reference = ? AND reference <> ''`;
export const NAMING = `
  SELECT ${BOOKED_COLUMNS} FROM booked CROSS JOIN booked_clients ON booked_clients.number = booked.client
  ${RETURNED_SINCE} WHERE corrects = ? AND corrects <> '' AND credit = 1`;

/** Bookings that counted when `state` was the last number given out. */
const COUNTING = 'number <= :state AND (ended IS NULL OR ended > :state)';

function countingAt(db: Database, state: number) {
  const all = <Row>(query: string) => db.prepare<[object], Row>(query).all({ state });
  const bookings = all<{ number: number; run: string }>(`SELECT number, run FROM bookings WHERE ${COUNTING}`);
  const months = all<{ month: Month; run: string }>(
    `SELECT month, run FROM booking_months JOIN bookings ON number = booking WHERE ${COUNTING}`,
  );
  const files = all<{ sha256: string; run: string }>(
    `SELECT sha256, run FROM booking_files JOIN bookings ON number = booking WHERE ${COUNTING} ORDER BY number`,
  );
  const filesByRun = new Map<string, string[]>();
  for (const { sha256, run } of files) filesByRun.set(run, [...(filesByRun.get(run) ?? []), sha256]);
  const invoices = all<{ number: string; payee: string; run: string }>(INVOICES);
  const byMonth = new Map<string, { readonly number: Month; readonly runs: string[] }>();
  for (const { month, run } of months) {
    const known = byMonth.get(monthText(month));
    if (known) known.runs.push(run);
    else byMonth.set(monthText(month), { number: month, runs: [run] });
  }
  return {
    state,
    runs: new Map(bookings.map(({ number, run }) => [number, run])),
    months: byMonth,
    filesByRun,
    invoices,
  };
}

const INVOICES = `
  SELECT inputs.document ->> '$.invoice.number' AS number, inputs.document ->> '$.invoice.payee' AS payee, bookings.run
  FROM bookings JOIN runs ON runs.id = bookings.run JOIN inputs ON inputs.run = runs.number
  WHERE bookings.number <= :state AND (ended IS NULL OR ended > :state) AND inputs.document ->> '$.invoice.number' IS NOT NULL
  ORDER BY bookings.number, inputs.number`;
