import { isoOf } from '../domain/day.ts';
import { UserError } from '../errors.ts';
import { RUNS_LABELS } from '../messages/runs-labels.ts';
import { summaryOf } from '../reporters/summary.ts';
import { aligned, textLine } from '../reporters/text-line.ts';
import { bookingText } from './booking-text.ts';
import { dayOption } from './clock.ts';
import { matterOf } from './report-matter.ts';
import { runIdIn } from './run-in-store.ts';
import type { ExitCode, Shell } from './shell.ts';
import type { StoreOptions } from './store-options.ts';
import { withStore } from './with-store.ts';

/** `tzt runs list`: the remembered runs, newest first. */
export async function listRuns(options: StoreOptions, shell: Shell): Promise<ExitCode> {
  return withStore(options, shell, ({ store, words, terminal }) => {
    const say = RUNS_LABELS[words.language];
    const rows = store.listRuns().map(({ run, inputs, summary, booking }) => [
      run.id,
      words.date(run.startedAt),
      words.verdict(run.verdict),
      summary.months.map(({ month }) => month).join(' '),
      words.number(summary.lines.technology),
      bookingText(booking, words),
      inputs
        .filter(({ role }) => role === 'claims')
        .map(({ name }) => name)
        .join(', '),
    ]);
    if (rows.length === 0) terminal.note(say.noRuns);
    if (rows.length > 0) {
      terminal.lines(
        aligned([say.headings, ...rows], [4]).map((text, index) => textLine(text, index === 0 ? 'heading' : 'plain')),
      );
    }
    return 0;
  });
}

/** `tzt runs show RUN`: the summary of one remembered run, by its id or the beginning of it. */
export async function showRun(id: string, options: StoreOptions, shell: Shell): Promise<ExitCode> {
  return withStore(options, shell, ({ store, words, terminal, pseudonyms }) => {
    const run = runIdIn(store, id);
    const found = store.loadRun(run);
    if (found.found !== 'one') throw new UserError(RUNS_LABELS[words.language].onlyBooking(run));
    const matter = matterOf(found.result, words.language, pseudonyms);
    const booking = store.bookingOf(run);
    if (booking !== null) terminal.lines([textLine(bookingText(booking, words), 'heading')]);
    terminal.lines(summaryOf(matter, []));
    return 0;
  });
}

/** `tzt runs prune --before DATE`: removes runs with their lines and findings for good; what was booked keeps counting. */
export async function pruneRuns(options: StoreOptions & { readonly before: string }, shell: Shell): Promise<ExitCode> {
  const before = dayOption(options.before, '--before');
  return withStore(options, shell, ({ store, words, terminal }) => {
    const { runs, lines, findings } = store.prune(isoOf(before));
    const count = (n: number) => ({ n, text: words.number(n) });
    const day = words.date(isoOf(before));
    terminal.lines([textLine(RUNS_LABELS[words.language].pruned(count(runs), count(lines), count(findings), day))]);
    return 0;
  });
}
