import type { BookedLine } from '../domain/ledger.ts';
import type { RunResult } from '../domain/run.ts';
import type { ReturnedSum } from './returned.ts';
import type { StoredLine } from './stored-run.ts';

/** That a run was sent to the payer: from then on its lines count for their months, until it ends. */
export interface Booking {
  readonly run: string;
  /** When, as the caller told it. */
  readonly bookedAt: string;
  /** The run it was booked in place of. */
  readonly replaces: string | null;
  /** When it was taken back or replaced; null while it counts. */
  readonly endedAt: string | null;
  /** The run that was booked in its place. */
  readonly replacedBy: string | null;
  readonly lines: number;
  /** Debits less credits. */
  readonly minutes: number;
  /** Care months it has lines of, `jjjj-mm`, the earliest first. */
  readonly months: readonly string[];
  /** What of these lines the payer sent back, so that it counts no longer. */
  readonly returned: ReturnedSum;
}

/** A remembered run in a list, with its last booking. */
export interface RunRow extends Pick<RunResult, 'run' | 'inputs' | 'summary'> {
  readonly booking: Booking | null;
}

/** What is told with a booking. */
export interface BookOptions {
  /** ISO 8601. */
  readonly bookedAt: string;
  /** The run whose booking ends because this one takes its place. */
  readonly replaces?: string | null;
}

/** A booked run that stands in the way of another, and how much of the other is concerned. */
export interface Hindrance {
  readonly run: string;
  /** Client-months of the run to be booked. */
  readonly clientMonths: number;
  /** Lines of the run to be booked that this run has booked already, by their reference or, without one, by their file. */
  readonly lines: number;
}

/** What came of booking a run. Only `booked` changed anything. */
export type BookOutcome =
  | {
      readonly outcome: 'booked';
      readonly booking: Booking;
      /** Approved credits that stayed behind, since the debit they take back did. */
      readonly creditsLeft: number;
    }
  /** It is booked, and counts. */
  | { readonly outcome: 'already'; readonly booking: Booking }
  | { readonly outcome: 'unknown-run' }
  /** It was booked once, but its lines were removed from the store since. */
  | { readonly outcome: 'pruned' }
  /** The run to be replaced is not booked. */
  | { readonly outcome: 'not-replaceable' }
  /** Bookings were made or ended since the run was judged, and concern the same client-months: it must be judged again. */
  | { readonly outcome: 'stale'; readonly runs: readonly Hindrance[] }
  /** Lines of it were booked already when it was judged, or it was judged without them: it can only be booked in their place. */
  | { readonly outcome: 'double'; readonly runs: readonly Hindrance[] };

/** What came of taking a booking back. Only `unbooked` changed anything. */
export type UnbookOutcome =
  | { readonly outcome: 'unbooked'; readonly booking: Booking }
  | { readonly outcome: 'not-booked' }
  | { readonly outcome: 'unknown-run' };

/** What a remembered run made of a client. */
export interface JudgedClient {
  readonly run: RunResult['run'];
  readonly booking: Booking | null;
  readonly lines: readonly StoredLine[];
}

/** A booked line that the payer sent back: it counts no longer. */
export interface ReturnedLine extends BookedLine {
  /** The day of the return message (`jjjj-mm-dd`), or the day it was read when it names none. */
  readonly returnedOn: string;
  /** The return codes that came with it; none when the payer gave none. */
  readonly codes: readonly string[];
}

/** All that is known of one client. */
export interface ClientLedger {
  /** The lines that count, by month and first day. */
  readonly booked: readonly BookedLine[];
  /** The lines of bookings that count which came back, in the same order. */
  readonly returned: readonly ReturnedLine[];
  /** Per remembered run, newest first. A run that was removed is not in it, its booked lines are in `booked`. */
  readonly judged: readonly JudgedClient[];
}
