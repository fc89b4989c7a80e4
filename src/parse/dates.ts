import { type Day, dayOf } from '../domain/day.ts';

const DUTCH = /^(\d{1,2})-(\d{1,2})-(\d{4})$/;
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const PACKED = /^(\d{4})(\d{2})(\d{2})$/;
/**
 * A time of day behind a date: exports write midnight, care systems sometimes the hour. It does not change the day; a time in UTC may
 * (23:00Z is the next day in the Netherlands), so of those only midnight is taken.
 */
const TIME = /[ T](?:([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?|00:00(:00(\.0+)?)?Z)$/;
/** No date is longer, with its time; so a cell of a megabyte costs nothing. */
const MOST_CHARACTERS = 60;
/** No care, indication or death in these files is older; a smaller year is a typing error (0026). */
const FIRST_YEAR = 1900;

/**
 * Reads dd-mm-jjjj, d-m-jjjj, jjjj-mm-dd, jjjjmmdd and dd/mm/jjjj (contract, section 3).
 * Null for any other form (two-digit years too) and for a day that does not exist.
 */
export function readDate(text: string): Day | null {
  const trimmed = text.trim();
  if (trimmed.length > MOST_CHARACTERS) return null;
  const date = trimmed.replace(TIME, '');
  const dayFirst = DUTCH.exec(date) ?? SLASHED.exec(date);
  if (dayFirst) return day(dayFirst[3], dayFirst[2], dayFirst[1]);
  const yearFirst = ISO.exec(date) ?? PACKED.exec(date);
  return yearFirst ? day(yearFirst[1], yearFirst[2], yearFirst[3]) : null;
}

function day(year: string | undefined, month: string | undefined, date: string | undefined): Day | null {
  return Number(year) < FIRST_YEAR ? null : dayOf(Number(year), Number(month), Number(date));
}
