import { join, resolve } from 'node:path';
import type { RunResult } from '../domain/run.ts';

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
  /** A folder of policies to use instead of the shipped ones. */
  readonly policies?: string;
  /** Only tell what is settled, and by what. */
  readonly printConfig?: boolean;
  /** With `printConfig`: as JSON. */
  readonly json?: boolean;
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

/** The folder for the reports: what was settled, else one named after the first month and the run. */
export function outFolderOf({ out }: Pick<ValidateOptions, 'out'>, cwd: string, result: RunResult): string {
  if (out !== undefined) return resolve(cwd, out);
  return join(cwd, 'reports', `${result.summary.months[0]?.month ?? 'zonder-maand'}-${result.run.id}`);
}
