import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import { maskBsn } from '../../domain/bsn.ts';
import { compareTexts } from '../../domain/compare-texts.ts';
import { UserError } from '../../errors.ts';
import { filledIn, SERVE_LABELS } from '../../messages/serve-labels.ts';
import type { Words } from '../../messages/words.ts';
import { understandingOf } from '../../reporters/understanding.ts';
import { verdictRemarks, verdictSentence } from '../../reporters/verdict-sentence.ts';
import { bugText } from '../bug-text.ts';
import type { Shell } from '../shell.ts';
import type { ValidateOptions } from '../validate-options.ts';
import type { Desk, DroppedFile } from './desk.ts';
import { downloadsOf } from './downloads.ts';
import { judgeDesk } from './judge-desk.ts';
import type { RunOutcome } from './run-outcome.ts';

/** What a check needs of the command that serves the page. */
export interface CheckSettings {
  readonly options: ValidateOptions;
  readonly shell: Shell;
  readonly words: Words;
}

/** Checks the files of a desk; the answer is a line of JSON for each step of progress, and one for the outcome. */
export function checked(c: Context, desk: Desk, { shell, options, words }: CheckSettings): Response {
  const { problems } = SERVE_LABELS[words.language];
  const running = new AbortController();
  desk.running = running;
  const remember = c.req.query('remember') === 'yes';
  const month = c.req.query('month') ?? '';
  const replaces = c.req.query('replaces') ?? '';
  c.header('Content-Type', 'application/x-ndjson');
  return stream(c, async (out) => {
    out.onAbort(() => running.abort());
    const tell = (line: object) => out.write(`${JSON.stringify(line)}\n`);
    try {
      if (month !== '' && !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month))
        throw new UserError(filledIn(problems.month, { text: maskBsn(month) }));
      const signals = shell.signal ? [shell.signal, running.signal] : [running.signal];
      const outcome = await judgeDesk(inOrder(desk), options, shell, {
        remember,
        months: month === '' ? [] : [month],
        replaces,
        signal: AbortSignal.any(signals),
        progress: stepwise((name, share) => void tell({ progress: { name: maskBsn(name), share } })),
      });
      desk.outcome = outcome;
      await tell({ outcome: await told(outcome) });
    } catch (error) {
      if (running.signal.aborted) return;
      const mistake = error instanceof UserError;
      if (!mistake) shell.stderr.write(`${bugText(error)}\n`);
      await tell({ problem: mistake ? error.message : problems.internal });
    } finally {
      desk.running = null;
    }
  });
}

/** By name, as a folder is read: files arrive in any order. */
function inOrder({ files }: Desk): DroppedFile[] {
  return [...files.values()].sort((a, b) => compareTexts(a.name, b.name));
}

/** Only whole per cents are worth a line. */
function stepwise(tell: (name: string, share: number) => void): (name: string, bytes: number, size: number) => void {
  let last = '';
  return (name, bytes, size) => {
    const share = size === 0 ? 100 : Math.min(100, Math.floor((bytes / size) * 100));
    if (last === `${name} ${share}`) return;
    last = `${name} ${share}`;
    tell(name, share);
  };
}

/** What the page shows of an outcome. */
async function told(outcome: RunOutcome): Promise<object> {
  const { matter, remembered, trouble } = outcome;
  return {
    id: matter.result.run.id,
    verdict: matter.result.run.verdict,
    remembered,
    trouble,
    remarks: verdictRemarks(matter.result, matter.words),
    sentence: verdictSentence(matter.result, matter.words),
    understood: understandingOf(matter).map(({ text, tone }) => ({ text, tone })),
    downloads: await downloadsOf(outcome),
  };
}
