import { withoutBsn } from '../domain/bsn.ts';
import type { ClientIdentity } from '../domain/client-identity.ts';
import { isoOf } from '../domain/day.ts';
import type { Finding, Severity } from '../domain/finding.ts';
import { FindingList, type FindingsBeyond } from '../domain/finding-list.ts';
import { EMPTY_LEDGER, type Ledger } from '../domain/ledger.ts';
import { LineOutcomes } from '../domain/line-outcomes.ts';
import type { LineTable } from '../domain/line-table.ts';
import type { LineVerdicts } from '../domain/line-verdicts.ts';
import { type Month, monthFromText } from '../domain/month.ts';
import { type Policy, type PolicySet, policyOf } from '../domain/policy.ts';
import type { Pseudonyms } from '../domain/pseudonyms.ts';
import type { LineCounts, NotChecked, RunFinding, RunResult } from '../domain/run.ts';
import type { Notice } from '../domain/table.ts';
import type { PayerCap } from '../engine/check.ts';
import { clientConflicts } from '../engine/client-conflicts.ts';
import { type ClientNames, clientNames } from '../engine/client-names.ts';
import { type Judgement, judge, type LineSink, mainMonthOf } from '../engine/judge.ts';
import { runFindings, runPolicy, sortClientMonths } from '../engine/result.ts';
import { exitCodeOf, type FailOn, isIncomplete, verdictOf } from '../engine/verdict.ts';
import { shown } from '../parse/intake-log.ts';
import { overlappingForms } from '../parse/overlapping-forms.ts';
import { CATALOGUE, capRules, lineRules } from './catalogue.ts';
import { CreditsLeft } from './credits-left.ts';
import { holdBack } from './hold-back.ts';
import { keepApart } from './keep-apart.ts';
import { type ReadDelivery, readDelivery } from './read-delivery.ts';
import type { NamedSource, ReadSettings } from './read-settings.ts';
import { type SettleSettings, settleFindings } from './settle-findings.ts';
import { usedInvoices } from './used-invoices.ts';

/** The technology lines of a run and what each came to. */
export interface JudgedDelivery {
  readonly lines: LineTable;
  readonly identity: ClientIdentity;
  readonly names: ClientNames;
  readonly outcomes: LineOutcomes;
}

/** What a run is told besides its files. */
export interface ValidateSettings
  extends Omit<ReadSettings, 'technology'>,
    Pick<SettleSettings, 'baseline' | 'waivers'> {
  readonly policies: PolicySet;
  readonly pseudonyms: Pseudonyms;
  readonly tool: RunResult['tool'];
  /** Makes the id of the run, once its inputs are known. */
  readonly runId: (inputs: RunResult['inputs']) => string;
  /** ISO 8601 in UTC. */
  readonly startedAt: string;
  /** Judge only these care months; null for all. */
  readonly months: ReadonlySet<Month> | null;
  readonly failOn: FailOn;
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  readonly weakened: RunResult['weakened'];
  readonly payerCaps: readonly PayerCap[];
  readonly notices: readonly Notice[];
  /** What was booked earlier; nothing when absent. */
  readonly ledger?: Ledger;
  /** The booked lines could not be looked at: nothing is approved without them. */
  readonly ledgerUnseen?: boolean;
  /** Booked runs that this delivery takes the place of: their bookings do not count beside it. */
  readonly replaces?: readonly string[];
  /** Given every judged line at the end, for the store. */
  readonly judged?: (delivery: JudgedDelivery) => void;
  /** Filled with the verdict of every technology row, for copies of the input. */
  readonly verdicts?: LineVerdicts;
}

const RETURN_CODES = new Map(CATALOGUE.map((rule) => [rule.id, rule.expectedReturnCode]));
const SEVERITIES = new Map(CATALOGUE.map((rule) => [rule.id, rule.severity]));

