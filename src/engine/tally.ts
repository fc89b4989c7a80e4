import { type ClaimLine, spansMonths } from '../domain/claim-line.ts';
import type { ClientMonth } from '../domain/client-month.ts';
import { type LineTable, NO_AMOUNT } from '../domain/line-table.ts';
import { type Month, monthText } from '../domain/month.ts';
import type { LineVerdict, MinuteCounts, RunSummary } from '../domain/run.ts';
import type { MonthJudgement } from './check.ts';
import * as words from './line-words.ts';
import { Overview } from './overview.ts';
import type { QuietMonth } from './quiet-months.ts';
import { addedTo, sortedByKey } from './sums-by-code.ts';

/** What one line came to. */
export interface JudgedLine {
  readonly line: ClaimLine;
  readonly verdict: LineVerdict;
  /** What would fit under the cap; 0 when another rule rejects the line. */
  readonly allowedMinutes: number;
  /** The run it was booked in, when nothing else is wrong with it. */
  readonly bookedBy: string | null;
}

interface MonthSums {
  clients: number;
  minutes: number;
  readonly byCode: Record<string, number>;
  /** Of quiet months, by the number of the code. */
  readonly byNumber: number[];
}

/** Sums over all client-months of a run, kept while they pass. */
export class Tally {
  readonly lines = { approved: 0, rejected: 0, undecided: 0, ignored: 0 };
  readonly clientMonths = { total: 0, withinCap: 0, overCap: 0 };
  readonly minutes = { declared: 0, credited: 0, net: 0, eligible: 0, rejected: 0, booked: 0 };
  readonly overview: Overview;
  readonly #lines: LineTable;
  readonly #months = new Map<Month, MonthSums>();
  #amounts: { declared: number; rejected: number } | null = null;

  /** `lines`: the table whose numbers of codes and names quiet months use. */
  constructor(lines: LineTable) {
    this.#lines = lines;
    this.overview = new Overview(lines);
  }

  /** Adds a client-month of which every line is approved: the same as `add`, from integers. */
  addQuiet(quiet: QuietMonth): void {
    const sums = this.#sumsOf(quiet.month);
    let declared = 0;
    let credited = 0;
    for (let at = quiet.start * words.WORDS; at < quiet.end * words.WORDS; at += words.WORDS) {
      const word = quiet.words[at]!;
      const minutes = words.minutesIn(word);
      const isCredit = words.isCreditIn(word);
      if (isCredit) credited += minutes;
      else declared += minutes;
      const amount = quiet.words[at + 2]!;
      if (!isCredit && amount !== NO_AMOUNT) this.#addCents(amount, false);
      const code = words.codeIn(word);
      sums.byNumber[code] = (sums.byNumber[code] ?? 0) + (isCredit ? -minutes : minutes);
    }
    const net = declared - credited;
    this.lines.approved += quiet.end - quiet.start;
    this.minutes.declared += declared;
    this.minutes.credited += credited;
    this.minutes.net += net;
    this.minutes.eligible += net;
    this.clientMonths.total++;
    this.clientMonths.withinCap++;
    sums.clients++;
    sums.minutes += net;
    this.overview.addQuiet(quiet, net);
  }

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
      .map(([month, { clients, minutes, byCode, byNumber }]) => ({
        month: monthText(month),
        clients,
        minutes,
        byCode: sortedByKey(addedTo(byCode, byNumber, this.#lines)),
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
    const sums = this.#sumsOf(month.month);
    sums.clients++;
    sums.minutes += own.net;
    for (const [code, net] of Object.entries(byCode)) sums.byCode[code] = (sums.byCode[code] ?? 0) + net;
  }

  #addAmount(line: ClaimLine, verdict: LineVerdict): void {
    if (line.amount === null || line.credit) return;
    this.#addCents(line.amount, verdict === 'rejected');
  }

  #addCents(amount: number, isRejected: boolean): void {
    this.#amounts ??= { declared: 0, rejected: 0 };
    this.#amounts.declared += amount;
    if (isRejected) this.#amounts.rejected += amount;
  }

  #sumsOf(month: Month): MonthSums {
    const known = this.#months.get(month);
    if (known) return known;
    const sums = { clients: 0, minutes: 0, byCode: {}, byNumber: [] };
    this.#months.set(month, sums);
    return sums;
  }
}
