import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/domain/run.ts';
import { launched, opened, seen, tidied } from './chromium.ts';
import { manyOver } from './deliveries.ts';
import { reportPage } from './report-page.ts';

let browser: Browser;
let result: RunResult;
let url: string;
beforeAll(async () => {
  browser = await launched();
  result = await manyOver(20_500);
  url = await reportPage(result);
}, 240_000);
afterEach(() => tidied(browser));
afterAll(() => browser.close());

describe('more findings than a browser takes at once', () => {
  it('opens, filters, sorts and finds the last card there is', async () => {
    const { page, misdeeds } = await opened(browser, url);
    const count = page.locator('output');
    expect(await seen(count)).toMatch(/^(\d\d\.\d{3}) van \1 kaarten/);
    await page.selectOption('[name=insurer]', '5501');
    expect(await seen(count)).toMatch(/^\d{1,2}\.\d{3} van/);
    const last = await page.evaluate(() => {
      const data = JSON.parse(document.getElementById('gegevens')?.textContent ?? '') as { cards: unknown[][] };
      return String(data.cards.at(-1)?.[4]);
    });
    await page.selectOption('[name=insurer]', '');
    await page.fill('[name=q]', last);
    expect(await page.locator('.card .who').allTextContents()).toEqual([last]);
    expect(misdeeds).toEqual([]);
  });

  it('says that it shows the first part, keeps the totals whole and points to the workbook', async () => {
    const { page } = await opened(browser, url);
    expect(result.findings.length).toBeGreaterThan(20_000);
    const note = await seen(page.locator('#ingekort'));
    const all = result.findings.length.toLocaleString('nl');
    expect(note).toMatch(new RegExp(`de eerste \\d\\d\\.\\d{3} van ${all} bevindingen`));
    expect(note).toContain('bevindingen.xlsx');
    const rules = await seen(page.locator('#regels'));
    const [rule, found] = Object.entries(result.summary.findings.byRule).sort(([, a], [, b]) => b - a)[0]!;
    expect(rule).toBe('monthly-cap-exceeded');
    expect(rules).toContain(found.toLocaleString('nl'));
  });
});
