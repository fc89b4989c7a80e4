import type { Json, JsonObject } from '../domain/finding.ts';
import type { ChangeCause } from '../domain/run.ts';
import { type Circumstances, circumstancesOf } from './circumstances.ts';
import type { ComparedFinding, ComparedLine, ComparedRun } from './compared-run.ts';

/** A finding that only one of the runs has. */
export interface Change<F> {
  readonly finding: F;
  readonly cause: ChangeCause;
}

/** A finding that both runs have; `cause` is null when it says the same in both. */
export interface Kept<F> {
  readonly finding: F;
  readonly older: F;
  readonly cause: ChangeCause | null;
}

/** What judging the lines of a run by other rules says, as far as the comparison goes. */
export type Said = Pick<ComparedFinding, 'severity' | 'data'>;

/** The lines of the older run, and of the newer, judged by the rules of the newer. By fingerprint. */
export interface LinesJudgedAgain {
  readonly older: ReadonlyMap<string, Said>;
  /** Null when the newer run was made by these very rules; else what it said must come out again, or nothing is concluded. */
  readonly newer: ReadonlyMap<string, Said> | null;
  /** Whether a rule can be judged by lines alone. */
  covers(rule: string): boolean;
}

/** What two runs differ in. */
export interface RunComparison<F> {
  readonly new: readonly Change<F>[];
  readonly solved: readonly Change<F>[];
  readonly unchanged: readonly Kept<F>[];
  readonly circumstances: Circumstances;
  /** No fingerprint is in both, yet findings are the same in all else: the runs were made with different keys. */
  readonly otherKey: boolean;
}

/**
 * Compares two runs by the fingerprints of their findings. `judgedAgain` is asked only where the rules of the two differ; null when the
 * lines cannot be judged again.
 */
export function compareRuns<F extends ComparedFinding>(
  older: ComparedRun<F>,
  newer: ComparedRun<F>,
  judgedAgain: () => LinesJudgedAgain | null = () => null,
): RunComparison<F> {
  const before = new Map(older.findings.map((finding) => [finding.fingerprint, finding]));
  const now = new Map(newer.findings.map((finding) => [finding.fingerprint, finding]));
  const circumstances = circumstancesOf(older, newer);
  const again = circumstances.rulesChanged ? judgedAgain() : null;
  const causeOf = (finding: F) => {
    const said = { before: before.get(finding.fingerprint), now: now.get(finding.fingerprint) };
    const lines = linesDiffer(finding, older, newer, circumstances);
    return again?.covers(finding.rule)
      ? (causeByJudging(finding.fingerprint, said, again, lines, circumstances) ?? cause(finding, lines, circumstances))
      : cause(finding, lines, circumstances);
  };
  const unchanged = newer.findings.flatMap((finding) => {
    const earlier = before.get(finding.fingerprint);
    if (earlier === undefined) return [];
    return [{ finding, older: earlier, cause: saysTheSame(finding, earlier) ? null : causeOf(finding) }];
  });
  return {
    new: newer.findings
      .filter(({ fingerprint }) => !before.has(fingerprint))
      .map((finding) => ({ finding, cause: causeOf(finding) })),
    solved: older.findings
      .filter(({ fingerprint }) => !now.has(fingerprint))
      .map((finding) => ({ finding, cause: causeOf(finding) })),
    unchanged,
    circumstances,
    otherKey: unchanged.length === 0 && sameButForTheKey(older.findings, newer.findings),
  };
}

/** Whether two lists without a common fingerprint hold a finding that is the same in all else. */
export function sameButForTheKey(
  older: readonly Pick<ComparedFinding, 'rule' | 'month' | 'data'>[],
  newer: readonly Pick<ComparedFinding, 'rule' | 'month' | 'data'>[],
): boolean {
  const key = ({ rule, month, data }: Pick<ComparedFinding, 'rule' | 'month' | 'data'>) =>
    `${rule} ${month} ${canonical(data)}`;
  const known = new Set(older.map(key));
  return newer.some((finding) => known.has(key(finding)));
}

