import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launched, seen, tidied } from './chromium.ts';
import { type ServedPage, served } from './local-page.ts';

const SAMPLES = fileURLToPath(new URL('../../samples', import.meta.url));
const GOOD = filesOf('goede-maand');
const FAULTY = filesOf('alle-regels');
/** A check of a busy machine. */
const PATIENCE = { timeout: 60_000 };

let browser: Browser;
let tzt: ServedPage;
beforeAll(async () => {
  browser = await launched();
  tzt = await served();
});
afterEach(() => tidied(browser));
afterAll(async () => {
  await browser.close();
  await tzt.stop();
});

function filesOf(sample: string): string[] {
  const folder = join(SAMPLES, sample);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => join(folder, name));
}

/** A new tab, and everything it did that it should not have. */
async function tab(options: object = {}): Promise<{ page: Page; misdeeds: string[] }> {
  const context = await browser.newContext({ acceptDownloads: true, ...options });
  const page = await context.newPage();
  const misdeeds: string[] = [];
  page.on('request', (made) => {
    if (!made.url().startsWith(tzt.url) && !made.url().startsWith('data:')) misdeeds.push(`request ${made.url()}`);
  });
  page.on('pageerror', (error) => misdeeds.push(`error ${error.message}`));
  page.on('console', (message) => misdeeds.push(`console ${message.text()}`));
  await page.goto(tzt.url);
  return { page, misdeeds };
}

async function check(page: Page, files: readonly string[]): Promise<void> {
  await page.setInputFiles('#kies', [...files]);
  await page.locator('#controleer:enabled').click(PATIENCE);
  await page.locator('#uitslag:visible').waitFor(PATIENCE);
}

const verdict = (page: Page) => seen(page.locator('#oordeel'));
const remembersNothing = () => !existsSync(join(tzt.folder, 'reports'));

describe('the local page', () => {
  it('checks the files of a month and shows the verdict and the report, and keeps nothing', async () => {
    const { page, misdeeds } = await tab();
    await check(page, GOOD);
    expect(await verdict(page)).toMatch(/^GOEDGEKEURD/);
    const heading = page.frameLocator('#rapport').locator('h1').first();
    await heading.waitFor(PATIENCE);
    expect(await seen(heading)).toContain('Ja');
    expect(remembersNothing()).toBe(true);
    expect(misdeeds).toEqual([]);
  });

  it('says what is wrong with files that are none of a delivery, and does not call that good', async () => {
    const { page, misdeeds } = await tab();
    await page.setInputFiles('#kies', [
      { name: 'foto.csv', mimeType: 'image/png', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]) },
      { name: 'leeg.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) },
    ]);
    await page.locator('#controleer:enabled').click(PATIENCE);
    await page.locator('#uitslag:visible').waitFor(PATIENCE);
    expect(await verdict(page)).toMatch(/^AFGEKEURD/);
    expect(misdeeds).toEqual([]);
  });

  it('hands out the workbook, the findings, and the copies of the input', async () => {
    const { page } = await tab();
    await check(page, FAULTY);
    const saved = async (label: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download', PATIENCE),
        page.getByRole('link', { name: label, exact: true }).click(),
      ]);
      return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
    };
    const workbook = await saved('Werkmap om af te werken (Excel)');
    expect(workbook.name).toMatch(/^bevindingen-.*\.xlsx$/);
    expect(workbook.bytes.subarray(0, 2).toString()).toBe('PK');
    const copy = await saved('declaraties.csv met het oordeel per regel');
    expect(copy.name).toBe('declaraties-tzt.csv');
    expect(copy.bytes.toString('utf8')).toContain('tzt_oordeel');
    expect((await saved('declaraties.csv: wat verstuurd kan worden')).name).toBe('declaraties-akkoord.csv');
    const rejected = await saved('declaraties.csv: wat afgekeurd is of onbeslist bleef');
    expect(rejected.name).toBe('declaraties-afgekeurd.csv');
  });

  it('judges only the month that is asked for, and refuses what is no month', async () => {
    const { page } = await tab();
    await page.fill('#maand', 'maart');
    await page.setInputFiles('#kies', GOOD);
    await page.locator('#controleer:enabled').click(PATIENCE);
    const state = page.locator('#stand', { hasText: 'maart is geen maand' });
    await state.waitFor(PATIENCE);
    await page.fill('#maand', '2031-01');
    await page.locator('#controleer:enabled').click();
    await page.locator('#uitslag:visible').waitFor(PATIENCE);
    expect(await verdict(page)).not.toMatch(/^GOEDGEKEURD/);
  });

  it('keeps the files of two tabs apart', async () => {
    const [one, two] = [await tab(), await tab()];
    await Promise.all([check(one.page, GOOD), check(two.page, FAULTY)]);
    expect(await verdict(one.page)).toMatch(/^GOEDGEKEURD/);
    expect(await verdict(two.page)).toMatch(/^AFGEKEURD/);
  });

  it('takes a file away again, and then does not judge it', async () => {
    const { page } = await tab();
    await page.setInputFiles('#kies', [...GOOD, ...FAULTY.filter((path) => path.endsWith('onleesbaar.csv'))]);
    await page.getByRole('button', { name: 'Haal onleesbaar.csv weg' }).click(PATIENCE);
    await page.locator('#controleer:enabled').click(PATIENCE);
    await page.locator('#uitslag:visible').waitFor(PATIENCE);
    expect(await verdict(page)).toMatch(/^GOEDGEKEURD/);
  });

  it('says of a folder that its files are wanted', async () => {
    const { page } = await tab();
    await page.evaluate(() => {
      const dropped = new DataTransfer();
      dropped.items.add(new File(['x'], 'map'));
      Object.defineProperty(DataTransferItem.prototype, 'webkitGetAsEntry', { value: () => ({ isDirectory: true }) });
      dispatchEvent(new DragEvent('drop', { dataTransfer: dropped }));
    });
    expect(await seen(page.locator('#stand'))).toBe('map is een map. Sleep de bestanden zelf hierheen.');
  });
});

