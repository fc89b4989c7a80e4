import type { Severity } from '../domain/finding.ts';
import type { JudgedAgain } from '../domain/run.ts';
import type { Change, RunComparison } from '../engine/compare-runs.ts';
import type { DiffDocument } from '../reporters/diff-schema.ts';
import type { ListedFinding, ListedRun } from './listed-run.ts';

/** What `tzt diff --json` writes (`schemas/diff.schema.json`): the groups in full, each finding with the cause of its change. Keys are English in every language. */
export function diffDocument(
  [older, newer]: readonly [ListedRun, ListedRun],
  comparison: RunComparison<ListedFinding>,
  judgedAgain: JudgedAgain,
): DiffDocument {
  const { circumstances, otherKey } = comparison;
  return {
    schemaVersion: '1.0',
    older: runEntry(older),
    newer: runEntry(newer),
    summary: {
      new: counts(comparison.new.map(({ finding }) => finding)),
      solved: counts(comparison.solved.map(({ finding }) => finding)),
      unchanged: counts(comparison.unchanged.map(({ finding }) => finding)),
    },
    differences: {
      version: circumstances.versionChanged,
      policies: [...circumstances.changedPolicies],
      weakened: circumstances.weakenedChanged,
      asOf: circumstances.dayChanged,
      roles: [...circumstances.changedRoles],
    },
    judgedAgain,
    otherKey,
    new: comparison.new.map(changeEntry),
    solved: comparison.solved.map(changeEntry),
    unchanged: comparison.unchanged.map(({ finding, older: before, cause }) => ({
      ...findingEntry(finding),
      change: cause === null ? null : { cause, severityBefore: before.severity, dataBefore: before.data },
    })),
  };
}

function runEntry({ name, id, startedAt, asOf, version }: ListedRun) {
  return { name, run: id, startedAt, asOf, version };
}

function counts(findings: readonly ListedFinding[]): Record<Severity, number> & { waived: number } {
  const of = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    error: of('error'),
    warning: of('warning'),
    info: of('info'),
    waived: findings.filter(({ waived }) => waived).length,
  };
}

function changeEntry({ finding, cause }: Change<ListedFinding>) {
  return { ...findingEntry(finding), cause };
}

function findingEntry({ fingerprint, rule, severity, client, month, waived, say, data, places }: ListedFinding) {
  return { fingerprint, rule, severity, client, month, waived, message: say(), data, places: [...places] };
}
