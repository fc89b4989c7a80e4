import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Month, monthFromText } from '../domain/month.ts';
import { ROLES, type Role } from '../domain/role.ts';
import type { Language, RunResult } from '../domain/run.ts';
import type { FailOn } from '../engine/verdict.ts';
import { UserError } from '../errors.ts';
import { wordsFor } from '../messages/words-for.ts';
import { toolFacts } from '../package-root.ts';
import { CATALOGUE } from '../pipeline/catalogue.ts';
import { validateSources } from '../pipeline/validate.ts';
import { resolveEncoding } from '../readers/encoding.ts';
import type { ReportMatter } from '../reporters/reporter.ts';
import { summaryOf } from '../reporters/summary.ts';
import { understandingOf } from '../reporters/understanding.ts';
import { createPseudonyms } from '../store/pseudonyms.ts';
import { dayOption, momentOf } from './clock.ts';
import { columnNames } from './column-names.ts';
import { type Config, limitsOf, nearest, payerCapsOf, readConfig, severitiesOf } from './config.ts';
import { copying } from './copying.ts';
import { findKey } from './key-file.ts';
import { progressOn } from './progress.ts';
import { readPolicies } from './read-policies.ts';
import { lineCollector, remember } from './remember.ts';
import { REPORT_FILES, type WantedReport, wantedReports, writeReports } from './report-files.ts';
import { runIdOf } from './run-id.ts';
import type { ExitCode, Shell } from './shell.ts';
import { type FoundSource, findSources } from './sources.ts';
import { type Terminal, terminalOf } from './terminal.ts';

/** The options of `tzt validate`, as the command line gives them. */
export interface ValidateOptions {
  readonly out?: string;
  readonly report?: readonly string[];
  readonly store?: string | false;
  readonly config?: string;
  readonly asOf?: string;
  readonly month?: readonly string[];
  readonly failOn?: string;
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly decimal?: string;
  readonly sheet?: string;
  readonly role?: readonly string[];
  readonly columns?: string;
  readonly lang?: string;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color?: boolean;
  readonly progress?: boolean;
}

const DEFAULT_REPORTS = ['json', 'xlsx'];

/** Checks files and folders: the main job. Returns the exit code; throws UserError for wrong use. */
export async function validate(paths: readonly string[], options: ValidateOptions, shell: Shell): Promise<ExitCode> {
  const { config, folder } = readConfig(options.config, shell.cwd);
  const language = oneOf<Language>(options.lang ?? config.language ?? 'nl', ['nl', 'en'], '--lang');
  const moment = momentOf(shell);
  const reports = wantedReports(options.report ?? config.reports ?? DEFAULT_REPORTS);
  const storeFile = storePath(options, config, folder, shell.cwd);
  const { key, notices: keyNotices } = findKey(storeFile, shell.env);
  const pseudonyms = createPseudonyms(key);
  const { sources, notices } = await findSources(paths, shell);
  const roles = rolesOf(options.role ?? [], sources);
  const terminal = terminalOf(
    shell,
    options,
    reports.some(({ target }) => target === '-'),
  );
  const { lines, sink } = lineCollector();
  const progress = progressOn(shell, terminal);
  const { severities, weakened } = severitiesOf(config);
  const limits = limitsOf(config);
  const copies = copying(reports);
  const result = await validateSources(
    sources.map(({ name, bytes }) => ({ name, bytes, ...(roles.has(name) ? { role: roles.get(name)! } : {}) })),
    {
      ...readingOptions(options),
      columnsFor: columnNames(config, options.columns, shell.cwd),
      limits,
      asOf: options.asOf === undefined ? moment.today : dayOption(options.asOf, '--as-of'),
      policies: readPolicies(config.policies && resolve(folder, config.policies)),
      pseudonyms,
      tool: toolFacts(),
      runId: (inputs) => runIdOf(moment, inputs, randomBytes(3).toString('hex')),
      startedAt: moment.startedAt,
      months: monthsOf(options.month ?? []),
      failOn: oneOf<FailOn>(options.failOn ?? config.failOn ?? 'error', ['error', 'warning'], '--fail-on'),
      severities,
      weakened,
      payerCaps: payerCapsOf(config),
      notices: [...notices, ...keyNotices],
      ...(options.store === false ? {} : { sink }),
      ...copies.settings,
      progress: progress.report,
      ...(shell.signal ? { signal: shell.signal } : {}),
    },
  );
  progress.done();
  const matter: ReportMatter = {
    result,
    words: wordsFor(language),
    rules: CATALOGUE,
    pseudonym: (client) => pseudonymOf(client, pseudonyms),
  };
  const outFolder = outFolderOf(options, config, folder, shell.cwd, result);
  const writeCopies = copies.plan(sources, { result, words: matter.words, limits }, outFolder, shell, terminal);
  const replaced = clearEarlierReports(outFolder, reports);
  const written = await writeReports(reports, matter, outFolder, shell.cwd, shell.stdout);
  written.push(...(await writeCopies()));
  const problem = options.store === false ? null : await remember(storeFile, pseudonyms.keyCheck, result, lines);
  report(matter, written, replaced, outFolder, terminal, options);
  if (problem === null || (problem.kind === 'duplicate-run' && moment.reproducible))
    return result.run.exitCode as ExitCode;
  terminal.problem(matter.words.storeError(problem.kind, { ...problem.data, path: storeFile }));
  return 4;
}

