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

/**
 * The ledger as it is now, and stays: booked lines are never changed, so what counted at one moment is told by the numbers of the bookings
 * that counted then. No transaction is held, and the store can be written meanwhile. Only what ended and was removed since is not seen.
 * `ask` is what every question goes through.
 */
export function ledgerOfNow(db: Database, ask: Asking): StoreLedger {
  const { state, runs, months, filesByRun, invoices } = db.transaction(() => countingNow(db))();
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

function countingNow(db: Database) {
  const bookings = db
    .prepare<[], { number: number; run: string }>('SELECT number, run FROM bookings WHERE ended IS NULL')
    .all();
  const months = db
    .prepare<[], { month: Month; run: string }>(
      'SELECT month, run FROM booking_months JOIN bookings ON number = booking WHERE ended IS NULL',
    )
    .all();
  const files = db
    .prepare<[], { sha256: string; run: string }>(
      'SELECT sha256, run FROM booking_files JOIN bookings ON number = booking WHERE ended IS NULL ORDER BY number',
    )
    .all();
  const filesByRun = new Map<string, string[]>();
  for (const { sha256, run } of files) filesByRun.set(run, [...(filesByRun.get(run) ?? []), sha256]);
  const invoices = db.prepare<[], { number: string; payee: string; run: string }>(INVOICES).all();
  const byMonth = new Map<string, { readonly number: Month; readonly runs: string[] }>();
  for (const { month, run } of months) {
    const known = byMonth.get(monthText(month));
    if (known) known.runs.push(run);
    else byMonth.set(monthText(month), { number: month, runs: [run] });
  }
  return {
    state: bookingState(db),
    runs: new Map(bookings.map(({ number, run }) => [number, run])),
    months: byMonth,
    filesByRun,
    invoices,
  };
}

const INVOICES = `
  SELECT inputs.document ->> '$.invoice.number' AS number, inputs.document ->> '$.invoice.payee' AS payee, bookings.run
  FROM bookings JOIN runs ON runs.id = bookings.run JOIN inputs ON inputs.run = runs.number
  WHERE ended IS NULL AND inputs.document ->> '$.invoice.number' IS NOT NULL
  ORDER BY bookings.number, inputs.number`;
