import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type JobShell, jobShell } from '../end-to-end/job-shell.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Pages that are made from something else have tests of their own. */
const MADE = /^docs\/(?:api|regels|rules)\//;
const PAGES = ['README.md', ...pagesIn('docs')].filter((page) => !MADE.test(page));
/** What is done when a command gets no further. */
const PATIENCE = 120_000;

let machine: JobShell;
beforeAll(async () => {
  machine = await jobShell();
});
afterAll(() => machine.remove());

function pagesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort();
}

const textOf = (page: string) => readFileSync(join(ROOT, page), 'utf8');

/** The scripts of a page, each with the exit code it says it ends with. */
function scriptsOf(page: string): { readonly script: string; readonly exit: number }[] {
  const blocks = textOf(page).matchAll(/^```sh exit=(\d)\n([\s\S]*?)^```$/gm);
  return [...blocks].map(([, exit, script]) => ({ script: script ?? '', exit: Number(exit) }));
}

describe.each(PAGES.filter((page) => page !== 'README.md'))('%s', (page) => {
  it('says of every command how it ends', () => {
    expect(textOf(page).match(/^```(?:sh|bash|console)\b/gm) ?? []).toHaveLength(scriptsOf(page).length);
  });

  it.runIf(scriptsOf(page).length > 0)('shows commands that end as it says', { timeout: PATIENCE }, async () => {
    const folder = await machine.jobFolder();
    for (const { script, exit } of scriptsOf(page)) {
      const { exitCode, output } = await machine.run(script, folder, { TZT_KEY: 'de sleutel van het handboek' });
      expect(exitCode, `${script}\n${output}`).toBe(exit);
    }
  });
});

describe.each(PAGES)('%s', (page) => {
  it('links to files that are there', () => {
    const paths = [...textOf(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path ?? '');
    expect(paths.filter((path) => !existsSync(join(ROOT, dirname(page), path)))).toEqual([]);
  });

  it('names commands and options that exist', { timeout: PATIENCE }, async () => {
    const unknown: string[] = [];
    for (const [, command = ''] of textOf(page).matchAll(/`(?:[^`\n]*-- |… )?(tzt [^`\n]+)`/g)) {
      const help = await helpFor(command);
      if (help === null) unknown.push(command);
      else unknown.push(...(command.match(/--[a-z-]+/g) ?? []).filter((option) => !help.includes(option)));
    }
    expect(unknown).toEqual([]);
  });
});

const helps = new Map<string, Promise<string | null>>();

/** The help of a command, with a subcommand when it has that; null when there is no such command. */
async function helpFor(command: string): Promise<string | null> {
  const [, name = '', sub = ''] = command.split(' ');
  if (name.startsWith('-')) return helpOf('');
  const help = await helpOf(name);
  return (help?.includes(`\n  ${sub} `) && (await helpOf(`${name} ${sub}`))) || help;
}

function helpOf(name: string): Promise<string | null> {
  const known = helps.get(name) ?? asked(name);
  helps.set(name, known);
  return known;
}

async function asked(name: string): Promise<string | null> {
  const { exitCode, output } = await machine.run(`tzt ${name} --help`, machine.folder);
  return exitCode === 0 ? output : null;
}
