import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type { RunInput } from '../domain/run.ts';
import type { FailOn } from '../engine/verdict.ts';
import { toolFacts } from '../package-root.ts';
import type { NamedSource } from '../pipeline/read-settings.ts';
import { createPseudonyms } from '../store/pseudonyms.ts';
import { dayOption, type Moment, momentOf } from './clock.ts';
import { columnNames } from './column-names.ts';
import { limitsOf, payerCapsOf, severitiesOf } from './config.ts';
import { mistypedVariables } from './environment.ts';
import { findKey } from './key-file.ts';
import { oneOf } from './one-of.ts';
import { readPolicies } from './read-policies.ts';
import { monthsOf, readingOptions, rolesOf } from './reading-options.ts';
import { wantedReports } from './report-files.ts';
import { runIdOf } from './run-id.ts';
import { type Settled, settle } from './settled.ts';
import type { Shell } from './shell.ts';
import type { FoundSource } from './sources.ts';
import { terminalOf } from './terminal.ts';
import type { ValidateOptions } from './validate-options.ts';

/** The reports of a run when nobody says which. */
export const DEFAULT_REPORTS: readonly string[] = ['html', 'json', 'xlsx'];

/** A run that is about to be made. */
export type Job = ReturnType<typeof prepare>;

/** Everything that options, environment and configuration settle before a file is opened. Throws UserError. */
export function prepare(given: ValidateOptions, shell: Shell) {
  const settled = settle(given, shell);
  const { options, language, named } = settled;
  const moment = momentOf(shell);
  const reports = wantedReports(options.report ?? DEFAULT_REPORTS, named('report'));
  const readings = readingsOf(settled, moment, shell);
  const storeFile = settled.storeFile;
  const { key, notices: keyNotices } = findKey(storeFile, shell.env);
  const pseudonyms = createPseudonyms(key);
  const outputTaken = reports.some(({ target }) => target === '-');
  const settings = {
    ...readings,
    pseudonyms,
    tool: toolFacts(),
    runId: (inputs: readonly RunInput[]) => runIdOf(moment, inputs, randomBytes(3).toString('hex')),
    startedAt: moment.startedAt,
    // A clock set back gives time, and takes none.
    elapsed: elapsedSince(shell),
    ...(shell.signal ? { signal: shell.signal } : {}),
  };
  const terminal = terminalOf(shell, options, outputTaken);
  for (const { name, meant } of mistypedVariables(shell.env)) {
    terminal.problem(
      language === 'nl'
        ? `${name} zegt tzt niets. Bedoelt u ${meant}?`
        : `${name} means nothing to tzt. Did you mean ${meant}?`,
    );
  }
  return { options, language, moment, reports, storeFile, key, keyNotices, pseudonyms, settings, terminal };
}

/** How the run reads and judges, checked before a file is opened. Throws UserError that names what is wrong and where it stands. */
export function readingsOf(settled: Settled, moment: Moment, shell: Pick<Shell, 'cwd'>) {
  const { options, config, named } = settled;
  return {
    ...readingOptions(settled),
    columnsFor: columnNames(settled, shell.cwd),
    limits: limitsOf(config),
    asOf: options.asOf === undefined ? moment.today : dayOption(options.asOf, named('asOf')),
    policies: readPolicies(options.policies && resolve(shell.cwd, options.policies)),
    months: monthsOf(options.month ?? [], named('month')),
    failOn: oneOf<FailOn>(options.failOn ?? 'error', ['error', 'warning', 'new'], named('failOn')),
    ...severitiesOf(settled),
    payerCaps: payerCapsOf(settled),
  };
}

function elapsedSince({ now }: Pick<Shell, 'now'>): () => number {
  const began = now();
  return () => Math.max(0, now() - began) / 1000;
}

/** The files with the roles that the user gave them. Throws UserError. */
export function withRoles(sources: readonly FoundSource[], given: readonly string[]): NamedSource[] {
  const roles = rolesOf(given, sources);
  return sources.map(({ name, bytes }) => {
    const role = roles.get(name);
    return role === undefined ? { name, bytes } : { name, bytes, role };
  });
}
