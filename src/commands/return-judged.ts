import type { OtherReturns, ReturnFault, ReturnMessage } from '../domain/return-message.ts';
import type { RunResult } from '../domain/run.ts';
import { type ComparedReturn, compareReturn, stopsCounting } from '../engine/compare-return.ts';
import { type ReturnTotals, returnTotals } from '../engine/return-totals.ts';
import type { Booking } from '../store/booking.ts';
import type { RefusedLine, ReturnOutcome, SentLine } from '../store/returned.ts';
import type { ReturnedRun } from './return-run.ts';

/** Why a return message is shown and not acted upon: it answers a test, it is not whole, or its counts are not right. */
export type NotStored = 'test' | 'damaged' | 'counts';

/** A return message beside the run that it answers: all there is to say of it. */
export interface JudgedReturn {
  readonly message: ReturnMessage;
  readonly run: string;
  /** The last booking of that run; null when it was never booked. */
  readonly booking: Booking | null;
  /** Only the booking of the run is known. */
  readonly pruned: boolean;
  readonly lines: readonly ComparedReturn<SentLine>[];
  readonly totals: ReturnTotals;
  readonly others: readonly OtherReturns[];
  /** Booked lines that count no longer by this message. */
  readonly refused: readonly RefusedLine[];
  /** Booked lines of the run, of this kind of message, that are not in it. */
  readonly silent: number;
  readonly notStored: NotStored | null;
}

/** What a command made of a return message, in the end. */
export interface ActedReturn extends JudgedReturn {
  /** null when it was not stored. */
  readonly outcome: ReturnOutcome | null;
}

/** Holds a message against the run that it answers. `whole`: the lines of the run that a message without lines refuses. */
export function judgeReturn(
  message: ReturnMessage,
  { run, sent, matches }: ReturnedRun,
  known: {
    readonly result: RunResult | null;
    readonly booking: Booking | null;
    readonly whole: readonly SentLine[];
    readonly force: boolean;
  },
): JudgedReturn {
  const lines = compareReturn(message, matches, known.result);
  const answered = new Set(lines.map(({ sent: line }) => line));
  const refusedLines = lines.flatMap(({ sent: line, answer, line: { codes, clientCodes } }) =>
    line === null || !stopsCounting(answer) ? [] : [{ line, codes: codes.length > 0 ? codes : clientCodes }],
  );
  const refused = [...refusedLines, ...known.whole.map((line) => ({ line, codes: message.codes }))];
  return {
    message,
    run,
    booking: known.booking,
    pruned: known.result === null,
    lines,
    totals: returnTotals(lines),
    others: message.others,
    refused,
    silent: sent.filter((line) => line.booked === 'counts' && !answered.has(line)).length - known.whole.length,
    notStored: notStored(message, known.force),
  };
}

function notStored({ test, faults }: ReturnMessage, force: boolean): NotStored | null {
  if (test) return 'test';
  const isCount = ({ fault }: ReturnFault) => fault === 'count' || fault === 'total';
  if (faults.some((fault) => !isCount(fault))) return 'damaged';
  return faults.length > 0 && !force ? 'counts' : null;
}
