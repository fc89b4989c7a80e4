/**
 * What judging at a glance must know of a line, in three integers that lie beside those of the other lines of its client:
 * first and last day of the month, minutes, sign and code · AGB, UZOVI and month · the amount in cents.
 */
export const WORDS = 3;
/** In place of the first integer: something about the line, for rules to look at. */
export const LOUD = -1;
/** A month that is not told: before the main month of the delivery, or long after it. */
export const OTHER_MONTH = 255;

const LAST_SHIFT = 5;
const MINUTES_SHIFT = 10;
const CREDIT_SHIFT = 23;
const CODE_SHIFT = 24;
const DAY_MASK = 31;
const MINUTES_MASK = 2 ** 13 - 1;
const CODE_MASK = 127;
const INSURER_SHIFT = 11;
const MONTH_SHIFT = 23;
const PROVIDER_MASK = 2 ** 11 - 1;
const INSURER_MASK = 2 ** 12 - 1;

/** The first integer of a quiet line; days from 0. LOUD when a number has no room in it. */
export function quietWord(first: number, last: number, minutes: number, isCredit: boolean, code: number): number {
  if (minutes > MINUTES_MASK || code > CODE_MASK) return LOUD;
  const days = first | (last << LAST_SHIFT);
  return days | (minutes << MINUTES_SHIFT) | (isCredit ? 1 << CREDIT_SHIFT : 0) | (code << CODE_SHIFT);
}

/** The second integer; null when a number has no room in it. `month` is counted from the main month. */
export function partiesWord(provider: number, insurer: number, month: number): number | null {
  if (provider > PROVIDER_MASK || insurer > INSURER_MASK) return null;
  return provider | (insurer << INSURER_SHIFT) | (monthWord(month) << MONTH_SHIFT);
}

/** A second integer that tells the month only. */
export function onlyMonth(month: number): number {
  return monthWord(month) << MONTH_SHIFT;
}

function monthWord(month: number): number {
  return month < 0 || month > OTHER_MONTH ? OTHER_MONTH : month;
}

export function firstIn(word: number): number {
  return word & DAY_MASK;
}
export function lastIn(word: number): number {
  return (word >> LAST_SHIFT) & DAY_MASK;
}
export function minutesIn(word: number): number {
  return (word >> MINUTES_SHIFT) & MINUTES_MASK;
}
export function isCreditIn(word: number): boolean {
  return (word & (1 << CREDIT_SHIFT)) !== 0;
}
export function codeIn(word: number): number {
  return (word >> CODE_SHIFT) & CODE_MASK;
}
export function providerIn(word: number): number {
  return word & PROVIDER_MASK;
}
export function insurerIn(word: number): number {
  return (word >> INSURER_SHIFT) & INSURER_MASK;
}
export function monthIn(word: number): number {
  return (word >> MONTH_SHIFT) & OTHER_MONTH;
}
