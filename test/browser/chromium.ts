import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';

/** Without what a browser does of its own accord: it must be silent, so that every request is the page's. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless Chromium. Throws when there is none, for tests that look at nothing prove nothing. */
export function launched(): Promise<Browser> {
  const executablePath = onPath(['chromium', 'chromium-browser', 'google-chrome']);
  if (executablePath === null) throw new Error('these tests need chromium: npm run setup, or apt-get install chromium');
  return chromium.launch({ executablePath, args: FLAGS });
}

/** What a reader sees of an element: nothing that is hidden. */
export async function seen(locator: Locator): Promise<string> {
  return (await locator.allInnerTexts()).join('\n');
}

/** Closes all pages: a browser that keeps those of every test grows slow. */
export async function tidied(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()));
}

/** A program that one of these names is found under, or null. */
export function onPath(names: readonly string[]): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find((path) => existsSync(path)) ?? null;
}

/** A page with everything it did that it should not have. */
export interface WatchedPage {
  readonly page: Page;
  /** Requests, dialogs, errors and violations of the page's own policy. */
  readonly misdeeds: string[];
}

/** Opens a report and watches it. */
export async function opened(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ acceptDownloads: true, ...options });
  const page = await context.newPage();
  const misdeeds: string[] = [];
  const document = url.replace(/#.*/, '');
  page.on('request', (request) => {
    if (request.url().replace(/#.*/, '') !== document) misdeeds.push(`request ${request.url().slice(0, 200)}`);
  });
  page.on('dialog', (dialog) => {
    misdeeds.push(`dialog ${dialog.message()}`);
    dialog.dismiss().catch(() => undefined);
  });
  page.on('pageerror', (error) => misdeeds.push(`error ${error.message}`));
  // Chromium reports a violation of the policy as an error on the console.
  page.on('console', (message) => misdeeds.push(`console ${message.text()}`));
  await page.goto(url);
  return { page, misdeeds };
}
