import type { ClaimLine } from '../domain/claim-line.ts';
import type { ClientId, ClientIdentity } from '../domain/client-identity.ts';
import type { ClientMonth } from '../domain/client-month.ts';
import { type Day, isoOf } from '../domain/day.ts';
import type { Finding } from '../domain/finding.ts';
import { FindingList, type FindingsBeyond } from '../domain/finding-list.ts';
import type { Ledger } from '../domain/ledger.ts';
import type { LineTable } from '../domain/line-table.ts';
import { type Month, monthOf, monthText } from '../domain/month.ts';
import type { RegisterTable } from '../domain/register-table.ts';
import type { LineVerdict, NotChecked, NotCheckedReason, RunClientMonth, RunInput } from '../domain/run.ts';
import { UserError } from '../errors.ts';
import { bookedLines } from './booked-lines.ts';
import { checkMonth, type Judging, type MonthJudgement, registersMissing } from './check.ts';
import { clientMonths } from './client-months.ts';
import type { ClientNames } from './client-names.ts';
import { QuietMonths, someMayBeQuiet } from './quiet-months.ts';
import { ReferenceIndex } from './reference-index.ts';
import { sortedByKey } from './sums-by-code.ts';
import { type JudgedLine, Tally } from './tally.ts';

/** Everything that was read. */
export interface Delivery {
  readonly lines: LineTable;
  readonly identity: ClientIdentity;
  readonly registers: RegisterTable;
  readonly inputs: readonly RunInput[];
  /** Findings of reading; `client` still by the key of its row. */
  readonly intake: readonly Finding[];
  readonly ledger: Ledger;
  /** Booked runs whose lines this delivery brings again: their bookings do not count beside it. */
  readonly except: readonly string[];
}

/** The judgement of all client-months. */
export interface Judgement {
  readonly findings: readonly Finding[];
  /** Findings that were counted and not kept. */
  readonly beyond: readonly FindingsBeyond[];
  readonly tally: Tally;
  readonly notChecked: readonly NotChecked[];
  /** Client-months with a finding, in no particular order. */
  readonly clientMonths: readonly RunClientMonth[];
}

/** Told what the lines of a client-month came to, as the months pass. A line it is not told of is approved in full. */
export type LineSink = (month: ClientMonth, judged: readonly JudgedLine[]) => void;

/** How a delivery is judged; what comes out is the same. */
export interface JudgeOptions {
  /** False to show every month to the rules, also those of which a glance says that no rule has anything to say. */
  readonly glancing?: boolean;
}