describe('a large file', { timeout: 180_000 }, () => {
  it('of 100 MB is taken in, can be stopped on its way, and is checked', async () => {
    const path = join(tzt.folder, 'groot.csv');
    const row = `C1001;1000;02-03-2026;02-03-2026;30;minuut;${'opmerking '.repeat(96)}\n`;
    const head = 'clientnummer;prestatiecode;begindatum;einddatum;aantal;eenheid;opmerking\n';
    writeFileSync(path, head + row.repeat(Math.ceil(100_000_000 / row.length)));
    const { page, misdeeds } = await tab();
    // Slow enough to be stopped half-way.
    const network = await page.context().newCDPSession(page);
    const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 5_000_000 };
    await network.send('Network.enable');
    await network.send('Network.emulateNetworkConditions', slow);
    await page.setInputFiles('#kies', path);
    await page.getByRole('button', { name: 'Breek het inlezen van groot.csv af' }).click(PATIENCE);
    await expect.poll(() => page.locator('#lijst li').count()).toBe(0);
    expect(await page.locator('#controleer').isDisabled()).toBe(true);
    await network.send('Network.emulateNetworkConditions', { ...slow, uploadThroughput: -1 });
    await page.setInputFiles('#kies', [path, ...GOOD]);
    await page.locator('#controleer:enabled').click({ timeout: 120_000 });
    await page.locator('#uitslag:visible').waitFor({ timeout: 120_000 });
    expect(await verdict(page)).toMatch(/^GOEDGEKEURD/);
    expect(misdeeds.filter((text) => !text.includes('ERR_ABORTED'))).toEqual([]);
  });
});

