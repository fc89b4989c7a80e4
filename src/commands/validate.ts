import type { Language, RunResult } from '../domain/run.ts';
import { UserError } from '../errors.ts';
import { validateSources } from '../pipeline/validate.ts';
import type { ReportMatter } from '../reporters/reporter.ts';
import { summaryOf } from '../reporters/summary.ts';
import { understandingOf } from '../reporters/understanding.ts';
import type { StoreError } from '../store/store-error.ts';
import type { StoredLine } from '../store/stored-run.ts';
import { bookSentence, isTest, testSentence } from './book-sentence.ts';
import { copying } from './copying.ts';
import { heldAgainst } from './held-against.ts';
import { bookedSoFar, type Memory, NO_MEMORY, openMemory } from './memory.ts';
import { progressOn } from './progress.ts';
import { lineCollector } from './remember.ts';
import { writeReports } from './report-files.ts';
import { clearEarlierReports } from './report-folder.ts';
import { matterOf } from './report-matter.ts';
import { type ReportsBeside, reportsBeside } from './reports-beside.ts';
import type { ExitCode, Shell } from './shell.ts';
import { findSources } from './sources.ts';
import type { Terminal } from './terminal.ts';
import { type Job, prepare, withRoles } from './validate-job.ts';
import { outFolderOf, type ValidateOptions } from './validate-options.ts';

/** Checks files and folders: the main job. Returns the exit code; throws UserError for wrong use. */
export async function validate(paths: readonly string[], given: ValidateOptions, shell: Shell): Promise<ExitCode> {
  if (paths.length === 0)
    throw new UserError(
      'Geef de bestanden of mappen die gecontroleerd moeten worden, bijvoorbeeld: tzt validate exporten/',
    );
  const job = prepare(given, shell);
  const { options } = job;
  const { sources, notices } = await findSources(paths, shell, job.settings.limits);
  const memory = await memoryFor(job, options);
  let beside: ReportsBeside | null = null;
  try {
    const held = await heldAgainst(options, memory, shell.cwd);
    const { lines, judged } = lineCollector();
    const copies = copying(job.reports);
    const progress = progressOn(shell, job.terminal);
    const found = await validateSources(withRoles(sources, options.role ?? []), {
      ...job.settings,
      notices: [...notices, ...job.keyNotices],
      ...bookedSoFar(memory),
      ...held.settings,
      ...(options.store === false && options.baseline === undefined ? {} : { judged }),
      ...copies.settings,
      progress: progress.report,
    });
    progress.done();
    const result = held.explained(found, () => lines, { ...job.settings, version: job.settings.tool.version });
    const doubt = held.doubt(result, job.language);
    if (doubt !== null) job.terminal.note(doubt);
    const matter = matterOf(result, job.language, job.pseudonyms);
    beside = reportsBeside({ ids: job.reports.map(({ id }) => id), result, language: job.language, key: job.key });
    const folder = outFolderOf(options, shell.cwd, result);
    const run = { result, words: matter.words, limits: job.settings.limits };
    const writeCopies = await copies.plan(sources, run, folder, shell, job.terminal);
    const kept = keep(memory, result, lines);
    // Looked at once the reports are there: until then nobody hears of it.
    kept.catch(() => undefined);
    const replaced = clearEarlierReports(folder, job.reports);
    const place = { folder, cwd: shell.cwd, stdout: shell.stdout, reporter: beside.reporterOf };
    const written = await writeReports(job.reports, matter, place).catch(async (error: unknown) => {
      if (options.store !== false && (await kept) === null) job.terminal.problem(stillRemembered(result, job.language));
      throw error;
    });
    written.push(...(await writeCopies()));
    report(matter, written, replaced, folder, job.terminal, options);
    return finish(job, memory, matter, await kept, options);
  } finally {
    memory.close();
    beside?.end();
  }
}

/** Remembers the run, at once; what goes wrong is told later, for it never costs the reports. */
async function keep(memory: Memory, result: RunResult, lines: Iterable<StoredLine>): Promise<StoreError | null> {
  return memory.trouble ?? memory.save(result, lines);
}

/** What is left to do when a report could not be written. */
function stillRemembered({ run }: RunResult, language: Language): string {
  return language === 'nl'
    ? `Run ${run.id} is onthouden. Maak de rapporten later met: tzt report ${run.id} --report html,json,xlsx`
    : `Run ${run.id} is remembered. Make its reports later with: tzt report ${run.id} --report html,json,xlsx`;
}

async function memoryFor(job: Job, options: ValidateOptions): Promise<Memory> {
  if (options.store !== false) return openMemory(job.storeFile, job.pseudonyms.keyCheck, options.replaces);
  if (!options.book && options.replaces === undefined) return NO_MEMORY;
  throw new UserError('--book en --replaces hebben de opslag nodig; laat --no-store weg.');
}

/** Tells whether the run was remembered, books it when asked, and gives the exit code. */
function finish(
  { moment, storeFile, terminal }: Job,
  memory: Memory,
  matter: ReportMatter,
  problem: StoreError | null,
  options: ValidateOptions,
): ExitCode {
  // Under SOURCE_DATE_EPOCH the same run comes again, and is remembered already.
  const isKept = problem === null || (problem.kind === 'duplicate-run' && moment.reproducible);
  if (isKept) {
    const asAsked = !options.book || bookAtOnce(memory, matter, moment.startedAt, terminal);
    return asAsked ? (matter.result.run.exitCode as ExitCode) : 4;
  }
  terminal.problem(matter.words.storeError(problem.kind, { ...problem.data, path: storeFile }));
  return 4;
}

/** `--book`: only an approved run is booked, and what came of it is said. False when an approved run is not booked: whoever counts on it must notice. */
function bookAtOnce(memory: Memory, { result, words }: ReportMatter, bookedAt: string, terminal: Terminal): boolean {
  const isApproved = result.run.verdict === 'approved';
  if (isTest(result)) {
    terminal.problem(testSentence(result.run.id, words));
    return !isApproved;
  }
  const outcome = isApproved ? memory.book(result.run.id, bookedAt) : null;
  const sentence = bookSentence(result.run.id, outcome, words);
  const isBooked = outcome?.outcome === 'booked' || outcome?.outcome === 'already';
  if (isBooked) terminal.note(sentence);
  else terminal.problem(sentence);
  return isBooked || !isApproved;
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
