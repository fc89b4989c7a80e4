import { describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/domain/run.ts';
import { markdown } from '../../src/reporters/markdown.ts';
import { summaryOf } from '../../src/reporters/summary.ts';
import { matterOf, rendered } from './matter.ts';
import { REJECTED } from './runs.ts';

const gone = (client: string | null) => ({
  fingerprint: `gone-${client}`,
  rule: 'vpt-client',
  severity: 'error' as const,
  client,
  month: client === null ? null : '2026-02',
});

async function summaryText(result: RunResult, language: 'nl' | 'en' = 'nl'): Promise<string> {
  return String(await rendered(markdown.render(matterOf(result, language))));
}

describe('the comparison in a job summary', () => {
  const compared: RunResult = {
    ...REJECTED,
    baseline: { name: 'report.json, run r-0000', solved: 2, solvedFindings: [gone('C1009'), gone(null)] },
  };

  it('is absent when nothing was compared', async () => {
    expect(await summaryText(REJECTED)).not.toContain('Vergelijking');
  });

  it('counts what is new, known and solved, and names what was solved', async () => {
    const text = await summaryText(compared);
    expect(text).toContain('Vergeleken met report.json, run r-0000: 5 nieuw, 1 bekend, 2 opgelost.');
    expect(text).toContain('**3 nieuwe fouten.**');
    expect(text).toContain('\n- vpt-client\n');
    expect(await summaryText(compared, 'en')).toContain('5 new, 1 known, 2 solved');
  });

  it('names solved clients by their pseudonym only', async () => {
    const text = await summaryText(compared);
    expect(text).not.toContain('C1009');
    expect(text).toContain(`vpt-client, p-${Buffer.from('C1009').toString('hex')}, 2026-02`);
  });

  it('does not count an accepted new error', async () => {
    const waiver = { reason: 'akkoord', owner: 'A', until: '2026-06-30' };
    const findings = REJECTED.findings.map((finding) => ({ ...finding, waiver }));
    expect(await summaryText({ ...compared, findings })).toContain('**0 nieuwe fouten.**');
  });

  it('counts the solved findings it does not name', async () => {
    const solvedFindings = Array.from({ length: 23 }, (_, number) => gone(`C2${number}`));
    const text = await summaryText({ ...REJECTED, baseline: { name: 'r', solved: 23, solvedFindings } });
    expect(text).toContain('en nog 3');
  });

  it('is on the screen too: how many were solved', () => {
    const lines = summaryOf(matterOf(compared), []).map(({ text }) => text);
    expect(lines.find((line) => line.startsWith('Bevindingen'))).toContain('2 opgelost');
  });
});
