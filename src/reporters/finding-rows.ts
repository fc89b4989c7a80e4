import type { Json } from '../domain/finding.ts';
import type { RunFinding, RunPlace } from '../domain/run.ts';

/** A finding at one of its places: one row of a list that a biller filters and sorts. */
export interface FindingRow {
  readonly finding: RunFinding;
  /** null for a finding that stands nowhere in particular. */
  readonly place: RunPlace | null;
  /** Minutes of the line, where the rule says them. */
  readonly minutes: number | null;
  /** What would fit of the line, where the rule says it. */
  readonly allowedMinutes: number | null;
}

/** Every finding with every place, in the order of the result. */
export function* findingRows(findings: readonly RunFinding[]): Generator<FindingRow> {
  for (const finding of findings) {
    const { lines } = finding.data;
    const facts = Array.isArray(lines) ? (lines as readonly Json[]) : [];
    const places = finding.places.length > 0 ? finding.places : [null];
    for (const [index, place] of places.entries()) {
      const fact = facts[index];
      yield { finding, place, minutes: wholeOf(fact, 'minutes'), allowedMinutes: wholeOf(fact, 'allowedMinutes') };
    }
  }
}

function wholeOf(fact: Json | undefined, key: string): number | null {
  if (typeof fact !== 'object' || fact === null || Array.isArray(fact)) return null;
  const value = (fact as { readonly [key: string]: Json })[key];
  return typeof value === 'number' ? value : null;
}
