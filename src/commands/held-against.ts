import type { JsonObject } from '../domain/finding.ts';
import type { BaselineFinding, Language, RunResult } from '../domain/run.ts';
import { compareRuns, sameButForTheKey } from '../engine/compare-runs.ts';
import { UserError } from '../errors.ts';
import { DIFF_LABELS } from '../messages/diff-labels.ts';
import { wordsFor } from '../messages/words-for.ts';
import type { SettleSettings } from '../pipeline/settle-findings.ts';
import { StoreError } from '../store/store-error.ts';
import type { StoredLine } from '../store/stored-run.ts';
import { clientPseudonym } from './client-pseudonym.ts';
import { judgingAgain, notJudgingAgain, type Rules } from './judging-again.ts';
import { type ListedFinding, type ListedRun, runInReport, runInStore } from './listed-run.ts';
import type { Memory } from './memory.ts';
import { oneRun } from './run-in-store.ts';
import type { ValidateOptions } from './validate-options.ts';
import { readWaivers } from './waiver-file.ts';

/** What the findings of a validation are held against: the accepted ones and those of another run. */
export interface HeldAgainst {
  readonly settings: Pick<SettleSettings, 'baseline' | 'waivers'>;
  /** The result with why its findings are new, gone or otherwise; `lines` are those of the run, `rules` what it was judged by. */
  explained(result: RunResult, lines: () => Iterable<StoredLine>, rules: Rules): RunResult;
  /** What must be said of the comparison, when all is judged; null when it is sound. */
  doubt(result: RunResult, language: Language): string | null;
}

type OtherFinding = BaselineFinding & { readonly data: JsonObject };

/** What `--baseline` names. */
interface OtherRun {
  readonly name: string;
  readonly findings: readonly OtherFinding[];
  /** As a comparison lists it, `asked` being the findings of both. */
  readonly listed: (pseudonym: (client: string) => string, asked: () => readonly ListedFinding[]) => ListedRun;
  /** Null for a report.json. */
  readonly result: RunResult | null;
}

function explained(
  result: RunResult,
  other: OtherRun,
  lines: () => Iterable<StoredLine>,
  rules: Rules,
  memory: Memory,
): RunResult {
  if (result.baseline === undefined) return result;
  const asked: ListedFinding[] = [];
  const pseudonym = (client: string) => clientPseudonym(client, rules.pseudonyms);
  const older = other.listed(pseudonym, () => asked);
  // No sentence of a finding is needed, whatever the language.
  const newer = runInStore(result, wordsFor('nl'), lines, pseudonym, () => asked);
  asked.push(...older.findings, ...newer.findings);
  const judging = other.result === null ? notJudgingAgain() : judgingAgain(other.result, result, memory, rules, true);
  const { new: added, solved, unchanged } = compareRuns(older, newer, judging.lines);
  const causes = [...added, ...solved, ...unchanged].flatMap(({ finding: { fingerprint }, cause }) =>
    cause === null ? [] : [[fingerprint, cause] as const],
  );
  return {
    ...result,
    baseline: { ...result.baseline, causes: Object.fromEntries(causes), judgedAgain: judging.outcome() },
  };
}

/**
 * Reads what `--waivers` and `--baseline` name; the waivers of the store count too. Throws UserError for what is not there, and for
 * `--fail-on new` without anything to be new against.
 */
export async function heldAgainst(options: ValidateOptions, memory: Memory, cwd: string): Promise<HeldAgainst> {
  const { baseline, failOn } = options;
  if (failOn === 'new' && baseline === undefined) {
    throw new UserError('--fail-on new heeft een vergelijking nodig: geef --baseline met een run of een report.json.');
  }
  const fromFile = options.waivers === undefined ? [] : readWaivers(options.waivers, cwd);
  const other = baseline === undefined ? null : await otherRun(baseline, options, memory, cwd);
  return {
    settings: {
      waivers: [...memory.waivers, ...fromFile],
      ...(other === null ? {} : { baseline: other }),
    },
    explained: (result, lines, rules) => {
      try {
        return other === null ? result : explained(result, other, lines, rules, memory);
      } catch (error) {
        // A store that fails now is told of when the run is to be kept; the reports are written without causes.
        if (error instanceof StoreError) return result;
        throw error;
      }
    },
    doubt: ({ findings }, language) => {
      const isSound = other === null || findings.some(({ status }) => status === 'known');
      return isSound || !sameButForTheKey(other.findings, findings) ? null : DIFF_LABELS[language].otherKey;
    },
  };
}

/** Null when the store that should tell is in trouble: that is said, and is exit code 4, after the reports were written. */
async function otherRun(text: string, options: ValidateOptions, memory: Memory, cwd: string): Promise<OtherRun | null> {
  // It brings the shape of a report, which no other validation needs.
  const { readReport, reportPath } = await import('./report-file.ts');
  const path = reportPath(text, cwd);
  if (path !== null) {
    const file = readReport(path);
    // What a rule wrote down is JSON; it is only compared.
    const findings = file.report.findings as readonly OtherFinding[];
    return { name: file.name, findings, listed: () => runInReport(file), result: null };
  }
  if (options.store === false) {
    throw new UserError(
      `--baseline ${text} is een run uit de opslag; laat --no-store weg, of geef een report.json die bestaat.`,
    );
  }
  if (memory.trouble !== null) return null;
  const result = oneRun(memory.load(text), text);
  const { id } = result.run;
  return {
    name: id,
    findings: result.findings,
    listed: (pseudonym, asked) => runInStore(result, wordsFor('nl'), () => memory.linesOf(id), pseudonym, asked),
    result,
  };
}
