import type { ValidateOptions } from './validate-options.ts';

/** One thing the user can settle: with an option, an environment variable or a key of the configuration, in that order. */
export interface Setting {
  readonly option: keyof ValidateOptions;
  /** As the command line has it. */
  readonly flag: string;
  readonly variable?: string;
  /** The key in tzt.config.json. */
  readonly key?: 'language' | 'store' | 'out' | 'reports' | 'failOn' | 'waivers' | 'policies';
  /** What text of an environment variable stands for: a list is separated by commas, a switch is 1 or 0. */
  readonly kind: 'text' | 'path' | 'list' | 'switch';
  /** For a switch: what the option becomes when its variable is on. */
  readonly on?: boolean;
}

/** The options that a pipeline may want to settle once for all its commands. What concerns one delivery (--role, --book, --replaces) is none. */
export const SETTINGS: readonly Setting[] = [
  { option: 'config', flag: '--config', variable: 'TZT_CONFIG', kind: 'path' },
  { option: 'lang', flag: '--lang', variable: 'TZT_LANG', key: 'language', kind: 'text' },
  { option: 'asOf', flag: '--as-of', variable: 'TZT_AS_OF', kind: 'text' },
  { option: 'month', flag: '--month', variable: 'TZT_MONTH', kind: 'list' },
  { option: 'report', flag: '--report', variable: 'TZT_REPORT', key: 'reports', kind: 'list' },
  { option: 'out', flag: '--out', variable: 'TZT_OUT', key: 'out', kind: 'path' },
  { option: 'failOn', flag: '--fail-on', variable: 'TZT_FAIL_ON', key: 'failOn', kind: 'text' },
  { option: 'baseline', flag: '--baseline', variable: 'TZT_BASELINE', kind: 'text' },
  { option: 'waivers', flag: '--waivers', variable: 'TZT_WAIVERS', key: 'waivers', kind: 'path' },
  { option: 'store', flag: '--store', variable: 'TZT_STORE', key: 'store', kind: 'path' },
  { option: 'store', flag: '--no-store', variable: 'TZT_NO_STORE', kind: 'switch', on: false },
  { option: 'policies', flag: '--policies', variable: 'TZT_POLICIES', key: 'policies', kind: 'path' },
  { option: 'columns', flag: '--columns', variable: 'TZT_COLUMNS', kind: 'path' },
  { option: 'delimiter', flag: '--delimiter', variable: 'TZT_DELIMITER', kind: 'text' },
  { option: 'encoding', flag: '--encoding', variable: 'TZT_ENCODING', kind: 'text' },
  { option: 'decimal', flag: '--decimal', variable: 'TZT_DECIMAL', kind: 'text' },
  { option: 'sheet', flag: '--sheet', variable: 'TZT_SHEET', kind: 'text' },
  { option: 'quiet', flag: '--quiet', variable: 'TZT_QUIET', kind: 'switch', on: true },
  { option: 'verbose', flag: '--verbose', variable: 'TZT_VERBOSE', kind: 'switch', on: true },
  { option: 'progress', flag: '--no-progress', variable: 'TZT_NO_PROGRESS', kind: 'switch', on: false },
];
