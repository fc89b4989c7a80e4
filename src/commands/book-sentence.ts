import type { RunResult } from '../domain/run.ts';
import { BOOK_LABELS } from '../messages/book-labels.ts';
import type { Words } from '../messages/words.ts';
import type { Booking, BookOutcome, Hindrance, UnbookOutcome } from '../store/booking.ts';

/** What came of booking a run, in a sentence or two. `outcome` null: it was not tried, since the run is not approved. `linesLeft`: its lines that are not. */
export function bookSentence(run: string, outcome: BookOutcome | null, words: Words, linesLeft = 0): string {
  const say = BOOK_LABELS[words.language];
  switch (outcome?.outcome) {
    case undefined:
      return say.notApproved(run);
    case 'booked':
      return [
        say.booked(run, outcome.booking, words),
        ...(linesLeft > 0 ? [say.linesLeft(linesLeft, words.number(linesLeft))] : []),
        ...(outcome.creditsLeft > 0 ? [say.creditsLeft(outcome.creditsLeft, words.number(outcome.creditsLeft))] : []),
      ].join(' ');
    case 'already':
      return say.already(run, words.date(outcome.booking.bookedAt));
    case 'unknown-run':
      return say.unknownRun(run);
    case 'pruned':
      return say.pruned(run);
    case 'not-replaceable':
      return say.notReplaceable;
    case 'stale':
      return say.stale(run, hindrances(outcome.runs, words));
    case 'double':
      return say.double(run, hindrances(outcome.runs, words));
  }
}

/** Whether a run judged a test message (AW319 field 0105): it is never sent as a claim, so it cannot be booked. */
export function isTest({ inputs }: Pick<RunResult, 'inputs'>): boolean {
  return inputs.some(({ test }) => test === true);
}

/** Why such a run is not booked. */
export function testSentence(run: string, words: Words): string {
  return BOOK_LABELS[words.language].test(run);
}

/** What came of taking a booking back. */
export function unbookSentence(run: string, outcome: UnbookOutcome, words: Words): string {
  const say = BOOK_LABELS[words.language];
  if (outcome.outcome === 'unbooked') return say.unbooked(run, stillCounted(outcome.booking), words);
  return outcome.outcome === 'not-booked' ? say.notBooked(run) : say.unknownRun(run);
}

/** What counted when a booking was taken back: what the payer had sent back counted no longer. */
function stillCounted(booking: Booking): Booking {
  const { lines, minutes, returned } = booking;
  return { ...booking, lines: lines - returned.lines, minutes: minutes - returned.minutes };
}

/** Which runs stand in the way, and with how many lines, or client-months where no line is the same. */
function hindrances(runs: readonly Hindrance[], words: Words): string {
  const say = BOOK_LABELS[words.language];
  return runs
    .map(({ run, lines, clientMonths }) =>
      lines > 0
        ? `run ${run}: ${words.number(lines)} ${say.lines(lines)}`
        : `run ${run}: ${words.number(clientMonths)} ${say.clientMonths(clientMonths)}`,
    )
    .join('; ');
}
