import type { LineFacts } from '../domain/line-facts.ts';
import type { LineVerdict, RunResult } from '../domain/run.ts';

/** A run as it is handed to the store: its result, and every technology line of it, also those without a finding. */
export interface StoredRun {
  readonly result: RunResult;
  /** Taken one by one while saving, so that they need not exist all at once. Fastest when sorted by client. */
  readonly lines: Iterable<StoredLine>;
  /** `Ledger.state` of the ledger it was judged against; the state while saving unless given. */
  readonly judgedAt?: number;
  /** The booked runs that were left out of that ledger, because this run brings their lines again or takes their place; none unless given. */
  readonly judgedWithout?: readonly string[];
}

/** One technology line as the store keeps it. No BSN is ever in it: the caller gives pseudonyms, and masks texts. */
export interface StoredLine extends LineFacts {
  /** The calendar month of the line, `jjjj-mm`. */
  readonly month: string;
  /** The reference a credit names; '' when it names none. */
  readonly corrects: string;
  /** AGB code; '' when unknown. */
  readonly provider: string;
  /** UZOVI number; '' when unknown. */
  readonly insurer: string;
  /** Without sign; null when the export has no amounts. */
  readonly amountCents: number | null;
  readonly verdict: LineVerdict;
  readonly allowedMinutes: number;
  /** Which of the run's inputs, from 0. */
  readonly input: number;
  /** The row a spreadsheet shows. */
  readonly row: number;
  /** The run that had booked the line already, when that alone makes it rejected; then it is booked when it replaces that run. */
  readonly bookedBy?: string | null;
}

/** What an id, or the beginning of one, stands for. `ids` are the runs it could mean, newest first. */
export type FoundRun =
  | { readonly found: 'one'; readonly result: RunResult }
  | { readonly found: 'none' }
  | { readonly found: 'several'; readonly ids: readonly string[] };
