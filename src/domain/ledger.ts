import type { LineFacts } from './line-facts.ts';

/** A line that was booked: sent to the payer in an earlier run. Under the pseudonym of its client; no BSN is in it. */
export interface BookedLine extends LineFacts {
  /** The run it was booked with. */
  readonly run: string;
  /** The care month, `jjjj-mm`. */
  readonly month: string;
  /** The reference a credit names; '' when it names none. */
  readonly corrects: string;
  /** UZOVI number; '' when unknown. */
  readonly insurer: string;
}

/** What judging asks of the booked lines. Answers are of one moment: bookings made meanwhile are not seen. */
export interface Ledger {
  /** True when nothing counts as booked, so that nothing needs to be asked. */
  readonly isEmpty?: boolean;
  /** The booked lines of a client in a care month. */
  ofMonth(client: string, month: string): readonly BookedLine[];
  /** The booked lines that bear a reference number, of any client and month. Never asked for ''. */
  bearing(reference: string): readonly BookedLine[];
  /** The booked credits that name a reference number. Never asked for ''. */
  naming(reference: string): readonly BookedLine[];
  /** Whether any line of a care month is booked, of any client, by another run than these. */
  hasMonth(month: string, exceptRuns: readonly string[]): boolean;
  /** The booked runs that this delivery brings again in full: all their claims files are among these SHA-256 hashes. */
  runsWithFile(sha256s: readonly string[]): readonly string[];
  /** The booked runs with a message of this invoice number (0116), paid to this party. Of runs that were removed it is not known. */
  runsWithInvoice(number: string, payee: string): readonly string[];
}

/** Nothing was ever booked. */
export const EMPTY_LEDGER: Ledger = {
  isEmpty: true,
  ofMonth: () => [],
  bearing: () => [],
  naming: () => [],
  hasMonth: () => false,
  runsWithFile: () => [],
  runsWithInvoice: () => [],
};
