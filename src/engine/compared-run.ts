import type { JsonObject } from '../domain/finding.ts';
import type { BaselineFinding, RunResult } from '../domain/run.ts';

/** A technology line, as far as a comparison knows it: report.json tells less of it than the store. */
export interface ComparedLine {
  readonly code: string;
  /** Negative for a credit. */
  readonly minutes: number;
  /** '' when it has none. */
  readonly reference: string;
  /** Days, insurer, provider, amount: one text that is equal when they all are; null when they are not told. */
  readonly rest: string | null;
}

/** A finding of one of two runs. */
export interface ComparedFinding extends BaselineFinding {
  readonly data: JsonObject;
  /** Role of the input it stands in; null when it stands in none. */
  readonly role: string | null;
  /** Accepted by a waiver: does not count for the exit code. */
  readonly waived: boolean;
}

/** One of two runs, remembered or from a report.json. */
export interface ComparedRun<F extends ComparedFinding = ComparedFinding> {
  readonly asOf: string;
  readonly version: string;
  readonly policies: readonly { readonly id: string; readonly sha256: string }[];
  /** Null when it is not told. */
  readonly weakened: RunResult['weakened'] | null;
  readonly inputs: readonly { readonly role: string | null; readonly sha256: string }[];
  readonly findings: readonly F[];
  /** The technology lines of a client-month; null when this run does not tell them. */
  readonly linesOf: (client: string, month: string) => readonly ComparedLine[] | null;
}
