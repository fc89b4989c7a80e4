import type { ClientId } from '../domain/client-identity.ts';
import type { BookedLine, Ledger } from '../domain/ledger.ts';
import { type Month, monthText } from '../domain/month.ts';
import type { ClientNames } from './client-names.ts';

/** What was booked earlier, as judging looks at it: without the runs that this delivery is itself, or takes the place of. */
export interface BookedLines {
  /** Surely nothing is booked. */
  readonly isEmpty: boolean;
  ofMonth(client: ClientId, month: Month): readonly BookedLine[];
  /** Booked lines with this reference number. */
  bearing(reference: string): readonly BookedLine[];
  /** Booked credits that name this reference number. */
  naming(reference: string): readonly BookedLine[];
  hasMonth(month: Month): boolean;
}

/** The view of a ledger for one delivery. `except`: booked runs whose lines this delivery brings again. */
export function bookedLines(ledger: Ledger, names: ClientNames, except: readonly string[]): BookedLines {
  const counts = ({ run }: BookedLine) => !except.includes(run);
  const months = new Map<Month, boolean>();
  const hasMonth = (month: Month) => {
    const known = months.get(month) ?? ledger.hasMonth(monthText(month), except);
    months.set(month, known);
    return known;
  };
  return {
    isEmpty: ledger.isEmpty ?? false,
    // A pseudonym costs more than all else that is done for a client-month: none is made where nothing is booked.
    ofMonth: (client, month) =>
      hasMonth(month) ? ledger.ofMonth(names.pseudonym(client), monthText(month)).filter(counts) : [],
    bearing: (reference) => (reference === '' ? [] : ledger.bearing(names.safe(reference)).filter(counts)),
    naming: (reference) => (reference === '' ? [] : ledger.naming(names.safe(reference)).filter(counts)),
    hasMonth,
  };
}

/**
 * Net booked minutes under a cap, per code. None when more was credited than debited: a booking that was taken back left its credit behind,
 * and that makes no room for other lines.
 */
export function countingMinutes(
  lines: readonly BookedLine[],
  { codes }: { readonly codes: readonly string[] },
): Record<string, number> {
  const byCode: Record<string, number> = {};
  for (const { code, minutes, credit } of lines) byCode[code] = (byCode[code] ?? 0) + (credit ? -minutes : minutes);
  const sum = codes.reduce((total, code) => total + (byCode[code] ?? 0), 0);
  return sum < 0 ? {} : byCode;
}