function report(
  matter: ReportMatter,
  written: readonly string[],
  replaced: number,
  outFolder: string,
  terminal: Terminal,
  options: ValidateOptions,
): void {
  if (options.verbose) terminal.lines(understandingOf(matter));
  if (replaced > 0) terminal.note(`In ${outFolder} lagen rapporten van een eerdere run; ze zijn vervangen.`);
  if (!options.quiet) terminal.lines(summaryOf(matter, written));
}

/**
 * Removes reports of an earlier run from the folder, so that those of two runs never lie mixed; returns how many there were.
 * Only files with the fixed names of reports are touched.
 */
function clearEarlierReports(folder: string, reports: readonly WantedReport[]): number {
  if (reports.every(({ target }) => target !== null)) return 0;
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => REPORT_FILES.has(name));
  } catch {
    return 0; // Not there yet, or not readable: writing will say so.
  }
  for (const name of names) rmSync(join(folder, name), { force: true });
  return names.length;
}

function storePath(options: ValidateOptions, config: Config, folder: string, cwd: string): string {
  if (typeof options.store === 'string') return resolve(cwd, options.store);
  return config.store === undefined ? join(cwd, 'reports', 'tzt.sqlite') : resolve(folder, config.store);
}

function outFolderOf(options: ValidateOptions, config: Config, folder: string, cwd: string, result: RunResult): string {
  if (options.out !== undefined) return resolve(cwd, options.out);
  if (config.out !== undefined) return resolve(folder, config.out);
  return join(cwd, 'reports', `${result.summary.months[0]?.month ?? 'zonder-maand'}-${result.run.id}`);
}

function readingOptions(options: ValidateOptions): {
  delimiter?: string;
  encoding?: string;
  decimal?: ',' | '.';
  sheet?: string;
} {
  const { delimiter, encoding, decimal, sheet } = options;
  if (encoding !== undefined && resolveEncoding(encoding) === null) {
    throw new UserError(`--encoding ${encoding} is geen bekende codering. Gebruik bijvoorbeeld utf-8 of windows-1252.`);
  }
  return {
    ...(delimiter === undefined ? {} : { delimiter: delimiterOption(delimiter) }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(decimal === undefined ? {} : { decimal: decimalOption(decimal) }),
    ...(sheet === undefined ? {} : { sheet }),
  };
}

function delimiterOption(text: string): string {
  const named: Readonly<Record<string, string>> = {
    tab: '\t',
    '\\t': '\t',
    puntkomma: ';',
    komma: ',',
    semicolon: ';',
    comma: ',',
    pipe: '|',
  };
  const delimiter = named[text.toLowerCase()] ?? text;
  if (delimiter.length === 1 && !/["\r\n]/.test(delimiter)) return delimiter;
  throw new UserError(`--delimiter ${text} is geen scheidingsteken. Geef één teken, of: tab, puntkomma, komma, pipe.`);
}

function decimalOption(text: string): ',' | '.' {
  const named: Readonly<Record<string, ',' | '.'>> = {
    ',': ',',
    '.': '.',
    komma: ',',
    punt: '.',
    comma: ',',
    point: '.',
  };
  const sign = named[text.toLowerCase()];
  if (sign) return sign;
  throw new UserError(`--decimal ${text} is geen decimaalteken. Geef , of . (komma of punt).`);
}

function monthsOf(texts: readonly string[]): ReadonlySet<Month> | null {
  if (texts.length === 0) return null;
  return new Set(
    texts.map((text) => {
      const month = monthFromText(text);
      if (month === null) throw new UserError(`--month ${text} is geen maand. Schrijf bijvoorbeeld 2026-03.`);
      return month;
    }),
  );
}

function rolesOf(texts: readonly string[], sources: readonly FoundSource[]): Map<string, Role> {
  const roles = new Map<string, Role>();
  for (const text of texts) {
    const split = text.lastIndexOf('=');
    const file = text.slice(0, split);
    const role = oneOf<Role>(text.slice(split + 1), ROLES, '--role');
    const source = sources.find(({ name, path }) => split > 0 && (name === file || path === file));
    if (!source) {
      const known = sources.map(({ name }) => name);
      throw new UserError(
        `--role ${text}: "${file}" hoort niet bij de opgegeven bestanden.${nearest(file, known)} Schrijf BESTAND=ROL.`,
      );
    }
    roles.set(source.name, role);
  }
  return roles;
}

function oneOf<Value extends string>(text: string, values: readonly Value[], option: string): Value {
  const value = values.find((known) => known === text);
  if (value === undefined)
    throw new UserError(`${option} ${text} bestaat niet.${nearest(text, values)} Kies uit: ${values.join(', ')}.`);
  return value;
}

function pseudonymOf(client: string, pseudonyms: { client(key: string): string }): string {
  return client.startsWith('p-') ? client : pseudonyms.client(`client ${client}`);
}
