import { dayFromIso } from '../domain/day.ts';
import type { JudgedAgain, RunFinding, RunResult } from '../domain/run.ts';
import type { LinesJudgedAgain, Said } from '../engine/compare-runs.ts';
import { canJudgeAgain, judgeAgain, type RememberedLine, type RulesOfNow } from '../pipeline/judge-again.ts';
import type { JudgedWith } from '../store/ledger.ts';

/** What of a store is needed to judge the lines of its runs again. */
export interface RememberedRuns {
  linesOf(run: string): Iterable<RememberedLine>;
  judgedWith(run: string): JudgedWith | null;
}

/** The rules of now, and what tells whether a run was made by them. */
export interface Rules extends Omit<RulesOfNow, 'asOf'> {
  readonly version: string;
  readonly weakened: RunResult['weakened'];
}

/** Judges the older of two runs again, when it is asked to; what became of it is told afterwards. */
export interface JudgingAgain {
  readonly lines: () => LinesJudgedAgain | null;
  readonly outcome: () => JudgedAgain;
}

/** One of the two is a report.json, which does not hold all lines. */
export function notJudgingAgain(): JudgingAgain {
  let asked = false;
  return {
    lines: () => {
      asked = true;
      return null;
    },
    outcome: () => (asked ? 'report-file' : 'not-needed'),
  };
}

/**
 * Judging the lines of a remembered run by the rules of now. `newer` is the run of these rules: remembered too, and then judged again
 * itself as a proof that nothing else has changed, or only just made (`isJustMade`).
 */
export function judgingAgain(
  older: RunResult,
  newer: RunResult,
  store: RememberedRuns,
  rules: Rules,
  isJustMade: boolean,
): JudgingAgain {
  let outcome: JudgedAgain = 'not-needed';
  const said = (run: RunResult): ReadonlyMap<string, Said> | null => {
    const judged = store.judgedWith(run.run.id);
    const asOf = dayFromIso(newer.run.asOf);
    if (judged === null || asOf === null) return null;
    const { ledger, without: except } = judged;
    return byFingerprint(
      judgeAgain({ result: run, lines: store.linesOf(run.run.id), ledger, except }, { ...rules, asOf }),
    );
  };
  const lines = (): LinesJudgedAgain | null => {
    outcome = 'other-program';
    if (!isJustMade && !areRulesOf(newer, rules)) return null;
    outcome = 'removed';
    const [before, now] = [said(older), isJustMade ? null : said(newer)];
    if (before === null || (now === null && !isJustMade)) return null;
    outcome = 'yes';
    return { older: before, newer: now, covers: canJudgeAgain };
  };
  return { lines, outcome: () => outcome };
}

function byFingerprint(findings: readonly RunFinding[]): ReadonlyMap<string, Said> {
  return new Map(findings.map(({ fingerprint, severity, data }) => [fingerprint, { severity, data }]));
}

function areRulesOf({ tool, policies, weakened }: RunResult, rules: Rules): boolean {
  const known = new Set(rules.policies.policies.map(({ sha256 }) => sha256));
  return (
    tool.version === rules.version &&
    policies.every(({ sha256 }) => known.has(sha256)) &&
    textOf(weakened) === textOf(rules.weakened)
  );
}

function textOf(weakened: RunResult['weakened']): string {
  return JSON.stringify(weakened.map(({ rule, severity }) => `${rule} ${severity}`).sort());
}
