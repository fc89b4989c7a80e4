import type { Catalogue } from '../catalogue.ts';
import { nlForms } from './forms.ts';

const { name, number, quoteName } = nlForms;

const DECLARED = 'declaratieregels';

/** Why something was not checked, in Dutch. */
export const nlNotChecked: Catalogue['notChecked'] = {
  'no-delivery-forms': (lines, title) => `Geen leveringsvormen aangeleverd: ${unjudged(lines, title)}.`,
  'no-indications': (lines, title) => `Geen indicaties aangeleverd: ${unjudged(lines, title)}.`,
  'no-clients': (_lines, title) =>
    `Geen lijst met overlijdensdata aangeleverd: „${title}” is niet gecontroleerd. Die lijst is niet verplicht.`,
  'unreadable-register-row': (lines, title) =>
    `Een rij in een register over dezelfde cliënt is niet te lezen: ${unjudged(lines, title)}.`,
  'unreadable-register-client': (lines, title) =>
    `Van een rij in een register is de cliënt niet te lezen, en dus kan die rij over iedereen gaan: ${unjudged(lines, title)}.`,
  'no-policy': (lines) =>
    `Voor deze zorgmaand zijn geen maxima en prestatiecodes vastgelegd: ${unjudged(lines, null)}.`,
  'no-claims': () => `Geen ${DECLARED} aangeleverd: er is niets beoordeeld.`,
  'no-store': () =>
    'Wat eerder geboekt is, kon niet bekeken worden omdat de opslag niet te gebruiken is. Het maximum is getoetst zonder die uren.',
  'other-month': (lines) => `Andere maand dan gevraagd: ${unjudged(lines, null)}.`,
};

/** What a reader or the program wants to have said, in Dutch. */
export const nlNotices: Catalogue['notices'] = {
  'hidden-sheet': ({ sheet }) => `Het verborgen ${sheetNamed(sheet)} is ook gelezen.`,
  'chart-sheet-skipped': ({ sheet }) => `Het ${sheetNamed(sheet)} heeft geen cellen en is overgeslagen.`,
  'empty-sheet': ({ sheet }) => `Het ${sheetNamed(sheet)} is leeg.`,
  'preamble-skipped': ({ rows }) =>
    rows === undefined
      ? 'De regels boven de kop zijn overgeslagen.'
      : `Boven de kop ${rows === 1 ? 'is 1 rij' : `zijn ${rows} rijen`} overgeslagen.`,
  'date-epoch-1904': () => 'De werkmap telt datums vanaf 1904; zo zijn ze gelezen.',
  'formula-without-value': ({ sheet, count }) =>
    `In ${sheet === undefined ? 'de werkmap' : sheetNamed(sheet)} ${count === 1 ? 'heeft 1 formule' : `hebben ${some(count)} formules`} geen uitkomst en ${count === 1 ? 'is' : 'zijn'} als leeg gelezen. Open de werkmap in Excel en sla haar op.`,
  'decimal-mixed': ({ decimal }) => {
    const read =
      decimal === ','
        ? ' De komma is als decimaalteken gelezen.'
        : decimal === '.'
          ? ' De punt is als decimaalteken gelezen.'
          : '';
    return `In dit bestand staan getallen met een komma en getallen met een punt.${read} Controleer de aantallen, of geef het decimaalteken op met --decimal.`;
  },
  'folder-entry-skipped': ({ name: entry }) =>
    entry === undefined
      ? 'In de map is iets overgeslagen dat niet gelezen kan worden.'
      : `${quoteName(String(entry))} in de map is overgeslagen.`,
  'findings-not-kept': ({ rule, shown, found }) =>
    `Van „${rule}” staan hier ${some(shown)} van de ${some(found)} bevindingen. Geteld zijn ze allemaal. Meer bewaren kan met limits.findings in tzt.config.json.`,
  'ephemeral-key': ({ path }) =>
    `De pseudoniemen in deze rapporten gelden alleen voor deze keer, omdat er geen sleutel bewaard is${path === undefined ? '' : ` in ${quoteName(String(path))}`}. Zet TZT_KEY of gebruik een opslag om ze gelijk te houden.`,
  'store-not-written': () => 'Deze toets is niet in de opslag bewaard. De rapporten zijn wel volledig.',
  'own-booking': ({ run }) =>
    `Dit bestand is al geboekt (run ${run ?? 'onbekend'}). Die boeking telt nu niet mee; de regels zijn opnieuw beoordeeld.`,
  'store-without-wal': ({ reason }) =>
    `${reason === 'network-share' ? 'De opslag staat op een netwerkschijf.' : 'De schijf van de opslag kent geen WAL.'} Dat werkt, maar langzamer en met één gebruiker tegelijk.`,
};

/** The verdict of a run, in Dutch. */
export const nlVerdicts: Catalogue['verdicts'] = {
  approved: 'goedgekeurd',
  rejected: 'afgekeurd',
  incomplete: 'onvolledig',
};

/** The verdict of a line, in Dutch. */
export const nlLineVerdicts: Catalogue['lineVerdicts'] = {
  approved: 'akkoord',
  rejected: 'afgekeurd',
  undecided: 'onbeslist',
  ignored: 'geen technologie',
};

/** Severities in Dutch. */
export const nlSeverities: Catalogue['severities'] = { error: 'fout', warning: 'waarschuwing', info: 'opmerking' };

function unjudged(lines: number, title: string | null): string {
  if (lines === 0 && title !== null) return `„${title}” is niet gecontroleerd`;
  const what = `${number(lines)} ${lines === 1 ? 'declaratieregel is' : `${DECLARED} zijn`} niet beoordeeld`;
  return title === null ? what : `${what} op „${title}”`;
}

function sheetNamed(sheet: string | number | undefined): string {
  return sheet === undefined ? 'blad' : `blad ${quoteName(String(sheet))}`;
}

function some(count: string | number | undefined): string {
  if (count === undefined) return 'sommige';
  return typeof count === 'number' ? number(count) : name(count);
}
