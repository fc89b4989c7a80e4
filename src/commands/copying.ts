import { resolve } from 'node:path';
import { LineVerdicts } from '../domain/line-verdicts.ts';
import type { CopySettings } from '../pipeline/copies.ts';
import type { ValidateSettings } from '../pipeline/validate.ts';
import { COPY_REPORTS, planCopies, writeCopies } from './copy-files.ts';
import type { WantedReport } from './report-files.ts';
import type { Shell } from './shell.ts';
import type { FoundSource } from './sources.ts';
import type { Terminal } from './terminal.ts';

/** The part of a run that copies of the input need: what is gathered while judging, and the writing afterwards. */
export interface Copying {
  /** What validating is told besides; nothing when no copy is wanted. */
  readonly settings: Pick<ValidateSettings, 'verdicts'>;
  /** Decides on the files before any report is written, and gives what writes them. Throws UserError. */
  plan(
    sources: readonly FoundSource[],
    run: Omit<CopySettings, 'verdicts'>,
    folder: string,
    shell: Shell,
    terminal: Terminal,
  ): Promise<() => Promise<string[]>>;
}

/** The copies that are among the wanted reports. */
export function copying(reports: readonly WantedReport[]): Copying {
  const wanted = reports.filter(({ id }) => COPY_REPORTS.includes(id));
  if (wanted.length === 0) return { settings: {}, plan: async () => async () => [] };
  const verdicts = new LineVerdicts();
  return {
    settings: { verdicts },
    plan: async (sources, run, folder, { cwd, stdout }, terminal) => {
      // It brings the reader of workbooks: only who wants copies waits for it.
      const { copySources } = await import('../pipeline/copies.ts');
      const inputs = sources.map(({ path }) => resolve(cwd, path));
      const place = { folder, cwd, inputs, stdout, terminal, words: run.words };
      const planned = planCopies(wanted, copySources(sources, { ...run, verdicts }), place);
      return () => writeCopies(planned, place);
    },
  };
}
