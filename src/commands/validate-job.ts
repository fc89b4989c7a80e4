import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type { Language, RunInput } from '../domain/run.ts';
import type { FailOn } from '../engine/verdict.ts';
import { toolFacts } from '../package-root.ts';
import type { NamedSource } from '../pipeline/read-settings.ts';
import { createPseudonyms } from '../store/pseudonyms.ts';
import { dayOption, momentOf } from './clock.ts';
import { columnNames } from './column-names.ts';
import { limitsOf, payerCapsOf, readConfig, severitiesOf } from './config.ts';
import { findKey } from './key-file.ts';
import { readPolicies } from './read-policies.ts';
import { wantedReports } from './report-files.ts';
import { runIdOf } from './run-id.ts';
import type { Shell } from './shell.ts';
import type { FoundSource } from './sources.ts';
import { terminalOf } from './terminal.ts';
import { monthsOf, oneOf, readingOptions, rolesOf, storePath, type ValidateOptions } from './validate-options.ts';

const DEFAULT_REPORTS = ['html', 'json', 'xlsx'];

/** A run that is about to be made. */
export type Job = ReturnType<typeof prepare>;

/** Everything that options, environment and configuration settle before a file is opened. Throws UserError. */
export function prepare(options: ValidateOptions, shell: Shell) {
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

/** The files with the roles that the user gave them. Throws UserError. */
export function withRoles(sources: readonly FoundSource[], given: readonly string[]): NamedSource[] {
  const roles = rolesOf(given, sources);
  return sources.map(({ name, bytes }) => {
    const role = roles.get(name);
    return role === undefined ? { name, bytes } : { name, bytes, role };
  });
}
