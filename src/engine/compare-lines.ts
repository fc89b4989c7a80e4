import type { ClientId, ClientIdentity } from '../domain/client-identity.ts';
import type { LineTable } from '../domain/line-table.ts';
import { type Month, monthOf } from '../domain/month.ts';
import { type MatchedLines, matchLines } from './match-lines.ts';

/** What two descriptions of one declaratieregel may differ in. */
export const LINE_DIFFERENCES = ['client', 'code', 'dates', 'debit-credit', 'minutes', 'amount'] as const;
export type LineDifference = (typeof LINE_DIFFERENCES)[number];

/** A line that both tables have, and what they say differently of it. */
export interface ComparedLines extends MatchedLines {
  readonly differs: readonly LineDifference[];
}

/** Two line tables side by side; lines by their numbers. */
export interface LineComparison {
  readonly leftOnly: readonly number[];
  readonly rightOnly: readonly number[];
  readonly different: readonly ComparedLines[];
  /** Lines of which both say the same. */
  readonly same: number;
  /** Lines matched by what they are whose reference numbers are not the same. */
  readonly otherReferences: number;
  /** Lines of which nobody can tell whether the client is the same: one table knows the clientnummer only, the other the BSN only. */
  readonly clientsUnseen: number;
}

/**
 * Compares the technology lines of two deliveries. Amounts are compared when both have any. `months`: only lines of these care months, on
 * either side; null for all.
 */
export function compareLines(
  left: LineTable,
  right: LineTable,
  identity: ClientIdentity,
  months: ReadonlySet<Month> | null,
): LineComparison {
  const isAsked = (lines: LineTable, line: number) => months === null || months.has(monthOf(lines.first(line)));
  const { pairs, leftOnly, rightOnly } = matchLines(left, right, identity);
  const withAmounts = hasAmounts(left) && hasAmounts(right);
  const different: ComparedLines[] = [];
  let same = 0;
  let otherReferences = 0;
  let clientsUnseen = 0;
  for (const pair of pairs) {
    if (!isAsked(left, pair.left) && !isAsked(right, pair.right)) continue;
    const [a, b] = [identity.resolve(left.client(pair.left)), identity.resolve(right.client(pair.right))];
    const isUnseen = a !== b && isUnseenPair(a, b, identity);
    const differs = differences(left, right, pair, { client: a !== b && !isUnseen, withAmounts });
    if (isUnseen) clientsUnseen++;
    if (differs.length > 0) different.push({ ...pair, differs });
    else same++;
    if (pair.by === 'content' && areOther(left.reference(pair.left), right.reference(pair.right))) otherReferences++;
  }
  const only = {
    leftOnly: leftOnly.filter((line) => isAsked(left, line)),
    rightOnly: rightOnly.filter((line) => isAsked(right, line)),
  };
  clientsUnseen += unseenAmong(left, only.leftOnly, right, only.rightOnly, identity);
  return { ...only, different, same, otherReferences, clientsUnseen };
}

/** Lines without a partner that may be those of the other table, if only their clients could be held against each other. */
function unseenAmong(
  left: LineTable,
  leftOnly: readonly number[],
  right: LineTable,
  rightOnly: readonly number[],
  identity: ClientIdentity,
): number {
  const count = (lines: LineTable, some: readonly number[], without: 'numbers' | 'bsns') =>
    some.filter((line) => identity.keys(lines.client(line))[without].length === 0).length;
  return (
    Math.min(count(left, leftOnly, 'bsns'), count(right, rightOnly, 'numbers')) +
    Math.min(count(left, leftOnly, 'numbers'), count(right, rightOnly, 'bsns'))
  );
}

function differences(
  left: LineTable,
  right: LineTable,
  { left: a, right: b }: MatchedLines,
  { client, withAmounts }: { readonly client: boolean; readonly withAmounts: boolean },
): LineDifference[] {
  const differs: Readonly<Record<LineDifference, boolean>> = {
    client,
    code: left.code(a) !== right.code(b),
    dates: left.first(a) !== right.first(b) || left.last(a) !== right.last(b),
    'debit-credit': left.isCredit(a) !== right.isCredit(b),
    minutes: left.minutes(a) !== right.minutes(b),
    amount: withAmounts && left.amount(a) !== right.amount(b),
  };
  return LINE_DIFFERENCES.filter((what) => differs[what]);
}

/** Whether nothing tells if two clients are one: of the one only clientnummers are known, of the other only BSNs. */
function isUnseenPair(a: ClientId, b: ClientId, identity: ClientIdentity): boolean {
  const [one, other] = [identity.keys(a), identity.keys(b)];
  const apart = (x: typeof one, y: typeof one) => x.bsns.length === 0 && y.numbers.length === 0;
  return apart(one, other) || apart(other, one);
}

function areOther(a: string, b: string): boolean {
  return a !== '' && b !== '' && a !== b;
}

function hasAmounts(lines: LineTable): boolean {
  for (let line = 0; line < lines.length; line++) if (lines.amount(line) !== null) return true;
  return false;
}
