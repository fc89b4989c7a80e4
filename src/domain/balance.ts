import type { ClaimLine } from './claim-line.ts';
import type { Minutes } from './minutes.ts';

/** A debit line in the sum of a month: what counts of it after the credits that name it, and what of that is over the cap. */
export interface CountedLine {
  readonly line: ClaimLine;
  /** Minutes that count: the line's own less the credits that name it. */
  readonly minutes: Minutes;
  /** The part of them that lies over the cap; 0 for most lines. */
  readonly rejectedMinutes: Minutes;
}

/** One client-month held against one cap (contract, section 4). Made by the engine, read by the rules. */
export interface Balance {
  /** Codes the cap is shared by. */
  readonly codes: readonly string[];
  /** The insurer whose agreement the cap is, or null for the legal cap of the policy. */
  readonly insurer: string | null;
  readonly capMinutes: Minutes;
  /** Debit lines without an error of another rule, less credits, plus booked. */
  readonly eligibleMinutes: Minutes;
  /** The same over all debit lines that could be read and attributed, rejected or not. */
  readonly declaredMinutes: Minutes;
  readonly bookedMinutes: Minutes;
  /** Eligible minutes per code, booked ones included. */
  readonly byCode: Readonly<Record<string, number>>;
  /** `eligibleMinutes − capMinutes`, never below 0. */
  readonly excessMinutes: Minutes;
  /** The eligible debit lines, in the order of the month. */
  readonly counted: readonly CountedLine[];
}