/** Judges every client-month of a delivery. `selection`: judge only these care months; lines of others are counted as ignored. */
export function judge(
  delivery: Delivery,
  judging: Judging,
  names: ClientNames,
  selection: ReadonlySet<Month> | null,
  sink?: LineSink,
  { glancing = true }: JudgeOptions = {},
): Judgement {
  const marks = intakeMarks(delivery);
  const { hasIntakeError, hasIntakeFinding } = marks;
  const findings = new FindingList(judging.mostFindings);
  const tally = new Tally(delivery.lines);
  const unchecked = new Unchecked();
  for (const { rule, reason } of registersMissing(judging)) unchecked.add(rule, reason, 0);
  const reported: RunClientMonth[] = [];
  const booked = bookedLines(delivery.ledger, names, delivery.except);
  const { lines, identity, registers } = delivery;
  const references = new ReferenceIndex(lines);
  const mayBeQuiet = glancing && lines.length > 0 && someMayBeQuiet(judging, registers);
  const glance = mayBeQuiet
    ? new QuietMonths({
        ...{ lines, registers, references, judging, booked, ...marks },
        isSelected: (month) => selection === null || selection.has(month),
        tell: (month) => tally.addQuiet(month),
      })
    : null;
  const onlyCaps = { ...judging, lineRules: [] };
  const refuse = (client: ClientId, month: Month, count: number) => {
    if (count > judging.mostLines) throw tooManyLines(names.label(client), month, count, judging.mostLines);
  };
  for (const month of clientMonths(lines, identity, booked, references, glance, refuse)) {
    if (selection !== null && !selection.has(month.month)) {
      tally.lines.ignored += month.lines.length;
      unchecked.add('monthly-cap-exceeded', 'other-month', month.lines.length);
      sink?.(
        month,
        month.lines.map((line) => ({ line, verdict: 'ignored', allowedMinutes: line.minutes, bookedBy: null })),
      );
      continue;
    }
    const register = delivery.registers.of(month.client);
    const judgement = checkMonth(
      month,
      register,
      hasIntakeError,
      { lines: booked.ofMonth(month.client, month.month), ofAnyone: booked.hasMonth(month.month) },
      month.needs === 'caps' ? onlyCaps : judging,
    );
    const judged = judgedLines(month, judgement, hasIntakeError);
    const sums = tally.add(month, judged, judgement);
    for (const { rule, reason, lines } of judgement.undecided) unchecked.add(rule, reason, lines.length);
    let isKept = hasIntakeFinding(month);
    for (const finding of judgement.findings) isKept = findings.add(finding) || isKept;
    if (isKept) {
      reported.push(clientMonthOf(month, judged, judgement, sums, delivery.inputs, names));
    }
    sink?.(month, judged);
  }
  return {
    findings: findings.kept,
    beyond: findings.beyond,
    tally,
    notChecked: unchecked.entries(),
    clientMonths: reported,
  };
}

/** More lines than a month has room for: a column that is no clientnummer was taken for one, and nothing can be said of any client. */
function tooManyLines(client: string, month: Month, lines: number, most: number): UserError {
  return new UserError(
    `Cliënt ${client} heeft ${lines} declaratieregels in ${monthText(month)}; het maximum is ${most}. Is dat wel een clientnummer? ` +
      'Geef de kolommen op met --columns, of verhoog limits.monthLines in tzt.config.json.',
  );
}

/** What reading found already, as judging asks for it. */
function intakeMarks({ intake, identity }: Delivery): {
  readonly hasIntakeError: (line: ClaimLine) => boolean;
  readonly hasIntakeFinding: (month: ClientMonth) => boolean;
  readonly isTouched: (line: number) => boolean;
  readonly isMarked: (client: ClientId, month: Month) => boolean;
} {
  const touched = new Set(intake.flatMap(({ lines }) => lines));
  const errors = new Set(intake.flatMap(({ severity, lines }) => (severity === 'error' ? lines : [])));
  const months = new Set(
    intake.flatMap(({ client, month }) =>
      client === null || month === null ? [] : [monthKey(identity.resolve(client), month)],
    ),
  );
  const isMarked = (client: ClientId, month: Month) => months.size > 0 && months.has(monthKey(client, month));
  return {
    hasIntakeError: (line) => line.faulty || errors.has(line.number),
    hasIntakeFinding: (month) =>
      isMarked(month.client, month.month) || month.lines.some(({ number }) => touched.has(number)),
    isTouched: (line) => touched.has(line),
    isMarked,
  };
}

/** The care month most technology lines belong to; of equals the latest. Month 0 when there are no lines. */
export function mainMonthOf(lines: LineTable): Month {
  const ofDays = new Map<Day, number>();
  for (let line = 0; line < lines.length; line++) {
    const day = lines.first(line);
    ofDays.set(day, (ofDays.get(day) ?? 0) + 1);
  }
  const counts = new Map<Month, number>();
  for (const [day, count] of ofDays) counts.set(monthOf(day), (counts.get(monthOf(day)) ?? 0) + count);
  const [main] = [...counts].sort(([monthA, a], [monthB, b]) => b - a || monthB - monthA);
  return main?.[0] ?? (0 as Month);
}

