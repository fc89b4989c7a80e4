import type { Balance } from '../../src/domain/balance.ts';
import type { ClaimLine } from '../../src/domain/claim-line.ts';
import { minutes } from '../../src/domain/minutes.ts';
import { monthText } from '../../src/domain/month.ts';
import { type BookedMinutes, balanceOf } from '../../src/engine/excess.ts';
import { monthOfLines } from './claim-line.ts';
import { policyIn } from './policies.ts';

/** What a test says of a month held against its caps. */
export interface BalanceFacts {
  readonly booked?: BookedMinutes;
  /** Lines that another rule rejects. */
  readonly rejected?: readonly ClaimLine[];
  /** Lower caps of insurers, in minutes per UZOVI number. */
  readonly agreed?: Readonly<Record<string, number>>;
}

/** The lines of a month held against the legal caps as shipped, and those agreed with insurers. */
export function balancesOf(
  lines: readonly ClaimLine[],
  { booked = {}, rejected = [], agreed = {} }: BalanceFacts = {},
): Balance[] {
  const month = monthOfLines(lines);
  const policy = policyIn(monthText(month.month));
  const caps = [
    ...policy.caps.map((cap) => ({ ...cap, insurer: null })),
    ...Object.entries(agreed).map(([insurer, limit]) => {
      return { codes: Object.keys(policy.codes), insurer, minutes: minutes(limit) };
    }),
  ];
  return caps.map((cap) => balanceOf(month, cap, (line) => rejected.includes(line), booked));
}
