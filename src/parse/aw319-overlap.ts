import type { ClientIdentity } from '../domain/client-identity.ts';
import { compareTexts } from '../domain/compare-texts.ts';
import { type Day, isoOf } from '../domain/day.ts';
import type { LineTable } from '../domain/line-table.ts';
import { monthOf } from '../domain/month.ts';
import type { Aw319Log } from './aw319-log.ts';

/** A line that shares days with an earlier one, the first of its client, code and month. */
interface Overlap {
  readonly line: number;
  readonly other: number;
  readonly last: Day;
  lines: number;
}

/**
 * Debit lines from number `from` to `to` of one client and code with days in common: one finding per client, code and month. Lines that a
 * credit of the same message names stay out, and so do twins, which are `duplicate-line` or `duplicate-reference`.
 */
export function reportOverlaps(
  lines: LineTable,
  identity: ClientIdentity,
  from: number,
  to: number,
  log: Aw319Log,
): void {
  const clientOf = (line: number) => identity.resolve(lines.client(line));
  const debits = standingDebits(lines, from, to).sort(
    (a, b) =>
      clientOf(a) - clientOf(b) ||
      compareTexts(lines.code(a), lines.code(b)) ||
      lines.first(a) - lines.first(b) ||
      a - b,
  );
  let found: Overlap | null = null;
  // The line with the latest day so far of the same client and code: whatever overlaps any of them, overlaps this one.
  let longest = -1;
  for (const line of debits) {
    const isSame = longest >= 0 && clientOf(longest) === clientOf(line) && lines.code(longest) === lines.code(line);
    const isOverlap = isSame && lines.first(line) <= lines.last(longest) && !areTwins(lines, longest, line);
    if (found !== null && !(isSame && monthOf(lines.first(found.line)) === monthOf(lines.first(line)))) {
      report(found, lines, log);
      found = null;
    }
    if (isOverlap && found !== null) found.lines++;
    else if (isOverlap) found = { line, other: longest, last: lines.last(longest), lines: 1 };
    if (!isSame || lines.last(line) > lines.last(longest)) longest = line;
  }
  if (found !== null) report(found, lines, log);
}

function standingDebits(lines: LineTable, from: number, to: number): Int32Array {
  const credited = new Set<number>();
  for (let line = from; line <= to; line++) {
    if (lines.isCredit(line) && lines.correctsNumber(line) !== 0) credited.add(lines.correctsNumber(line));
  }
  const debits = new Int32Array(to - from + 1);
  let count = 0;
  for (let line = from; line <= to; line++) {
    if (!lines.isCredit(line) && !credited.has(lines.referenceNumber(line))) debits[count++] = line;
  }
  return debits.subarray(0, count);
}

function areTwins(lines: LineTable, a: number, b: number): boolean {
  return lines.first(a) === lines.first(b) && lines.last(a) === lines.last(b) && lines.minutes(a) === lines.minutes(b);
}

function report({ line, other, last, lines: count }: Overlap, lines: LineTable, log: Aw319Log): void {
  const first = lines.first(line);
  const shared = lines.last(line) < last ? lines.last(line) : last;
  log.beginRecord();
  const place = { row: lines.row(line), text: `04${' '.repeat(12)}${lines.reference(line)}` };
  const days = { first: isoOf(first), last: isoOf(shared) };
  log.record('ei-overlap', place, '0414', {
    code: lines.code(line),
    ...days,
    otherRow: lines.row(other),
    lines: count,
  });
  log.endRecord(lines.client(line), monthOf(first), lines.reference(line) || null, line);
}
