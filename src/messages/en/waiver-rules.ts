import type { WaiverRuleId } from '../../rules/waiver-rules.ts';
import type { About, RuleWordsOf } from '../catalogue.ts';
import { enForms } from './forms.ts';
import { clientMonth } from './where.ts';

const { date, name, number, quoteName } = enForms;

/** English words of the rules about accepted findings. */
export const enWaiverRules: RuleWordsOf<WaiverRuleId> = {
  'waiver-expired': {
    title: 'Waiver has expired',
    why: 'A finding is accepted for at most a year, with a reason and an owner. This waiver has expired and no longer works. If the finding is still there, it counts for the exit code again.',
    remedy:
      'Solve the finding. If it is still acceptable, record that again with tzt waive add. If it is gone, remove the waiver with tzt waive remove.',
    message: ({ fingerprint, rule, owner, reason, until }, about) =>
      `${subject(rule, fingerprint, about)} held until ${date(until)} and has expired. ${
        rule === null ? 'The finding is no longer there.' : 'The finding counts again.'
      } ${given(owner, reason)}`,
  },
  'waiver-unused': {
    title: 'Waiver belongs to no finding',
    why: 'This waiver holds, but the finding it was given for is not in this run. The fault may be repaired, or this delivery is about another month. A waiver that stays hides the fault when it comes back.',
    remedy:
      'If the fault is repaired, remove the waiver with tzt waive remove. If this delivery is about another month, there is nothing to do.',
    message: ({ fingerprint, owner, reason, until }, about) =>
      `${subject(null, fingerprint, about)} holds until ${date(until)}, but the finding is not there. ${given(owner, reason)}`,
  },
  'waiver-expiring': {
    title: 'Waiver expires soon',
    why: 'A waiver works up to and including its last day. After that the finding counts for the exit code again. Whoever knows in time can still repair the fault or decide again.',
    remedy:
      'Solve the finding before that day. If it is still acceptable afterwards, record that again with tzt waive add.',
    message: ({ fingerprint, rule, owner, reason, until, daysLeft }, about) =>
      `${subject(rule, fingerprint, about)} expires ${
        daysLeft === 0
          ? `after today (${date(until)})`
          : `in ${number(daysLeft)} ${daysLeft === 1 ? 'day' : 'days'}, after ${date(until)}`
      }. ${given(owner, reason)}`,
  },
};

/** `Client C1001, March 2026: the waiver of vpt-client`, or the fingerprint where the finding is not there. */
function subject(rule: string | null, fingerprint: string, about: About): string {
  if (rule === null) return `The waiver of ${name(fingerprint)}`;
  const of = `waiver of ${name(rule)}`;
  return about.client === null && about.month === null ? `The ${of}` : `${clientMonth(about)}: the ${of}`;
}

function given(owner: string, reason: string): string {
  return `Given by ${name(owner)}: ${quoteName(reason)}.`;
}
