import type { Day } from '../domain/day.ts';
import { type JsonObject, SEVERITIES, type Severity } from '../domain/finding.ts';
import type { Pseudonyms } from '../domain/pseudonyms.ts';
import type { RunFinding } from '../domain/run.ts';
import { daysLeft, EXPIRING_DAYS, type Waiver, waiverState } from '../domain/waiver.ts';

/** Marks the findings that a waiver of this day accepts; the others stay as they are. */
export function withWaivers(findings: readonly RunFinding[], waivers: readonly Waiver[], asOf: Day): RunFinding[] {
  const holding = new Map(
    inEffect(waivers, asOf)
      .filter((waiver) => waiverState(waiver, asOf) === 'holds')
      .map((waiver) => [waiver.fingerprint, waiver]),
  );
  return findings.map((finding) => {
    const waiver = holding.get(finding.fingerprint);
    if (waiver === undefined) return finding;
    const { reason, owner, until } = waiver;
    return { ...finding, waiver: { reason, owner, until } };
  });
}

/** What the run itself says of its waivers: expired, unused, expiring. Each stands where the finding it accepts stands; a rule that is off says nothing. */
export function waiverFindings(
  findings: readonly RunFinding[],
  waivers: readonly Waiver[],
  asOf: Day,
  severityOf: (rule: string) => Severity | 'off',
  pseudonyms: Pick<Pseudonyms, 'fingerprint'>,
): RunFinding[] {
  const byFingerprint = new Map(findings.map((finding, index) => [finding.fingerprint, { finding, index }]));
  const met = inEffect(waivers, asOf).map((waiver) => ({ waiver, ...byFingerprint.get(waiver.fingerprint) }));
  met.sort((a, b) => compareMet(a, b));
  return met.flatMap(({ waiver, finding: accepted = null }) => {
    return remarksOn(waiver, accepted, asOf).flatMap(({ rule, data }): RunFinding[] => {
      const severity = severityOf(rule);
      if (severity === 'off') return [];
      const finding: RunFinding = {
        fingerprint: pseudonyms.fingerprint([rule, waiver.fingerprint]),
        rule,
        severity,
        status: 'new',
        client: accepted?.client ?? null,
        month: accepted?.month ?? null,
        data,
        places: accepted?.places ?? [],
        expectedReturnCode: null,
        waiver: null,
      };
      return [finding];
    });
  });
}

/** Findings with those about waivers among them, in the fixed order: by severity and rule, and as they came within a rule. */
export function inFixedOrder(findings: readonly RunFinding[]): RunFinding[] {
  return findings.toSorted(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
}

/**
 * One waiver per fingerprint, sorted by it: the store and a file may both have one, and one that was renewed leaves the old one behind.
 * One that holds goes before one that does not, then the one that lasts longest.
 */
export function inEffect(waivers: readonly Waiver[], asOf: Day): Waiver[] {
  const best = new Map<string, Waiver>();
  for (const waiver of waivers) {
    const other = best.get(waiver.fingerprint);
    if (other === undefined || goesBefore(waiver, other, asOf)) best.set(waiver.fingerprint, waiver);
  }
  return [...best.values()].sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1));
}

interface Met {
  readonly finding?: RunFinding;
  readonly index?: number;
}

/** By client and month, as the order of findings has it; those without a finding come first, as those without a client do. */
function compareMet(a: Met, b: Met): number {
  const key = ({ finding }: Met) => `${finding?.client ?? ''} ${finding?.month ?? ''}`;
  const [keyA, keyB] = [key(a), key(b)];
  return keyA < keyB ? -1 : keyA > keyB ? 1 : (a.index ?? -1) - (b.index ?? -1);
}

function goesBefore(a: Waiver, b: Waiver, asOf: Day): boolean {
  const holds = (waiver: Waiver) => waiverState(waiver, asOf) === 'holds';
  return holds(a) === holds(b) ? a.until > b.until : holds(a);
}

function remarksOn(
  waiver: Waiver,
  accepted: RunFinding | null,
  asOf: Day,
): { readonly rule: string; readonly data: JsonObject }[] {
  const state = waiverState(waiver, asOf);
  const { fingerprint, owner, reason, until } = waiver;
  const facts = { fingerprint, owner, reason, until };
  const rule = accepted?.rule ?? null;
  if (state === 'expired') return [{ rule: 'waiver-expired', data: { ...facts, rule } }];
  if (state === 'coming') return [];
  const left = daysLeft(waiver, asOf);
  return [
    ...(accepted === null ? [{ rule: 'waiver-unused', data: facts }] : []),
    ...(left <= EXPIRING_DAYS ? [{ rule: 'waiver-expiring', data: { ...facts, rule, daysLeft: left } }] : []),
  ];
}
