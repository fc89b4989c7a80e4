import type { Severity } from '../domain/finding.ts';
import type { LineCounts, Verdict } from '../domain/run.ts';

/** From which severity on findings make exit code 1. */
export type FailOn = 'error' | 'warning' | 'new';

/** Whether something could not be read or could not be checked. `nothingToJudge`: no declaratieregel was read at all. */
export function isIncomplete(lines: LineCounts, unreadableRows: number, nothingToJudge: boolean): boolean {
  return unreadableRows > 0 || lines.undecided > 0 || nothingToJudge;
}

/** The verdict of a run (contract, section 4). */
export function verdictOf(
  lines: LineCounts,
  findings: Readonly<Record<Severity, number>>,
  incomplete: boolean,
): Verdict {
  if (lines.rejected > 0 || findings.error > 0) return 'rejected';
  return incomplete ? 'incomplete' : 'approved';
}

/**
 * Exit codes of the contract, section 2; when 1 and 3 both apply, 1 wins. `findings` are those that count: not waived, and only the new ones with `new`.
 * What is incomplete stays so when every finding is waived or known: the verdict alone would hide it behind "rejected".
 */
export function exitCodeOf(
  incomplete: boolean,
  findings: Readonly<Record<Severity, number>>,
  failOn: FailOn,
): 0 | 1 | 3 {
  if (findings.error > 0 || (failOn === 'warning' && findings.warning > 0)) return 1;
  return incomplete ? 3 : 0;
}
