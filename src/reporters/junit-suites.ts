import type { RunFinding } from '../domain/run.ts';
import { reportLabels } from '../messages/report-labels.ts';
import type { ReportMatter } from './reporter.ts';

/** A test of a suite: a finding, or something to say of the rule as a whole. */
export type JunitCase = { readonly outcome: 'passed' | 'failed' | 'skipped' } & (
  | { readonly finding: RunFinding }
  | { readonly name: string; readonly text: string }
);

/** The tests of one rule. */
export interface JunitSuite {
  readonly rule: string;
  readonly title: string;
  readonly cases: readonly JunitCase[];
}

/**
 * One suite per rule of the catalogue, in its order. An error that nobody accepted is a failure; an accepted finding is skipped, for it is
 * not held against the delivery; a warning or a remark passes. So is what could not be checked, or was switched off, skipped; and a rule
 * about which there is nothing to say is one passed test.
 */
export function junitSuites({ result, words, rules }: ReportMatter): JunitSuite[] {
  const labels = reportLabels(words.language);
  const byRule = new Map<string, JunitCase[]>(rules.map(({ id }) => [id, []]));
  for (const entry of result.notChecked) {
    const name = `${labels.summary.notChecked}: ${labels.reasons[entry.reason]}`;
    byRule.get(entry.rule)?.push({ outcome: 'skipped', name, text: words.notChecked(entry) });
  }
  for (const { rule, severity, reason } of result.weakened) {
    if (severity !== 'off') continue;
    byRule.get(rule)?.push({
      outcome: 'skipped',
      name: labels.severityOrOff.off,
      text: labels.weakenedTo(labels.severityOrOff.off, reason),
    });
  }
  for (const finding of result.findings) byRule.get(finding.rule)?.push({ outcome: outcomeOf(finding), finding });
  return [...byRule].map(([rule, cases]) => {
    const { title } = words.rule(rule);
    return { rule, title, cases: cases.length > 0 ? cases : [{ outcome: 'passed', name: title, text: '' }] };
  });
}

function outcomeOf({ severity, waiver }: RunFinding): JunitCase['outcome'] {
  if (waiver !== null) return 'skipped';
  return severity === 'error' ? 'failed' : 'passed';
}
