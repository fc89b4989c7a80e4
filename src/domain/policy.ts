import type { Law } from './law.ts';
import type { Minutes } from './minutes.ts';
import { firstDayOf, type Month } from './month.ts';
import type { Period } from './period.ts';
import type { DeliveryForm } from './register.ts';

/** What a technology code stands for and what a client must have for it. */
export interface CodeTerms {
  readonly law: Law;
  /** The entitlement a client must have on every day of the line. */
  readonly requires: 'wijkverpleging' | 'MPT';
  readonly title: string;
}

/** A monthly maximum shared by some codes. */
export interface Cap {
  readonly codes: readonly string[];
  readonly minutes: Minutes;
}

/** One dated, immutable set of limits. Read from schemas/policies, never coded. */
export interface Policy {
  readonly id: string;
  readonly validity: Period;
  readonly sources: readonly string[];
  /** The last year for which a source that was read confirms these limits; null when the period is past and closed. */
  readonly lastConfirmed: string | null;
  readonly caps: readonly Cap[];
  readonly codes: Readonly<Record<string, CodeTerms>>;
  readonly refusedDeliveryForms: readonly DeliveryForm[];
  /** Of the policy file as shipped. */
  readonly sha256: string;
}

/** The policies of a run, in order of time, without overlap. */
export interface PolicySet {
  readonly policies: readonly Policy[];
  /** Every code that some policy knows: a line with one of these is a technology line. */
  readonly codes: ReadonlySet<string>;
}

/** The policy of a care month, or null when none covers it. */
export function policyOf(set: PolicySet, month: Month): Policy | null {
  const day = firstDayOf(month);
  return (
    set.policies.find(({ validity }) => validity.first <= day && (validity.last === null || day <= validity.last)) ??
    null
  );
}
