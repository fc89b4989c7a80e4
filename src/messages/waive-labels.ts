import type { Language } from '../domain/run.ts';

/** What `tzt waive` says, in Dutch. */
const NL = {
  added: (fingerprint: string, until: string, where: string) =>
    `Geaccepteerd t/m ${until}: ${fingerprint} (in ${where}).`,
  replaced: (owner: string, until: string) => `Dit vervangt de acceptatie van ${owner}, die gold t/m ${until}.`,
  neverSeen: (fingerprint: string) =>
    `Let op: in de laatste onthouden run komt ${fingerprint} niet voor. Controleer de vingerafdruk in het rapport.`,
  removed: (fingerprint: string, where: string) => `Weggehaald uit ${where}: ${fingerprint}.`,
  none: 'Er zijn geen geaccepteerde bevindingen.',
  heading: ['vingerafdruk', 'toestand', 'vanaf', 't/m', 'door', 'regel', 'waar', 'reden'],
  store: 'de opslag',
  states: { coming: 'gaat nog in', holds: 'geldt', expired: 'verlopen' },
  expiring: (days: number) => (days === 0 ? 'laatste dag' : `nog ${days} ${days === 1 ? 'dag' : 'dagen'}`),
  unused: 'ongebruikt',
  lastRun: (run: string, date: string) => `Vergeleken met de laatste onthouden run ${run} van ${date}.`,
  noRun: 'Er is nog geen run onthouden; welke acceptaties ongebruikt zijn, is niet te zeggen.',
  summary: (all: number, expired: number, expiring: number, unused: number) =>
    `${all} ${all === 1 ? 'acceptatie' : 'acceptaties'}: ${expired} verlopen, ${expiring} ${expiring === 1 ? 'verloopt' : 'verlopen'} binnen 14 dagen, ${unused} ongebruikt.`,
} as const;

/** The same in English. */
const EN: WaiveLabels = {
  added: (fingerprint, until, where) => `Accepted until ${until}: ${fingerprint} (in ${where}).`,
  replaced: (owner, until) => `This replaces the waiver by ${owner}, which held until ${until}.`,
  neverSeen: (fingerprint) =>
    `Note: ${fingerprint} is not in the last remembered run. Check the fingerprint in the report.`,
  removed: (fingerprint, where) => `Removed from ${where}: ${fingerprint}.`,
  none: 'There are no accepted findings.',
  heading: ['fingerprint', 'state', 'from', 'until', 'by', 'rule', 'where', 'reason'],
  store: 'the store',
  states: { coming: 'not yet', holds: 'holds', expired: 'expired' },
  expiring: (days) => (days === 0 ? 'last day' : `${days} ${days === 1 ? 'day' : 'days'} left`),
  unused: 'unused',
  lastRun: (run, date) => `Compared with the last remembered run ${run} of ${date}.`,
  noRun: 'No run is remembered yet; which waivers are unused cannot be told.',
  summary: (all, expired, expiring, unused) =>
    `${all} ${all === 1 ? 'waiver' : 'waivers'}: ${expired} expired, ${expiring} ${expiring === 1 ? 'expires' : 'expire'} within 14 days, ${unused} unused.`,
};

/** The words of `tzt waive` in one language. */
export interface WaiveLabels {
  added(fingerprint: string, until: string, where: string): string;
  replaced(owner: string, until: string): string;
  neverSeen(fingerprint: string): string;
  removed(fingerprint: string, where: string): string;
  readonly none: string;
  readonly heading: readonly string[];
  readonly store: string;
  readonly states: Readonly<Record<'coming' | 'holds' | 'expired', string>>;
  /** How long it lasts: 0 days left is its last day. */
  expiring(days: number): string;
  readonly unused: string;
  lastRun(run: string, date: string): string;
  readonly noRun: string;
  summary(all: number, expired: number, expiring: number, unused: number): string;
}

/** What `tzt waive` says, per language. */
export const WAIVE_LABELS: Readonly<Record<Language, WaiveLabels>> = { nl: NL, en: EN };
