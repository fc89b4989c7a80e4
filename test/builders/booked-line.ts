import type { BookedLine } from '../../src/domain/ledger.ts';

let made = 0;

/** A booked debit line: one hour of 1062 on 2 March 2026 of client p-c, booked with run-1. */
export function bookedLine(facts: Partial<BookedLine> = {}): BookedLine {
  return {
    run: 'run-1',
    client: 'p-c',
    month: '2026-03',
    code: '1062',
    first: '2026-03-02',
    last: '2026-03-02',
    minutes: 60,
    credit: false,
    reference: `B-${made++}`,
    corrects: '',
    insurer: '',
    ...facts,
  };
}
