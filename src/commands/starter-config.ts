import type { Language } from '../domain/run.ts';

type Notes = Readonly<Record<'all' | StarterKey | 'policies' | 'out' | 'waivers' | 'limits', string>>;
type StarterKey = keyof typeof STARTER;

/** What `tzt init` settles: the defaults, so that writing the file changes nothing yet. */
const STARTER = {
  language: 'nl' as Language,
  store: 'reports/tzt.sqlite',
  reports: ['html', 'json', 'xlsx'],
  failOn: 'error',
  rules: {},
  payerCaps: [],
  columns: [],
};

const NL: Notes = {
  all: 'Instellingen van tzt. Sleutels die met // beginnen zijn toelichting. Een optie of een TZT_-variabele gaat voor; tzt validate --print-config toont wat geldt en waar het vandaan komt.',
  language: 'Taal van meldingen en rapporten: nl of en.',
  store:
    'Hier onthoudt tzt de runs. De sleutel van de pseudoniemen (tzt.key) ligt ernaast: bewaar beide, en deel ze met niemand die het niet nodig heeft.',
  reports: 'Welke rapporten een run schrijft. Alle namen: tzt validate --help.',
  failOn: 'Waarvan de afsluitcode 1 wordt: error, warning, of new (alleen fouten die --baseline niet had).',
  rules:
    'Ernst per regel: error, warning, info of off. Bijvoorbeeld "late-line": "off". Een kernregel verlagen kan alleen met een reden: { "severity": "warning", "reason": "…" }. Alle regels: tzt rules.',
  payerCaps:
    'Een lager maximum dat een verzekeraar heeft afgesproken, in minuten per maand. Bijvoorbeeld { "uzovi": "9999", "minutes": 360, "from": "2027-01-01", "to": "2027-12-31" }.',
  columns:
    'Koppen van uw eigen export die tzt niet herkent. Bijvoorbeeld { "files": "export-*.csv", "role": "claims", "fields": { "client": "Klantnr" } }. Alle velden: tzt schema claims.',
  out: 'Niet ingevuld: elke run krijgt een eigen map in reports. Met "out": "map" komen de rapporten altijd daar.',
  waivers:
    'Niet ingevuld: geaccepteerde bevindingen staan in de opslag (tzt waive). Met "waivers": "acceptaties.json" ook in een bestand dat u kunt nakijken.',
  policies:
    'Niet ingevuld: het meegeleverde beleid. Met "policies": "beleid" geldt wat in die map staat, en niets anders.',
  limits: 'Niet ingevuld: grenzen aan wat gelezen wordt. Een melding noemt de grens die u kunt verhogen.',
};

const EN: Notes = {
  all: 'Settings of tzt. Keys that begin with // are notes. An option or a TZT_ variable wins; tzt validate --print-config shows what holds and where it comes from.',
  language: 'Language of messages and reports: nl or en.',
  store:
    'Here tzt remembers its runs. The key of the pseudonyms (tzt.key) lies beside it: keep both, and share them with nobody who does not need them.',
  reports: 'Which reports a run writes. All names: tzt validate --help.',
  failOn: 'What makes exit code 1: error, warning, or new (only errors that --baseline did not have).',
  rules:
    'Severity per rule: error, warning, info or off. For example "late-line": "off". A core rule can be lowered only with a reason: { "severity": "warning", "reason": "…" }. All rules: tzt rules.',
  payerCaps:
    'A lower maximum agreed with an insurer, in minutes per month. For example { "uzovi": "9999", "minutes": 360, "from": "2027-01-01", "to": "2027-12-31" }.',
  columns:
    'Headings of your own export that tzt does not know. For example { "files": "export-*.csv", "role": "claims", "fields": { "client": "Klantnr" } }. All fields: tzt schema claims.',
  out: 'Not set: each run gets a folder of its own in reports. With "out": "folder" the reports always go there.',
  waivers:
    'Not set: accepted findings are kept in the store (tzt waive). With "waivers": "accepted.json" also in a file that can be reviewed.',
  policies: 'Not set: the shipped policies. With "policies": "folder" those in that folder hold, and no others.',
  limits: 'Not set: limits of what is read. A message names the limit you can raise.',
};

/** The text of a tzt.config.json that explains itself: every key with a note before it, those that are not set at the end. */
export function starterConfig(language: Language): string {
  const notes = language === 'nl' ? NL : EN;
  const entries: [string, unknown][] = [
    ['$schema', './tzt.config.schema.json'],
    ['//', notes.all],
  ];
  for (const [key, value] of Object.entries({ ...STARTER, language })) {
    entries.push([`// ${key}`, notes[key as StarterKey]], [key, value]);
  }
  for (const key of ['out', 'waivers', 'policies', 'limits'] as const) entries.push([`// ${key}`, notes[key]]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}
