import type { ClientIdentity } from '../domain/client-identity.ts';
import { compareTexts } from '../domain/compare-texts.ts';
import { isoOf } from '../domain/day.ts';
import { type Finding, SEVERITIES, type Severity } from '../domain/finding.ts';
import type { FindingsBeyond } from '../domain/finding-list.ts';
import { monthText } from '../domain/month.ts';
import type { Policy } from '../domain/policy.ts';
import type { Pseudonyms } from '../domain/pseudonyms.ts';
import type { RunClientMonth, RunFinding, RunInput, RunPlace, RunPolicy } from '../domain/run.ts';
import type { ClientNames } from './client-names.ts';

/** Findings as a run keeps them: named, fingerprinted and in their fixed order (severity, rule, client, month, first place). */
export function runFindings(
  findings: readonly Finding[],
  inputs: readonly RunInput[],
  identity: ClientIdentity,
  names: ClientNames,
  pseudonyms: Pseudonyms,
  returnCodes: ReadonlyMap<string, string | null>,
): RunFinding[] {
  const named = findings.map((finding) => {
    const client = finding.client === null ? null : identity.resolve(finding.client);
    return { finding, client, label: client === null ? null : names.label(client) };
  });
  named.sort((a, b) => compareFindings(a.finding, b.finding, a.label ?? '', b.label ?? ''));
  const seen = new Map<string, number>();
  return named.map(({ finding, client, label }) => {
    const month = finding.month === null ? null : monthText(finding.month);
    const role = inputs[finding.places[0]?.input ?? -1]?.role ?? '';
    const parts = [finding.rule, client === null ? '' : names.pseudonym(client), month ?? '', role, finding.identity];
    const key = parts.join(' ');
    // Two rows of the same content have the same fault twice: the second is told apart by its turn.
    const turn = (seen.get(key) ?? 0) + 1;
    seen.set(key, turn);
    return {
      fingerprint: pseudonyms.fingerprint(turn === 1 ? parts : [...parts, String(turn)]),
      rule: finding.rule,
      severity: finding.severity,
      status: 'new',
      client: label,
      month,
      data: finding.data,
      places: finding.places.map((place) => placeOf(place, inputs, names)),
      expectedReturnCode: returnCodes.get(finding.rule) ?? null,
      waiver: null,
    };
  });
}

/** Client-months in order of client and month. */
export function sortClientMonths(months: readonly RunClientMonth[]): RunClientMonth[] {
  return months.toSorted((a, b) => compareTexts(a.client, b.client) || compareTexts(a.month, b.month));
}

/** A policy as reports show it. */
export function runPolicy(policy: Policy): RunPolicy {
  return {
    id: policy.id,
    validFrom: isoOf(policy.validity.first),
    validTo: policy.validity.last === null ? null : isoOf(policy.validity.last),
    caps: policy.caps,
    sources: policy.sources,
    lastConfirmed: policy.lastConfirmed,
    sha256: policy.sha256,
  };
}

/** Findings per severity and per rule, those beyond the limit with them; rules in alphabetical order. */
export function countFindings(
  findings: readonly RunFinding[],
  beyond: readonly FindingsBeyond[] = [],
): Record<Severity, number> & { byRule: Record<string, number> } {
  const counts = { error: 0, warning: 0, info: 0, byRule: {} as Record<string, number> };
  const add = (rule: string, severity: Severity, number: number): void => {
    counts[severity] += number;
    counts.byRule[rule] = (counts.byRule[rule] ?? 0) + number;
  };
  for (const { rule, severity } of findings) add(rule, severity, 1);
  for (const { rule, severity, findings: number } of beyond) add(rule, severity, number);
  return {
    ...counts,
    byRule: Object.fromEntries(Object.entries(counts.byRule).sort(([a], [b]) => compareTexts(a, b))),
  };
}

function compareFindings(a: Finding, b: Finding, labelA: string, labelB: string): number {
  const placeA = a.places[0];
  const placeB = b.places[0];
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    compareTexts(a.rule, b.rule) ||
    compareTexts(labelA, labelB) ||
    (a.month ?? 0) - (b.month ?? 0) ||
    (placeA?.input ?? 0) - (placeB?.input ?? 0) ||
    (placeA?.row ?? 0) - (placeB?.row ?? 0) ||
    compareTexts(placeA?.column ?? '', placeB?.column ?? '') ||
    compareTexts(a.identity, b.identity)
  );
}

function placeOf(place: Finding['places'][number], inputs: readonly RunInput[], names: ClientNames): RunPlace {
  const input = inputs[place.input];
  return {
    input: input?.name ?? '',
    sheet: input?.sheet ?? null,
    row: place.row,
    column: place.column,
    cell: place.cell,
    reference: place.reference === null ? null : names.safe(place.reference),
  };
}
