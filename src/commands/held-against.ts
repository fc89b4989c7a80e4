import type { JsonObject } from '../domain/finding.ts';
import type { BaselineFinding, Language, RunResult } from '../domain/run.ts';
import { sameButForTheKey } from '../engine/compare-runs.ts';
import { UserError } from '../errors.ts';
import { DIFF_LABELS } from '../messages/diff-labels.ts';
import type { SettleSettings } from '../pipeline/settle-findings.ts';
import type { Memory } from './memory.ts';
import { readReport, reportPath } from './report-file.ts';
import { oneRun } from './run-in-store.ts';
import type { ValidateOptions } from './validate-options.ts';
import { readWaivers } from './waiver-file.ts';

/** What the findings of a validation are held against: the accepted ones and those of another run. */
export interface HeldAgainst {
  readonly settings: Pick<SettleSettings, 'baseline' | 'waivers'>;
  /** What must be said of the comparison, when all is judged; null when it is sound. */
  doubt(result: RunResult, language: Language): string | null;
}

type OtherFinding = BaselineFinding & { readonly data: JsonObject };

/**
 * Reads what `--waivers` and `--baseline` name; the waivers of the store count too. Throws UserError for what is not there, and for
 * `--fail-on new` without anything to be new against.
 */
export function heldAgainst(options: ValidateOptions, memory: Memory, cwd: string): HeldAgainst {
  const { baseline, failOn } = options;
  if (failOn === 'new' && baseline === undefined) {
    throw new UserError('--fail-on new heeft een vergelijking nodig: geef --baseline met een run of een report.json.');
  }
  const fromFile = options.waivers === undefined ? [] : readWaivers(options.waivers, cwd);
  const other = baseline === undefined ? null : otherRun(baseline, options, memory, cwd);
  return {
    settings: {
      waivers: [...memory.waivers, ...fromFile],
      ...(other === null ? {} : { baseline: other }),
    },
    doubt: ({ findings }, language) => {
      const isSound = other === null || findings.some(({ status }) => status === 'known');
      return isSound || !sameButForTheKey(other.findings, findings) ? null : DIFF_LABELS[language].otherKey;
    },
  };
}

/** Null when the store that should tell is in trouble: that is said, and is exit code 4, after the reports were written. */
function otherRun(
  text: string,
  options: ValidateOptions,
  memory: Memory,
  cwd: string,
): { readonly name: string; readonly findings: readonly OtherFinding[] } | null {
  const path = reportPath(text, cwd);
  if (path !== null) {
    const { name, report } = readReport(path);
    // What a rule wrote down is JSON; it is only compared.
    return { name, findings: report.findings as readonly OtherFinding[] };
  }
  if (options.store === false) {
    throw new UserError(
      `--baseline ${text} is een run uit de opslag; laat --no-store weg, of geef een report.json die bestaat.`,
    );
  }
  if (memory.trouble !== null) return null;
  const result = oneRun(memory.load(text), text);
  return { name: result.run.id, findings: result.findings };
}
