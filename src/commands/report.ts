import type { RunResult } from '../domain/run.ts';
import { UserError } from '../errors.ts';
import { validateSources } from '../pipeline/validate.ts';
import { textLine } from '../reporters/text-line.ts';
import type { Store } from '../store/store.ts';
import { COPY_REPORTS } from './copy-files.ts';
import { copying } from './copying.ts';
import { writeReports } from './report-files.ts';
import { clearEarlierReports } from './report-folder.ts';
import { matterOf } from './report-matter.ts';
import { runIdIn } from './run-in-store.ts';
import type { ExitCode, Shell } from './shell.ts';
import { type FoundSource, findSources } from './sources.ts';
import type { StoreOptions } from './store-options.ts';
import { type Job, prepare, withRoles } from './validate-job.ts';
import { outFolderOf, type ValidateOptions } from './validate-options.ts';
import { withStore } from './with-store.ts';

/** Options of `tzt report`: where and how, not what; the run says what. */
export type ReportOptions = StoreOptions & Pick<ValidateOptions, 'out' | 'report' | 'role' | 'columns'>;

/**
 * `tzt report RUN [PATH...] --report LIST`: writes the reports of a remembered run again. Copies of the input (annotated, split) need the
 * files of the delivery; they are made only when these are the same bytes and still come to the same judgement. Throws UserError.
 */
export async function writeAgain(
  wanted: string,
  paths: readonly string[],
  options: ReportOptions,
  shell: Shell,
): Promise<ExitCode> {
  return withStore(options, shell, async ({ store, pseudonyms, terminal }): Promise<ExitCode> => {
    const run = runIdIn(store, wanted);
    const found = store.loadRun(run);
    if (found.found !== 'one') throw new UserError(`Run ${run} is opgeruimd; alleen zijn boeking is er nog.`);
    const { result } = found;
    const job = prepare({ ...options, asOf: result.run.asOf }, shell);
    const matter = matterOf(result, job.language, pseudonyms);
    const folder = outFolderOf(job.options, shell.cwd, result);
    const writeCopies = await copiesOf(result, paths, options, { job, store, folder, shell });
    clearEarlierReports(folder, job.reports);
    const written = await writeReports(job.reports, matter, { folder, cwd: shell.cwd, stdout: shell.stdout });
    written.push(...(await writeCopies()));
    if (job.reports.every(({ target }) => target !== '-')) terminal.lines(written.map((path) => textLine(path)));
    return 0;
  });
}

async function copiesOf(
  result: RunResult,
  paths: readonly string[],
  options: ReportOptions,
  {
    job,
    store,
    folder,
    shell,
  }: { readonly job: Job; readonly store: Store; readonly folder: string; readonly shell: Shell },
): Promise<() => Promise<string[]>> {
  const copies = copying(job.reports);
  if (!job.reports.some(({ id }) => COPY_REPORTS.includes(id))) return async () => [];
  if (paths.length === 0) {
    throw new UserError(
      'Een kopie van de invoer (annotated, split) heeft de bestanden van de aanlevering nodig. Noem ze achter de run.',
    );
  }
  const { sources } = await findSources(paths, shell, job.settings.limits);
  const again = await validateSources(withRoles(sources, options.role ?? []), {
    ...job.settings,
    months: null,
    notices: [],
    ledger: store.ledger(),
    ...copies.settings,
  });
  refuseOthers(result, again, sources);
  const run = { result, words: matterOf(result, job.language, job.pseudonyms).words, limits: job.settings.limits };
  return copies.plan(sources, run, folder, shell, job.terminal);
}

function refuseOthers(result: RunResult, again: RunResult, sources: readonly FoundSource[]): void {
  const hashes = ({ inputs }: RunResult) => inputs.map(({ sha256, sheet }) => `${sha256} ${sheet ?? ''}`).join('\n');
  if (hashes(result) !== hashes(again)) {
    const named = sources.map(({ name }) => name).join(', ');
    throw new UserError(
      `Dit zijn niet de bestanden van run ${result.run.id}, of niet in dezelfde volgorde (${named}). Er is geen kopie gemaakt.`,
    );
  }
  const judged = (one: RunResult) =>
    one.findings.map(({ fingerprint, severity }) => `${fingerprint} ${severity}`).join('\n');
  if (judged(result) !== judged(again)) {
    throw new UserError(
      `Sinds run ${result.run.id} is er geboekt of zijn de instellingen veranderd; het oordeel is nu anders. Controleer de bestanden opnieuw met tzt validate.`,
    );
  }
}
