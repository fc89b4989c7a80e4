import type { LineFacts } from '../domain/line-facts.ts';
/** What came back of a run that was booked: the return message (AW320) as the store keeps it. */
export interface StoredReturn {
  /** SHA-256 of the file. */
  readonly sha256: string;
  /** The run it answers. */
  readonly run: string;
  /** ISO 8601. */
  readonly storedAt: string;
  /** The day of the message (`jjjj-mm-dd`); null when it names none. */
  readonly dated: string | null;
  /** The message as a whole, as JSON can hold it; no BSN in it. */
  readonly document: object;
  /** Its lines, in order, each as JSON can hold it. Taken one by one. */
  readonly lines: Iterable<object>;
  /** The lines of the run that the payer did not grant, with the codes that came with them. */
  readonly refused: readonly RefusedLine[];
}

/** A line of the run that the payer did not grant. */
export interface RefusedLine {
  readonly line: Pick<SentLine, 'number' | 'client' | 'month' | 'booked'>;
  /** Return codes. */
  readonly codes: readonly string[];
}

/** What came of storing a return message. */
export interface ReturnOutcome {
  /** `known`: this file was stored before for this booking of the run, and nothing was changed. */
  readonly outcome: 'stored' | 'known';
  /** When it was stored first. */
  readonly storedAt: string;
  /** Whether the run is booked: only then lines can stop counting. */
  readonly booked: boolean;
  /** Lines that stopped counting by this message, and their minutes as debits less credits. */
  readonly lines: number;
  readonly minutes: number;
}

/** Lines and minutes that came back. */
export interface ReturnedSum {
  readonly lines: number;
  /** Debits less credits. */
  readonly minutes: number;
}

/** A technology line of a run, as far as a return message is matched with it. */
export interface SentLine extends LineFacts {
  /** Its number within the run. */
  readonly number: number;
  /** `jjjj-mm`. */
  readonly month: string;
  /** UZOVI number; '' when unknown. */
  readonly insurer: string;
  /** Which of the run's inputs and the row in it; null when the run was removed and only its booking is known. */
  readonly input: number | null;
  readonly row: number | null;
  /** What was judged of it; null when the run was removed. */
  readonly verdict: 'approved' | 'rejected' | 'undecided' | 'ignored' | null;
  /** `counts`: booked and counting · `returned`: booked, but it came back earlier · `no`: not booked. */
  readonly booked: 'counts' | 'returned' | 'no';
}
