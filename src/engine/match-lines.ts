import type { ClientIdentity } from '../domain/client-identity.ts';
import type { LineTable } from '../domain/line-table.ts';

/** Two lines that are one declaratieregel, by their numbers in two line tables, and what told so. */
export interface MatchedLines {
  readonly left: number;
  readonly right: number;
  readonly by: 'reference' | 'content';
}

/** The lines of two tables: those that belong together, in the order of the first table, and those that are in one only. */
export interface LineMatch {
  readonly pairs: readonly MatchedLines[];
  readonly leftOnly: readonly number[];
  readonly rightOnly: readonly number[];
}

/** What lines are looked up by in one round; null: not in this round. */
interface Round {
  readonly by: MatchedLines['by'];
  /** Only when one line of each table has the key: else nobody knows which of them is meant. */
  readonly unique: boolean;
  readonly keyOf: KeyOf;
}

type KeyOf = (lines: LineTable, line: number) => string | null;

/**
 * Finds the lines that two tables have in common: by reference number, then by client, code, dates and debit or credit. Of lines that
 * have all that in common those are matched first that are equal in the rest. The clients of both tables are those of `identity`. Time
 * grows with the lines, whatever they share.
 */
export function matchLines(left: LineTable, right: LineTable, identity: ClientIdentity): LineMatch {
  const matching = {
    partners: new Int32Array(left.length).fill(NOBODY),
    isTaken: new Uint8Array(right.length),
    byContent: new Uint8Array(left.length),
  };
  for (const round of roundsOf(identity)) matchRound(left, right, round, matching);
  return matchOf(matching);
}

const NOBODY = -1;

/** What has been found so far: the partner of each line of the first table, and how. */
interface Matching {
  readonly partners: Int32Array;
  readonly isTaken: Uint8Array;
  readonly byContent: Uint8Array;
}

function matchRound(left: LineTable, right: LineTable, { by, unique, keyOf }: Round, matching: Matching): void {
  const { partners, isTaken, byContent } = matching;
  const isAlone = (line: number) => partners[line] === NOBODY;
  const waiting = waitingLines(right, (line) => isTaken[line] === 0, keyOf);
  if (waiting.size === 0) return;
  const rivals = unique ? waitingLines(left, isAlone, keyOf) : null;
  const isClear = (key: string) => rivals === null || (rivals.get(key)?.length === 1 && waiting.get(key)?.length === 1);
  for (let line = 0; line < left.length; line++) {
    const key = isAlone(line) ? keyOf(left, line) : null;
    const partner = key !== null && isClear(key) ? waiting.get(key)?.pop() : undefined;
    if (partner === undefined) continue;
    partners[line] = partner;
    isTaken[partner] = 1;
    if (by === 'content') byContent[line] = 1;
  }
}

/** What is equal in more comes first: a line and its twin belong together before a line and one that has only its number. */
function roundsOf(identity: ClientIdentity): Round[] {
  const content: KeyOf = (lines, line) =>
    `${identity.resolve(lines.client(line))} ${lines.first(line)} ${lines.last(line)} ${lines.isCredit(line)} ${lines.code(line)}`;
  const minutes: KeyOf = (lines, line) => `${content(lines, line)} ${lines.minutes(line)}`;
  const amount: KeyOf = (lines, line) => `${minutes(lines, line)} ${lines.amount(line)}`;
  const reference: KeyOf = (lines, line) => lines.reference(line) || null;
  const named =
    (rest: KeyOf): KeyOf =>
    (lines, line) =>
      lines.reference(line) === '' ? null : `${rest(lines, line)} ${lines.reference(line)}`;
  return [
    ...[amount, minutes, content].map((keyOf) => ({ by: 'reference', unique: false, keyOf: named(keyOf) }) as const),
    { by: 'reference', unique: true, keyOf: reference },
    ...[amount, minutes, content].map((keyOf) => ({ by: 'content', unique: false, keyOf }) as const),
  ];
}

/** Lines without a partner by their key, the first of them last. */
function waitingLines(
  lines: LineTable,
  isWaiting: (line: number) => boolean,
  keyOf: Round['keyOf'],
): Map<string, number[]> {
  const waiting = new Map<string, number[]>();
  for (let line = lines.length - 1; line >= 0; line--) {
    const key = isWaiting(line) ? keyOf(lines, line) : null;
    if (key === null) continue;
    const known = waiting.get(key);
    if (known) known.push(line);
    else waiting.set(key, [line]);
  }
  return waiting;
}

function matchOf({ partners, isTaken, byContent }: Matching): LineMatch {
  const pairs: MatchedLines[] = [];
  const leftOnly: number[] = [];
  for (const [left, right] of partners.entries()) {
    if (right === NOBODY) leftOnly.push(left);
    else pairs.push({ left, right, by: byContent[left] === 1 ? 'content' : 'reference' });
  }
  const rightOnly = [...isTaken.keys()].filter((line) => isTaken[line] === 0);
  return { pairs, leftOnly, rightOnly };
}
