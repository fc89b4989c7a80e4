import { join, resolve } from 'node:path';
import { type Month, monthFromText } from '../domain/month.ts';
import { ROLES, type Role } from '../domain/role.ts';
import type { RunResult } from '../domain/run.ts';
import { UserError } from '../errors.ts';
import { resolveEncoding } from '../readers/encoding.ts';
import { type Config, nearest } from './config.ts';
import type { FoundSource } from './sources.ts';

/** The options of `tzt validate`, as the command line gives them. */
export interface ValidateOptions {
  readonly out?: string;
  readonly report?: readonly string[];
  readonly store?: string | false;
  /** Book the run at once when its verdict is approved. */
  readonly book?: boolean;
  /** The booked run that this delivery takes the place of. */
  readonly replaces?: string;
  /** A remembered run or a report.json to compare with. */
  readonly baseline?: string;
  /** A file of accepted findings, beside those of the store. */
  readonly waivers?: string;
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

/** The store: the option, else the configuration, else beside the reports. */
export function storePath(options: ValidateOptions, config: Config, folder: string, cwd: string): string {
  if (typeof options.store === 'string') return resolve(cwd, options.store);
  return config.store === undefined ? join(cwd, 'reports', 'tzt.sqlite') : resolve(folder, config.store);
}

/** The folder for the reports: the option, else the configuration, else one named after the first month and the run. */
export function outFolderOf(
  options: ValidateOptions,
  config: Config,
  folder: string,
  cwd: string,
  result: RunResult,
): string {
  if (options.out !== undefined) return resolve(cwd, options.out);
  if (config.out !== undefined) return resolve(folder, config.out);
  return join(cwd, 'reports', `${result.summary.months[0]?.month ?? 'zonder-maand'}-${result.run.id}`);
}

/** What the user says of the files instead of having it recognised. Throws UserError. */
export function readingOptions(options: ValidateOptions): {
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

/** The care months to judge; null for all. Throws UserError. */
export function monthsOf(texts: readonly string[]): ReadonlySet<Month> | null {
  if (texts.length === 0) return null;
  return new Set(
    texts.map((text) => {
      const month = monthFromText(text);
      if (month === null) throw new UserError(`--month ${text} is geen maand. Schrijf bijvoorbeeld 2026-03.`);
      return month;
    }),
  );
}

/** Roles given by the user, by the name of the source. Throws UserError for a file that is not among them. */
export function rolesOf(texts: readonly string[], sources: readonly FoundSource[]): Map<string, Role> {
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

/** One of the values an option knows. Throws UserError that names the nearest. */
export function oneOf<Value extends string>(text: string, values: readonly Value[], option: string): Value {
  const value = values.find((known) => known === text);
  if (value === undefined)
    throw new UserError(`${option} ${text} bestaat niet.${nearest(text, values)} Kies uit: ${values.join(', ')}.`);
  return value;
}
