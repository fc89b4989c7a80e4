import type { Language, LineVerdict } from '../domain/run.ts';

/** The headings of what a copy adds. The same in every language: other programs look for them. */
export const COPY_HEADINGS = ['tzt_oordeel', 'tzt_minuten_toegestaan', 'tzt_regels', 'tzt_toelichting'] as const;

/** Why no copy was made of a file. */
export type CopyRefusal = 'encoding' | 'changed' | 'unreadable' | 'too-large' | 'workbook' | 'format' | 'message';

/** What a workbook may hold that a copy of it does not. */
export type LostPart =
  | 'charts'
  | 'pivot-tables'
  | 'macros'
  | 'controls'
  | 'shapes'
  | 'embedded-files'
  | 'slicers'
  | 'links'
  | 'queries'
  | 'threaded-comments'
  | 'signature'
  | 'label'
  | 'ribbon'
  | 'shared-changes'
  | 'names'
  | 'validations'
  | 'moved-merges'
  | 'moved-formulas';

/** The words of annotated and split copies, in one language. */
export interface CopyLabels {
  readonly verdicts: Readonly<Record<LineVerdict, string>>;
  /** Of an undecided line; the reasons as report labels have them. */
  undecided(reasons: readonly string[]): string;
  /** Of a line whose care month was not asked for. */
  readonly otherMonth: string;
  /** Of an approved line that would be rejected if it were sent without lines that are. */
  readonly heldBack: string;
  /** Of a row of a message that is good itself, in a client or record that is not. */
  readonly keptApart: string;
  /** Of a rejected row no finding speaks of. */
  readonly noLine: string;
  /** Why there is no copy of a file, and what to do. `cells` and `most` are written numbers. */
  refused(file: string, reason: CopyRefusal, facts: { readonly cells?: string; readonly most?: string }): string;
  /** What a copy of a workbook does not hold. */
  lost(copy: string, parts: readonly LostPart[]): string;
  readonly noClaims: string;
  /** A half of a message in which no line belongs: a message without lines is none. */
  emptyHalf(file: string): string;
  /** The input was packed (gzip, zip), its copies are not. */
  unpacked(file: string): string;
}

/** The words of copies in a language. */
export function copyLabels(language: Language): CopyLabels {
  return { nl: NL, en: EN }[language];
}

const NL: CopyLabels = {
  verdicts: { approved: 'akkoord', rejected: 'afgekeurd', undecided: 'onbeslist', ignored: 'genegeerd' },
  undecided: (reasons) => (reasons.length === 0 ? 'Niet beoordeeld.' : `Niet beoordeeld, want ${list(reasons, 'en')}.`),
  otherMonth: 'Niet beoordeeld: de zorgmaand valt buiten de gekozen maanden.',
  heldBack:
    'Verstuur deze regel niet los van de regels die nog niet akkoord zijn: alleen zou hij worden afgekeurd, zoals een credit zonder zijn debetregel.',
  keptApart:
    'Verstuur deze regel nog niet: in de records van deze cliënt staat een fout, en dan komt ook deze regel terug.',
  noLine: 'Van deze rij kon geen declaratieregel gemaakt worden.',
  refused: (file, reason, { cells = '', most = '' }) =>
    `Van ${file} is geen kopie gemaakt: ${
      {
        encoding:
          'de codering van dit bestand is niet zonder verlies terug te schrijven. Bewaar het als UTF-8 en controleer het opnieuw.',
        changed: 'het bestand is veranderd sinds het gelezen werd. Controleer het opnieuw.',
        unreadable: 'het bestand is niet helemaal te lezen. Zie de bevindingen.',
        'too-large': `de werkmap heeft ${cells} cellen en een kopie kan tot ${most}. Bewaar het blad met declaratieregels als CSV en controleer dat: een CSV mag elke omvang hebben.`,
        workbook:
          'deze werkmap is niet terug te schrijven. Bewaar het blad met declaratieregels als CSV en controleer dat.',
        format: 'van dit soort bestand kan geen kopie met oordeel gemaakt worden.',
        message:
          'er zijn fouten in het bericht als geheel (volgorde, lengte, voorloop- of sluitrecord; zie de bevindingen). Wat daarvan verstuurd kan worden, is niet zeker. Laat uw zorgsysteem het bericht opnieuw maken.',
      }[reason]
    }`,
  lost: (copy, parts) =>
    `Niet overgenomen in ${copy}: ${list(
      parts.map((part) => NL_PARTS[part]),
      'en',
    )}.`,
  noClaims: 'Er is geen bestand met declaratieregels om een kopie van te maken.',
  emptyHalf: (file) =>
    `${file} is niet geschreven: er hoort geen enkele regel in, en een leeg bericht is geen bericht.`,
  unpacked: (file) => `${file} is ingepakt; de kopieën van wat erin zit zijn dat niet.`,
};

