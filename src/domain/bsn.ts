/** The BSN that AW319 uses for a person who has none (field 0203). It fails the 11-proef and is never a key. */
export const DUMMY_BSN = '999999999';

/** Whether nine digits are a BSN: 11-proef with weights 9…2, −1, and not 000000000, which passes the arithmetic but is no BSN. */
export function isBsn(text: string): boolean {
  return /^\d{9}$/.test(text) && text !== '000000000' && elevenProof(text);
}

const MASK = '•••••••••';
// Nine digits, or eight whose zero a spreadsheet ate; dots, spaces or dashes between groups are how people write them.
const BSN_LIKE = /(?<!\d)\d(?:[ .\u00a0-]?\d){7,8}(?!\d)/g;

/** Nobody groups a BSN like this. */
const WRITTEN_DATE = /^(?:[0-3]\d([.-])[01]\d\1\d{4}|\d{4}([.-])[01]\d\2[0-3]\d)$/;

/** Longer than any number people write: fields of a fixed width that stand against each other, one of which may be a BSN. */
const FIELDS_JOINED = /\d{21,}/g;

/**
 * Hides everything in a text that could be a BSN: any run of nine (or eight) digits that passes the 11-proef, and nine such digits within a run
 * of more than twenty. Eight digits that read as a date (jjjjmmdd, ddmmjjjj) stay, since a report must be able to name a wrong date; written as
 * one (dd-mm-jjjj) of any year, for `01-01-0001` and `30-12-1899` are how programs write that they have none.
 */
export function maskBsn(text: string): string {
  return text.replace(FIELDS_JOINED, maskedWithin).replace(BSN_LIKE, (found) => {
    const digits = found.replace(/\D/g, '');
    if (digits.length === 9) return isBsn(digits) || digits === DUMMY_BSN ? MASK : found;
    if (looksLikeDate(digits) || WRITTEN_DATE.test(found)) return found;
    return isBsn(`0${digits}`) ? MASK : found;
  });
}

function maskedWithin(run: string): string {
  for (let start = 0; start + 9 <= run.length; start++) if (isBsn(run.slice(start, start + 9))) return MASK;
  return run;
}

/** Hides a text in which a BSN stands among other digits: in a record that has shifted it slides into fields that are no BSN. */
export function withoutBsn(text: string): string {
  const runs = text.match(/\d{10,}/g) ?? [];
  return runs.some(holdsBsn) ? '•••' : text;
}

/** Two zeros in front make it a number like any other, which passes the 11-proef by chance. */
function holdsBsn(digits: string): boolean {
  for (let from = 0; from + 9 <= digits.length; from++) {
    const nine = digits.slice(from, from + 9);
    if (!nine.startsWith('00') && isBsn(nine)) return true;
  }
  return false;
}

function looksLikeDate(digits: string): boolean {
  return /^(?:(?:19|20)\d\d[01]\d[0-3]\d|[0-3]\d[01]\d(?:19|20)\d\d)$/.test(digits);
}

function elevenProof(nine: string): boolean {
  let sum = -(nine.charCodeAt(8) - 48);
  for (let index = 0; index < 8; index++) sum += (9 - index) * (nine.charCodeAt(index) - 48);
  return sum % 11 === 0;
}
