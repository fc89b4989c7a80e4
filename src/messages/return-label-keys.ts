import type { ReturnFault } from '../domain/return-message.ts';

type Answer = 'granted' | 'partly' | 'rejected' | 'not-judged' | 'unclear';
type Comparison = 'agreed' | 'hit' | 'miss' | 'surprise' | 'none';
type Unmatched = 'unknown' | 'differs' | 'ambiguous';

/** The words of `tzt return` in one language. `text` is a count as the eye reads it. */
export interface ReturnLabels {
  readonly fault: (fault: ReturnFault) => string;
  declaration(message: string, version: string): string;
  other(message: string, version: string): string;
  readonly noHeader: string;
  xml(message: string | undefined): string;
  readonly noMessage: string;
  readonly noRun: string;
  severalRuns(candidates: string): string;
  notOfRun(run: string, candidates: string): string;
  candidate(run: string, lines: number, booked: boolean): string;
  wholeNeedsRun(candidates: string): string;
  wholeSeveralFiles(run: string, files: string): string;
  title(name: string, version: string, dated: string): string;
  readonly noDay: string;
  about(payer: string, invoice: string): string;
  run(run: string, booked: string | null): string;
  readonly pruned: string;
  readonly test: string;
  readonly wholeFile: string;
  readonly notStoredDamaged: string;
  readonly notStoredCounts: string;
  readonly inferred: string;
  readonly answers: Readonly<Record<Answer, string>>;
  readonly comparisons: Readonly<Record<Comparison, string>>;
  readonly unmatched: Readonly<Record<Unmatched, string>>;
  readonly columns: Readonly<
    Record<
      'row' | 'client' | 'code' | 'days' | 'time' | 'reference' | 'answer' | 'returnCode' | 'expected' | 'comparison',
      string
    >
  >;
  readonly scoreColumns: Readonly<Record<'code' | 'meaning' | 'rule' | 'lines' | 'otherCode' | 'granted', string>>;
  readonly lines: string;
  readonly byCode: string;
  readonly byRule: string;
  readonly nothingExpected: string;
  rejectedHere(codes: string): string;
  readonly approvedHere: string;
  readonly undecidedHere: string;
  readonly unknownCode: string;
  topicOnly(topic: string): string;
  more(n: number, text: string): string;
  agreedHidden(n: number, text: string): string;
  totals(lines: number, counts: Readonly<Record<Answer, string>>): string;
  amounts(declared: string, granted: string): string;
  others(lines: number, text: string, codes: string): string;
  noTechnology(codes: string): string;
  stopped(n: number, text: string, hours: string): string;
  readonly nothingStopped: string;
  known(day: string): string;
  notBooked(run: string): string;
  partly(n: number, text: string): string;
  unclear(n: number, text: string): string;
  earlier(n: number, text: string): string;
  neverBooked(n: number, text: string): string;
  silent(n: number, text: string): string;
  unmatchedCount(n: number, text: string): string;
  fileRefusedOthers(n: number, text: string): string;
  /** For `tzt ledger`. */
  readonly cameBack: string;
  cameBackLine(codes: string, day: string, run: string): string;
}
