import { resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { wordsFor } from '../messages/words-for.ts';
import { compareSources } from '../pipeline/compare-sources.ts';
import { comparisonLines } from '../reporters/comparison-lines.ts';
import type { Comparison } from '../reporters/comparison-schema.ts';
import { progressOn } from './progress.ts';
import type { ExitCode, Shell } from './shell.ts';
import { type FoundSource, findSources } from './sources.ts';
import { prepare, withRoles } from './validate-job.ts';
import type { ValidateOptions } from './validate-options.ts';

/** Options of `tzt compare`: how files are read, as with validate, and how it is told. */
export interface CompareOptions
  extends Pick<
    ValidateOptions,
    | 'config'
    | 'asOf'
    | 'month'
    | 'delimiter'
    | 'encoding'
    | 'decimal'
    | 'sheet'
    | 'role'
    | 'columns'
    | 'lang'
    | 'color'
    | 'progress'
  > {
  /** One JSON document instead of text. */
  readonly json?: boolean;
  /** Every line that differs, however many there are. */
  readonly all?: boolean;
}

/**
 * `tzt compare EXPORT MESSAGE`: technology lines that are in one and not in the other, or that differ; other care is counted per code.
 * 0 the same, 1 differences, 3 no difference but not everything could be compared. Throws UserError when a side is not what it should be.
 */
export async function compare(
  exported: string,
  message: string,
  { json, all, ...options }: CompareOptions,
  shell: Shell,
): Promise<ExitCode> {
  const job = prepare(options, shell);
  const { sources: messages } = await findSources([message], shell, job.settings.limits);
  const own = new Set(messages.map((source) => fullPath(source, shell)));
  const { sources: found } = await findSources([exported], shell, job.settings.limits);
  // A folder may hold the export and the message made from it.
  const exports = found.filter((source) => !own.has(fullPath(source, shell)));
  if (exports.length === 0)
    throw new UserError(`${exported} en ${message} zijn hetzelfde bestand. Geef eerst de export, dan het bericht.`);
  const roles = options.role ?? [];
  const named = withRoles([...exports, ...messages], roles);
  const words = wordsFor(job.language);
  const progress = progressOn(shell, job.terminal);
  const comparison = await compareSources(named.slice(0, exports.length), named.slice(exports.length), {
    ...job.settings,
    technology: job.settings.policies.codes,
    progress: progress.report,
    words,
  });
  progress.done();
  refuseOthers(comparison, exported, message);
  if (json) shell.stdout.write(`${JSON.stringify(comparison, null, 2)}\n`);
  else job.terminal.lines(comparisonLines(comparison, words, all ?? false));
  return comparison.exitCode;
}

function fullPath({ path }: FoundSource, { cwd }: Pick<Shell, 'cwd'>): string {
  return path === '-' ? path : resolve(cwd, path);
}

/** A side that holds no claims, or those of the wrong kind, is a mistake; what could not be read is told in the comparison. */
function refuseOthers({ export: left, message: right }: Comparison, exported: string, message: string): void {
  const isMessage = ({ format }: { readonly format: string | null }) => format === 'aw319';
  const stranger = left.inputs.find(isMessage);
  if (stranger) {
    throw new UserError(
      `${stranger.name} is een bericht (AW319), geen export. Geef eerst de export (CSV of XLSX), dan het bericht: tzt compare EXPORT BERICHT.`,
    );
  }
  const table = right.inputs.find((input) => !isMessage(input));
  if (table)
    throw new UserError(
      `${table.name} is geen AW319. Geef eerst de export, dan het bericht: tzt compare EXPORT BERICHT.`,
    );
  if (left.inputs.length === 0 && left.problems.length === 0)
    throw new UserError(
      `In ${exported} staan geen declaratieregels. Geef eerst de export, dan het bericht: tzt compare EXPORT BERICHT.`,
    );
  if (right.inputs.length === 0 && right.problems.length === 0)
    throw new UserError(`${message} is geen AW319. Geef eerst de export, dan het bericht: tzt compare EXPORT BERICHT.`);
}
