import type { ClientId } from '../domain/client-identity.ts';
import { ClientIdentity } from '../domain/client-identity.ts';
import { type Day, dayFromIso } from '../domain/day.ts';
import type { Finding, Severity } from '../domain/finding.ts';
import type { Ledger } from '../domain/ledger.ts';
import type { LineFacts } from '../domain/line-facts.ts';
import { LineTable } from '../domain/line-table.ts';
import { type Month, monthFromText } from '../domain/month.ts';
import type { PolicySet } from '../domain/policy.ts';
import type { Pseudonyms } from '../domain/pseudonyms.ts';
import { RegisterTable } from '../domain/register-table.ts';
import type { LineVerdict, RunFinding, RunInput, RunResult } from '../domain/run.ts';
import type { PayerCap } from '../engine/check.ts';
import type { ClientNames } from '../engine/client-names.ts';
import { judge, mainMonthOf } from '../engine/judge.ts';
import { runFindings } from '../engine/result.ts';
import { CATALOGUE, capRules, lineRules } from './catalogue.ts';

/** A technology line as it is remembered: under a pseudonym, and without what only its row told. */
export interface RememberedLine extends LineFacts {
  readonly corrects: string;
  readonly provider: string;
  readonly insurer: string;
  readonly amountCents: number | null;
  /** Which of the run's inputs, and the row in it. */
  readonly input: number;
  readonly row: number;
  readonly verdict: LineVerdict;
}

/** A run whose lines are judged once more. */
export interface RememberedRun {
  readonly result: Pick<RunResult, 'inputs' | 'findings'>;
  readonly lines: Iterable<RememberedLine>;
  /** What was booked when it was judged, and the booked runs that did not count then. */
  readonly ledger: Ledger;
  readonly except: readonly string[];
}

/** The rules that lines are judged by now. */
export interface RulesOfNow {
  readonly policies: PolicySet;
  readonly payerCaps: readonly PayerCap[];
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  readonly asOf: Day;
  readonly pseudonyms: Pseudonyms;
}

/** Rules that ask for what no store keeps: the law a line declares, its rate, the unit its quantity was in, the day the Wlz began. */
const ASKS_MORE: readonly string[] = ['law-mismatch', 'amount-mismatch', 'suspect-unit', 'both-laws-in-month'];
const LINE_RULES = lineRules.filter(({ id, needs }) => needs.length === 0 && !ASKS_MORE.includes(id));
const COVERED = new Set([...LINE_RULES, ...capRules].map(({ id }) => id));
const SEVERITIES = new Map(CATALOGUE.map(({ id, severity }) => [id, severity]));

/** Whether a rule can be judged by remembered lines: it needs no register and nothing of the row that is not kept. */
export function canJudgeAgain(rule: string): boolean {
  return COVERED.has(rule);
}

/**
 * What the rules of now, as far as they need lines only, say of the lines of a remembered run. Lines that another rule rejected stay
 * rejected: its finding is taken from the run, with the severity of now. No register is looked at.
 */
export function judgeAgain(run: RememberedRun, rules: RulesOfNow): RunFinding[] {
  const lines = new LineTable();
  const identity = new ClientIdentity();
  const ofRun = [...run.lines].sort((a, b) => a.input - b.input || a.row - b.row);
  for (const line of ofRun) append(lines, identity, line);
  const { inputs, findings } = run.result;
  const registers = new RegisterTable();
  registers.settle(identity);
  const names = namesOf(identity);
  const { payerCaps, policies, severities, asOf, pseudonyms } = rules;
  const mainMonth = mainMonthOf(lines);
  const judgement = judge(
    {
      lines,
      identity,
      registers,
      inputs,
      intake: rejections(findings, inputs, lines, severities),
      ledger: run.ledger,
      except: run.except,
    },
    {
      lineRules: LINE_RULES,
      capRules,
      policies,
      given: new Set(),
      mainMonth,
      asOf,
      inputNames: inputs.map(({ name }) => name),
      payerCaps,
      severities,
      // What was judged once was not too much.
      mostFindings: Number.POSITIVE_INFINITY,
      mostLines: Number.POSITIVE_INFINITY,
    },
    names,
    judgedMonths(ofRun),
  );
  return runFindings(judgement.findings, inputs, identity, names, pseudonyms, new Map());
}

/** The care months that the run judged; null for all. */
function judgedMonths(lines: readonly RememberedLine[]): ReadonlySet<Month> | null {
  if (lines.every(({ verdict }) => verdict !== 'ignored')) return null;
  const judged = lines.filter(({ verdict }) => verdict !== 'ignored');
  return new Set(judged.flatMap(({ first }) => monthFromText(first.slice(0, 7)) ?? []));
}

function append(lines: LineTable, identity: ClientIdentity, line: RememberedLine): void {
  const first = dayFromIso(line.first);
  const last = dayFromIso(line.last);
  if (first === null || last === null) throw new RangeError('a day is jjjj-mm-dd');
  const provider = lines.names.intern(line.provider);
  lines.append({
    input: line.input,
    row: line.row,
    client: identity.client(line.client, '', provider, line.input, line.row),
    code: line.code,
    first,
    last,
    minutes: line.minutes,
    credit: line.credit,
    inMinutes: false,
    faulty: false,
    reference: line.reference,
    corrects: line.corrects,
    declaredLaw: null,
    provider,
    insurer: lines.names.intern(line.insurer),
    amount: line.amountCents,
    expectedAmount: null,
  });
}

/** Pseudonyms are all that is remembered, and BSNs were masked before. */
function namesOf(identity: ClientIdentity): ClientNames {
  const pseudonym = (client: ClientId) => identity.keys(client).numbers[0] ?? '';
  const asItIs = (text: string) => text;
  return { label: pseudonym, pseudonym, safe: asItIs, safeNumber: asItIs };
}

/** The errors that rules which are not judged again found about lines, as if reading had found them. */
function rejections(
  findings: readonly RunFinding[],
  inputs: readonly RunInput[],
  lines: LineTable,
  severities: RulesOfNow['severities'],
): Finding[] {
  const inputOf = new Map(inputs.map(({ name, sheet }, number) => [JSON.stringify([name, sheet]), number]));
  const lineAt = new Map<string, number>();
  for (let line = 0; line < lines.length; line++) lineAt.set(`${lines.input(line)} ${lines.row(line)}`, line);
  return findings.flatMap(({ rule, severity, places }): Finding[] => {
    const now = severities.get(rule) ?? SEVERITIES.get(rule) ?? severity;
    if (COVERED.has(rule) || now !== 'error') return [];
    const numbers = places.flatMap(({ input, sheet, row }) => {
      const line = lineAt.get(`${inputOf.get(JSON.stringify([input, sheet]))} ${row}`);
      return line === undefined ? [] : [line];
    });
    const nothing = { client: null, month: null, places: [], data: {}, identity: '' };
    return numbers.length === 0 ? [] : [{ ...nothing, rule, severity: now, lines: numbers }];
  });
}
