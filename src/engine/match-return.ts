import type { LineFacts } from '../domain/line-facts.ts';
import type { ReturnLine } from '../domain/return-message.ts';
import type { LineVerdict } from '../domain/run.ts';

/** A line of the run, as far as a returned line is matched with it. */
export interface SentClaim extends LineFacts {
  readonly row: number | null;
  readonly input: number | null;
  readonly verdict: LineVerdict | null;
  readonly booked: 'counts' | 'returned' | 'no';
}

/** Why a returned line belongs to no line of the run: nothing is like it, its reference is that of another line, or several are like it. */
export type Unmatched = 'unknown' | 'differs' | 'ambiguous';

/** A returned line with the line of the run that it answers. */
export interface ReturnMatch<S extends SentClaim> {
  readonly line: ReturnLine;
  readonly sent: S | null;
  /** null when it was matched. */
  readonly why: Unmatched | null;
}

/**
 * Finds for each returned line the line of the run that it answers. Code, days, sign and minutes must be the same, and the reference number;
 * where the run has no reference, the client. Of lines that are the same in all of this, the detail number decides (record 01 is row 1 of
 * the message, so detail `n` stands on row `n + 1` as long as there are no comments), and when all of them came back, their order.
 */
export function matchReturn<S extends SentClaim>(lines: readonly ReturnLine[], sent: readonly S[]): ReturnMatch<S>[] {
  const byKey = grouped(sent, (claim) => keyOf(claim.reference, claim.client, claim));
  const references = new Set(sent.map(({ reference }) => reference).filter((reference) => reference !== ''));
  const keys = lines.map((line) => foundKey(line, byKey));
  const wanted = grouped(lines, (_, index) => keys[index] ?? null);
  const matches = new Map<ReturnLine, ReturnMatch<S>>();
  for (const [key, group] of wanted) {
    for (const match of pairs(group, byKey.get(key) ?? [])) matches.set(match.line, match);
  }
  return lines.map(
    (line) => matches.get(line) ?? { line, sent: null, why: references.has(line.reference) ? 'differs' : 'unknown' },
  );
}

type Contents = Pick<SentClaim, 'code' | 'first' | 'last' | 'credit' | 'minutes'>;

function keyOf(reference: string, client: string, { code, first, last, credit, minutes }: Contents): string {
  const who = reference === '' ? ['client', client] : ['reference', reference];
  return JSON.stringify([...who, code, first, last, credit, minutes]);
}

/** The key under which the run has lines like this one; null when it has none. */
function foundKey(line: ReturnLine, known: ReadonlyMap<string, unknown>): string | null {
  const { code, first, last, credit, minutes, reference, pseudonym } = line;
  if (first === null || last === null || minutes === null) return null;
  const contents = { code, first, last, credit, minutes };
  const keys = [keyOf(reference, pseudonym, contents), keyOf('', pseudonym, contents)];
  return keys.find((key) => known.has(key)) ?? null;
}

function pairs<S extends SentClaim>(lines: readonly ReturnLine[], candidates: readonly S[]): ReturnMatch<S>[] {
  if (lines.length === candidates.length) {
    const inOrder = lines.toSorted((a, b) => (a.detail ?? 0) - (b.detail ?? 0));
    return inOrder.map((line, index) => ({ line, sent: candidates[index] ?? null, why: null }));
  }
  const taken = new Set<S>();
  return lines.map((line) => {
    const here = candidates.filter((claim) => !taken.has(claim) && claim.row !== null && claim.row - 1 === line.detail);
    const [only, ...others] = here;
    if (only === undefined || others.length > 0) return { line, sent: null, why: 'ambiguous' };
    taken.add(only);
    return { line, sent: only, why: null };
  });
}

function grouped<T>(items: readonly T[], keyOfItem: (item: T, index: number) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const [index, item] of items.entries()) {
    const key = keyOfItem(item, index);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
