import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/domain/run.ts';
import { APPROVED, REJECTED } from '../reporters/runs.ts';
import { launched, opened, seen, tidied } from './chromium.ts';
import { everyFault } from './deliveries.ts';
import { reportPage } from './report-page.ts';

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 360, height: 740 };

let browser: Browser;
let faultsUrl: string;
beforeAll(async () => {
  browser = await launched();
  faultsUrl = await reportPage(await everyFault());
});
afterEach(() => tidied(browser));
afterAll(() => browser.close());

/** What axe finds, as rule and place. The policy of the page would keep axe itself out. */
async function violations(url: string, options: BrowserContextOptions, rules?: string[]): Promise<string[]> {
  const { page } = await opened(browser, url, { bypassCSP: true, ...options });
  const axe = new AxeBuilder({ page });
  const results = await (rules === undefined ? axe : axe.withRules(rules)).analyze();
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

describe('axe finds nothing', { timeout: 120_000 }, () => {
  it('on a page with every fault there is', async () => {
    expect(await violations(faultsUrl, { viewport: WIDE, colorScheme: 'light' })).toEqual([]);
  });

  it('in its colours in the dark', async () => {
    expect(await violations(faultsUrl, { viewport: WIDE, colorScheme: 'dark' }, ['color-contrast'])).toEqual([]);
  });

  it.each<[string, RunResult, BrowserContextOptions]>([
    ['an approved delivery', APPROVED, { viewport: WIDE }],
    ['a delivery with accepted and known findings', REJECTED, { viewport: WIDE }],
    ['a narrow screen', REJECTED, { viewport: NARROW }],
    ['a narrow screen in the dark', REJECTED, { viewport: NARROW, colorScheme: 'dark' }],
  ])('on %s', async (_, result, options) => {
    expect(await violations(await reportPage(result, 'en'), options)).toEqual([]);
  });
});

describe('a narrow screen', () => {
  it.each([320, 360, 768])('of %i pixels never scrolls sideways as a whole', async (width) => {
    const { page } = await opened(browser, faultsUrl, { viewport: { width, height: 740 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

  it('shows beside each value of a line what it is', async () => {
    const { page } = await opened(browser, await reportPage(REJECTED), { viewport: NARROW });
    const cell = page.locator('.lines td').first();
    const shown = await cell.evaluate((element) => getComputedStyle(element, '::before').content);
    expect(shown).toBe('"Rij"');
  });
});

describe('a screen reader', () => {
  it('hears how many cards match when a filter changes', async () => {
    const { page } = await opened(browser, faultsUrl);
    expect(await page.locator('output').getAttribute('aria-live')).toBe('polite');
  });

  it('hears the severity of a card as a word', async () => {
    const { page } = await opened(browser, faultsUrl);
    expect(await page.getByRole('heading', { name: 'fout: C2003 maart 2026' }).count()).toBe(1);
  });

  it('hears what the picture of the maximum shows', async () => {
    const { page } = await opened(browser, faultsUrl);
    const name = await page.locator('svg.histogram').getAttribute('aria-label');
    expect(name).toMatch(/maximum van 6:30 uur.* cliëntmaanden binnen het maximum, 1 erboven/);
  });

  it('reads the page in its language', async () => {
    const { page } = await opened(browser, await reportPage(REJECTED, 'en'));
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await seen(page.locator('h1'))).toContain('No, not yet');
  });
});
