import type { BaselineFinding, RunBaseline, RunFinding } from '../domain/run.ts';

/** A run that findings are compared with, under the name the user gave it. */
export interface Baseline {
  readonly name: string;
  readonly findings: readonly BaselineFinding[];
}

/**
 * Calls every finding that the baseline had too `known` and the others `new`, and tells which of the baseline are gone.
 * Findings of care months outside `months` were not looked for and so are not gone; null for all months.
 */
export function comparedWith(
  findings: readonly RunFinding[],
  baseline: Baseline,
  months: ReadonlySet<string> | null,
): { readonly findings: RunFinding[]; readonly baseline: RunBaseline } {
  const before = new Set(baseline.findings.map(({ fingerprint }) => fingerprint));
  const now = new Set(findings.map(({ fingerprint }) => fingerprint));
  const solved = baseline.findings.filter(
    ({ fingerprint, month }) => !now.has(fingerprint) && (months === null || month === null || months.has(month)),
  );
  return {
    findings: findings.map((finding) => ({ ...finding, status: before.has(finding.fingerprint) ? 'known' : 'new' })),
    baseline: {
      name: baseline.name,
      solved: solved.length,
      solvedFindings: solved.map(({ fingerprint, rule, severity, client, month }) => ({
        fingerprint,
        rule,
        severity,
        client,
        month,
      })),
    },
  };
}
