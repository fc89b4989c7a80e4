import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { wordsFor } from '../../src/messages/words-for.ts';
import { APPROVED } from '../reporters/runs.ts';
import { launched, opened, seen, tidied } from './chromium.ts';
import { everyFault, manyOver } from './deliveries.ts';
import { reportPage } from './report-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launched();
});
afterEach(() => tidied(browser));
afterAll(() => browser.close());

describe('the report in a browser', () => {
  it('asks nothing of the network, breaks no rule of its own policy and makes no error', async () => {
    const { page, misdeeds } = await opened(browser, await reportPage(await everyFault()));
    await page.fill('[name=q]', 'vpt');
    await page.mouse.wheel(0, 20_000);
    expect(misdeeds).toEqual([]);
  });

  it('is styled, so the hash in its policy is that of its style', async () => {
    const { page } = await opened(browser, await reportPage(APPROVED));
    expect(await page.locator('.verdict h1').evaluate((element) => getComputedStyle(element).fontSize)).not.toBe(
      '32px',
    );
  });

  it('tells a controller first whether the delivery may be sent, then what was not checked, then the money', async () => {
    const { page } = await opened(browser, await reportPage(await everyFault()));
    const text = await seen(page.locator('.verdict'));
    const order = ['Nee, nog niet', 'Niet gecontroleerd', 'Bedrag op het spel'].map((part) => text.indexOf(part));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(Math.min(...order)).toBeGreaterThanOrEqual(0);
  });

  it('says yes to an approved delivery, and that there is nothing to do', async () => {
    const { page } = await opened(browser, await reportPage(APPROVED));
    expect(await seen(page.locator('h1'))).toContain('Ja, goedgekeurd');
    expect(await seen(page.locator('#werklijst'))).toContain('er is niets te doen');
    expect(await page.locator('#filters').count()).toBe(0);
  });
});

describe('the report in a browser without JavaScript', () => {
  it('shows every finding with its row and what to do, and no control that would do nothing', async () => {
    const result = await everyFault();
    const { page } = await opened(browser, await reportPage(result), { javaScriptEnabled: false });
    const text = squeezed(await seen(page.locator('body')));
    const words = wordsFor('nl');
    const titles = [...new Set(result.findings.map(({ rule }) => words.rule(rule).title))];
    expect(titles.filter((title) => !text.includes(squeezed(title)))).toEqual([]);
    const ids = await page.locator('.card [id^="b-"]').evaluateAll((elements) => elements.map(({ id }) => id));
    expect(new Set(ids)).toEqual(new Set(result.findings.map(({ fingerprint }) => `b-${fingerprint}`)));
    for (const control of await page.locator('button, input, select').all())
      expect(await control.isVisible()).toBe(false);
  });

  it('shows the cards that a browser with JavaScript leaves for later', async () => {
    const result = await manyOver(600);
    const url = await reportPage(result);
    const without = await opened(browser, url, { javaScriptEnabled: false });
    expect(await without.page.locator('.card').count()).toBe(600);
    expect(await without.page.locator('.card').last().locator('table td').first().textContent()).toMatch(/\d+/);
    expect(await without.page.locator('#wacht').isVisible()).toBe(false);
    expect(without.misdeeds).toEqual([]);
    const withScript = await opened(browser, url);
    expect(await withScript.page.locator('.card').count()).toBeLessThan(600);
    expect(await seen(withScript.page.locator('output'))).toContain('600 van 600 kaarten');
  });

  it('says so where scripts are on but a server forbids this one', async () => {
    const url = await reportPage(await manyOver(600));
    const context = await browser.newContext();
    const body = await readFile(new URL(url), 'utf8');
    const headers = { 'content-type': 'text/html', 'content-security-policy': "script-src 'none'" };
    await context.route('**/*', (route) => route.fulfill({ body, headers }));
    const page = await context.newPage();
    await page.goto('http://ci.invalid/rapport.html');
    expect(await page.locator('.card').count()).toBeGreaterThan(100);
    expect(await seen(page.locator('#wacht'))).toContain('open het bestand dan rechtstreeks in een browser');
  });
});

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ');
}