const NL_PARTS: Readonly<Record<LostPart, string>> = {
  charts: 'grafieken',
  'pivot-tables': 'draaitabellen',
  macros: 'macro’s',
  controls: 'knoppen en besturingselementen',
  shapes: 'vormen en tekstvakken',
  'embedded-files': 'ingesloten bestanden',
  slicers: 'slicers en tijdlijnen',
  links: 'koppelingen met andere werkmappen',
  queries: 'query’s en gegevensverbindingen',
  'threaded-comments': 'gesprekken bij cellen',
  signature: 'de digitale handtekening',
  label: 'het vertrouwelijkheidslabel',
  ribbon: 'eigen knoppen in het lint',
  'shared-changes': 'bijgehouden wijzigingen',
  names: 'namen van formules en vaste waarden',
  validations: 'invoerregels (gegevensvalidatie)',
  'moved-merges': 'samengevoegde cellen in de declaratieregels',
  'moved-formulas': 'formules in de declaratieregels (hun uitkomst staat er)',
};

const EN: CopyLabels = {
  verdicts: { approved: 'approved', rejected: 'rejected', undecided: 'undecided', ignored: 'ignored' },
  undecided: (reasons) => (reasons.length === 0 ? 'Not judged.' : `Not judged, because ${list(reasons, 'and')}.`),
  otherMonth: 'Not judged: the care month is not one of those chosen.',
  heldBack:
    'Do not send this line apart from those that are not approved yet: alone it would be rejected, like a credit without its debit.',
  keptApart:
    'Do not send this line yet: there is an error in the records of this client, and then this line comes back as well.',
  noLine: 'No declaratieregel could be made of this row.',
  refused: (file, reason, { cells = '', most = '' }) =>
    `No copy was made of ${file}: ${
      {
        encoding: 'the encoding of this file cannot be written back without loss. Save it as UTF-8 and check it again.',
        changed: 'the file has changed since it was read. Check it again.',
        unreadable: 'the file cannot be read completely. See the findings.',
        'too-large': `the workbook has ${cells} cells and a copy can have ${most}. Save the sheet with declaratieregels as CSV and check that: a CSV may have any size.`,
        workbook: 'this workbook cannot be written back. Save the sheet with declaratieregels as CSV and check that.',
        format: 'no copy with verdicts can be made of this kind of file.',
        message:
          'there are errors in the message as a whole (order, length, first or closing record; see the findings). What of it can be sent is not certain. Have your care system make the message again.',
      }[reason]
    }`,
  lost: (copy, parts) =>
    `Not kept in ${copy}: ${list(
      parts.map((part) => EN_PARTS[part]),
      'and',
    )}.`,
  noClaims: 'There is no file with declaratieregels to make a copy of.',
  emptyHalf: (file) => `${file} was not written: no line belongs in it, and an empty message is no message.`,
  unpacked: (file) => `${file} is packed; the copies of what is in it are not.`,
};

const EN_PARTS: Readonly<Record<LostPart, string>> = {
  charts: 'charts',
  'pivot-tables': 'pivot tables',
  macros: 'macros',
  controls: 'buttons and controls',
  shapes: 'shapes and text boxes',
  'embedded-files': 'embedded files',
  slicers: 'slicers and timelines',
  links: 'links to other workbooks',
  queries: 'queries and data connections',
  'threaded-comments': 'conversations beside cells',
  signature: 'the digital signature',
  label: 'the sensitivity label',
  ribbon: 'buttons added to the ribbon',
  'shared-changes': 'tracked changes',
  names: 'names of formulas and constants',
  validations: 'data validation rules',
  'moved-merges': 'merged cells in the declaratieregels',
  'moved-formulas': 'formulas in the declaratieregels (their results are there)',
};

function list(items: readonly string[], word: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}
