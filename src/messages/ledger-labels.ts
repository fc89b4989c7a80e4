import type { Language } from '../domain/run.ts';

/** The words of `tzt ledger` in one language. */
export interface LedgerLabels {
  nothing(client: string): string;
  readonly booked: string;
  bookedWith(run: string): string;
  readonly judged: string;
  /** A line that would fit under the maximum for a part. */
  fits(hours: string): string;
  readonly creditLeft: string;
  left(codes: string, booked: string, cap: string, left: string): string;
}

const NL: LedgerLabels = {
  nothing: (client) => `Over cliënt ${client} is niets onthouden.`,
  booked: 'Geboekt',
  bookedWith: (run) => `geboekt met run ${run}`,
  judged: 'Beoordeeld, niet geboekt',
  fits: (hours) => `past: ${hours}`,
  creditLeft: 'blijft achter: de debetregel die hij terugneemt, is niet geboekt',
  left: (codes, booked, cap, left) => `${codes}: geboekt ${booked} van ${cap}, nog vrij ${left}`,
};

const EN: LedgerLabels = {
  nothing: (client) => `Nothing is remembered of client ${client}.`,
  booked: 'Booked',
  bookedWith: (run) => `booked with run ${run}`,
  judged: 'Judged, not booked',
  fits: (hours) => `fits: ${hours}`,
  creditLeft: 'stays behind: the debit it takes back is not booked',
  left: (codes, booked, cap, left) => `${codes}: booked ${booked} of ${cap}, left ${left}`,
};

/** What `tzt ledger` says, per language. */
export const LEDGER_LABELS: Readonly<Record<Language, LedgerLabels>> = { nl: NL, en: EN };
