import type { Balance } from '../domain/balance.ts';
import type { ClaimLine } from '../domain/claim-line.ts';
import type { ClientMonth } from '../domain/client-month.ts';
import type { Day } from '../domain/day.ts';
import { digestOf } from '../domain/digest.ts';
import type { Finding, JsonObject, Severity } from '../domain/finding.ts';
import type { BookedLine } from '../domain/ledger.ts';
import { minutes } from '../domain/minutes.ts';
import { firstDayOf, type Month } from '../domain/month.ts';
import type { Period } from '../domain/period.ts';
import { type Policy, type PolicySet, policyOf } from '../domain/policy.ts';
import type { ClientRegister, RegisterRole } from '../domain/register.ts';
import type { Context, Rule, Violation } from '../domain/rule.ts';
import type { NotCheckedReason } from '../domain/run.ts';
import { countingMinutes } from './booked-lines.ts';
import { balanceOf, type CapInForce } from './excess.ts';
import { givenTheDoubt, type UndecidedLines, unreadLines } from './unread-rows.ts';

/** A lower cap that an insurer agreed, from the configuration. */
export interface PayerCap {
  readonly uzovi: string;
  readonly minutes: number;
  readonly period: Period;
}

/** What judging needs besides the lines. Data only. */
export interface Judging {
  /** Rules on lines by themselves, then rules on the sum of the month. */
  readonly lineRules: readonly Rule[];
  readonly capRules: readonly Rule[];
  readonly policies: PolicySet;
  readonly given: ReadonlySet<RegisterRole>;
  readonly mainMonth: Month;
  readonly asOf: Day;
  readonly inputNames: readonly string[];
  readonly payerCaps: readonly PayerCap[];
  /** Severities the configuration gives to rules. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  /** Of one rule so many findings are kept; the others are counted. */
  readonly mostFindings: number;
  /** Technology lines of one client-month. */
  readonly mostLines: number;
}

/** What was booked earlier for one client-month. */
export interface BookedMonth {
  readonly lines: readonly BookedLine[];
  /** Lines of this month are booked, of any client. */
  readonly ofAnyone: boolean;
}

/** The judgement of one client-month. */
export interface MonthJudgement {
  readonly findings: readonly Finding[];
  readonly balances: readonly Balance[];
  readonly undecided: readonly UndecidedLines[];
}

const REASONS: Readonly<Record<RegisterRole, NotCheckedReason>> = {
  deliveryForms: 'no-delivery-forms',
  indications: 'no-indications',
  clients: 'no-clients',
};

/** Every rule over one client-month. `hasIntakeError` tells lines that reading rejected already. */
export function checkMonth(
  month: ClientMonth,
  register: ClientRegister,
  hasIntakeError: (line: ClaimLine) => boolean,
  booked: BookedMonth,
  judging: Judging,
): MonthJudgement {
  const policy = policyOf(judging.policies, month.month);
  if (policy === null) {
    return {
      findings: [],
      balances: [],
      undecided: [{ rule: 'monthly-cap-exceeded', reason: 'no-policy', lines: month.lines }],
    };
  }
  const context: Context = {
    policy,
    register,
    given: judging.given,
    mainMonth: judging.mainMonth,
    asOf: judging.asOf,
    monthIsBooked: booked.ofAnyone,
    booked: booked.lines,
    inputNames: judging.inputNames,
    balances: [],
  };
  const findings: Finding[] = [];
  for (const rule of judging.lineRules) runRule(rule, month, context, judging, findings);
  const rejected = new Set(findings.filter(({ severity }) => severity === 'error').flatMap(({ lines }) => lines));
  const hasError = (line: ClaimLine) => hasIntakeError(line) || rejected.has(line.number);
  const balances = capsInForce(policy, month, judging).map((cap) =>
    balanceOf(month, cap, hasError, countingMinutes(bookedUnder(cap, booked.lines), cap)),
  );
  const withBalances = { ...context, balances };
  for (const rule of judging.capRules) runRule(rule, month, withBalances, judging, findings);
  return { findings, balances, undecided: undecidedLines(month, policy, register, judging) };
}

function bookedUnder(cap: CapInForce, booked: readonly BookedLine[]): BookedLine[] {
  return booked.filter(({ insurer }) => cap.insurer === null || insurer === cap.insurer);
}

