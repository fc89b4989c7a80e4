import type { Severity } from '../domain/finding.ts';
import type { LineCounts, Verdict } from '../domain/run.ts';

/** From which severity on findings make exit code 1. */
export type FailOn = 'error' | 'warning' | 'new';

/** The verdict of a run (contract, section 4). `nothingToJudge`: no declaratieregel was read at all. */
export function verdictOf(
  lines: LineCounts,
  findings: Readonly<Record<Severity, number>>,
  unreadableRows: number,
  nothingToJudge: boolean,
): Verdict {
  if (lines.rejected > 0 || findings.error > 0) return 'rejected';
  return unreadableRows > 0 || lines.undecided > 0 || nothingToJudge ? 'incomplete' : 'approved';
}

/** Exit codes of the contract, section 2; when 1 and 3 both apply, 1 wins. `findings` are those that count: not waived, and only the new ones with `new`. */
export function exitCodeOf(verdict: Verdict, findings: Readonly<Record<Severity, number>>, failOn: FailOn): 0 | 1 | 3 {
  const fails = findings.error > 0 || (failOn === 'warning' && findings.warning > 0);
  if (fails) return 1;
  return verdict === 'incomplete' ? 3 : 0;
}
