import { dayOf } from '../domain/day.ts';
import { DEFAULT_LIMITS } from '../domain/limits.ts';
import type { PolicySet } from '../domain/policy.ts';
import type { Role } from '../domain/role.ts';
import type { RunResult } from '../domain/run.ts';
import type { PayerCap } from '../engine/check.ts';
import { toolFacts } from '../package-root.ts';
import { recogniseLayout } from '../parse/layout.ts';
import { validateSources } from '../pipeline/validate.ts';
import { createPseudonyms } from '../store/pseudonyms.ts';
import { columnNames } from './column-names.ts';
import { readPolicies } from './read-policies.ts';
import type { RuleSample, SharedFile } from './rule-samples.ts';
import { sampleLedger } from './sample-ledger.ts';
import type { Mark } from './sample-text.ts';
import { type SampleWaiver, sampleWaivers } from './sample-waivers.ts';
import { bufferSource } from './sources.ts';

/** A sample as the program judged it. */
export interface JudgedSample {
  readonly sample: RuleSample;
  readonly result: RunResult;
  /** Marks that no finding answers to. */
  readonly missing: readonly Mark[];
  /** Findings that no mark announces; `input` when it is not in the sample itself. */
  readonly unexpected: readonly (Mark & { readonly input: string | null })[];
}

/** The day samples are judged on. */
const AS_OF = dayOf(2026, 4, 2)!;
/** What one insurer agreed, for the sample of that rule. */
const PAYER_CAP: PayerCap = { uzovi: '9998', minutes: 240, period: { first: dayOf(2015, 1, 1)!, last: null } };
/** Clients of samples are nobody: their pseudonyms need no secret. */
const KEY = new Uint8Array(32);

/**
 * Gives a function that judges samples one by one: as a month of its own, with the shared registers and bookings, remembering nothing.
 * By the shipped policies, unless others are tried.
 */
export function sampleJudge(
  shared: readonly SharedFile[],
  policies: PolicySet = readPolicies(undefined),
): (sample: RuleSample) => Promise<JudgedSample> {
  const columnsFor = columnNames({ options: {}, config: {}, file: null }, '');
  const pseudonyms = createPseudonyms(KEY);
  const settings = {
    columnsFor,
    limits: DEFAULT_LIMITS,
    asOf: AS_OF,
    policies,
    pseudonyms,
    ledger: sampleLedger((clientNumber) => pseudonyms.client(`client ${clientNumber}`)),
    tool: toolFacts(),
    runId: () => 'selftest',
    startedAt: '2026-04-02T00:00:00Z',
    months: null,
    failOn: 'error' as const,
    severities: new Map(),
    weakened: [],
    payerCaps: [PAYER_CAP],
    notices: [],
  };
  return async (sample) => {
    const role = roleOf(sample, columnsFor(sample.name));
    const files = [sample, ...shared.filter((file) => file.role !== role)];
    const sources = files.map(({ name, bytes }) => ({ name, bytes: bufferSource(bytes) }));
    const found = await validateSources(sources, settings);
    const accepted = sampleWaivers(sample, found);
    const waivers = accepted.map(({ waiver }) => waiver);
    const result = waivers.length === 0 ? found : await validateSources(sources, { ...settings, waivers });
    return { sample, result, ...compared(sample, result, accepted) };
  };
}

/** A sample that is a register stands in for the shared one; whatever cannot be recognised stands in for the claims. */
function roleOf({ headings, headerRow }: RuleSample, names: Parameters<typeof recogniseLayout>[1]): Role {
  return recogniseLayout([{ row: headerRow, cells: headings }], names)?.role ?? 'claims';
}

/** Every finding is announced by a mark at each of its places, and the other way round. */
function compared(
  sample: RuleSample,
  result: RunResult,
  accepted: readonly SampleWaiver[],
): Pick<JudgedSample, 'missing' | 'unexpected'> {
  const missing = [...sample.marks];
  const unexpected: (Mark & { input: string | null })[] = [];
  for (const { rule, places, data } of result.findings) {
    // What is said of a waiver without a finding has no place: it is announced by the row that asked for the waiver.
    const asked = accepted.find(({ waiver }) => waiver.fingerprint === data.fingerprint)?.row ?? 0;
    for (const place of places.length > 0 ? places : [{ input: sample.name, row: asked }]) {
      const input = place.input === sample.name ? null : place.input;
      const row = place.row <= sample.headerRow ? null : place.row;
      const announced = input === null ? missing.findIndex((mark) => mark.rule === rule && mark.row === row) : -1;
      if (announced >= 0) missing.splice(announced, 1);
      else unexpected.push({ rule, row, input });
    }
  }
  return { missing, unexpected };
}
