import type { Severity } from '../domain/finding.ts';
import type { ChangeCause, JudgedAgain, Language } from '../domain/run.ts';

/** The words of `tzt diff` in one language. Counts come as a number, for the grammar, and as text, for the eye. */
export interface DiffLabels {
  title(older: string, newer: string): string;
  readonly differs: string;
  readonly differsInNothing: string;
  version(older: string, newer: string): string;
  policies(ids: string): string;
  readonly weakened: string;
  asOf(older: string, newer: string): string;
  files(roles: string): string;
  readonly sameFiles: string;
  readonly roles: Readonly<Record<string, string>>;
  readonly noRole: string;
  readonly groups: Readonly<Record<'new' | 'solved' | 'unchanged', string>>;
  count(severity: Severity, n: number, text: string): string;
  readonly nothing: string;
  /** Findings that both runs have, and that say something else now. */
  changed(n: number, text: string): string;
  readonly causes: Readonly<Record<ChangeCause, string>>;
  /** The same in a few words, behind a number. */
  readonly shortCauses: Readonly<Record<ChangeCause, string>>;
  /** Heading of findings that both runs have and that say something else. */
  readonly changedHeading: string;
  /** What there is to say of judging the older lines again; null when it was done or not needed. */
  readonly judgedAgain: Readonly<Record<JudgedAgain, string | null>>;
  severityWas(before: string): string;
  readonly waived: string;
  row(row: number): string;
  more(n: number, text: string): string;
  readonly otherKey: string;
  readonly nothingInCommon: string;
  readonly laterFirst: string;
  readonly verdictGood: string;
  verdictBad(n: number, text: string): string;
}

const NL: DiffLabels = {
  title: (older, newer) => `Van ${older} naar ${newer}`,
  differs: 'Anders tussen de twee',
  differsInNothing: 'Programma, maxima, peildatum en bestanden zijn gelijk.',
  version: (older, newer) => `programma ${older}, nu ${newer}`,
  policies: (ids) => `maxima: ${ids}`,
  weakened: 'verlaagde kernregels',
  asOf: (older, newer) => `peildatum ${older}, nu ${newer}`,
  files: (roles) => `andere bestanden: ${roles}`,
  sameFiles: 'de bestanden zijn gelijk',
  roles: {
    claims: 'declaratieregels',
    deliveryForms: 'leveringsvormen',
    indications: 'indicaties',
    clients: 'cliënten',
  },
  noRole: 'niet herkend',
  groups: { new: 'Nieuw', solved: 'Opgelost', unchanged: 'Onveranderd' },
  count: (severity, n, text) =>
    `${text} ${{ error: n === 1 ? 'fout' : 'fouten', warning: n === 1 ? 'waarschuwing' : 'waarschuwingen', info: n === 1 ? 'opmerking' : 'opmerkingen' }[severity]}`,
  nothing: 'geen',
  changed: (_n, text) => `waarvan ${text} met andere cijfers of een andere ernst`,
  causes: {
    data: 'door andere gegevens',
    rules: 'door andere regels (volgens de nieuwe regels was dit bij de oude gegevens ook zo)',
    both: 'door andere regels én andere gegevens',
    circumstances: 'door boekingen, acceptaties, instellingen of peildatum (gegevens en regels zijn gelijk)',
    unknown: 'door andere regels of andere gegevens: dat is hier niet te scheiden',
  },
  shortCauses: {
    data: 'door andere gegevens',
    rules: 'door andere regels',
    both: 'door andere regels én andere gegevens',
    circumstances: 'door boekingen, acceptaties, instellingen of peildatum',
    unknown: 'waarvan niet te zeggen is of de regels of de gegevens het doen',
  },
  changedHeading: 'Bekend, maar met andere cijfers of een andere ernst',
  judgedAgain: {
    yes: 'De oude declaratieregels zijn ook volgens de nieuwe regels beoordeeld, voor zover dat zonder registers kan: maxima, credits en referentienummers. Bevindingen over leveringsvorm, indicatie of overlijden kunnen dat niet.',
    'not-needed': null,
    'report-file':
      'De regels zijn anders, en een report.json bevat niet alle declaratieregels. Daarom is niet van elke bevinding te zeggen of zij door andere regels of door andere gegevens komt. Vergelijk twee runs uit de opslag om dat wel te weten.',
    'other-program':
      'De regels zijn anders, maar de nieuwe run is met een andere versie, andere maxima of een andere configuratie gemaakt dan er nu zijn. De oude declaratieregels konden daarom niet volgens die regels beoordeeld worden.',
    removed:
      'De regels zijn anders, maar boekingen die bij de oude run meetelden zijn opgeruimd. Zijn declaratieregels konden daarom niet opnieuw beoordeeld worden.',
  },
  severityWas: (before) => `was ${before}`,
  waived: 'geaccepteerd',
  row: (row) => `rij ${row}`,
  more: (_n, text) => `en nog ${text}; alles met --all of --json`,
  otherKey:
    'Let op: de bevindingen zijn gelijk, maar geen enkele vingerafdruk komt overeen. De twee zijn met verschillende sleutels gemaakt (TZT_KEY of tzt.key) en zo niet te vergelijken.',
  nothingInCommon: 'Let op: de twee hebben geen enkele bevinding gemeen. Gaan ze over dezelfde maand?',
  laterFirst: 'Let op: de eerste run is later gemaakt dan de tweede.',
  verdictGood: 'Geen nieuwe fouten.',
  verdictBad: (n, text) => `${text} nieuwe ${n === 1 ? 'fout' : 'fouten'}.`,
};