function runRule(rule: Rule, month: ClientMonth, context: Context, judging: Judging, findings: Finding[]): void {
  const configured = judging.severities.get(rule.id);
  if (configured === 'off') return;
  // Without any register it needs a rule would see a client without periods where there is only a file that was not given.
  if (rule.needs.length > 0 && !rule.needs.some((role) => judging.given.has(role))) return;
  const { register } = context;
  const known =
    rule.findsAbsence && register.unread.length > 0 ? { ...context, register: givenTheDoubt(register) } : context;
  for (const violation of rule.check(month, known)) {
    findings.push(findingOf(rule, month, violation, configured ?? violation.severity ?? rule.severity));
  }
}

function findingOf(rule: Rule, month: ClientMonth, violation: Violation, severity: Severity): Finding {
  const lines = violation.lines.toSorted(
    (a, b) => a.line.place.input - b.line.place.input || a.line.place.row - b.line.place.row,
  );
  const codes = [...new Set(lines.map(({ line }) => line.code))].sort();
  return {
    rule: rule.id,
    severity,
    client: month.client,
    month: month.month,
    places: lines.map(({ line }) => line.place),
    data: { ...(violation.data as JsonObject), lines: lines.map(({ data }) => data as JsonObject) },
    identity: digestOf(codes),
    lines: lines.map(({ line }) => line.number),
  };
}

function capsInForce(policy: Policy, month: ClientMonth, judging: Judging): CapInForce[] {
  const legal = policy.caps.map((cap) => ({ codes: cap.codes, insurer: null, minutes: cap.minutes }));
  const first = firstDayOf(month.month);
  // A cap whose rule is off rejects nothing, so it may not lower what would fit either.
  const inForce = judging.severities.get('payer-cap-exceeded') === 'off' ? [] : judging.payerCaps;
  const agreed = inForce
    .filter(({ period }) => period.first <= first && (period.last === null || first <= period.last))
    .filter(({ uzovi }) => month.lines.some((line) => line.insurer === uzovi))
    .map((cap) => ({ codes: Object.keys(policy.codes), insurer: cap.uzovi, minutes: minutes(cap.minutes) }));
  return [...legal, ...agreed];
}

/** Asked for with every client-month, and the same for all of a run. */
const MISSING = new WeakMap<Judging, ReturnType<typeof registersMissing>>();

function missingIn(judging: Judging): ReturnType<typeof registersMissing> {
  const known = MISSING.get(judging) ?? registersMissing(judging);
  MISSING.set(judging, known);
  return known;
}

/** Rules that lack a register they need, and which. */
export function registersMissing(judging: Judging): {
  readonly rule: string;
  readonly role: RegisterRole;
  readonly reason: NotCheckedReason;
  readonly concerns: Rule['concerns'];
}[] {
  return [...judging.lineRules, ...judging.capRules].flatMap((rule) => {
    const role = rule.needs.find((needed) => !judging.given.has(needed));
    if (role === undefined || judging.severities.get(rule.id) === 'off') return [];
    return [{ rule: rule.id, role, reason: REASONS[role], concerns: rule.concerns }];
  });
}

/**
 * Lines to which a rule applies that lacks a register: never approved by absence, credits included, for they go with their debits.
 * The register of clients is optional and leaves nothing undecided.
 */
function undecidedLines(
  month: ClientMonth,
  policy: Policy,
  register: ClientRegister,
  judging: Judging,
): MonthJudgement['undecided'] {
  const unregistered = missingIn(judging)
    .filter(({ role }) => role !== 'clients')
    .map(({ rule, reason, concerns }) => ({
      rule,
      reason,
      lines: month.lines.filter((line) => {
        const terms = policy.codes[line.code];
        return terms !== undefined && (concerns?.(line, terms) ?? true);
      }),
    }));
  return register.unread.length === 0
    ? unregistered
    : [...unregistered, ...unreadLines(month, policy, register, rulesWithRegisters(judging))];
}

/** Rules that have every register they need; of the others it is said already that they were not checked. */
function rulesWithRegisters({ lineRules, capRules, given, severities }: Judging): Rule[] {
  return [...lineRules, ...capRules].filter(
    ({ id, needs }) => needs.length > 0 && needs.every((role) => given.has(role)) && severities.get(id) !== 'off',
  );
}
