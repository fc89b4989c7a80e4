import type { Language } from '../domain/run.ts';

/** The words of the local page (`tzt serve`) in one language. The script of the page has those of `script`, as plain texts. */
export interface ServeLabels {
  readonly title: string;
  readonly lead: string;
  readonly privacy: string;
  readonly noScript: string;
  readonly filesHeading: string;
  readonly drop: string;
  readonly choose: string;
  readonly needed: readonly string[];
  readonly noFiles: string;
  readonly month: string;
  readonly monthHint: string;
  readonly replaces: string;
  readonly replacesHint: string;
  readonly remember: string;
  readonly rememberHint: string;
  readonly check: string;
  readonly cancel: string;
  readonly outcome: string;
  readonly reportTitle: string;
  readonly earlier: string;
  readonly noEarlier: string;
  readonly table: string;
  readonly columns: Readonly<
    Record<'run' | 'date' | 'verdict' | 'months' | 'lines' | 'files' | 'booked' | 'older' | 'newer', string>
  >;
  readonly compare: string;
  readonly compareHint: string;
  readonly stop: string;
  readonly stopHint: string;
  /** What the script says; `{n}`, `{name}` and the like are filled in by it. */
  readonly script: Readonly<Record<ScriptText, string>>;
  readonly problems: Readonly<Record<ServeProblem, string>>;
  readonly reports: Readonly<Record<'html' | 'xlsx' | 'csv' | 'json' | 'markdown', string>>;
  readonly copies: Readonly<Record<'annotated' | 'approved' | 'rejected', string>>;
  started(url: string): string;
  readonly startedHint: string;
  readonly stopped: string;
  readonly notOpened: string;
}

/** Sentences of the script. */
export type ScriptText =
  | 'uploading'
  | 'uploaded'
  | 'remove'
  | 'cancelUpload'
  | 'uploadFailed'
  | 'folder'
  | 'reading'
  | 'judging'
  | 'cancelled'
  | 'gone'
  | 'openReport'
  | 'book'
  | 'unbook'
  | 'booking'
  | 'understood'
  | 'stopped'
  | 'chooseTwo'
  | 'replacesNone';

/** What can be wrong with a request. */
export type ServeProblem = 'no-files' | 'no-desk' | 'too-large' | 'busy' | 'no-run' | 'empty' | 'internal' | 'month';

