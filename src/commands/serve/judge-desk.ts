import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LineVerdicts } from '../../domain/line-verdicts.ts';
import { copySources } from '../../pipeline/copies.ts';
import { validateSources } from '../../pipeline/validate.ts';
import { heldAgainst } from '../held-against.ts';
import { bookedSoFar, type Memory, NO_MEMORY, openMemory } from '../memory.ts';
import { lineCollector } from '../remember.ts';
import { matterOf } from '../report-matter.ts';
import { settle } from '../settled.ts';
import type { Shell } from '../shell.ts';
import { prepare } from '../validate-job.ts';
import type { ValidateOptions } from '../validate-options.ts';
import type { DroppedFile } from './desk.ts';
import type { RunOutcome } from './run-outcome.ts';

/** What the page asks besides its files. */
export interface Wishes {
  readonly remember: boolean;
  /** `jjjj-mm`; all months when empty. */
  readonly months: readonly string[];
  /** The booked run that these files take the place of; none when empty. */
  readonly replaces: string;
  readonly signal: AbortSignal;
  readonly progress: (name: string, bytes: number, size: number) => void;
}

/**
 * Checks the files of a tab as `tzt validate` would. What is booked already is looked at when there is a store; the run is remembered only
 * when asked. Throws UserError, and the reason of the signal once it is aborted.
 */
export async function judgeDesk(
  files: readonly DroppedFile[],
  options: ValidateOptions,
  shell: Shell,
  wishes: Wishes,
): Promise<RunOutcome> {
  const asked = { ...options, report: [], month: wishes.months };
  const job = prepare(asked, wishes.remember ? shell : withoutTrace(asked, shell));
  const looksBack = wishes.remember || existsSync(job.storeFile);
  const memory: Memory = looksBack
    ? await openMemory(job.storeFile, job.pseudonyms.keyCheck, wishes.replaces || undefined)
    : NO_MEMORY;
  try {
    const held = await heldAgainst(job.options, memory, shell.cwd);
    const { lines, judged } = lineCollector();
    const verdicts = new LineVerdicts();
    const result = await validateSources(files, {
      ...job.settings,
      notices: job.keyNotices,
      ...bookedSoFar(memory),
      ...held.settings,
      ...(wishes.remember ? { judged } : {}),
      verdicts,
      progress: wishes.progress,
      signal: wishes.signal,
    });
    wishes.signal.throwIfAborted();
    const matter = matterOf(result, job.language, job.pseudonyms);
    const problem = memory.trouble ?? (wishes.remember ? memory.save(result, lines) : null);
    return {
      matter,
      copies: copySources(files, { result, words: matter.words, verdicts, limits: job.settings.limits }),
      remembered: wishes.remember && problem === null,
      trouble: problem && matter.words.storeError(problem.kind, { ...problem.data, path: job.storeFile }),
    };
  } finally {
    memory.close();
  }
}

/** The same shell with a key that ends with this check, where none is kept yet: nothing is left behind, not even a key. */
function withoutTrace(options: ValidateOptions, shell: Shell): Shell {
  const { storeFile } = settle(options, shell);
  if (shell.env.TZT_KEY || existsSync(join(dirname(storeFile), 'tzt.key'))) return shell;
  return { ...shell, env: { ...shell.env, TZT_KEY: randomBytes(32).toString('hex') } };
}
