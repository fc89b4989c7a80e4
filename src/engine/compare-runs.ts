import type { Json, JsonObject } from '../domain/finding.ts';
import { type Circumstances, circumstancesOf } from './circumstances.ts';
import type { ComparedFinding, ComparedLine, ComparedRun } from './compared-run.ts';

/**
 * Why a finding is in one run and not in the other, or says something else. `data`: the lines of the client-month, the row or the
 * registers are others · `rules`: they are the same, judged by other rules · `rules-or-registers`: the lines are the same, rules and
 * registers both differ · `circumstances`: neither changed, so it is what was booked, the settings or the day · `unknown`: not to be told.
 */
export type Cause = 'data' | 'rules' | 'rules-or-registers' | 'circumstances' | 'unknown';

/** A finding that only one of the runs has. */
export interface Change<F> {
  readonly finding: F;
  readonly cause: Cause;
}

/** A finding that both runs have; `cause` is null when it says the same in both. */
export interface Kept<F> {
  readonly finding: F;
  readonly older: F;
  readonly cause: Cause | null;
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

/** Compares two runs by the fingerprints of their findings. */
export function compareRuns<F extends ComparedFinding>(older: ComparedRun<F>, newer: ComparedRun<F>): RunComparison<F> {
  const before = new Map(older.findings.map((finding) => [finding.fingerprint, finding]));
  const now = new Map(newer.findings.map((finding) => [finding.fingerprint, finding]));
  const circumstances = circumstancesOf(older, newer);
  const causeOf = (finding: F) => cause(finding, older, newer, circumstances);
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

function saysTheSame(a: ComparedFinding, b: ComparedFinding): boolean {
  return a.severity === b.severity && canonical(a.data) === canonical(b.data);
}

function cause(finding: ComparedFinding, older: ComparedRun, newer: ComparedRun, about: Circumstances): Cause {
  const { client, month, rule } = finding;
  // A waiver is no data of the delivery: what is said of it depends on the day and on the register of waivers.
  if (rule.startsWith('waiver-')) return 'circumstances';
  if (client === null || month === null) return causeInFile(finding, about);
  if (about.sameClaims) return causeBesideLines(about);
  switch (compareLines(older.linesOf(client, month), newer.linesOf(client, month))) {
    case 'other':
      return 'data';
    case 'same':
      return causeBesideLines(about);
    case 'alike':
      // What is not told of the lines must differ when nothing else does.
      return about.rulesChanged ? causeBesideLines(about) : 'data';
    case 'not-told':
      return about.rulesChanged ? 'unknown' : 'data';
  }
}

/** Of a finding about a row or a file: its row cannot be followed from one file to another. */
function causeInFile({ role }: ComparedFinding, about: Circumstances): Cause {
  const sameData = role === null ? about.changedRoles.length === 0 : !about.changedRoles.includes(role);
  if (sameData) return about.rulesChanged ? 'rules' : 'circumstances';
  return about.rulesChanged ? 'unknown' : 'data';
}

/** Of a finding about a client-month whose lines are the same. */
function causeBesideLines({ rulesChanged, sameRegisters }: Circumstances): Cause {
  if (sameRegisters) return rulesChanged ? 'rules' : 'circumstances';
  return rulesChanged ? 'rules-or-registers' : 'data';
}

/** `alike`: as far as told, and each line has a reference number to know it by. `not-told`: a run tells no lines, or too little of them. */
function compareLines(
  older: readonly ComparedLine[] | null,
  newer: readonly ComparedLine[] | null,
): 'same' | 'alike' | 'other' | 'not-told' {
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
