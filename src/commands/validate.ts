import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Language, RunInput } from '../domain/run.ts';
import type { FailOn } from '../engine/verdict.ts';
import { UserError } from '../errors.ts';
import { wordsFor } from '../messages/words-for.ts';
import { toolFacts } from '../package-root.ts';
import { CATALOGUE } from '../pipeline/catalogue.ts';
import type { NamedSource } from '../pipeline/read-settings.ts';
import { validateSources } from '../pipeline/validate.ts';
import type { ReportMatter } from '../reporters/reporter.ts';
import { summaryOf } from '../reporters/summary.ts';
import { understandingOf } from '../reporters/understanding.ts';
import { createPseudonyms } from '../store/pseudonyms.ts';
import type { StoredLine } from '../store/stored-run.ts';
import { bookSentence } from './book-sentence.ts';
import { dayOption, momentOf } from './clock.ts';
import { columnNames } from './column-names.ts';
import { limitsOf, payerCapsOf, readConfig, severitiesOf } from './config.ts';
import { copying } from './copying.ts';
import { heldAgainst } from './held-against.ts';
import { findKey } from './key-file.ts';
import { type Memory, NO_MEMORY, openMemory } from './memory.ts';
import { progressOn } from './progress.ts';
import { readPolicies } from './read-policies.ts';
import { lineCollector } from './remember.ts';
import { REPORT_FILES, type WantedReport, wantedReports, writeReports } from './report-files.ts';
import { runIdOf } from './run-id.ts';
import type { ExitCode, Shell } from './shell.ts';
import { type FoundSource, findSources } from './sources.ts';
import { type Terminal, terminalOf } from './terminal.ts';
import {
  monthsOf,
  oneOf,
  outFolderOf,
  readingOptions,
  rolesOf,
  storePath,
  type ValidateOptions,
} from './validate-options.ts';

const DEFAULT_REPORTS = ['json', 'xlsx'];

/** Checks files and folders: the main job. Returns the exit code; throws UserError for wrong use. */
export async function validate(paths: readonly string[], options: ValidateOptions, shell: Shell): Promise<ExitCode> {
  const job = prepare(options, shell);
  const { sources, notices } = await findSources(paths, shell);
  const memory = await memoryFor(job, options);
  try {
    const held = heldAgainst(options, memory, shell.cwd);
    const { lines, sink } = lineCollector();
    const copies = copying(job.reports);
    const progress = progressOn(shell, job.terminal);
    const result = await validateSources(withRoles(sources, options.role ?? []), {
      ...job.settings,
      notices: [...notices, ...job.keyNotices],
      ledger: memory.ledger,
      ledgerUnseen: memory.trouble !== null,
      replaces: memory.replaces === null ? [] : [memory.replaces],
      ...held.settings,
      ...(options.store === false ? {} : { sink }),
      ...copies.settings,
      progress: progress.report,
    });
    progress.done();
    const doubt = held.doubt(result, job.language);
    if (doubt !== null) job.terminal.note(doubt);
    const matter: ReportMatter = {
      result,
      words: wordsFor(job.language),
      rules: CATALOGUE,
      pseudonym: (client) => pseudonymOf(client, job.pseudonyms),
    };
    const folder = outFolderOf(options, job.config, job.configFolder, shell.cwd, result);
    const run = { result, words: matter.words, limits: job.settings.limits };
    const writeCopies = copies.plan(sources, run, folder, shell, job.terminal);
    const replaced = clearEarlierReports(folder, job.reports);
    const written = await writeReports(job.reports, matter, folder, shell.cwd, shell.stdout);
    written.push(...(await writeCopies()));
    report(matter, written, replaced, folder, job.terminal, options);
    return finish(job, memory, matter, lines, options);
  } finally {
    memory.close();
  }
}

type Job = ReturnType<typeof prepare>;

/** Everything that options, environment and configuration settle before a file is opened. Throws UserError. */
function prepare(options: ValidateOptions, shell: Shell) {
  const { config, folder: configFolder } = readConfig(options.config, shell.cwd);
  const language = oneOf<Language>(options.lang ?? config.language ?? 'nl', ['nl', 'en'], '--lang');
  const moment = momentOf(shell);
  const reports = wantedReports(options.report ?? config.reports ?? DEFAULT_REPORTS);
  const storeFile = storePath(options, config, configFolder, shell.cwd);
  const { key, notices: keyNotices } = findKey(storeFile, shell.env);
  const pseudonyms = createPseudonyms(key);
  const outputTaken = reports.some(({ target }) => target === '-');
  const settings = {
    ...readingOptions(options),
    columnsFor: columnNames(config, options.columns, shell.cwd),
    limits: limitsOf(config),
    asOf: options.asOf === undefined ? moment.today : dayOption(options.asOf, '--as-of'),
    policies: readPolicies(config.policies && resolve(configFolder, config.policies)),
    pseudonyms,
    tool: toolFacts(),
    runId: (inputs: readonly RunInput[]) => runIdOf(moment, inputs, randomBytes(3).toString('hex')),
    startedAt: moment.startedAt,
    months: monthsOf(options.month ?? []),
    failOn: oneOf<FailOn>(options.failOn ?? config.failOn ?? 'error', ['error', 'warning', 'new'], '--fail-on'),
    ...severitiesOf(config),
    payerCaps: payerCapsOf(config),
    ...(shell.signal ? { signal: shell.signal } : {}),
  };
  const terminal = terminalOf(shell, options, outputTaken);
  return { config, configFolder, language, moment, reports, storeFile, keyNotices, pseudonyms, settings, terminal };
}

async function memoryFor(job: Job, options: ValidateOptions): Promise<Memory> {
  if (options.store !== false) return openMemory(job.storeFile, job.pseudonyms.keyCheck, options.replaces);
  if (!options.book && options.replaces === undefined) return NO_MEMORY;
  throw new UserError('--book en --replaces hebben de opslag nodig; laat --no-store weg.');
}

function withRoles(sources: readonly FoundSource[], given: readonly string[]): NamedSource[] {
  const roles = rolesOf(given, sources);
  return sources.map(({ name, bytes }) => {
    const role = roles.get(name);
    return role === undefined ? { name, bytes } : { name, bytes, role };
  });
}

/** Remembers the run, books it when asked, and gives the exit code. */
function finish(
  { moment, storeFile, terminal }: Job,
  memory: Memory,
  matter: ReportMatter,
  lines: Iterable<StoredLine>,
  options: ValidateOptions,
): ExitCode {
  const problem = memory.trouble ?? memory.save(matter.result, lines);
  // Under SOURCE_DATE_EPOCH the same run comes again, and is remembered already.
  const isKept = problem === null || (problem.kind === 'duplicate-run' && moment.reproducible);
  if (isKept) {
    if (options.book) bookAtOnce(memory, matter, moment.startedAt, terminal);
    return matter.result.run.exitCode as ExitCode;
  }
  terminal.problem(matter.words.storeError(problem.kind, { ...problem.data, path: storeFile }));
  return 4;
}

/** `--book`: only what is approved is booked, and what came of it is said. */
function bookAtOnce(memory: Memory, { result, words }: ReportMatter, bookedAt: string, terminal: Terminal): void {
  const outcome = result.run.verdict === 'approved' ? memory.book(result.run.id, bookedAt) : null;
  terminal.note(bookSentence(result.run.id, outcome, words));
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

function pseudonymOf(client: string, pseudonyms: { client(key: string): string }): string {
  return client.startsWith('p-') ? client : pseudonyms.client(`client ${client}`);
}