describe('what is remembered', () => {
  it('only when asked: then the run can be booked, opened again and compared, and the booking taken back', {
    timeout: 60_000,
  }, async () => {
    const { page } = await tab();
    await page.check('#onthoud');
    await check(page, GOOD);
    expect(existsSync(join(tzt.folder, 'reports', 'tzt.sqlite'))).toBe(true);
    await page.getByRole('button', { name: 'Boek deze run: hij is ingediend' }).click();
    const said = page.locator('#geboekt');
    await expect.poll(() => seen(said), PATIENCE).toMatch(/^Run \S+ is geboekt/);
    await page.getByRole('button', { name: 'Draai de boeking terug' }).click();
    await expect.poll(() => seen(said), PATIENCE).toMatch(/is teruggedraaid/);

    await page.reload();
    await page.check('#onthoud');
    await check(page, FAULTY);
    const rows = page.locator('.runs tbody tr');
    await expect.poll(() => rows.count(), PATIENCE).toBe(2);
    await page.locator('#vergelijk').getByRole('button').click();
    expect(await seen(page.locator('#vergelijk-stand'))).toBe('Kies twee verschillende runs.');
    await rows.nth(1).locator('input[name=oud]').check();
    await rows.nth(0).locator('input[name=nieuw]').check();
    const [compared] = await Promise.all([
      page.context().waitForEvent('page'),
      page.locator('#vergelijk').getByRole('button').click(),
    ]);
    await compared.locator('h1').first().waitFor(PATIENCE);
    expect(await seen(compared.locator('main'))).toMatch(/[Vv]ergeleken met/);
  });

  it('a delivery that is sent again takes the place of the booked one', { timeout: 60_000 }, async () => {
    const { page } = await tab();
    const book = page.getByRole('button', { name: 'Boek deze run: hij is ingediend' });
    const said = page.locator('#geboekt');
    await page.check('#onthoud');
    await check(page, GOOD);
    await book.click();
    await expect.poll(() => seen(said), PATIENCE).toMatch(/^Run \S+ is geboekt/);
    const [, run] = /^Run (\S+)/.exec(await seen(said)) ?? [];
    await page.selectOption('#vervangt', run ?? '', PATIENCE);
    await page.locator('#controleer:enabled').click();
    await expect.poll(() => seen(said), PATIENCE).toBe('');
    await page.locator('#uitslag:visible').waitFor(PATIENCE);
    await book.click();
    await expect.poll(() => seen(said), PATIENCE).toContain(`in plaats van run ${run}`);
  });
});

describe('who may not look', () => {
  /** A request that a browser would not make: another host, another origin, another token. */
  function status(method: string, path: string, headers: Record<string, string>): Promise<number | undefined> {
    const { port } = new URL(tzt.url);
    return new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });
  }

  it.each([
    ['another host name on this address', 'GET', '', { host: 'tzt.example' }, 403],
    ['a request of another site', 'POST', 'stop', { origin: 'http://tzt.example' }, 403],
    ['a request that does not say where it comes from', 'POST', 'stop', {}, 403],
    ['a page of another site in the same browser', 'GET', '', { 'sec-fetch-site': 'cross-site' }, 403],
    ['the page itself', 'GET', '', {}, 200],
  ])('%s', async (_, method, path, headers, expected) => {
    expect(await status(method, new URL(path, tzt.url).pathname, headers)).toBe(expected);
  });

  it('whoever does not know the token', async () => {
    expect(await status('GET', '/', {})).toBe(403);
    const nearly = new URL(tzt.url).pathname.replace(/.(?=\/$)/, (last) => (last === 'x' ? 'y' : 'x'));
    expect(await status('GET', nearly, {})).toBe(403);
  });

  it('another computer: the page listens on this one alone', () => {
    expect(new URL(tzt.url).hostname).toBe('127.0.0.1');
  });
});

describe('axe finds nothing', () => {
  it.each([
    ['in light', { colorScheme: 'light' }],
    ['in dark on a narrow screen', { colorScheme: 'dark', viewport: { width: 360, height: 740 } }],
  ])('%s', { timeout: 120_000 }, async (_, options) => {
    const { page } = await tab({ ...options, bypassCSP: true });
    await check(page, GOOD);
    const { violations } = await new AxeBuilder({ page }).exclude('#rapport').analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    ).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});

describe('tzt serve', () => {
  it('ends when it is closed from the page', async () => {
    const own = await served();
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(own.url);
    await page.getByRole('button', { name: 'Sluit tzt af' }).click();
    expect(await own.ended).toBe(0);
    await own.stop();
  });

  it('says so when the port is taken', async () => {
    const { port } = new URL(tzt.url);
    await expect(served(['--port', port])).rejects.toThrow('ended with 2');
  });
});
