import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/domain/run.ts';
import { CATALOGUE } from '../../src/pipeline/catalogue.ts';
import { CLIENT_SCRIPT } from '../../src/reporters/html/client-script.ts';
import { embeddedJson } from '../../src/reporters/html/page-data.ts';
import { hasAction } from '../../src/reporters/html/rule-actions.ts';
import { html } from '../../src/reporters/html.tsx';
import { hostileRun } from './hostile-run.ts';
import { finding, matterOf, rendered } from './matter.ts';
import { APPROVED, REJECTED } from './runs.ts';

const page = async (result: RunResult, language: 'nl' | 'en' = 'nl'): Promise<string> =>
  (await rendered(html.render(matterOf(result, language)))).toString();

describe('the HTML report as a file', () => {
  it('is the same bytes for the same run', async () => {
    expect(await page(REJECTED)).toBe(await page(REJECTED));
  });

  it('allows its own style and script by their hash, and nothing else', async () => {
    const text = await page(REJECTED);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(text)?.[1]?.replaceAll('&#39;', "'");
    const hashes = [...text.matchAll(/<(?:style|script)>([\s\S]*?)<\/(?:style|script)>/g)].map(([, content]) => {
      return `'sha256-${createHash('sha256').update(content!).digest('base64')}'`;
    });
    expect(hashes).toHaveLength(2);
    for (const hash of hashes) expect(policy).toContain(hash);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(text.indexOf('http-equiv')).toBeLessThan(text.indexOf('<style>'));
  });

  it('has no inline style, handler or address outside', async () => {
    expect(await page(REJECTED)).not.toMatch(/<[^>]+\s(?:style|on\w+)=|(?:href|src)="(?!#)/);
  });

  it('has a script smaller than 12 kB, and the one its sources give', () => {
    expect(Buffer.byteLength(CLIENT_SCRIPT)).toBeLessThan(12_000);
    const tool = fileURLToPath(new URL('../../.tools/client-script.mjs', import.meta.url));
    const { status, stderr } = spawnSync(process.execPath, [tool, '--check'], { encoding: 'utf8' });
    expect(status, stderr).toBe(0);
  });

  it('closes no element early, whatever a text says', async () => {
    for (const text of ['</script><script>', '</style>', '</noscript>', '<!--', '"><b onclick=x>']) {
      const made = await page(hostileRun(text));
      expect(made.match(/<script/g)).toHaveLength(2);
      expect(made.match(/<\/script>/g)).toHaveLength(2);
      expect(made).not.toContain(`>${text}`);
    }
  });
});

describe('JSON within a script element', () => {
  it('has no sign that ends it or opens a comment, and reads back as it was', () => {
    const value = ['</script>', '<!--', '\u2028', 'gewoon'];
    expect(embeddedJson(value)).not.toMatch(/[<\u2028]/);
    expect(JSON.parse(embeddedJson(value))).toEqual(value);
  });
});

describe('what a controller reads', () => {
  it('names the rules that the configuration weakens, with the reason', async () => {
    expect(await page(REJECTED)).toMatch(/Afgezwakt in de configuratie<\/h3><ul><li>[^<]*Proef met zorgkantoor/);
  });

  it('gives every file with its hash and every policy with its source and the year it was last confirmed', async () => {
    const text = await page(REJECTED);
    for (const { sha256 } of REJECTED.inputs) expect(text).toContain(sha256);
    expect(text).toContain('Factsheet Financiering zorgtechnologie');
    expect(text).toContain('laatst bevestigd: 2024');
  });

  it('counts what is new, known and solved when there was something to compare with, and names what is solved', async () => {
    const solvedFindings = [finding({ rule: 'vpt-client', severity: 'error', client: 'C0900' })];
    const text = await page({ ...REJECTED, baseline: { name: 'run r-0000', solved: 1, solvedFindings } });
    expect(text).toContain('Vergeleken met run r-0000.');
    expect(text).toMatch(
      /<dt>Nieuw<\/dt><dd class="value">5<.*<dt>Al bekend<\/dt><dd class="value">1<.*<dt>Opgelost<\/dt><dd class="value">1</,
    );
    expect(text).toContain('C0900, maart 2026, Technologieregel tijdens VPT');
  });

  it('says nothing of a comparison when there was none', async () => {
    expect(await page(APPROVED)).not.toContain('id="vergelijking"');
  });

  it('says that figures are absent from a run that was remembered without them', async () => {
    expect(await page(REJECTED)).toContain('die deze cijfers nog niet bijhield');
  });

  it('gives hours at stake when the export has no amounts', async () => {
    const summary = { ...REJECTED.summary, amountCents: null };
    const text = await page({ ...REJECTED, summary });
    expect(text).toContain('Uren op het spel');
    expect(text).not.toContain('Bedrag op het spel');
  });
});

describe('what a biller reads', () => {
  it('is marked as accepted, with who and why, and as known', async () => {
    const text = await page(REJECTED);
    expect(text).toContain('geaccepteerd tot en met 30-06-2026 door A. Biller: Zorgkantoor akkoord voor C1002');
    expect(text).toContain(' · al bekend');
  });

  it('does not repeat in the sentence what the card is about', async () => {
    expect(await page(REJECTED)).not.toContain('Cliënt C1001, maart 2026:');
  });

  it('is in the language asked for, headings and script texts too', async () => {
    const text = await page(REJECTED, 'en');
    for (const part of ['Work list', 'What to do', '{n} of {total} cards', 'Lower line 12 (R-12) to 60 minutes']) {
      expect(text).toContain(part);
    }
  });
});

describe('who does what', () => {
  it.each(CATALOGUE.map(({ id }) => id))('is settled for %s', (id) => {
    expect(hasAction(id), `say in src/reporters/html/rule-actions.ts what ${id} asks of people`).toBe(true);
  });
});
