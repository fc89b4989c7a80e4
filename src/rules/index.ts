import { afterDeath } from './after-death.ts';
import { alreadyBooked } from './already-booked.ts';
import { amountMismatch } from './amount-mismatch.ts';
import { bothLawsInMonth } from './both-laws-in-month.ts';
import { codeNotInForce } from './code-not-in-force.ts';
import { creditBesideItsDebit } from './credit-beside-its-debit.ts';
import { creditExceedsDebit } from './credit-exceeds-debit.ts';
import { creditWithoutDebit } from './credit-without-debit.ts';
import { debitCreditedTwice } from './debit-credited-twice.ts';
import { duplicateLine } from './duplicate-line.ts';
import { duplicateReference } from './duplicate-reference.ts';
import { lateLine } from './late-line.ts';
import { lawMismatch } from './law-mismatch.ts';
import { lineSpansMonths } from './line-spans-months.ts';
import { monthlyCapExceeded } from './monthly-cap-exceeded.ts';
import { monthlyCapExceededIfRepaired } from './monthly-cap-exceeded-if-repaired.ts';
import { notMultipleOfFive } from './not-multiple-of-five.ts';
import { payerCapExceeded } from './payer-cap-exceeded.ts';
import { severalProviders } from './several-providers.ts';
import { suspectUnit } from './suspect-unit.ts';
import { vptClient } from './vpt-client.ts';
import { wlzDtvOrVkb } from './wlz-dtv-or-vkb.ts';
import { wlzWithoutMpt } from './wlz-without-mpt.ts';
import { zvwUnderWlz } from './zvw-under-wlz.ts';
import { zvwWithoutIndication } from './zvw-without-indication.ts';

/** Rules that look at lines on their own. They run first: a line with an error of theirs does not count towards a cap. */
export const LINE_RULES = [
  lineSpansMonths,
  codeNotInForce,
  vptClient,
  zvwWithoutIndication,
  zvwUnderWlz,
  wlzWithoutMpt,
  wlzDtvOrVkb,
  lawMismatch,
  afterDeath,
  bothLawsInMonth,
  duplicateReference,
  duplicateLine,
  alreadyBooked,
  creditWithoutDebit,
  debitCreditedTwice,
  creditBesideItsDebit,
  creditExceedsDebit,
  lateLine,
  severalProviders,
  notMultipleOfFive,
  suspectUnit,
  amountMismatch,
] as const;

/** Rules that hold the sum of the month against the caps. */
export const CAP_RULES = [monthlyCapExceeded, monthlyCapExceededIfRepaired, payerCapExceeded] as const;