/** The whole job: files in, one result out. Touches no disk and no clock. */
export async function validateSources(sources: readonly NamedSource[], settings: ValidateSettings): Promise<RunResult> {
  const delivery = await readDelivery(sources, { ...settings, technology: settings.policies.codes });
  const names = clientNames(delivery.identity, settings.pseudonyms);
  const ledger = settings.ledger ?? EMPTY_LEDGER;
  const own = ledger.runsWithFile(claimFiles(delivery));
  const known = { ...delivery, ledger, except: [...own, ...(settings.replaces ?? [])] };
  const found = intakeFindings(delivery, names, known, settings.limits.findings);
  const intake = configured(found.kept, settings.severities);
  const judging = {
    lineRules,
    capRules,
    policies: settings.policies,
    given: delivery.registers.given,
    mainMonth: mainMonthOf(delivery.lines),
    asOf: settings.asOf,
    inputNames: delivery.inputs.map(({ name }) => name),
    payerCaps: settings.payerCaps,
    severities: settings.severities,
    mostFindings: settings.limits.findings,
    mostLines: settings.limits.monthLines,
  };
  const outcomes = settings.judged && new LineOutcomes(delivery.lines.length);
  const copied = settings.verdicts && verdictsOf(delivery, settings.verdicts);
  // No credit is left in a month without findings: its debit stands there too, and is sent with it.
  const creditsLeft = new CreditsLeft();
  const told: LineSink = (month, judged) => {
    creditsLeft.see(judged);
    copied?.(month, judged);
    for (const { line, verdict, allowedMinutes, bookedBy } of outcomes ? judged : [])
      outcomes?.tell(line.number, verdict, allowedMinutes, bookedBy);
  };
  const judgement = judge({ ...known, intake }, judging, names, settings.months, told);
  if (outcomes) settings.judged?.({ lines: delivery.lines, identity: delivery.identity, names, outcomes });
  if (settings.verdicts) {
    keepApart(delivery.clientRows, intake, settings.verdicts);
    holdBack(delivery.lines, settings.verdicts, (lines, told) =>
      judge({ ...known, lines, intake: [] }, judging, names, settings.months, told),
    );
  }
  const notices = [...settings.notices, ...own.map((run): Notice => ({ id: 'own-booking', data: { run } }))];
  const findings = {
    kept: [...intake, ...judgement.findings],
    beyond: [...configured(found.beyond, settings.severities), ...judgement.beyond],
  };
  const result = resultOf(delivery, findings, judgement, names, { ...settings, notices });
  return creditsLeft.count === 0 ? result : { ...result, creditsLeft: creditsLeft.count };
}

/** Hashes of the files that hold claims. */
function claimFiles({ inputs }: ReadDelivery): string[] {
  return inputs.filter(({ role }) => role === 'claims').map(({ sha256 }) => sha256);
}

/**
 * Fills the verdict of every row, for copies. Rows that became no line are rejected before any line is: they have no month to be judged in.
 * Lines are approved in full until something else is told of them.
 */
function verdictsOf({ lines, notLines }: ReadDelivery, verdicts: LineVerdicts): LineSink {
  for (const [input, rows] of notLines) {
    for (let index = 0; index < rows.length; index++) verdicts.set(input, rows.at(index), 'rejected', 0);
  }
  for (let line = 0; line < lines.length; line++)
    verdicts.set(lines.input(line), lines.row(line), 'approved', lines.minutes(line));
  return (_, judged) => {
    for (const { line, verdict, allowedMinutes } of judged) {
      verdicts.set(line.place.input, line.place.row, verdict, allowedMinutes);
    }
  };
}

/** Findings that are kept, and how many there are besides. */
interface Found {
  readonly kept: readonly Finding[];
  readonly beyond: readonly FindingsBeyond[];
}

function intakeFindings(
  delivery: ReadDelivery,
  names: ClientNames,
  { ledger, except }: { readonly ledger: Ledger; readonly except: readonly string[] },
  most: number,
): Found {
  const severityOf = (rule: string) => SEVERITIES.get(rule) ?? 'error';
  const overlapping = new FindingList(most);
  overlappingForms(delivery.registers, overlapping);
  const conflicts = clientConflicts(
    delivery.identity,
    delivery.lines,
    names.safeNumber,
    severityOf('client-key-conflict'),
  );
  return {
    kept: [
      ...delivery.findings.filter((finding) => !isDeathKnown(finding, delivery)),
      ...overlapping.kept,
      ...conflicts,
      ...usedInvoices(delivery.inputs, ledger, except, severityOf('ei-invoice-used')),
    ],
    beyond: [...delivery.beyond, ...overlapping.beyond],
  };
}

/** A message says only that a client has died; where a register says when, `after-death` judges by the day. */
function isDeathKnown({ rule, client }: Finding, { identity, registers }: ReadDelivery): boolean {
  if (rule !== 'ei-deceased' || client === null || !registers.given.has('clients')) return false;
  return registers.of(identity.resolve(client)).dateOfDeath !== null;
}

function configured<One extends { readonly rule: string; readonly severity: Severity }>(
  findings: readonly One[],
  severities: ReadonlyMap<string, Severity | 'off'>,
): One[] {
  if (severities.size === 0) return [...findings];
  return findings.flatMap((finding) => {
    const severity = severities.get(finding.rule) ?? finding.severity;
    return severity === 'off' ? [] : [{ ...finding, severity }];
  });
}

