import { SEVERITIES, type Severity } from '../domain/finding.ts';
import type { RunFinding } from '../domain/run.ts';

/** How often one rule found something. */
export interface RuleCount {
  readonly rule: string;
  /** The worst of its findings. */
  readonly severity: Severity;
  readonly findings: number;
}

/** Findings per rule, the worst and most frequent first. */
export function ruleCounts(findings: readonly RunFinding[]): RuleCount[] {
  const counts = new Map<string, { rule: string; severity: Severity; findings: number }>();
  for (const { rule, severity } of findings) {
    const count = counts.get(rule);
    if (count === undefined) {
      counts.set(rule, { rule, severity, findings: 1 });
    } else {
      count.findings++;
      if (rank(severity) < rank(count.severity)) count.severity = severity;
    }
  }
  return [...counts.values()].sort(
    (a, b) => rank(a.severity) - rank(b.severity) || b.findings - a.findings || (a.rule < b.rule ? -1 : 1),
  );
}

/** What a severity looks like beside its word, so that no report leans on colour alone. */
export const SEVERITY_SYMBOLS: Readonly<Record<Severity, string>> = { error: '✖', warning: '▲', info: '●' };

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}
