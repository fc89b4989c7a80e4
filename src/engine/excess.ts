import type { Balance, CountedLine } from '../domain/balance.ts';
import { type ClaimLine, spansMonths } from '../domain/claim-line.ts';
import type { ClientMonth } from '../domain/client-month.ts';
import { type Minutes, minutes } from '../domain/minutes.ts';

/** One maximum to hold a month against: a cap of the policy, or the lower one agreed with an insurer. */
export interface CapInForce {
  readonly codes: readonly string[];
  readonly insurer: string | null;
  readonly minutes: Minutes;
}

/** Minutes booked earlier for the client and month, per code. */
export type BookedMinutes = Readonly<Record<string, number>>;

/**
 * Holds a client-month against a cap (contract, section 4): debit lines without an error, each less the credits that name it,
 * less the credits that name no debit of the month, plus what was booked. A credit with an error makes no room.
 * What is too much is laid on the latest lines.
 */
export function balanceOf(
  month: ClientMonth,
  cap: CapInForce,
  hasError: (line: ClaimLine) => boolean,
  booked: BookedMinutes,
): Balance {
  const underCap = (line: ClaimLine) =>
    cap.codes.includes(line.code) && (cap.insurer === null || cap.insurer === line.insurer);
  const attributable = month.lines.filter((line) => !spansMonths(line));
  const declared = attributable.filter((line) => !line.credit && underCap(line));
  // A credit belongs to the debit it names, whatever code or insurer it bears itself.
  const credits = attributable.filter((line) => line.credit && !hasError(line));
  const loose = credits.filter((line) => line.correction?.debit == null && underCap(line));
  const counted = countedLines(
    declared.filter((line) => !hasError(line)),
    credits,
  );
  const byCode: Record<string, number> = {};
  for (const code of cap.codes) if (booked[code]) byCode[code] = booked[code];
  for (const { line, minutes: counting } of counted) byCode[line.code] = (byCode[line.code] ?? 0) + counting;
  for (const line of loose) byCode[line.code] = (byCode[line.code] ?? 0) - line.minutes;
  const bookedMinutes = cap.codes.reduce((sum, code) => sum + (booked[code] ?? 0), 0);
  const eligible = Object.values(byCode).reduce((sum, part) => sum + part, 0);
  const excess = Math.max(0, eligible - cap.minutes);
  return {
    codes: cap.codes,
    insurer: cap.insurer,
    capMinutes: cap.minutes,
    eligibleMinutes: minutes(eligible),
    declaredMinutes: minutes(sumOf(countedLines(declared, credits)) - sumOf(loose) + bookedMinutes),
    bookedMinutes: minutes(bookedMinutes),
    byCode,
    excessMinutes: minutes(excess),
    counted: layExcess(counted, excess),
  };
}

/** Walks from the last line back and rejects minutes until the excess is gone. */
export function layExcess(counted: readonly Omit<CountedLine, 'rejectedMinutes'>[], excess: number): CountedLine[] {
  let left = excess;
  return counted
    .toReversed()
    .map((line) => {
      const rejected = Math.min(left, line.minutes);
      left -= rejected;
      return { ...line, rejectedMinutes: minutes(rejected) };
    })
    .reverse();
}

/** Debit lines, each less the credits that name it, as far as its minutes go. */
function countedLines(
  debits: readonly ClaimLine[],
  credits: readonly ClaimLine[],
): { line: ClaimLine; minutes: Minutes }[] {
  const credited = new Map<number, number>();
  for (const { correction, minutes: taken } of credits) {
    if (correction?.debit != null) credited.set(correction.debit, (credited.get(correction.debit) ?? 0) + taken);
  }
  return debits.map((line) => ({
    line,
    minutes: minutes(Math.max(0, line.minutes - (credited.get(line.number) ?? 0))),
  }));
}

function sumOf(lines: readonly { readonly minutes: number }[]): number {
  return lines.reduce((sum, line) => sum + line.minutes, 0);
}
