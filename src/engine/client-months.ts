import type { Cents } from '../domain/cents.ts';
import type { ClaimLine, Correction } from '../domain/claim-line.ts';
import type { ClientId, ClientIdentity } from '../domain/client-identity.ts';
import type { ClientMonth } from '../domain/client-month.ts';
import { compareTexts } from '../domain/compare-texts.ts';
import type { LineTable } from '../domain/line-table.ts';
import { minutes } from '../domain/minutes.ts';
import { type Month, monthOf } from '../domain/month.ts';
import type { BookedLines } from './booked-lines.ts';
import { ReferenceIndex } from './reference-index.ts';

/** Judges months at a glance: those it takes are not made for the rules. */
export interface Glance {
  /** Told each line with its place among those of its client; `clients` are those of all lines. */
  place(line: number, at: number, clients: Int32Array): void;
  /** The month of the lines at these places when they surely have one; null when it has to be looked for. */
  monthOf(start: number, end: number): Month | null;
  /** What the lines at these places, a client-month, need. */
  needs(client: ClientId, month: Month, start: number, end: number): RulesNeeded;
}

/** The rules that may have something to say of a client-month: none, only those that hold its sum against the caps, or any. */
export type RulesNeeded = 'none' | 'caps' | 'all';

/** A client-month and what it needs. */
export interface SeenMonth extends ClientMonth {
  readonly needs: RulesNeeded;
}

/**
 * The client-months of a line table, one at a time: each is made for the rules and dropped again.
 * `told` hears how many lines a client-month has before it is made, and may throw.
 * Clients come in order of first appearance, months in order of time, lines by first day, last day, reference, file order.
 */
export function* clientMonths(
  lines: LineTable,
  identity: ClientIdentity,
  booked: BookedLines,
  references = new ReferenceIndex(lines),
  glance: Glance | null = null,
  told: (client: ClientId, month: Month, lines: number) => void = () => undefined,
): Generator<SeenMonth> {
  const known = { lines, identity, references, booked, told };
  const grouped = byClient(lines, identity, glance);
  for (const first of grouped.firsts) {
    const client = grouped.clients[first] as ClientId;
    const end = grouped.ends[client]!;
    const start = end - grouped.counts[client]!;
    const month = glance?.monthOf(start, end) ?? null;
    if (month !== null) told(client, month, end - start);
    const needs = glance === null || month === null ? null : glance.needs(client, month, start, end);
    if (needs === 'none') continue;
    const members = [...grouped.sorted.subarray(start, end)];
    if (members.length > 1) members.sort((a, b) => compareLines(lines, a, b));
    // Lines of several months lay mixed: each month is looked at once they are in order.
    const again = month === null ? glance : null;
    if (again) for (const [index, line] of members.entries()) again.place(line, start + index, grouped.clients);
    yield* monthsOf(known, client, members, start, again, needs);
  }
}

function* monthsOf(
  known: Known,
  client: ClientId,
  members: readonly number[],
  place: number,
  glance: Glance | null,
  ofAll: RulesNeeded | null,
): Generator<SeenMonth> {
  const { lines } = known;
  let start = 0;
  while (start < members.length) {
    const month = monthOf(lines.first(members[start]!));
    let end = start + 1;
    while (end < members.length && monthOf(lines.first(members[end]!)) === month) end++;
    known.told(client, month, end - start);
    const needs = ofAll ?? glance?.needs(client, month, place + start, place + end) ?? 'all';
    if (needs !== 'none') {
      const numbers = members.slice(start, end);
      yield { client, month, needs, lines: numbers.map((number) => lineOf(known, number, client, month, numbers)) };
    }
    start = end;
  }
}

/** All lines, client by client in order of first appearance, those of a client in order of time: as `clientMonths` passes them. */
export function linesByClient(lines: LineTable, identity: ClientIdentity): Int32Array {
  const { sorted, clients, firsts, ends, counts } = byClient(lines, identity, null);
  for (const first of firsts) {
    const client = clients[first]!;
    const count = counts[client]!;
    if (count > 1) sorted.subarray(ends[client]! - count, ends[client]).sort((a, b) => compareLines(lines, a, b));
  }
  return sorted;
}

/** Lines grouped by the client they turn out to belong to. */
interface Grouped {
  /** By line: its client, resolved. */
  readonly clients: Int32Array;
  /** The lines, those of a client together. */
  readonly sorted: Int32Array;
  /** By client: where its lines end in `sorted`, and how many they are. */
  readonly ends: Int32Array;
  readonly counts: Int32Array;
  /** The first line of each client. */
  readonly firsts: readonly number[];
}

