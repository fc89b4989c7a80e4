import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/domain/run.ts';
import { launched, opened, seen, tidied } from './chromium.ts';
import { everyFault, manyOver } from './deliveries.ts';
import { reportPage } from './report-page.ts';

let browser: Browser;
let faults: RunResult;
let faultsUrl: string;
let many: RunResult;
let manyUrl: string;
beforeAll(async () => {
  browser = await launched();
  faults = await everyFault();
  faultsUrl = await reportPage(faults);
  many = await manyOver(1_100);
  manyUrl = await reportPage(many);
});
afterEach(() => tidied(browser));
afterAll(() => browser.close());

const open = async (url: string): Promise<Page> => (await opened(browser, url)).page;
const clients = (page: Page) => page.locator('.card .who').allTextContents();
const count = (page: Page) => seen(page.locator('output'));

describe('the filters of the work list', () => {
  it('leave the cards of one rule', async () => {
    const page = await open(faultsUrl);
    await page.selectOption('[name=rule]', 'vpt-client');
    expect(await clients(page)).toEqual(['C2003']);
    expect(await count(page)).toMatch(/^1 van \d+ kaarten$/);
  });

  it('leave the cards of one prestatiecode, insurer or thing to do', async () => {
    const page = await open(manyUrl);
    await page.selectOption('[name=code]', 'H138');
    expect(await count(page)).toContain('550 van 1.100 kaarten');
    await page.selectOption('[name=insurer]', '3311');
    expect(await count(page)).toContain('0 van 1.100');
    await page.selectOption('[name=code]', '');
    await page.selectOption('[name=action]', 'register');
    expect(await count(page)).toContain('110 van 1.100');
  });

  it('find every word of a search, in any order and case, also in cards not yet shown', async () => {
    const page = await open(manyUrl);
    await page.fill('[name=q]', 'b-1099- c101099');
    expect(await clients(page)).toEqual(['C101099']);
  });

  it('find text between angle brackets as it reads', async () => {
    const page = await open(manyUrl);
    await page.fill('[name=q]', '<td>');
    expect(await clients(page)).toEqual([]);
  });

  it('stand in the address, so that a link opens the same selection', async () => {
    const page = await open(faultsUrl);
    await page.selectOption('[name=rule]', 'monthly-cap-exceeded');
    await page.fill('[name=q]', 'c2001');
    const again = await open(page.url());
    expect(again.url()).toContain('#');
    expect(await again.locator('[name=rule]').inputValue()).toBe('monthly-cap-exceeded');
    expect(await clients(again)).toEqual(['C2001']);
  });

  it('take no notice of a value in the address that this report does not have', async () => {
    const page = await open(`${faultsUrl}#rule=no-such-rule`);
    expect((await clients(page)).length).toBeGreaterThan(40);
  });

  it('are cleared together, and from the address', async () => {
    const page = await open(`${faultsUrl}#rule=vpt-client&q=c2003`);
    await page.click('button[type=reset]');
    expect((await clients(page)).length).toBeGreaterThan(40);
    expect(page.url()).not.toContain('#');
  });

  it('are set by the links of the overview', async () => {
    const page = await open(faultsUrl);
    await page.click('#regels a[data-filter="rule=vpt-client"]');
    expect(await clients(page)).toEqual(['C2003']);
    await page.click('#wie-doet-wat a[data-filter="action=split"]');
    expect(await page.locator('[name=rule]').inputValue()).toBe('');
    expect(await page.locator('[name=action]').inputValue()).toBe('split');
  });
});

describe('the order of the work list', () => {
  it('is by default files, then the most money, then what only warns', async () => {
    const page = await open(faultsUrl);
    const classes = await page.locator('.card').evaluateAll((cards) => cards.map(({ className }) => className));
    expect(classes).toEqual(
      ['error', 'warning', 'info'].flatMap((kind) => classes.filter((name) => name.includes(kind))),
    );
    expect((await clients(page))[0]).toMatch(/\.csv$/);
  });

  it('can be by client, with numbers by their value', async () => {
    const page = await open(manyUrl);
    await page.selectOption('[name=sort]', 'client');
    expect((await clients(page)).slice(0, 3)).toEqual(['C100000', 'C100001', 'C100002']);
  });

  it('can be by hours and by amount at stake', async () => {
    const page = await open(manyUrl);
    for (const sort of ['minutes', 'amount']) {
      await page.selectOption('[name=sort]', sort);
      expect((await clients(page))[0]).toBe('C100000');
    }
  });

  it('goes back to what it was', async () => {
    const page = await open(faultsUrl);
    const before = await clients(page);
    await page.selectOption('[name=sort]', 'client');
    expect(await clients(page)).not.toEqual(before);
    await page.selectOption('[name=sort]', '');
    expect(await clients(page)).toEqual(before);
  });
});

