import { SEVERITIES, type Severity } from '../domain/finding.ts';
import type { RunResult } from '../domain/run.ts';

/** How often one rule found something. */
export interface RuleCount {
  readonly rule: string;
  /** The worst of its findings. */
  readonly severity: Severity;
  readonly findings: number;
}

/** Findings per rule, those beyond the limit counted, the worst and most frequent first. */
export function ruleCounts({
  findings,
  findingsBeyond = [],
}: Pick<RunResult, 'findings' | 'findingsBeyond'>): RuleCount[] {
  const counts = new Map<string, { rule: string; severity: Severity; findings: number }>();
  const add = (rule: string, severity: Severity, number: number): void => {
    const count = counts.get(rule) ?? { rule, severity, findings: 0 };
    counts.set(rule, count);
    count.findings += number;
    if (rank(severity) < rank(count.severity)) count.severity = severity;
  };
  for (const { rule, severity } of findings) add(rule, severity, 1);
  for (const { rule, severity, findings: number } of findingsBeyond) add(rule, severity, number);
  return [...counts.values()].sort(
    (a, b) => rank(a.severity) - rank(b.severity) || b.findings - a.findings || (a.rule < b.rule ? -1 : 1),
  );
}

/** What a severity looks like beside its word, so that no report leans on colour alone. */
export const SEVERITY_SYMBOLS: Readonly<Record<Severity, string>> = { error: '✖', warning: '▲', info: '●' };

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}