function resultOf(
  delivery: ReadDelivery,
  found: Found,
  judgement: Judgement,
  names: ClientNames,
  settings: ValidateSettings,
): RunResult {
  const { claims, inputs } = delivery;
  const identity: ClientIdentity = delivery.identity;
  const written = runFindings(found.kept, inputs, identity, names, settings.pseudonyms, RETURN_CODES);
  const { findings: kept, counts, counting, ...compared } = settleFindings(written, found.beyond, SEVERITIES, settings);
  const lines = lineCounts(delivery, judgement);
  const unreadableRows = claims?.unreadable ?? 0;
  const nothingToJudge = claims === null || claims.rows === 0;
  // Whatever severity the configuration gives the rule, waived or not: what could not be read has not been checked.
  const unreadableFiles = delivery.findings.filter(({ rule }) => rule === 'unreadable-file').length;
  const limited = notKept(found.beyond, kept);
  const unread = unreadableRows + unreadableFiles + (claims?.unusable ?? 0);
  // A month without a line, in a delivery that has lines of others, is a mistake in the asking: it must not pass for a good month.
  const otherMonths = lines.technology === 0 && judgement.tally.lines.ignored > 0;
  const unseen = nothingToJudge || otherMonths || settings.ledgerUnseen === true;
  const incomplete = isIncomplete(lines, unread, unseen);
  return {
    tool: settings.tool,
    run: {
      id: settings.runId(inputs),
      startedAt: settings.startedAt,
      asOf: isoOf(settings.asOf),
      verdict: verdictOf(lines, counts, incomplete),
      exitCode: exitCodeOf(incomplete, counting, settings.failOn),
    },
    inputs,
    policies: policiesUsed(settings.policies, judgement).map(runPolicy),
    summary: {
      lines,
      clientMonths: judgement.tally.clientMonths,
      minutes: judgement.tally.minutes,
      amountCents: judgement.tally.amountCents,
      months: judgement.tally.months(),
      findings: counts,
    },
    overview: judgement.tally.overview.result(),
    ...compared,
    ignoredCodes: ignoredCodes(delivery),
    unreadableRows,
    notChecked: notChecked(judgement, nothingToJudge, settings.ledgerUnseen === true),
    weakened: settings.weakened,
    findings: kept,
    ...(found.beyond.length > 0 ? { findingsBeyond: found.beyond } : {}),
    clientMonths: sortClientMonths(judgement.clientMonths),
    notices: [...settings.notices, ...limited],
  };
}

/** Nothing is cut silently: for each rule how many findings are shown, of how many. */
function notKept(beyond: readonly FindingsBeyond[], kept: readonly RunFinding[]): Notice[] {
  const rules = [...new Set(beyond.map(({ rule }) => rule))].sort();
  return rules.map((rule) => {
    const shown = kept.filter((finding) => finding.rule === rule).length;
    const others = beyond.filter((one) => one.rule === rule).reduce((sum, { findings }) => sum + findings, 0);
    return { id: 'findings-not-kept', data: { rule, shown, found: shown + others } };
  });
}

/** Technology rows of which no line could be made are rejected: an error touches each. */
function lineCounts({ claims }: ReadDelivery, { tally }: Judgement): LineCounts {
  const { approved, rejected, undecided, ignored } = tally.lines;
  const others = [...(claims?.ignored.values() ?? [])].reduce((sum, count) => sum + count, 0);
  return {
    total: claims?.rows ?? 0,
    technology: (claims?.technology ?? 0) - ignored,
    approved,
    rejected: rejected + (claims?.unusable ?? 0),
    undecided,
    ignored: others + ignored,
  };
}

/** No code has ten digits: where one seems to, columns have run together, and one of them may be the BSN. */
function ignoredCodes({ claims }: ReadDelivery): RunResult['ignoredCodes'] {
  return [...(claims?.ignored ?? [])]
    .map(([code, lines]) => ({ code: withoutBsn(shown(code)), lines }))
    .sort((a, b) => b.lines - a.lines || (a.code < b.code ? -1 : 1));
}

function notChecked(judgement: Judgement, nothingToJudge: boolean, ledgerUnseen: boolean): NotChecked[] {
  return [
    ...(nothingToJudge ? [{ rule: 'monthly-cap-exceeded', reason: 'no-claims', lines: 0 } as const] : []),
    ...(ledgerUnseen ? [{ rule: 'already-booked', reason: 'no-store', lines: 0 } as const] : []),
    ...judgement.notChecked,
  ];
}

/** The policies that judged a month of the delivery; all of them when there was none to judge. */
function policiesUsed(set: PolicySet, judgement: Judgement): readonly Policy[] {
  const months = judgement.tally.months().flatMap(({ month }) => monthFromText(month) ?? []);
  const used = set.policies.filter((policy) => months.some((month) => policyOf(set, month) === policy));
  return used.length > 0 ? used : set.policies;
}