function saysTheSame(a: Said | undefined, b: Said | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.severity === b.severity && canonical(a.data) === canonical(b.data);
}

/** What the older lines come to by the newer rules stands between the two: what changed up to there the rules did, what changed after it the data. */
function causeByJudging(
  fingerprint: string,
  { before, now }: { readonly before: Said | undefined; readonly now: Said | undefined },
  again: LinesJudgedAgain,
  lines: LinesDiffer,
  { sameRegisters }: Circumstances,
): ChangeCause | null {
  if (again.newer !== null && !saysTheSame(again.newer.get(fingerprint), now)) return null;
  const between = again.older.get(fingerprint);
  // Of what came or went, whether it is there; of what stayed, what it says.
  const stayed = before !== undefined && now !== undefined;
  const differ = (a: Said | undefined, b: Said | undefined) =>
    stayed ? !saysTheSame(a, b) : (a === undefined) !== (b === undefined);
  const byRules = differ(before, between);
  const byData = differ(between, now);
  if (byRules) return byData ? 'both' : 'rules';
  if (!byData) return null;
  return lines === 'same' && sameRegisters ? 'circumstances' : 'data';
}

function cause(finding: ComparedFinding, lines: LinesDiffer, about: Circumstances): ChangeCause {
  // A waiver is no data of the delivery: what is said of it depends on the day and on the register of waivers.
  if (finding.rule.startsWith('waiver-')) return 'circumstances';
  if (finding.client === null || finding.month === null) return causeInFile(finding, about);
  if (lines === 'same') {
    if (about.sameRegisters) return about.rulesChanged ? 'rules' : 'circumstances';
    return about.rulesChanged ? 'unknown' : 'data';
  }
  if (!about.rulesChanged) return 'data';
  // The same as far as they are told, in another file: what is not told of them must differ, if not the rules did it.
  return lines === 'alike' && about.sameRegisters ? 'rules' : 'unknown';
}

/** Of a finding about a row or a file: its row cannot be followed from one file to another. */
function causeInFile({ role }: ComparedFinding, about: Circumstances): ChangeCause {
  const sameData = role === null ? about.changedRoles.length === 0 : !about.changedRoles.includes(role);
  if (sameData) return about.rulesChanged ? 'rules' : 'circumstances';
  return about.rulesChanged ? 'unknown' : 'data';
}

type LinesDiffer = 'same' | 'alike' | 'other' | 'not-told';

/** Of the client-month of a finding. */
function linesDiffer(
  { client, month }: ComparedFinding,
  older: ComparedRun,
  newer: ComparedRun,
  { sameClaims }: Circumstances,
): LinesDiffer {
  if (sameClaims) return 'same';
  if (client === null || month === null) return 'not-told';
  return compareLines(older.linesOf(client, month), newer.linesOf(client, month));
}

/** `alike`: as far as told, and each line has a reference number to know it by. `not-told`: a run tells no lines, or too little of them. */
function compareLines(older: readonly ComparedLine[] | null, newer: readonly ComparedLine[] | null): LinesDiffer {
  if (older === null || newer === null) return 'not-told';
  const inFull = [...older, ...newer].every(({ rest }) => rest !== null);
  if (linesText(older, inFull) !== linesText(newer, inFull)) return 'other';
  if (inFull) return 'same';
  return older.every(({ reference }) => reference !== '') ? 'alike' : 'not-told';
}

function linesText(lines: readonly ComparedLine[], inFull: boolean): string {
  return lines
    .map(({ code, minutes, reference, rest }) => JSON.stringify([code, minutes, reference, inFull ? rest : null]))
    .sort()
    .join('\n');
}

/** Where another line stands: rows move when others come and go, and a finding stays what it was. */
const PLACE_KEYS: ReadonlySet<string> = new Set(['input', 'sheet', 'row']);

/** JSON without places and with its keys in order: what was read from a file may have them in another. */
function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value as JsonObject)
    .filter(([key]) => !PLACE_KEYS.has(key))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}
