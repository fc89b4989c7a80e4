import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { RunResult } from '../../src/domain/run.ts';
import { gitlab } from '../../src/reporters/gitlab.ts';
import { HOSTILE_TEXTS, hostileRunOf } from './hostile-texts.ts';
import { finding, matterOf, place, rendered } from './matter.ts';
import { APPROVED, REJECTED } from './runs.ts';

/** What GitLab's documentation asks of a Code Quality report: these five keys, a relative path and one of its five severities. */
const CodeQuality = z.array(
  z.strictObject({
    description: z.string().min(1),
    check_name: z.string().min(1),
    fingerprint: z.string().min(1),
    severity: z.enum(['info', 'minor', 'major', 'critical', 'blocker']),
    location: z.strictObject({ path: z.string().min(1), lines: z.strictObject({ begin: z.int().min(1) }) }),
  }),
);

async function textOf(result: RunResult, language: 'nl' | 'en' = 'nl'): Promise<string> {
  return String(await rendered(gitlab.render(matterOf(result, language))));
}

async function entriesOf(result: RunResult): Promise<z.infer<typeof CodeQuality>> {
  return CodeQuality.parse(JSON.parse(await textOf(result)));
}

describe("GitLab's code quality report", () => {
  it('is the golden file, in Dutch and in English', async () => {
    await expect(await textOf(REJECTED)).toMatchFileSnapshot('../goldens/reporters/gl-code-quality-report.json');
    await expect(await textOf(REJECTED, 'en')).toMatchFileSnapshot(
      '../goldens/reporters/gl-code-quality-report-en.json',
    );
  });

  it('is an empty list when nothing was found', async () => {
    expect(await textOf(APPROVED)).toBe('[]\n');
  });

  it('has an entry of its own for every finding', async () => {
    const entries = await entriesOf(REJECTED);
    expect(entries.map(({ check_name }) => check_name)).toEqual(REJECTED.findings.map(({ rule }) => rule));
    expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(entries.length);
  });

  it('ranks errors above warnings above remarks, and an accepted error with the remarks', async () => {
    const entries = await entriesOf(REJECTED);
    expect(entries.map(({ severity }) => severity)).toEqual([
      'critical',
      'critical',
      'critical',
      'info',
      'minor',
      'info',
    ]);
    expect(entries[3]?.description).toContain('geaccepteerd tot en met 30-06-2026');
  });

  it('has a path and a line, also for what is said of a file as a whole or of none', async () => {
    const findings = [finding({ places: [place(0)] }), finding({ places: [], fingerprint: 'f01' })];
    const entries = await entriesOf({ ...REJECTED, findings });
    expect(entries.map(({ location }) => location)).toEqual([
      { path: 'declaraties.csv', lines: { begin: 1 } },
      { path: 'declaraties.csv', lines: { begin: 1 } },
    ]);
  });

  it('names the sheet of a workbook', async () => {
    expect((await entriesOf(REJECTED))[4]?.description).toContain('(extra.xlsx, blad Blad; 1)');
  });

  it('holds hostile texts as text of one line and a path within the repository', async () => {
    const entries = await entriesOf(hostileRunOf(HOSTILE_TEXTS));
    expect(entries).toHaveLength(HOSTILE_TEXTS.length * 2);
    for (const { description, location } of entries) {
      expect(description).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      expect(location.path).not.toMatch(/^[/\\]|(^|[/\\])\.\.([/\\]|$)/);
    }
  });

  it('never shows a clientnummer or a reference number', async () => {
    const text = await textOf(REJECTED);
    expect(text).not.toMatch(/C100\d/);
    expect(text).not.toMatch(/R-\d+|X-4/);
    expect(text).toContain(matterOf(REJECTED).pseudonym('C1001'));
  });
});