const EN: DiffLabels = {
  title: (older, newer) => `From ${older} to ${newer}`,
  differs: 'Different between the two',
  differsInNothing: 'Program, limits, reference day and files are the same.',
  version: (older, newer) => `program ${older}, now ${newer}`,
  policies: (ids) => `limits: ${ids}`,
  weakened: 'lowered core rules',
  asOf: (older, newer) => `reference day ${older}, now ${newer}`,
  files: (roles) => `other files: ${roles}`,
  sameFiles: 'the files are the same',
  roles: { claims: 'claim lines', deliveryForms: 'delivery forms', indications: 'indications', clients: 'clients' },
  noRole: 'not recognised',
  groups: { new: 'New', solved: 'Solved', unchanged: 'Unchanged' },
  count: (severity, n, text) =>
    `${text} ${{ error: n === 1 ? 'error' : 'errors', warning: n === 1 ? 'warning' : 'warnings', info: n === 1 ? 'remark' : 'remarks' }[severity]}`,
  nothing: 'none',
  changed: (_n, text) => `${text} of them with other figures or another severity`,
  causes: {
    data: 'because the data changed',
    rules: 'because the rules changed (by the newer rules the older data says the same)',
    both: 'because both the rules and the data changed',
    circumstances: 'because of bookings, waivers, settings or the reference day (data and rules are the same)',
    unknown: 'because the rules or the data changed: which of them cannot be told here',
  },
  shortCauses: {
    data: 'because the data changed',
    rules: 'because the rules changed',
    both: 'because both the rules and the data changed',
    circumstances: 'because of bookings, waivers, settings or the reference day',
    unknown: 'of which it cannot be told whether the rules or the data changed',
  },
  changedHeading: 'Known, but with other figures or another severity',
  judgedAgain: {
    yes: 'The older claim lines were also judged by the newer rules, as far as that needs no registers: maximums, credits and reference numbers. Findings about delivery forms, indications or death cannot be.',
    'not-needed': null,
    'report-file':
      'The rules are others, and a report.json does not hold all claim lines. So it cannot be told of every finding whether the rules or the data made it. Compare two runs of the store to know.',
    'other-program':
      'The rules are others, but the newer run was made with another version, other limits or another configuration than there are now. So the older claim lines could not be judged by those rules.',
    removed:
      'The rules are others, but bookings that counted for the older run were removed. So its claim lines could not be judged again.',
  },
  severityWas: (before) => `was ${before}`,
  waived: 'accepted',
  row: (row) => `row ${row}`,
  more: (_n, text) => `and ${text} more; all of them with --all or --json`,
  otherKey:
    'Note: the findings are the same, yet no fingerprint is in both. The two were made with different keys (TZT_KEY or tzt.key) and cannot be compared like this.',
  nothingInCommon: 'Note: the two have no finding in common. Are they about the same month?',
  laterFirst: 'Note: the first run was made later than the second.',
  verdictGood: 'No new errors.',
  verdictBad: (n, text) => `${text} new ${n === 1 ? 'error' : 'errors'}.`,
};

/** What `tzt diff` says, per language. */
export const DIFF_LABELS: Readonly<Record<Language, DiffLabels>> = { nl: NL, en: EN };