const NL: ServeLabels = {
  title: 'Declaraties thuiszorgtechnologie controleren',
  lead: 'Sleep de bestanden van de maand hierheen: de declaratieregels, de leveringsvormen en de indicaties.',
  privacy:
    'Alles blijft op deze computer. Er wordt niets verstuurd, en niets bewaard tenzij u dat hieronder aankruist.',
  noScript: 'Deze pagina heeft JavaScript nodig. Zonder kan het ook: tzt validate op de opdrachtregel.',
  filesHeading: 'Bestanden',
  drop: 'Sleep bestanden hierheen, of',
  choose: 'kies bestanden',
  needed: [
    'de declaratieregels: een CSV- of Excel-export, of het bericht AW319',
    'de leveringsvormen van uw cliënten (VPT, MPT, …), met begin- en einddatum',
    'de indicaties van uw cliënten, met begin- en einddatum',
  ],
  noFiles: 'Nog geen bestanden.',
  month: 'Alleen zorgmaand',
  monthHint: 'jjjj-mm, bijvoorbeeld 2026-03; leeg is alle maanden',
  replaces: 'In de plaats van een geboekte run',
  replacesHint:
    'Kies die alleen als u een eerdere aanlevering opnieuw indient; de regels daarvan tellen dan niet ook nog mee.',
  remember: 'Onthoud deze controle in de opslag op deze computer',
  rememberHint:
    'Nodig om de run later te boeken, terug te zien of te vergelijken. Zonder vinkje wordt wel meegeteld wat al geboekt is, maar niets bewaard.',
  check: 'Controleer',
  cancel: 'Breek af',
  outcome: 'Uitslag',
  reportTitle: 'Het rapport',
  earlier: 'Eerdere runs',
  noEarlier: 'Er zijn nog geen runs onthouden.',
  table: 'Tabel van eerdere runs',
  columns: {
    run: 'run',
    date: 'datum',
    verdict: 'oordeel',
    months: 'maanden',
    lines: 'regels',
    files: 'bestanden',
    booked: 'boeking',
    older: 'oud',
    newer: 'nieuw',
  },
  compare: 'Vergelijk',
  compareHint:
    'Kies een oude en een nieuwe run: het rapport van de nieuwe laat zien wat er sinds de oude bij kwam en wat opgelost is.',
  stop: 'Sluit tzt af',
  stopHint: 'Daarna werkt deze pagina niet meer, en is wat hierboven staat vergeten.',
  script: {
    uploading: '{share} % ingelezen',
    uploaded: 'klaar',
    remove: 'Haal {name} weg',
    cancelUpload: 'Breek het inlezen van {name} af',
    uploadFailed: 'niet ingelezen: {why}',
    folder: '{name} is een map. Sleep de bestanden zelf hierheen.',
    reading: 'Leest {name}: {share} %',
    judging: 'Beoordeelt de declaratieregels …',
    cancelled: 'Afgebroken. Er is niets bewaard.',
    gone: 'tzt antwoordt niet meer. Is het afgesloten? Start opnieuw met: tzt serve',
    openReport: 'Open het rapport in een eigen tabblad',
    book: 'Boek deze run: hij is ingediend',
    unbook: 'Draai de boeking terug',
    booking: 'Boekt …',
    understood: 'Hoe elk bestand begrepen is',
    stopped: 'tzt is afgesloten. U kunt dit tabblad sluiten.',
    chooseTwo: 'Kies twee verschillende runs.',
    replacesNone: 'nee, dit is een nieuwe aanlevering',
  },
  problems: {
    'no-files': 'Er zijn nog geen bestanden om te controleren.',
    'no-desk': 'Dit tabblad is verlopen. Ververs de pagina en sleep de bestanden opnieuw.',
    'too-large':
      'samen met de andere bestanden is dit meer dan {limit}. Gebruik voor zulke bestanden de opdrachtregel: tzt validate',
    busy: 'In dit tabblad loopt al een controle. Breek die af of wacht tot ze klaar is.',
    'no-run': 'Deze run of dit rapport is er niet (meer). Ververs de pagina.',
    empty: 'In deze helft van het bericht zou geen enkele declaratieregel staan; er is niets om op te halen.',
    internal:
      'Interne fout in tzt; er is niets bewaard. De opdrachtregel waarin tzt serve draait, zegt wat u kunt melden.',
    month: '{text} is geen maand. Schrijf bijvoorbeeld 2026-03.',
  },
  reports: {
    html: 'Rapport (HTML)',
    xlsx: 'Werkmap om af te werken (Excel)',
    csv: 'Bevindingen (CSV)',
    json: 'report.json, voor programma’s',
    markdown: 'Samenvatting (Markdown)',
  },
  copies: {
    annotated: '{name} met het oordeel per regel',
    approved: '{name}: wat verstuurd kan worden',
    rejected: '{name}: wat afgekeurd is of onbeslist bleef',
  },
  started: (url) => `De pagina staat klaar op ${url}`,
  startedHint: 'Alleen op deze computer te openen. Sluit af met Ctrl+C of met de knop op de pagina.',
  stopped: 'Afgesloten.',
  notOpened: 'De browser opent niet vanzelf; kopieer het adres hierboven.',
};