function judgedLines(
  month: ClientMonth,
  judgement: MonthJudgement,
  hasIntakeError: (line: ClaimLine) => boolean,
): JudgedLine[] {
  if (judgement.findings.length === 0 && judgement.undecided.length === 0 && !month.lines.some(hasIntakeError)) {
    return month.lines.map(approved);
  }
  const rejected = new Set(
    judgement.findings.filter(({ severity }) => severity === 'error').flatMap(({ lines }) => lines),
  );
  const onlyBooked = linesWithOnly('already-booked', judgement.findings);
  const undecided = new Set(judgement.undecided.flatMap(({ lines }) => lines));
  const overCap = new Map<ClaimLine, number>();
  const counted = new Set<ClaimLine>();
  for (const balance of judgement.balances) {
    for (const { line, rejectedMinutes } of balance.counted) {
      counted.add(line);
      overCap.set(line, Math.max(overCap.get(line) ?? 0, rejectedMinutes));
    }
  }
  return month.lines.map((line) => {
    const verdict: LineVerdict =
      rejected.has(line.number) || hasIntakeError(line) ? 'rejected' : undecided.has(line) ? 'undecided' : 'approved';
    if (verdict !== 'rejected') return { line, verdict, allowedMinutes: line.minutes, bookedBy: null };
    const allowedMinutes = counted.has(line) ? line.minutes - (overCap.get(line) ?? 0) : 0;
    const bookedBy = onlyBooked.has(line.number) && !hasIntakeError(line) ? line.bookedBy : null;
    return { line, verdict, allowedMinutes, bookedBy };
  });
}

function approved(line: ClaimLine): JudgedLine {
  return { line, verdict: 'approved', allowedMinutes: line.minutes, bookedBy: null };
}

/** Lines that errors of this rule touch, and of no other. */
function linesWithOnly(rule: string, findings: readonly Finding[]): Set<number> {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const others = new Set(errors.filter((finding) => finding.rule !== rule).flatMap(({ lines }) => lines));
  const own = errors.filter((finding) => finding.rule === rule).flatMap(({ lines }) => lines);
  return new Set(own.filter((line) => !others.has(line)));
}

function clientMonthOf(
  month: ClientMonth,
  judged: readonly JudgedLine[],
  judgement: MonthJudgement,
  sums: ReturnType<Tally['add']>,
  inputs: readonly RunInput[],
  names: ClientNames,
): RunClientMonth {
  const exceeded = judgement.balances.find(({ excessMinutes }) => excessMinutes > 0);
  const ordinary = judgement.balances.find(({ codes }) => month.lines.some(({ code }) => codes.includes(code)));
  return {
    client: names.label(month.client),
    month: monthText(month.month),
    capMinutes: (exceeded ?? ordinary)?.capMinutes ?? null,
    minutes: sums.minutes,
    byCode: sortedByKey(sums.byCode),
    lines: judged.map(({ line, verdict, allowedMinutes }) => ({
      input: inputs[line.place.input]?.name ?? '',
      sheet: inputs[line.place.input]?.sheet ?? null,
      row: line.place.row,
      reference: line.reference === '' ? null : names.safe(line.reference),
      code: line.code,
      minutes: line.minutes,
      credit: line.credit,
      first: isoOf(line.period.first),
      last: isoOf(line.period.last),
      insurer: line.insurer === '' ? null : line.insurer,
      provider: line.provider === '' ? null : line.provider,
      amountCents: line.amount,
      verdict,
      allowedMinutes,
    })),
  };
}

function monthKey(client: ClientId, month: Month): string {
  return `${client} ${month}`;
}

/** Lines per rule and reason. */
class Unchecked {
  readonly #lines = new Map<string, { rule: string; reason: NotCheckedReason; lines: number }>();

  add(rule: string, reason: NotCheckedReason, lines: number): void {
    const key = `${rule} ${reason}`;
    const entry = this.#lines.get(key);
    if (entry) entry.lines += lines;
    else this.#lines.set(key, { rule, reason, lines });
  }

  entries(): NotChecked[] {
    return [...this.#lines.values()].sort((a, b) =>
      a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : a.reason < b.reason ? -1 : 1,
    );
  }
}