describe('a link to a finding', () => {
  const anchorOf = (result: RunResult, client: string) =>
    `#b-${result.findings.find((finding) => finding.client === client)!.fingerprint}`;

  it('opens its card with the focus on it', async () => {
    const page = await open(faultsUrl + anchorOf(faults, 'C2003'));
    expect(await page.locator('.card:focus .who').textContent()).toBe('C2003');
    await expect.poll(() => page.locator('.card:focus').evaluate(isInView)).toBe(true);
  });

  it('opens a card far down the list', async () => {
    const page = await open(manyUrl + anchorOf(many, 'C101098'));
    expect(await page.locator('.card:focus .who').textContent()).toBe('C101098');
  });

  it('opens a card that the filters hide', async () => {
    const page = await open(`${manyUrl}#code=1062`);
    await page.evaluate(
      (fragment) => {
        location.hash = fragment;
      },
      anchorOf(many, 'C100001'),
    );
    await page.waitForSelector('.card:focus');
    expect(await page.locator('.card:focus .who').textContent()).toBe('C100001');
  });

  it('stands on every card', async () => {
    const page = await open(faultsUrl);
    await page.locator('.card', { hasText: 'C2003' }).locator('.link').click();
    expect(new URL(page.url()).hash).toBe(anchorOf(faults, 'C2003'));
  });
});

describe('what leaves the work list', () => {
  it('is saved as CSV with every row of the selection, also those not yet shown', async () => {
    const page = await open(manyUrl);
    await page.selectOption('[name=code]', 'H138');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#bewaar')]);
    expect(download.suggestedFilename()).toBe('werklijst.csv');
    const text = await readFile(await download.path(), 'utf8');
    const lines = text.trimEnd().split('\r\n');
    expect(text.startsWith('\ufeffKaart;Maand;Regel;Rij;Referentie;')).toBe(true);
    expect(lines).toHaveLength(1 + 2 * 550);
    expect(lines.filter((line) => line.includes(';B-1099-;'))).toHaveLength(1);
    expect(await count(page)).toBe('1.100 regels opgeslagen');
  });

  it('is copied for a spreadsheet, where a formula stays text', async () => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    await page.goto(faultsUrl);
    await page.selectOption('[name=rule]', 'monthly-cap-exceeded');
    await page.click('#kopieer');
    await expect.poll(() => count(page)).toMatch(/regels gekopieerd$/);
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text.split('\n')[0]).toContain('Kaart\tMaand\tRegel');
    expect(text).toContain('C2001\t2026-03\t');
  });

  it('is a finding per row when the card is about a file', async () => {
    const page = await open(faultsUrl);
    await page.selectOption('[name=rule]', 'duplicate-column');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#bewaar')]);
    const [headings, row] = (await readFile(await download.path(), 'utf8')).split('\r\n');
    expect(headings?.split(';')).toHaveLength(row!.match(/(?:"(?:[^"]|"")*"|[^;])+|(?<=;|^)(?=;|$)/g)!.length);
    expect(row).toContain('de kop „Aantal” staat boven de kolommen 4 en 5');
  });
});

describe('a long work list', () => {
  it('shows the next cards when asked, and puts the focus on the first of them', async () => {
    const page = await open(manyUrl);
    const before = await page.locator('.card').count();
    await page.locator('#meer').focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.card').count()).toBeGreaterThan(before);
    expect(
      await page
        .locator('.card')
        .nth(before)
        .evaluate((card) => card === document.activeElement),
    ).toBe(true);
  });

  it('offers no more when all cards are shown', async () => {
    const page = await open(manyUrl);
    while (await page.locator('#meer').isVisible()) await page.click('#meer');
    expect(await page.locator('.card').count()).toBe(1_100);
  });
});

describe('the keyboard', () => {
  it('goes past everything to the work list, and through its filters', async () => {
    const page = await open(faultsUrl);
    await page.keyboard.press('Tab');
    expect(await seen(page.locator(':focus'))).toBe('Naar de werklijst');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').getAttribute('name')).toBe('q');
    await page.keyboard.type('c2003');
    expect(await clients(page)).toEqual(['C2003']);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').getAttribute('name')).toBe('rule');
  });
});

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top < innerHeight && bottom > 0;
}
