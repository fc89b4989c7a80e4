import { describe, expect, it } from 'vitest';
import { markdown } from '../../src/reporters/markdown.ts';
import { hostileRun } from './hostile-run.ts';
import { finding, matterOf, place, rendered } from './matter.ts';
import { APPROVED, REJECTED } from './runs.ts';

async function textOf(result = REJECTED, language: 'nl' | 'en' = 'nl'): Promise<string> {
  return String(await rendered(markdown.render(matterOf(result, language))));
}

const MIB = 1024 * 1024;

describe('the job summary', () => {
  it('is the golden file, in Dutch and in English', async () => {
    await expect(await textOf()).toMatchFileSnapshot('../goldens/reporters/samenvatting.md');
    await expect(await textOf(REJECTED, 'en')).toMatchFileSnapshot('../goldens/reporters/samenvatting-en.md');
  });

  it('starts with the verdict, then what was not checked', async () => {
    const text = await textOf();
    expect(text.indexOf('AFGEKEURD')).toBeGreaterThan(0);
    expect(text.indexOf('AFGEKEURD')).toBeLessThan(text.indexOf('Niet gecontroleerd'));
    expect(text.indexOf('Niet gecontroleerd')).toBeLessThan(text.indexOf('### Bevindingen'));
  });

  it('never shows a clientnummer or a reference number', async () => {
    const text = await textOf();
    expect(text).not.toMatch(/C100\d/);
    expect(text).not.toMatch(/R-\d+/);
    expect(text).toContain(matterOf(REJECTED).pseudonym('C1001'));
  });

  it('shows the first hundred findings and says how many more there are', async () => {
    const many = (count: number) => ({
      ...REJECTED,
      findings: Array.from({ length: count }, (_, row) => finding({ places: [place(row + 1)] })),
    });
    const rows = (text: string) => text.split('\n').filter((line) => line.includes('declaraties.csv:'));
    expect(rows(await textOf(many(100)))).toHaveLength(100);
    expect(await textOf(many(100))).not.toContain('De eerste 100');
    expect(rows(await textOf(many(101)))).toHaveLength(100);
    expect(await textOf(many(101))).toContain('De eerste 100 van 101 bevindingen');
  });

  it('stays under 1 MiB however long everything is', async () => {
    const long = '&👵'.repeat(50_000);
    const { findings, inputs, notChecked, policies, ...rest } = hostileRun(long);
    const text = await textOf({
      ...rest,
      findings: Array.from({ length: 500 }, () => findings[0]!),
      inputs: Array.from({ length: 500 }, () => inputs[0]!),
      policies: Array.from({ length: 100 }, () => policies[0]!),
      notChecked: Array.from({ length: 500 }, () => notChecked[0]!),
    });
    expect(Buffer.byteLength(text)).toBeLessThan(MIB);
  });

  it('says that all was checked and nothing found, when that is so', async () => {
    const text = await textOf(APPROVED);
    expect(text).toContain('GOEDGEKEURD: alle 3 declaratieregels kunnen worden ingediend.');
    expect(text).toContain('Alle regels zijn gecontroleerd.');
    expect(text).toContain('Geen bevindingen.');
  });

  it.each(['<script>alert(1)</script>', '![x](https://evil.example/x.png)', 'a | b', '@admin', '\n::error::x'])(
    'shows a hostile text as text: %j',
    async (text) => {
      const summary = await textOf(hostileRun(text));
      expect(summary).not.toContain('<script');
      expect(summary).not.toMatch(/(?<!\\)\[x\\?\]\(/);
      expect(summary).not.toMatch(/https:\/\//);
      expect(summary).not.toMatch(/@admin/);
      expect(summary).not.toMatch(/^::error/m);
      for (const line of summary.split('\n').filter((row) => row.startsWith('| ✖'))) {
        expect(line.match(/(?<!\\)\|/g)?.length).toBeLessThanOrEqual(6);
      }
    },
  );

  it('is the same, byte for byte, each time it is made', async () => {
    expect(await textOf()).toBe(await textOf());
  });
});
