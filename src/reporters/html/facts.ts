import type { Json, JsonObject } from '../../domain/finding.ts';
import type { RunFinding, RunPlace } from '../../domain/run.ts';

/** What a rule says of one line, with the place it stands. Facts of a stored run are read by name and may be absent. */
export interface LineFacts {
  readonly place: RunPlace;
  readonly data: JsonObject;
}

/** The lines of a finding; a finding's data lists them in the order of its places. */
export function lineFacts({ places, data }: RunFinding): LineFacts[] {
  const { lines } = data;
  const facts = Array.isArray(lines) ? (lines as readonly Json[]) : [];
  return places.map((place, index) => ({ place, data: objectOf(facts[index]) }));
}

/** A whole number, or null. */
export function wholeFact(data: JsonObject, key: string): number | null {
  const value = data[key];
  return typeof value === 'number' ? value : null;
}

/** A text, or null. */
export function textFact(data: JsonObject, key: string): string | null {
  const value = data[key];
  return typeof value === 'string' ? value : null;
}

/** Stretches of days; empty when there are none. */
export function periodFacts(data: JsonObject, key: string): { readonly first: string; readonly last: string | null }[] {
  const value = data[key];
  if (!Array.isArray(value)) return [];
  return (value as readonly Json[]).map(objectOf).flatMap((period) => {
    const first = textFact(period, 'first');
    return first === null ? [] : [{ first, last: textFact(period, 'last') }];
  });
}

function objectOf(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}
