import { type ClaimLine, spansMonths } from '../domain/claim-line.ts';
import type { ClientMonth } from '../domain/client-month.ts';
import { type Month, monthText } from '../domain/month.ts';
import type { LineVerdict, MinuteCounts, RunSummary } from '../domain/run.ts';
import type { MonthJudgement } from './check.ts';
import { Overview } from './overview.ts';

/** What one line came to. */
export interface JudgedLine {
  readonly line: ClaimLine;
  readonly verdict: LineVerdict;
  /** What would fit under the cap; 0 when another rule rejects the line. */
  readonly allowedMinutes: number;
  /** The run it was booked in, when nothing else is wrong with it. */
  readonly bookedBy: string | null;
}

/** Sums over all client-months of a run, kept while they pass. */
export class Tally {
  readonly lines = { approved: 0, rejected: 0, undecided: 0, ignored: 0 };
  readonly clientMonths = { total: 0, withinCap: 0, overCap: 0 };
  readonly minutes = { declared: 0, credited: 0, net: 0, eligible: 0, rejected: 0, booked: 0 };
  readonly overview = new Overview();
  readonly #months = new Map<Month, { clients: number; minutes: number; byCode: Record<string, number> }>();
  #amounts: { declared: number; rejected: number } | null = null;

  /** Adds a judged client-month and returns its own sums. */
  add(
    month: ClientMonth,
    judged: readonly JudgedLine[],
    judgement: MonthJudgement,
  ): { minutes: MinuteCounts; byCode: Record<string, number> } {
    const own = { declared: 0, credited: 0, net: 0, eligible: 0, booked: 0 };
    const byCode: Record<string, number> = {};
    for (const { line, verdict, allowedMinutes } of judged) {
      this.lines[verdict]++;
      this.#addAmount(line, verdict);
      if (verdict === 'rejected' && !line.credit) this.minutes.rejected += line.minutes - allowedMinutes;
      if (spansMonths(line)) continue;
      const signed = line.credit ? -line.minutes : line.minutes;
      if (line.credit) own.credited += line.minutes;
      else own.declared += line.minutes;
      byCode[line.code] = (byCode[line.code] ?? 0) + signed;
    }
    own.net = own.declared - own.credited;
    for (const balance of judgement.balances) {
      if (balance.insurer !== null) continue;
      own.eligible += balance.eligibleMinutes;
      own.booked += balance.bookedMinutes;
    }
    this.#count(month, own, byCode, judgement);
    this.overview.add(month, judgement.balances);
    return { minutes: own, byCode };
  }

  get amountCents(): RunSummary['amountCents'] {
    return this.#amounts;
  }

  /** In order of time. */
  months(): RunSummary['months'] {
    return [...this.#months]
      .sort(([a], [b]) => a - b)
      .map(([month, { clients, minutes, byCode }]) => ({
        month: monthText(month),
        clients,
        minutes,
        byCode: sortedByKey(byCode),
      }));
  }

  #count(
    month: ClientMonth,
    own: MinuteCounts,
    byCode: Readonly<Record<string, number>>,
    judgement: MonthJudgement,
  ): void {
    this.minutes.declared += own.declared;
    this.minutes.credited += own.credited;
    this.minutes.net += own.net;
    this.minutes.eligible += own.eligible;
    this.minutes.booked += own.booked;
    const over = judgement.balances.some(({ insurer, excessMinutes }) => insurer === null && excessMinutes > 0);
    this.clientMonths.total++;
    this.clientMonths[over ? 'overCap' : 'withinCap']++;
    const sums = this.#months.get(month.month) ?? { clients: 0, minutes: 0, byCode: {} };
    this.#months.set(month.month, sums);
    sums.clients++;
    sums.minutes += own.net;
    for (const [code, net] of Object.entries(byCode)) sums.byCode[code] = (sums.byCode[code] ?? 0) + net;
  }

  #addAmount(line: ClaimLine, verdict: LineVerdict): void {
    if (line.amount === null || line.credit) return;
    this.#amounts ??= { declared: 0, rejected: 0 };
    this.#amounts.declared += line.amount;
    if (verdict === 'rejected') this.#amounts.rejected += line.amount;
  }
}

/** The same record with its keys in order, so that reports do not depend on the order of the input. */
export function sortedByKey<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
