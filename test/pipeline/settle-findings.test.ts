import { describe, expect, it } from 'vitest';
import { type Day, dayFromIso } from '../../src/domain/day.ts';
import type { Severity } from '../../src/domain/finding.ts';
import { type SettleSettings, settleFindings } from '../../src/pipeline/settle-findings.ts';
import { createPseudonyms } from '../../src/store/pseudonyms.ts';
import { finding } from '../reporters/matter.ts';

const error = finding({ fingerprint: 'error', rule: 'vpt-client', severity: 'error' });
const warning = finding({ fingerprint: 'warning', severity: 'warning' });
const accepted = { fingerprint: 'error', reason: 'akkoord', owner: 'A', from: '2026-01-01', until: '2026-12-31' };
const USUAL = new Map<string, Severity>([['waiver-expired', 'warning']]);

function settled(more: Partial<SettleSettings> = {}, findings = [error, warning]) {
  return settleFindings(findings, [], USUAL, {
    asOf: dayFromIso('2026-04-02') as Day,
    months: null,
    failOn: 'error',
    severities: new Map(),
    pseudonyms: createPseudonyms(new Uint8Array(32)),
    ...more,
  });
}

describe('what counts for the exit code', () => {
  it('is every finding, when nothing is accepted and nothing compared', () => {
    expect(settled()).toEqual({
      findings: [error, warning],
      counts: { error: 1, warning: 1, info: 0, byRule: { 'dummy-bsn': 1, 'vpt-client': 1 } },
      counting: { error: 1, warning: 1, info: 0, byRule: { 'dummy-bsn': 1, 'vpt-client': 1 } },
    });
  });

  it('is not an accepted finding, though it stays among the findings and in their numbers', () => {
    const { findings, counts, counting } = settled({ waivers: [accepted] });
    expect(findings.map(({ fingerprint }) => fingerprint)).toEqual(['error', 'warning']);
    expect([counts.error, counting.error]).toEqual([1, 0]);
  });

  it('is an accepted finding again when the waiver has expired, and the waiver is a warning itself', () => {
    const { findings, counting } = settled({ waivers: [{ ...accepted, until: '2026-04-01' }] });
    expect(findings.map(({ rule }) => rule)).toEqual(['vpt-client', 'dummy-bsn', 'waiver-expired']);
    expect(counting).toMatchObject({ error: 1, warning: 2 });
  });

  it('is a known error too, unless only what is new counts', () => {
    const baseline = { name: 'vorige', findings: [error] };
    expect(settled({ baseline }).counting.error).toBe(1);
    expect(settled({ baseline, failOn: 'new' }).counting.error).toBe(0);
    expect(settled({ baseline: { name: 'vorige', findings: [warning] }, failOn: 'new' }).counting.error).toBe(1);
  });

  it('is no new error that is accepted', () => {
    const baseline = { name: 'vorige', findings: [] };
    expect(settled({ baseline, failOn: 'new', waivers: [accepted] }).counting.error).toBe(0);
  });
});

describe('rules about waivers', () => {
  const expired = { ...accepted, until: '2026-04-01' };

  it('take the severity the configuration gives, or are off', () => {
    const severityOf = (severities: ReadonlyMap<string, Severity | 'off'>) =>
      settled({ waivers: [expired], severities }).findings.find(({ rule }) => rule === 'waiver-expired')?.severity;
    expect(severityOf(new Map())).toBe('warning');
    expect(severityOf(new Map([['waiver-expired', 'error']]))).toBe('error');
    expect(severityOf(new Map([['waiver-expired', 'off']]))).toBeUndefined();
  });

  it('are known when the run before said the same', () => {
    const before = settled({ waivers: [expired] }).findings;
    const { findings, baseline } = settled({ waivers: [expired], baseline: { name: 'vorige', findings: before } });
    expect(findings.map(({ status }) => status)).toEqual(['known', 'known', 'known']);
    expect(baseline?.solved).toBe(0);
  });
});
