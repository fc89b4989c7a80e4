import type { Catalogue } from '../catalogue.ts';
import { enForms } from './forms.ts';

const { name, number, quoteName } = enForms;

/** Why something was not checked, in English. */
export const enNotChecked: Catalogue['notChecked'] = {
  'no-delivery-forms': (lines, title) => `No delivery forms (leveringsvormen) given: ${unjudged(lines, title)}.`,
  'no-indications': (lines, title) => `No indications (indicaties) given: ${unjudged(lines, title)}.`,
  'no-clients': (_lines, title) =>
    `No list of dates of death given: “${title}” was not checked. That list is optional.`,
  'unreadable-register-row': (lines, title) =>
    `A row of a register about the same client cannot be read: ${unjudged(lines, title)}.`,
  'unreadable-register-client': (lines, title) =>
    `The client of a row of a register cannot be read, so it may be about anybody: ${unjudged(lines, title)}.`,
  'no-policy': (lines) =>
    `No maximums and performance codes are laid down for this care month: ${unjudged(lines, null)}.`,
  'no-claims': () => 'No claim lines (declaratieregels) given: nothing was judged.',
  'no-store': () =>
    'What was booked earlier could not be looked at, since the store cannot be used. The maximum was checked without those hours.',
  'other-month': (lines) => `Another month than asked for: ${unjudged(lines, null)}.`,
};

/** What a reader or the program wants to have said, in English. */
export const enNotices: Catalogue['notices'] = {
  'hidden-sheet': ({ sheet }) => `The hidden ${sheetNamed(sheet)} was read too.`,
  'chart-sheet-skipped': ({ sheet }) => `The ${sheetNamed(sheet)} has no cells and was skipped.`,
  'empty-sheet': ({ sheet }) => `The ${sheetNamed(sheet)} is empty.`,
  'preamble-skipped': ({ rows }) =>
    rows === undefined
      ? 'The rows above the header were skipped.'
      : `${rows} ${rows === 1 ? 'row' : 'rows'} above the header ${rows === 1 ? 'was' : 'were'} skipped.`,
  'date-epoch-1904': () => 'The workbook counts dates from 1904; they were read like that.',
  'formula-without-value': ({ sheet, count }) =>
    `In ${sheet === undefined ? 'the workbook' : sheetNamed(sheet)} ${some(count)} ${count === 1 ? 'formula has' : 'formulas have'} no result and ${count === 1 ? 'was' : 'were'} read as empty. Open the workbook in Excel and save it.`,
  'decimal-mixed': ({ decimal }) => {
    const read =
      decimal === ','
        ? ' The comma was read as decimal sign.'
        : decimal === '.'
          ? ' The point was read as decimal sign.'
          : '';
    return `This file has numbers with a comma and numbers with a point.${read} Check the quantities, or give the decimal sign with --decimal.`;
  },
  'folder-entry-skipped': ({ name: entry }) =>
    entry === undefined
      ? 'Something in the folder that cannot be read was skipped.'
      : `${quoteName(String(entry))} in the folder was skipped.`,
  'findings-not-kept': ({ rule, shown, found }) =>
    `Of “${rule}” ${some(shown)} of the ${some(found)} findings are shown here. All of them are counted. To keep more, set limits.findings in tzt.config.json.`,
  'ephemeral-key': ({ path }) =>
    `The pseudonyms in these reports hold for this time only, because no key was kept${path === undefined ? '' : ` in ${quoteName(String(path))}`}. Set TZT_KEY or use a store to keep them the same.`,
  'store-not-written': () => 'This check was not kept in the store. The reports are complete.',
  'own-booking': ({ run }) =>
    `This file has been booked before (run ${run ?? 'unknown'}). That booking is left out; its lines have been judged again.`,
  'store-without-wal': ({ reason }) =>
    `${reason === 'network-share' ? 'The store is on a network share.' : 'The disk of the store does not know WAL.'} That works, but slower and for one user at a time.`,
};

/** The verdict of a run, in English. */
export const enVerdicts: Catalogue['verdicts'] = {
  approved: 'approved',
  rejected: 'rejected',
  incomplete: 'incomplete',
};

/** The verdict of a line, in English. */
export const enLineVerdicts: Catalogue['lineVerdicts'] = {
  approved: 'approved',
  rejected: 'rejected',
  undecided: 'undecided',
  ignored: 'no technology',
};

/** Severities in English. */
export const enSeverities: Catalogue['severities'] = { error: 'error', warning: 'warning', info: 'note' };

function unjudged(lines: number, title: string | null): string {
  if (lines === 0 && title !== null) return `“${title}” was not checked`;
  const what = `${number(lines)} ${lines === 1 ? 'claim line was' : 'claim lines were'} not judged`;
  return title === null ? what : `${what} on “${title}”`;
}

function sheetNamed(sheet: string | number | undefined): string {
  return sheet === undefined ? 'sheet' : `sheet ${quoteName(String(sheet))}`;
}

function some(count: string | number | undefined): string {
  if (count === undefined) return 'some';
  return typeof count === 'number' ? number(count) : name(count);
}
