import { DEFAULT_LIMITS } from '../../src/domain/limits.ts';
import type { RunResult } from '../../src/domain/run.ts';
import { csv } from '../../src/reporters/csv.ts';
import { json } from '../../src/reporters/json.ts';
import { markdown } from '../../src/reporters/markdown.ts';
import { summaryOf } from '../../src/reporters/summary.ts';
import { syntheticBsn } from '../oracle/synthetic-bsn.ts';
import { validated } from '../pipeline/delivered.ts';
import { matterOf } from '../reporters/matter.ts';
import { BASES, type Base } from './bases.ts';
import { BYTES, damaged, FUZZ_LIMITS, type Step } from './damage.ts';

/** A delivery and what is done to it. */
export interface Case {
  readonly base: string;
  readonly steps: readonly Step[];
}

/** The files of a case after everything was done to them. */
export function filesOf({ base, steps }: Case): Record<string, Buffer> {
  const files: Record<string, Buffer> = { ...baseNamed(base).files };
  const names = Object.keys(files);
  for (const step of steps) {
    // The claims are damaged as often as all the rest together.
    const name = names[step.file % 2 === 0 ? 0 : Math.floor(step.file / 2) % names.length]!;
    files[name] = damaged(files[name]!, step);
  }
  return files;
}

/** Judges a damaged delivery and holds it against every law; throws an Error that says which is broken. */
export async function holds(one: Case): Promise<RunResult> {
  const result = await judged(filesOf(one));
  addsUp(result);
  // A doubled cell with another lost beside it is a row of the right width again: another truth, as a changed digit is.
  const doubled = one.steps.some(({ op }) => op === 'double-cell') && one.steps.length > 1;
  if (!doubled && one.steps.every(({ op }) => !(op in BYTES))) await isNotFooled(one, result);
  await isReported(result);
  return result;
}

function judged(files: Readonly<Record<string, Buffer>>): Promise<RunResult> {
  return validated(files, { limits: { ...DEFAULT_LIMITS, ...FUZZ_LIMITS } });
}

/** Every row is one thing, and nothing is approved that was not read. */
function addsUp({ summary, unreadableRows, run, ignoredCodes, findings }: RunResult): void {
  const { total, technology, ignored, approved, rejected, undecided } = summary.lines;
  demand(total === technology + ignored + unreadableRows, 'total = technology + ignored + unreadable');
  demand(technology === approved + rejected + undecided, 'technology = approved + rejected + undecided');
  demand(sum(ignoredCodes.map(({ lines }) => lines)) === ignored, 'the ignored rows are those of the codes listed');
  demand(
    summary.findings.error + summary.findings.warning + summary.findings.info === findings.length,
    'every finding is counted once',
  );
  if (run.exitCode !== 0) return;
  demand(run.verdict === 'approved', 'exit 0 is approved');
  demand(unreadableRows + rejected + undecided + summary.findings.error === 0, 'approved has nothing open');
}

/** What was rejected is not approved for the damage, unless what was counted shows it: a row less, another code, a warning. */
async function isNotFooled({ base }: Case, result: RunResult): Promise<void> {
  if (result.run.exitCode !== 0 || baseNamed(base).isLoose) return;
  const before = await undamaged(base);
  if (before.run.exitCode === 0) return;
  demand(inView(result) !== inView(before), 'what was rejected is approved, and every count is the same');
}

function inView({ summary, inputs, unreadableRows }: RunResult): string {
  const { total, technology, ignored } = summary.lines;
  const rows = inputs.map(({ role, rows: count, notices }) => [role, count, notices.map(({ id }) => id)]);
  return JSON.stringify([
    rows,
    total,
    technology,
    ignored,
    unreadableRows,
    summary.minutes.declared,
    summary.findings.warning,
  ]);
}

/** The reports that cost little are written of every run, in both languages. */
async function isReported(result: RunResult): Promise<void> {
  for (const language of ['nl', 'en'] as const) {
    const matter = matterOf(result, language);
    summaryOf(matter, []);
    for (const reporter of [json, csv, markdown]) {
      for await (const piece of reporter.render(matter)) {
        demand(!BSNS.some((bsn) => String(piece).includes(bsn)), `no BSN in a report (${reporter.id})`);
      }
    }
  }
}

/** Those of the messages. */
const BSNS = [1, 2, 3].map(syntheticBsn);

const results = new Map<string, Promise<RunResult>>();

function undamaged(name: string): Promise<RunResult> {
  const known = results.get(name) ?? judged(baseNamed(name).files);
  results.set(name, known);
  return known;
}

function baseNamed(name: string): Base {
  const base = BASES.find((one) => one.name === name);
  if (base === undefined) throw new RangeError(`no base called ${name}`);
  return base;
}

function demand(kept: boolean, law: string): void {
  if (!kept) throw new Error(`broken: ${law}`);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
