import type { Day } from '../domain/day.ts';
import type { Severity } from '../domain/finding.ts';
import type { FindingsBeyond } from '../domain/finding-list.ts';
import { type Month, monthText } from '../domain/month.ts';
import type { Pseudonyms } from '../domain/pseudonyms.ts';
import type { RunBaseline, RunFinding, RunSummary } from '../domain/run.ts';
import type { Waiver } from '../domain/waiver.ts';
import { type Baseline, comparedWith } from '../engine/baseline.ts';
import { countFindings } from '../engine/result.ts';
import type { FailOn } from '../engine/verdict.ts';
import { inFixedOrder, waiverFindings, withWaivers } from '../engine/waivers.ts';

/** What the findings of a run are held against once they are all known. */
export interface SettleSettings {
  /** Accepted findings; those of the store and of a file together. */
  readonly waivers?: readonly Waiver[];
  /** Another run to compare with; absent when there is none. */
  readonly baseline?: Baseline;
  readonly asOf: Day;
  readonly months: ReadonlySet<Month> | null;
  readonly failOn: FailOn;
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  readonly pseudonyms: Pseudonyms;
}

/** The findings as the run keeps them. */
export interface SettledFindings {
  readonly findings: readonly RunFinding[];
  readonly counts: RunSummary['findings'];
  /** Numbers of those that count for the exit code: not waived, and only the new ones with `--fail-on new`. */
  readonly counting: Readonly<Record<Severity, number>>;
  readonly baseline?: RunBaseline;
}

/** Marks what is accepted, adds what there is to say of the waivers themselves, and tells new findings from known ones. */
export function settleFindings(
  found: readonly RunFinding[],
  beyond: readonly FindingsBeyond[],
  usual: ReadonlyMap<string, Severity>,
  settings: SettleSettings,
): SettledFindings {
  const { waivers = [], asOf, months, severities, pseudonyms } = settings;
  const severityOf = (rule: string) => severities.get(rule) ?? usual.get(rule) ?? 'info';
  const remarks = waiverFindings(found, waivers, asOf, severityOf, pseudonyms);
  const all = inFixedOrder([...withWaivers(found, waivers, asOf), ...remarks]);
  const compared = settings.baseline && comparedWith(all, settings.baseline, months && textsOf(months));
  const findings = compared?.findings ?? all;
  const counting = findings.filter(
    ({ waiver, status }) => waiver === null && (settings.failOn !== 'new' || status === 'new'),
  );
  return {
    findings,
    counts: countFindings(findings, beyond),
    // Nobody accepted or knew what nobody kept.
    counting: countFindings(counting, beyond),
    ...(compared ? { baseline: compared.baseline } : {}),
  };
}

function textsOf(months: ReadonlySet<Month>): ReadonlySet<string> {
  return new Set([...months].map(monthText));
}
