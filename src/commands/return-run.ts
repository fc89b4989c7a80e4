import type { ReturnMessage } from '../domain/return-message.ts';
import { matchReturn, type ReturnMatch } from '../engine/match-return.ts';
import { UserError } from '../errors.ts';
import { RETURN_LABELS } from '../messages/return-labels.ts';
import type { Words } from '../messages/words.ts';
import type { SentLine } from '../store/returned.ts';
import type { Store } from '../store/store.ts';
import { runIdIn } from './run-in-store.ts';
import { isWholeRefusal } from './whole-refusal.ts';

/** A run with the lines of the message that answer its own. */
export interface ReturnedRun {
  readonly run: string;
  readonly sent: readonly SentLine[];
  readonly matches: readonly ReturnMatch<SentLine>[];
}

/** A run that a return message may answer. */
interface Candidate {
  readonly run: string;
  /** This file was stored for its booking before. */
  readonly stored: boolean;
  /** Lines of the message that answer a line of the run: one that counts, one that is booked, any. */
  readonly counting: number;
  readonly booked: number;
  readonly matched: number;
}

/** How many runs a message names when it cannot choose. */
const MOST_NAMED = 5;

/**
 * The run that a return message answers: the one the user named, else the one with most of its lines. Booked lines that still count go
 * first: a month that was validated three times was sent once. Throws UserError that names the candidates when there is none, or several.
 */
export function returnedRun(
  store: Store,
  message: ReturnMessage,
  { sha256, wanted, words }: { readonly sha256: string; readonly wanted: string | undefined; readonly words: Words },
): ReturnedRun {
  const labels = RETURN_LABELS[words.language];
  const named = wanted === undefined ? null : runIdIn(store, wanted);
  const isWhole = isWholeRefusal(message);
  if (named !== null) {
    const chosen = heldAgainst(store, named, message);
    if (isWhole || chosen.matches.some(({ sent }) => sent !== null)) return chosen;
    throw new UserError(labels.notOfRun(named, namesOf(candidatesFor(store, message, sha256), words)));
  }
  if (isWhole) throw new UserError(labels.wholeNeedsRun(runsInPeriod(store, message).join(', ')));
  const candidates = candidatesFor(store, message, sha256);
  const [first, second] = candidates;
  if (first === undefined) throw new UserError(labels.noRun);
  if (second !== undefined && isAsGood(first, second))
    throw new UserError(
      labels.severalRuns(
        namesOf(
          candidates.filter((other) => isAsGood(first, other)),
          words,
        ),
      ),
    );
  return heldAgainst(store, first.run, message);
}

/** Candidates with at least one line in common, the best first. */
function candidatesFor(store: Store, message: ReturnMessage, sha256: string): Candidate[] {
  const months = new Set(message.lines.flatMap(({ first }) => (first === null ? [] : [first.slice(0, 7)])));
  const remembered = store.listRuns().filter(({ summary }) => summary.months.some(({ month }) => months.has(month)));
  const ledger = store.ledger();
  // Runs that were removed are known by what they booked.
  const booked = message.lines.flatMap(({ reference }) =>
    reference === '' ? [] : ledger.bearing(reference).map(({ run }) => run),
  );
  const runs = [...new Set([...remembered.map(({ run }) => run.id), ...booked])];
  return runs
    .map((run) => candidate(store, run, message, sha256))
    .filter(({ matched }) => matched > 0)
    .sort((a, b) => rank(b) - rank(a));
}

function candidate(store: Store, run: string, message: ReturnMessage, sha256: string): Candidate {
  const { matches } = heldAgainst(store, run, message);
  const count = (wanted: (sent: SentLine) => boolean) =>
    matches.filter(({ sent }) => sent !== null && wanted(sent)).length;
  return {
    run,
    stored: store.hasReturn(sha256, run),
    counting: count(({ booked }) => booked === 'counts'),
    booked: count(({ booked }) => booked !== 'no'),
    matched: count(() => true),
  };
}

/** Counts are lines of one file, far below a million. */
function rank({ stored, counting, booked, matched }: Candidate): number {
  return (stored ? 1e21 : 0) + counting * 1e14 + booked * 1e7 + matched;
}

function isAsGood(best: Candidate, other: Candidate): boolean {
  return rank(other) === rank(best);
}

function heldAgainst(store: Store, run: string, message: ReturnMessage): ReturnedRun {
  const sent = store.sentLines(run);
  return { run, sent, matches: matchReturn(message.lines, sent) };
}

/** Booked runs with care months in the period of a message that was refused as a whole. */
function runsInPeriod(store: Store, { periodFirst, periodLast }: ReturnMessage): string[] {
  if (periodFirst === null || periodLast === null) return [];
  return store
    .listRuns()
    .filter(({ booking }) => booking !== null && booking.endedAt === null)
    .filter(({ booking }) =>
      booking?.months.some((month) => month >= periodFirst.slice(0, 7) && month <= periodLast.slice(0, 7)),
    )
    .map(({ run }) => run.id)
    .slice(0, MOST_NAMED);
}

function namesOf(candidates: readonly Candidate[], words: Words): string {
  const labels = RETURN_LABELS[words.language];
  return candidates
    .slice(0, MOST_NAMED)
    .map(({ run, matched, booked }) => labels.candidate(run, matched, booked > 0))
    .join('; ');
}
