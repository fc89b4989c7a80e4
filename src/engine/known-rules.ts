/**
 * The rules of which `quiet-months.ts` knows when they have nothing to say. With any other in force no month is quiet, so that a new rule is never
 * stepped over: add it there with what makes it speak.
 */
export const KNOWN_RULES: ReadonlySet<string> = new Set([
  'line-spans-months',
  'code-not-in-force',
  'vpt-client',
  'zvw-without-indication',
  'zvw-under-wlz',
  'wlz-without-mpt',
  'wlz-dtv-or-vkb',
  'law-mismatch',
  'after-death',
  'both-laws-in-month',
  'duplicate-reference',
  'duplicate-line',
  'already-booked',
  'credit-without-debit',
  'debit-credited-twice',
  'credit-beside-its-debit',
  'credit-exceeds-debit',
  'late-line',
  'several-providers',
  'not-multiple-of-five',
  'suspect-unit',
  'amount-mismatch',
  'monthly-cap-exceeded',
  'monthly-cap-exceeded-if-repaired',
  'payer-cap-exceeded',
]);
