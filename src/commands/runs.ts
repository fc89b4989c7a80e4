import { isoOf } from '../domain/day.ts';
import { UserError } from '../errors.ts';
import { summaryOf } from '../reporters/summary.ts';
import { aligned, textLine } from '../reporters/text-line.ts';
import type { Booking } from '../store/booking.ts';
import { dayOption } from './clock.ts';
import { matterOf } from './report-matter.ts';
import { runIdIn } from './run-in-store.ts';
import type { ExitCode, Shell } from './shell.ts';
import type { StoreOptions } from './store-options.ts';
import { withStore } from './with-store.ts';

/** `tzt runs list`: the remembered runs, newest first. */
export async function listRuns(options: StoreOptions, shell: Shell): Promise<ExitCode> {
  return withStore(options, shell, ({ store, words, terminal }) => {
    const nl = words.language === 'nl';
    const rows = store.listRuns().map(({ run, inputs, summary, booking }) => [
      run.id,
      words.date(run.startedAt),
      words.verdict(run.verdict),
      summary.months.map(({ month }) => month).join(' '),
      words.number(summary.lines.technology),
      bookingText(booking, nl),
      inputs
        .filter(({ role }) => role === 'claims')
        .map(({ name }) => name)
        .join(', '),
    ]);
    if (rows.length === 0) terminal.note(nl ? 'Er zijn nog geen runs onthouden.' : 'No runs are remembered yet.');
    const heading = nl
      ? ['run', 'datum', 'oordeel', 'maanden', 'regels', 'geboekt', 'bestanden']
      : ['run', 'date', 'verdict', 'months', 'lines', 'booked', 'files'];
    if (rows.length > 0) {
      terminal.lines(
        aligned([heading, ...rows], [4]).map((text, index) => textLine(text, index === 0 ? 'heading' : 'plain')),
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
    if (found.found !== 'one') throw new UserError(`Run ${run} is opgeruimd; alleen zijn boeking is er nog.`);
    const matter = matterOf(found.result, words.language, pseudonyms);
    const booking = store.bookingOf(run);
    if (booking !== null) terminal.lines([textLine(bookingText(booking, words.language === 'nl'), 'heading')]);
    terminal.lines(summaryOf(matter, []));
    return 0;
  });
}

/** `tzt runs prune --before DATE`: removes runs with their lines and findings for good; what was booked keeps counting. */
export async function pruneRuns(options: StoreOptions & { readonly before: string }, shell: Shell): Promise<ExitCode> {
  const before = dayOption(options.before, '--before');
  return withStore(options, shell, ({ store, words, terminal }) => {
    const { runs, lines, findings } = store.prune(isoOf(before));
    const counts = [runs, lines, findings].map((count) => words.number(count));
    const day = words.date(isoOf(before));
    terminal.lines([
      textLine(
        words.language === 'nl'
          ? `Opgeruimd: ${counts[0]} runs van voor ${day}, met ${counts[1]} regels en ${counts[2]} bevindingen. Wat geboekt is, blijft meetellen.`
          : `Removed: ${counts[0]} runs from before ${day}, with ${counts[1]} lines and ${counts[2]} findings. What was booked keeps counting.`,
      ),
    ]);
    return 0;
  });
}

/** Whether and when a run was booked, for a table; empty when it never was. */
export function bookingText(booking: Booking | null, nl: boolean): string {
  if (booking === null) return '';
  const on = booking.bookedAt.slice(0, 10);
  if (booking.endedAt === null) {
    const instead =
      booking.replaces === null
        ? ''
        : nl
          ? ` (in plaats van ${booking.replaces})`
          : ` (in place of ${booking.replaces})`;
    const { lines } = booking.returned;
    const back = lines === 0 ? '' : `, ${lines} ${nl ? 'teruggekomen' : 'returned'}`;
    return `${nl ? 'geboekt' : 'booked'} ${on}${instead}${back}`;
  }
  if (booking.replacedBy !== null) return `${nl ? 'vervangen door' : 'replaced by'} ${booking.replacedBy}`;
  return `${nl ? 'teruggedraaid' : 'taken back'} ${booking.endedAt.slice(0, 10)}`;
}
