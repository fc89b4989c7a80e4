/** What a finding asks of people. Also the values of a filter, so they are part of links that were kept. */
export const ACTIONS = ['export', 'register', 'correct', 'lower', 'split', 'drop', 'credit', 'decide', 'know'] as const;
export type Action = (typeof ACTIONS)[number];

/** Who usually does it. */
export type Owner = 'systems' | 'register' | 'billing' | 'nobody';

/** Whose work an action usually is. */
export const OWNERS: Readonly<Record<Action, Owner>> = {
  export: 'systems',
  register: 'register',
  correct: 'billing',
  lower: 'billing',
  split: 'billing',
  drop: 'billing',
  credit: 'billing',
  decide: 'billing',
  know: 'nobody',
};

/** What a rule asks when its facts say no more; `decide` for a rule that is not here. */
export function actionOf(rule: string): Action {
  return Object.hasOwn(RULE_ACTIONS, rule) ? RULE_ACTIONS[rule]! : 'decide';
}

/** Whether a rule has an action of its own. */
export function hasAction(rule: string): boolean {
  return Object.hasOwn(RULE_ACTIONS, rule);
}

const RULE_ACTIONS: Readonly<Record<string, Action>> = {
  'unreadable-file': 'export',
  'unknown-role': 'export',
  'missing-column': 'export',
  'duplicate-column': 'export',
  'ragged-row': 'export',
  'padded-bsn': 'export',
  'assumed-encoding': 'know',
  'empty-row': 'know',
  'missing-value': 'correct',
  'invalid-date': 'correct',
  'invalid-number': 'correct',
  'invalid-value': 'correct',
  'ambiguous-time': 'correct',
  'unit-not-time': 'correct',
  'fractional-minutes': 'correct',
  'suspect-code': 'correct',
  'zero-quantity': 'correct',
  'double-negation': 'correct',
  'end-before-start': 'correct',
  'future-date': 'correct',
  'before-2015': 'correct',
  'invalid-agb': 'correct',
  'invalid-uzovi': 'correct',
  'invalid-bsn': 'register',
  'dummy-bsn': 'register',
  'client-key-conflict': 'register',
  'period-reversed': 'register',
  'overlapping-delivery-forms': 'register',
  'delivery-form-before-its-time': 'register',
  'unknown-delivery-form': 'register',
  'unknown-indication': 'register',
  'monthly-cap-exceeded': 'lower',
  'monthly-cap-exceeded-if-repaired': 'decide',
  'payer-cap-exceeded': 'lower',
  'line-spans-months': 'split',
  'code-not-in-force': 'correct',
  'vpt-client': 'drop',
  'zvw-without-indication': 'register',
  'zvw-under-wlz': 'correct',
  'wlz-without-mpt': 'register',
  'wlz-dtv-or-vkb': 'decide',
  'law-mismatch': 'correct',
  'after-death': 'drop',
  'both-laws-in-month': 'register',
  'duplicate-reference': 'correct',
  'duplicate-line': 'decide',
  'credit-without-debit': 'credit',
  'debit-credited-twice': 'credit',
  'credit-beside-its-debit': 'drop',
  'credit-exceeds-debit': 'credit',
  'late-line': 'know',
  'several-providers': 'decide',
  'not-multiple-of-five': 'correct',
  'suspect-unit': 'decide',
  'amount-mismatch': 'correct',
  'already-booked': 'drop',
  'waiver-expired': 'decide',
  'waiver-unused': 'know',
  'waiver-expiring': 'know',
};