const EN: ServeLabels = {
  title: 'Check home-care technology claims',
  lead: 'Drop the files of the month here: the claim lines, the delivery forms and the indications.',
  privacy: 'Everything stays on this computer. Nothing is sent, and nothing is kept unless you tick the box below.',
  noScript: 'This page needs JavaScript. It can be done without: tzt validate on the command line.',
  filesHeading: 'Files',
  drop: 'Drop files here, or',
  choose: 'choose files',
  needed: [
    'the claim lines: a CSV or Excel export, or the message AW319',
    'the delivery forms (leveringsvormen) of your clients, with first and last day',
    'the indications of your clients, with first and last day',
  ],
  noFiles: 'No files yet.',
  month: 'Only care month',
  monthHint: 'yyyy-mm, for instance 2026-03; empty is all months',
  replaces: 'In the place of a booked run',
  replacesHint: 'Choose it only when you send an earlier delivery again; its lines then do not count as well.',
  remember: 'Remember this check in the store on this computer',
  rememberHint:
    'Needed to book the run later, to see it again or to compare. Without it, what is booked already counts, but nothing is kept.',
  check: 'Check',
  cancel: 'Stop this check',
  outcome: 'Outcome',
  reportTitle: 'The report',
  earlier: 'Earlier runs',
  noEarlier: 'No runs are remembered yet.',
  table: 'Table of earlier runs',
  columns: {
    run: 'run',
    date: 'date',
    verdict: 'verdict',
    months: 'months',
    lines: 'lines',
    files: 'files',
    booked: 'booking',
    older: 'old',
    newer: 'new',
  },
  compare: 'Compare',
  compareHint:
    'Choose an old and a new run: the report of the new one shows what came since the old one and what was solved.',
  stop: 'Close tzt',
  stopHint: 'This page will then no longer work, and what stands above is forgotten.',
  script: {
    uploading: '{share} % read',
    uploaded: 'ready',
    remove: 'Remove {name}',
    cancelUpload: 'Stop reading {name}',
    uploadFailed: 'not read: {why}',
    folder: '{name} is a folder. Drop the files themselves here.',
    reading: 'Reading {name}: {share} %',
    judging: 'Judging the claim lines …',
    cancelled: 'Stopped. Nothing was kept.',
    gone: 'tzt no longer answers. Was it closed? Start again with: tzt serve',
    openReport: 'Open the report in a tab of its own',
    book: 'Book this run: it was submitted',
    unbook: 'Take the booking back',
    booking: 'Booking …',
    understood: 'How each file was understood',
    stopped: 'tzt is closed. You can close this tab.',
    chooseTwo: 'Choose two different runs.',
    replacesNone: 'no, this is a new delivery',
  },
  problems: {
    'no-files': 'There are no files to check yet.',
    'no-desk': 'This tab has expired. Refresh the page and drop the files again.',
    'too-large':
      'together with the other files this is more than {limit}. Use the command line for such files: tzt validate',
    busy: 'A check is running in this tab already. Stop it or wait until it is done.',
    'no-run': 'This run or report is not there (any more). Refresh the page.',
    empty: 'This half of the message would hold no claim line at all; there is nothing to fetch.',
    internal: 'Internal error in tzt; nothing was kept. The command line that runs tzt serve says what you can report.',
    month: '{text} is no month. Write for instance 2026-03.',
  },
  reports: {
    html: 'Report (HTML)',
    xlsx: 'Workbook to work through (Excel)',
    csv: 'Findings (CSV)',
    json: 'report.json, for programs',
    markdown: 'Summary (Markdown)',
  },
  copies: {
    annotated: '{name} with the verdict of each line',
    approved: '{name}: what may be sent',
    rejected: '{name}: what was rejected or stayed undecided',
  },
  started: (url) => `The page is ready at ${url}`,
  startedHint: 'It opens on this computer only. Close it with Ctrl+C or with the button on the page.',
  stopped: 'Closed.',
  notOpened: 'The browser does not open by itself; copy the address above.',
};

/** The words of the local page in a language. */
export const SERVE_LABELS: Readonly<Record<Language, ServeLabels>> = { nl: NL, en: EN };

/** A text with its `{names}` filled in. */
export function filledIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
