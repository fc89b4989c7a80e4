import { join, resolve } from 'node:path';
import type { Language } from '../domain/run.ts';
import { type ReadConfig, readConfig } from './config.ts';
import { fromEnvironment } from './environment.ts';
import { oneOf } from './one-of.ts';
import { SETTINGS, type Setting } from './settings.ts';
import type { Shell } from './shell.ts';
import type { ValidateOptions } from './validate-options.ts';

/** Where a value came from. */
export type Origin =
  | { readonly kind: 'option'; readonly name: string }
  | { readonly kind: 'environment'; readonly name: string }
  | { readonly kind: 'file'; readonly name: string; readonly key: string }
  | { readonly kind: 'default' };

/** What option, environment and configuration file settle together, in that order of precedence; defaults are not filled in. */
export interface Settled extends ReadConfig {
  /** As options; paths of the configuration are absolute. */
  readonly options: ValidateOptions;
  readonly language: Language;
  /** Where the store lies, or would lie: the key lies beside it, also in a run without store. */
  readonly storeFile: string;
  readonly origins: ReadonlyMap<keyof ValidateOptions, Origin>;
  /** How a message names the place of a value: `--fail-on`, `TZT_FAIL_ON`, or the file and its key. */
  named(option: keyof ValidateOptions): string;
}

/** Settles the options of a command. Throws UserError for a variable, a configuration or a language that cannot be. */
export function settle(given: ValidateOptions, shell: Pick<Shell, 'cwd' | 'env'>): Settled {
  const options: Record<string, unknown> = { ...given };
  let storeFile: string | null = null;
  const origins = new Map<keyof ValidateOptions, Origin>();
  const put = (setting: Setting, value: unknown, origin: Origin) => {
    if (setting.option === 'store' && typeof value === 'string') storeFile ??= resolve(shell.cwd, value);
    if (value === undefined || origins.has(setting.option)) return;
    options[setting.option] = value;
    origins.set(setting.option, origin);
  };
  for (const setting of SETTINGS) {
    if (isGiven(setting, given)) put(setting, given[setting.option], { kind: 'option', name: setting.flag });
  }
  for (const { setting, value } of inOrder(fromEnvironment(shell.env))) {
    put(setting, value, { kind: 'environment', name: setting.variable ?? '' });
  }
  const read = readConfig(options.config as string | undefined, shell.cwd);
  for (const setting of SETTINGS) {
    const { key } = setting;
    if (key === undefined || read.file === null) continue;
    const value = read.config[key];
    const path = setting.kind === 'path' && typeof value === 'string' ? resolve(read.folder, value) : value;
    put(setting, path, { kind: 'file', name: read.file, key });
  }
  const named = (option: keyof ValidateOptions) => nameOf(option, origins.get(option));
  const settled = options as ValidateOptions;
  const language = oneOf<Language>(settled.lang ?? 'nl', ['nl', 'en'], named('lang'));
  storeFile ??= join(shell.cwd, 'reports', 'tzt.sqlite');
  return { ...read, options: settled, language, storeFile, origins, named };
}

/** `--no-progress` is false when given and true otherwise; `--store` and `--no-store` share an option. */
function isGiven({ option, on, kind }: Setting, given: ValidateOptions): boolean {
  const value = given[option];
  if (kind === 'switch') return value === on;
  return value !== undefined && typeof value !== 'boolean';
}

/** To switch something off wins over saying where it is. */
function inOrder<Found extends { readonly setting: Setting }>(found: readonly Found[]): Found[] {
  return [...found].sort((a, b) => Number(b.setting.kind === 'switch') - Number(a.setting.kind === 'switch'));
}

function nameOf(option: keyof ValidateOptions, origin: Origin | undefined): string {
  if (origin?.kind === 'file') return `${origin.name}: ${origin.key}:`;
  if (origin?.kind === 'environment') return `${origin.name}:`;
  return SETTINGS.find((setting) => setting.option === option)?.flag ?? `--${option}`;
}
