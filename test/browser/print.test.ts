import { execFileSync } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/domain/run.ts';
import { launched, onPath, opened, tidied } from './chromium.ts';
import { everyFault, manyOver } from './deliveries.ts';
import { reportPage } from './report-page.ts';

let browser: Browser;
let many: RunResult;
let manyUrl: string;
beforeAll(async () => {
  browser = await launched();
  many = await manyOver(620);
  manyUrl = await reportPage(many);
});
afterEach(() => tidied(browser));
afterAll(() => browser.close());

describe('on paper', () => {
  it.each([
    ['with', true],
    ['without', false],
  ])('every row of every card stands, %s JavaScript', async (_, javaScriptEnabled) => {
    const { page, misdeeds } = await opened(browser, manyUrl, { javaScriptEnabled });
    const { text } = await printed(page);
    const references = many.clientMonths.flatMap(({ lines }) => lines.map(({ reference }) => reference ?? ''));
    expect(references).toHaveLength(1_240);
    expect(references.filter((reference) => !text.includes(reference))).toEqual([]);
    expect(misdeeds).toEqual([]);
  });

  it('every row stands also when filters hide most of them on the screen, which stay as they were', async () => {
    const { page } = await opened(browser, `${manyUrl}#q=c100007`);
    const { text } = await printed(page);
    expect(text).toContain('B-611-');
    expect(await page.locator('.card').count()).toBe(1);
  });

  it('nothing stands that only works on a screen', async () => {
    const { page } = await opened(browser, await reportPage(await everyFault()));
    const { text } = await printed(page);
    expect(text).not.toMatch(/Filters wissen|Opslaan als CSV|Naar de werklijst/);
  });
});

describe('the print buttons', () => {
  it('print the selection only, all of it', async () => {
    const { page } = await opened(browser, `${manyUrl}#code=H138`);
    const { text } = await printedBy(page, '#druk-selectie');
    expect(text).toContain('B-611-');
    expect(text).not.toContain('B-610-');
    expect(text).not.toContain('Controleverklaring');
  });

  it('print the control statement on one A4, with verdict, hashes and lines to sign', async () => {
    const faults = await everyFault();
    const { page } = await opened(browser, await reportPage(faults));
    const { text, pages } = await printedBy(page, '#druk-verklaring');
    expect(pages).toBe(1);
    for (const part of ['Controleverklaring', 'AFGEKEURD', 'Opgesteld door', 'Gecontroleerd door', 'Handtekening']) {
      expect(text).toContain(part);
    }
    expect(squeezed(text)).toContain(faults.inputs[0]!.sha256);
    expect(text).not.toContain('Wie doet wat');
  });

  it('print a statement of many long things on one A4 too, and count what is left out', async () => {
    const { page } = await opened(browser, await reportPage(crowded(await everyFault())));
    const { text, pages } = await printedBy(page, '#druk-verklaring');
    expect(pages).toBe(1);
    expect(text).toMatch(/en nog \d+, zie het rapport/);
    expect(text).toContain('Handtekening');
  });
});

/** The page as a printer gets it. */
async function printed(page: Page): Promise<{ readonly text: string; readonly pages: number }> {
  const pdftotext = onPath(['pdftotext']);
  if (pdftotext === null) throw new Error('this test needs pdftotext: npm run setup, or apt-get install poppler-utils');
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const text = execFileSync(pdftotext, ['-layout', '-', '-'], { input: pdf, encoding: 'utf8', maxBuffer: 1 << 28 });
  return { text, pages: text.split('\f').length - 1 };
}

/** The page as it is printed by one of its own buttons: print() waits for a dialog that no headless browser has. */
async function printedBy(page: Page, button: string): Promise<{ readonly text: string; readonly pages: number }> {
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.click(button);
  return printed(page);
}

function crowded(result: RunResult): RunResult {
  const long = 'een heel lange naam van een bestand of een reden die maar doorgaat '.repeat(6);
  const repeated = <T>(items: readonly T[], times: number): T[] => Array.from({ length: times }, () => items).flat();
  return {
    ...result,
    inputs: repeated(result.inputs, 5).map((input, index) => ({ ...input, name: `${index} ${long}` })),
    policies: repeated(result.policies, 5),
    notChecked: repeated(result.notChecked, 30),
    weakened: Array.from({ length: 12 }, () => ({ rule: 'vpt-client', severity: 'warning' as const, reason: long })),
  };
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}
