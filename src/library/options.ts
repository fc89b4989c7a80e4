import type * as z from 'zod';
import { ConfigShape } from '../commands/config-shape.ts';
import type { Ledger } from '../domain/ledger.ts';
import type { Waiver } from '../domain/waiver.ts';
import { UserError } from '../errors.ts';
import { nearest } from '../nearest.ts';
import type { PolicyFile } from '../policies.ts';
import type { ReportDocument } from '../reporters/report-schema.ts';
import { shapeFaults } from '../shape-faults.ts';

/** The keys of tzt.config.json that a program settles as well, in the same form: `validate(files, { asOf, ...config })`. */
const CONFIGURED = {
  language: true,
  failOn: true,
  rules: true,
  payerCaps: true,
  columns: true,
  limits: true,
} as const;

/** The others of {@link ValidateOptions}. */
const OWN = [
  'asOf',
  'months',
  'key',
  'policies',
  'waivers',
  'baseline',
  'ledger',
  'startedAt',
  'runId',
  'delimiter',
  'encoding',
  'decimal',
  'sheet',
  'signal',
  'progress',
] as const satisfies readonly Exclude<keyof ValidateOptions, keyof typeof CONFIGURED>[];

const ConfiguredShape = ConfigShape.pick(CONFIGURED);
export type Configured = z.infer<typeof ConfiguredShape>;

/** How far reading is: bytes of one file. */
export interface Progress {
  readonly name: string;
  readonly bytes: number;
  readonly size: number;
}

/** A policy as the files in schemas/policies have it. */
export type PolicyDocument = z.input<typeof PolicyFile>;

/** What a validation is told besides its files. */
export interface ValidateOptions extends Configured {
  /** The day that "today" means, `jjjj-mm-dd`: the library has no clock, so that the same call gives the same result. */
  readonly asOf: string;
  /** Judge only these care months, `jjjj-mm`; all when absent. */
  readonly months?: readonly string[];
  /**
   * Key of pseudonyms and fingerprints: 32 bytes, or text as TZT_KEY takes it. With the key of the command line the fingerprints are the same.
   * Without one a key is made for this call alone, and a notice in the result says so.
   */
  readonly key?: Uint8Array | string;
  /** Policies to judge by, or the folder they lie in; the shipped ones when absent. */
  readonly policies?: string | readonly PolicyDocument[];
  /** Accepted findings. */
  readonly waivers?: readonly Waiver[];
  /** An earlier report.json: every finding is then `new` or `known`. */
  readonly baseline?: Pick<ReportDocument, 'run' | 'findings'>;
  /** What was booked earlier; nothing when absent. */
  readonly ledger?: Ledger;
  /** When the run began, ISO 8601 in UTC; the start of `asOf` when absent. */
  readonly startedAt?: string;
  /** Identity of the run; made of `startedAt` and the files when absent. */
  readonly runId?: string;
  /** Delimiter of the CSV files; recognised when absent. */
  readonly delimiter?: string;
  /** Character encoding of the CSV files; recognised when absent. */
  readonly encoding?: string;
  /** Decimal sign; recognised when absent. */
  readonly decimal?: string;
  /** Only the worksheet of this name. */
  readonly sheet?: string;
  /** Stops the work: the promise is rejected with the reason of the signal. */
  readonly signal?: AbortSignal;
  /** Told while files are read. What it throws ends the work. */
  readonly progress?: (progress: Progress) => void;
}

/** The part of the options that has the form of tzt.config.json, checked as that file is. Throws UserError, also for an option nobody knows. */
export function configured(options: ValidateOptions): Configured {
  const rest = Object.fromEntries(Object.entries(options).filter(([name]) => !OWN.some((own) => own === name)));
  const unknown = Object.keys(rest).find((option) => !Object.hasOwn(CONFIGURED, option));
  if (unknown !== undefined) {
    const known = [...Object.keys(CONFIGURED), ...OWN];
    throw new UserError(
      `Opties van validate: ${unknown} bestaat niet.${nearest(unknown, known)} Bekend zijn: ${known.join(', ')}.`,
    );
  }
  const read = ConfiguredShape.safeParse(rest);
  if (read.success) return read.data;
  throw new UserError(
    `Opties van validate kloppen niet:\n${shapeFaults(ConfiguredShape, read.error, rest).join('\n')}`,
  );
}
