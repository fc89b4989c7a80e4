import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/domain/run.ts';
import { shown } from '../../src/reporters/html/sheet.ts';
import { validated } from '../pipeline/delivered.ts';
import { hostileRun } from '../reporters/hostile-run.ts';
import { launched, opened, tidied } from './chromium.ts';
import { reportPage } from './report-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launched();
});
afterEach(() => tidied(browser));
afterAll(() => browser.close());

const PAYLOADS = [
  ...lines('csv-payload.txt'),
  ...lines('blns.txt').filter((line) => !line.startsWith('#')),
  '</script><script>alert(1)</script>',
  '</style><style>*{display:none}</style><img src=x onerror=alert(1)>',
  '</noscript><script>alert(1)</script>',
  '<!--<script>',
  '"><svg onload=alert(1)>',
  "');alert(1)//",
];

describe('a delivery of which every free text is hostile', () => {
  it('executes nothing and shows every text as it is', async () => {
    const result = await validated(hostileFiles(PAYLOADS));
    const url = await reportPage(result);
    const { page, misdeeds } = await opened(browser, url);
    while (await page.locator('#meer').isVisible()) await page.locator('#meer').click();
    expect(misdeeds).toEqual([]);
    expect(await page.title()).toContain('Controle thuiszorgtechnologie');
    expect(await foreignElements(page)).toEqual([]);
    const titles = new Set((await page.locator('.card .who').allTextContents()).map(squeezed));
    const clients = result.findings.flatMap(({ client }) => client ?? []);
    expect(new Set(clients).size).toBeGreaterThan(400);
    expect(clients.filter((client) => !titles.has(squeezed(shown(client))))).toEqual([]);
  });

  it('shows every text also in a browser without JavaScript', async () => {
    const result = await validated(hostileFiles(PAYLOADS));
    const { page, misdeeds } = await opened(browser, await reportPage(result), { javaScriptEnabled: false });
    const text = squeezed((await page.locator('body').textContent()) ?? '');
    const references = result.clientMonths.flatMap((month) => month.lines.flatMap(({ reference }) => reference ?? []));
    expect(references.filter((reference) => !text.includes(squeezed(shown(reference))))).toEqual([]);
    expect(await foreignElements(page)).toEqual([]);
    expect(misdeeds).toEqual([]);
  });
});

describe.each(
  PAYLOADS.filter((text) => /[<>"'`]/.test(text))
    .filter((_, index) => index % 12 === 0)
    .concat(PAYLOADS.slice(-6)),
)('a run in which every text is %j', (text) => {
  it('makes no element, request or error, also when it is searched for', async () => {
    const { page, misdeeds } = await opened(browser, await reportPage(hostileRun(text) satisfies RunResult));
    await page.fill('[name=q]', text.slice(0, 40));
    expect(await foreignElements(page)).toEqual([]);
    expect(misdeeds).toEqual([]);
  });
});

/** Elements and attributes that no part of the report makes. */
function foreignElements(page: import('playwright-core').Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => {
      const name = element.localName;
      const made =
        'html head meta title style script body a nav ul li div main header section article search form label span input select option ' +
        'output button p h1 h2 h3 dl dt dd strong code table caption thead tbody tr th td svg rect line text noscript';
      const bad = [...element.attributes].filter((attribute) => /^(on|style$|src)/.test(attribute.name));
      if (!made.split(' ').includes(name)) return [name];
      if (name === 'script' && element.parentElement !== document.body) return ['a script elsewhere'];
      if (name === 'a' && !element.getAttribute('href')?.startsWith('#')) return ['a link outside'];
      return bad.map((attribute) => `${name} ${attribute.name}`);
    }),
  );
}

/** Each text as clientnummer, reference, code of a provider, law, heading, name of a file; minutes over the maximum, so that there is a card. */
function hostileFiles(texts: readonly string[]): Record<string, string> {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const header = `clientnummer;prestatiecode;begindatum;einddatum;minuten;referentienummer;agb;wet;${quoted(texts.at(-1) ?? '')}`;
  const rows = texts.flatMap((text) => [
    [text, '1062', '01-03-2026', '31-03-2026', '400', text, text, text, text].map(quoted).join(';'),
    [text, '1062', text, '31-03-2026', '400', text, '', '', text].map(quoted).join(';'),
  ]);
  return { [`${texts.at(-5)?.replaceAll('/', '')}.csv`]: [header, ...rows].join('\r\n') };
}

function lines(name: string): string[] {
  const file = new URL(`../material/injection/${name}`, import.meta.url);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