/** A counting sort, linear in the number of lines. */
function byClient(lines: LineTable, identity: ClientIdentity, glance: Glance | null): Grouped {
  const { length } = lines;
  const clients = new Int32Array(length);
  let most = 0;
  for (let line = 0; line < length; line++) {
    const client = identity.resolve(lines.client(line));
    clients[line] = client;
    if (client > most) most = client;
  }
  const counts = new Int32Array(most + 1);
  const firsts: number[] = [];
  for (let line = 0; line < length; line++) {
    const client = clients[line]!;
    if (counts[client] === 0) firsts.push(line);
    counts[client]!++;
  }
  const ends = new Int32Array(most + 1);
  let end = 0;
  for (const first of firsts) {
    const client = clients[first]!;
    // Where its lines begin; counting on while they are laid down, it becomes where they end.
    ends[client] = end;
    end += counts[client]!;
  }
  const sorted = new Int32Array(length);
  for (let line = 0; line < length; line++) {
    const at = ends[clients[line]!]!++;
    sorted[at] = line;
    glance?.place(line, at, clients);
  }
  return { clients, sorted, ends, counts, firsts };
}

/** First day, last day, reference, file order. Months need no comparison of their own: they follow from the first day. */
function compareLines(lines: LineTable, a: number, b: number): number {
  return (
    lines.first(a) - lines.first(b) ||
    lines.last(a) - lines.last(b) ||
    compareTexts(lines.reference(a), lines.reference(b)) ||
    lines.input(a) - lines.input(b) ||
    lines.row(a) - lines.row(b)
  );
}

/** Everything a line is made from. */
interface Known {
  readonly lines: LineTable;
  readonly identity: ClientIdentity;
  readonly references: ReferenceIndex;
  readonly booked: BookedLines;
  readonly told: (client: ClientId, month: Month, lines: number) => void;
}

function lineOf(known: Known, number: number, client: ClientId, month: Month, ofMonth: readonly number[]): ClaimLine {
  const { lines, references, booked } = known;
  const reference = lines.reference(number);
  return {
    number,
    place: {
      input: lines.input(number),
      row: lines.row(number),
      column: null,
      cell: null,
      reference: reference === '' ? null : reference,
    },
    client,
    code: lines.code(number),
    period: { first: lines.first(number), last: lines.last(number) },
    month,
    minutes: minutes(lines.minutes(number)),
    credit: lines.isCredit(number),
    inMinutes: lines.isInMinutes(number),
    reference,
    bearers: references.bearers(number),
    sameReference: references.sharing(number).map((other) => ({ input: lines.input(other), row: lines.row(other) })),
    correction: lines.isCredit(number)
      ? correctionOf(known, number, ofMonth, (line) => isOf(known, line, client, month))
      : null,
    declaredLaw: lines.declaredLaw(number),
    provider: lines.provider(number),
    insurer: lines.insurer(number),
    amount: lines.amount(number) as Cents | null,
    expectedAmount: lines.expectedAmount(number) as Cents | null,
    bookedBy: booked.bearing(reference)[0]?.run ?? null,
    faulty: lines.isFaulty(number),
  };
}

function correctionOf(
  { lines, references, booked }: Known,
  credit: number,
  ofMonth: readonly number[],
  isHere: (line: number) => boolean,
): Correction {
  const named = lines.corrects(credit);
  const number = lines.correctsNumber(credit);
  if (number === 0) {
    const own = minutes(lines.minutes(credit));
    return { named, target: 'empty', debit: null, debitMinutes: null, creditedMinutes: own, credits: 1 };
  }
  const debits = references.debitsOf(number);
  const here = debits.find(isHere);
  const debit = here ?? debits[0];
  const bookedDebit = debit === undefined ? booked.bearing(named).find((line) => !line.credit) : undefined;
  // Nothing is known of a debit that is nowhere: another client's credit may name one of the same number at another provider.
  const isKnown = debit !== undefined || bookedDebit !== undefined;
  const rivals = isKnown
    ? references.creditsNaming(number)
    : sumOf(
        lines,
        // A debit may name what it was sent in place of: that credits nothing.
        ofMonth.filter((line) => lines.isCredit(line) && lines.correctsNumber(line) === number),
      );
  const earlier = isKnown ? booked.naming(named) : [];
  return {
    named,
    target: here !== undefined ? 'here' : debit !== undefined ? 'elsewhere' : bookedDebit ? 'booked' : 'unknown',
    debit: here ?? null,
    debitMinutes:
      debit !== undefined ? minutes(lines.minutes(debit)) : bookedDebit ? minutes(bookedDebit.minutes) : null,
    creditedMinutes: minutes(earlier.reduce((sum, line) => sum + line.minutes, rivals.creditedMinutes)),
    credits: rivals.credits + earlier.length,
  };
}

/** Asked of the table, not of the lines of the month: a credit would search them all for each credit. */
function isOf({ lines, identity }: Known, line: number, client: ClientId, month: Month): boolean {
  return identity.resolve(lines.client(line)) === client && monthOf(lines.first(line)) === month;
}

function sumOf(lines: LineTable, credits: readonly number[]): { credits: number; creditedMinutes: number } {
  return { credits: credits.length, creditedMinutes: credits.reduce((sum, line) => sum + lines.minutes(line), 0) };
}
