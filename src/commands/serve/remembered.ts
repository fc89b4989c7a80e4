import { PassThrough } from 'node:stream';
import { comparedWith } from '../../engine/baseline.ts';
import type { ReportMatter } from '../../reporters/reporter.ts';
import { book, unbook } from '../book.ts';
import { bookingText } from '../booking-text.ts';
import { matterOf } from '../report-matter.ts';
import { oneRun } from '../run-in-store.ts';
import type { ExitCode, Shell } from '../shell.ts';
import type { StoreOptions } from '../store-options.ts';
import { type OpenStore, usingStore } from '../use-store.ts';

/** A remembered run as the page lists it; every text is for the eye. */
export interface RememberedRun {
  readonly id: string;
  readonly date: string;
  readonly verdict: string;
  readonly months: string;
  readonly lines: string;
  readonly files: string;
  readonly booked: string;
  /** Whether its lines count now. */
  readonly counts: boolean;
}

/** The remembered runs, newest first; `text` says what is wrong with the store. */
export interface Remembered {
  readonly runs: readonly RememberedRun[];
  readonly text: string;
}

/** What came of a wish: what tzt says, and whether it was done. */
export interface Said {
  readonly done: boolean;
  readonly text: string;
}

/** The remembered runs, newest first; none when there is no store. */
export async function rememberedRuns(options: StoreOptions, shell: Shell): Promise<Remembered> {
  let runs: RememberedRun[] = [];
  const { text } = await listening(shell, (heard) =>
    usingStore(options, heard, async ({ open, words }) => {
      const opened = await open();
      runs = (opened?.store.listRuns() ?? []).map(({ run, inputs, summary, booking }) => ({
        id: run.id,
        date: words.date(run.startedAt),
        verdict: words.verdict(run.verdict),
        months: summary.months.map(({ month }) => words.month(month)).join(', '),
        lines: words.number(summary.lines.technology),
        files: inputs
          .filter(({ role }) => role === 'claims')
          .map(({ name }) => name)
          .join(', '),
        booked: bookingText(booking, words),
        counts: booking !== null && booking.endedAt === null,
      }));
      return 0;
    }),
  );
  return { runs, text };
}

/** What the report of a remembered run is made of; compared with an older one when that is named. Throws UserError for a run that is not there. */
export async function rememberedMatter(
  wanted: string,
  older: string | null,
  options: StoreOptions,
  shell: Shell,
): Promise<ReportMatter | null> {
  let matter: ReportMatter | null = null;
  await listening(shell, (heard) =>
    usingStore(options, heard, async ({ open, language }) => {
      const opened = await open();
      if (opened !== null) matter = matterOf(resultOf(opened, wanted, older), language, opened.pseudonyms);
      return 0;
    }),
  );
  return matter;
}

/** Books a remembered run, as `tzt book` does; in the place of a booked one when that is named. Throws UserError for a run that cannot be booked. */
export async function bookRemembered(
  run: string,
  replaces: string,
  options: StoreOptions,
  shell: Shell,
): Promise<Said> {
  const instead = replaces === '' ? {} : { replaces };
  return said(shell, (heard) => book(run, { ...options, ...instead, color: false }, heard));
}

/** Takes that back, as `tzt unbook` does. */
export async function unbookRemembered(run: string, options: StoreOptions, shell: Shell): Promise<Said> {
  return said(shell, (heard) => unbook(run, { ...options, color: false }, heard));
}

function resultOf({ store }: OpenStore, wanted: string, older: string | null): ReportMatter['result'] {
  const result = oneRun(store.loadRun(wanted), wanted);
  if (older === null) return result;
  const { run, findings } = oneRun(store.loadRun(older), older);
  return { ...result, ...comparedWith(result.findings, { name: run.id, findings }, null) };
}

async function said(shell: Shell, work: (heard: Shell) => Promise<ExitCode>): Promise<Said> {
  const { code, text } = await listening(shell, work);
  return { done: code === 0, text };
}

/** Does what a command does, and hears what it would have said on a terminal. */
async function listening(
  shell: Shell,
  work: (heard: Shell) => Promise<ExitCode>,
): Promise<{ readonly code: ExitCode; readonly text: string }> {
  const words = new PassThrough({ encoding: 'utf8' });
  const code = await work({ ...shell, stdout: words, stderr: words });
  return { code, text: String(words.read() ?? '').trim() };
}
