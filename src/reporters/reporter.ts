import type { RuleFacts } from '../domain/rule.ts';
import type { RunResult } from '../domain/run.ts';
import type { Words } from '../messages/words.ts';

/** What every report is made of. */
export interface ReportMatter {
  readonly result: RunResult;
  readonly words: Words;
  /** The whole rule catalogue, in its order. */
  readonly rules: readonly RuleFacts[];
  /** The keyed pseudonym (`p-…`) of a clientnummer; a pseudonym stays itself. Reports published by CI show nothing else of a client. */
  readonly pseudonym: (client: string) => string;
}

/** One result → one document. Reads nothing but its matter; filters, sorts, counts and decides nothing. */
export interface Reporter {
  readonly id: string;
  /** With the dot, as in `.json`. */
  readonly extension: string;
  /** The name of the file in the report folder, without extension. */
  readonly fileName: string;
  /** Yields the document in pieces, so that a large one need not be in memory at once. */
  render(matter: ReportMatter): AsyncIterable<string | Uint8Array>;
}
