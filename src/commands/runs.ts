import { join, resolve } from 'node:path';
import type { Language } from '../domain/run.ts';
import { UserError } from '../errors.ts';
import { wordsFor } from '../messages/words-for.ts';
import { CATALOGUE } from '../pipeline/catalogue.ts';
import { summaryOf } from '../reporters/summary.ts';
import { aligned, textLine } from '../reporters/text-line.ts';
import { createPseudonyms } from '../store/pseudonyms.ts';
import type { Store } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import { readConfig } from './config.ts';
import { findKey } from './key-file.ts';
import { storeAt } from './remember.ts';
import type { ExitCode, Shell } from './shell.ts';
import { terminalOf } from './terminal.ts';

/** Options of every command that reads the store. */
export interface StoreOptions {
  readonly store?: string;
  readonly config?: string;
  readonly lang?: string;
  readonly color?: boolean;
}

/** `tzt runs list`: the remembered runs, newest first. */
export async function listRuns(options: StoreOptions, shell: Shell): Promise<ExitCode> {
  return withStore(options, shell, (store, language) => {
    const words = wordsFor(language);
    const terminal = terminalOf(shell, options, false);
    const rows = store.listRuns().map(({ run, inputs, summary }) => [
      run.id,
      words.date(run.startedAt),
      words.verdict(run.verdict),
      summary.months.map(({ month }) => month).join(' '),
      `${words.number(summary.lines.technology)}`,
      inputs
        .filter(({ role }) => role === 'claims')
        .map(({ name }) => name)
        .join(', '),
    ]);
    if (rows.length === 0) terminal.note('Er zijn nog geen runs onthouden.');
    const heading = ['run', 'datum', 'oordeel', 'maanden', 'regels', 'bestanden'];
    if (rows.length > 0)
      terminal.lines(
        aligned([heading, ...rows], [4]).map((text, index) => textLine(text, index === 0 ? 'heading' : 'plain')),
      );
    return 0;
  });
}

/** `tzt runs show RUN`: the summary of one remembered run, by its id or the beginning of it. */
export async function showRun(id: string, options: StoreOptions, shell: Shell): Promise<ExitCode> {
  return withStore(options, shell, (store, language) => {
    const found = store.loadRun(id);
    if (found.found === 'none') throw new UserError(`Er is geen run ${id}. Bekijk de lijst met: tzt runs list`);
    if (found.found === 'several') throw new UserError(`${id} kan meer runs betekenen: ${found.ids.join(', ')}`);
    const matter = {
      result: found.result,
      words: wordsFor(language),
      rules: CATALOGUE,
      pseudonym: (client: string) => client,
    };
    terminalOf(shell, options, false).lines(summaryOf(matter, []));
    return 0;
  });
}

async function withStore(
  options: StoreOptions,
  shell: Shell,
  work: (store: Store, language: Language) => ExitCode,
): Promise<ExitCode> {
  const { config, folder } = readConfig(options.config, shell.cwd);
  const language: Language = (options.lang ?? config.language) === 'en' ? 'en' : 'nl';
  const file = options.store
    ? resolve(shell.cwd, options.store)
    : config.store
      ? resolve(folder, config.store)
      : join(shell.cwd, 'reports', 'tzt.sqlite');
  try {
    const store = await storeAt(file, () => createPseudonyms(findKey(file, shell.env).key).keyCheck, false);
    if (store === null)
      throw new UserError(`Er is nog geen opslag: ${file} bestaat niet. Ze ontstaat bij de eerste tzt validate.`);
    try {
      return work(store, language);
    } finally {
      store.close();
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    terminalOf(shell, options, false).problem(wordsFor(language).storeError(error.kind, { ...error.data, path: file }));
    return 4;
  }
}
