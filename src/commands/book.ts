import { UserError } from '../errors.ts';
import { textLine } from '../reporters/text-line.ts';
import { bookSentence, isTest, testSentence, unbookSentence } from './book-sentence.ts';
import { momentOf } from './clock.ts';
import { runIdIn } from './run-in-store.ts';
import type { ExitCode, Shell } from './shell.ts';
import type { StoreOptions } from './store-options.ts';
import { withStore } from './with-store.ts';

/** `tzt book RUN`: marks the approved lines of a run as submitted; from then on they count towards the cap of their month. */
export async function book(
  wanted: string,
  options: StoreOptions & { readonly replaces?: string },
  shell: Shell,
): Promise<ExitCode> {
  return withStore(options, shell, ({ store, words, terminal }) => {
    const run = runIdIn(store, wanted);
    const found = store.loadRun(run);
    if (found.found === 'one' && isTest(found.result)) throw new UserError(testSentence(run, words));
    const replaces = options.replaces === undefined ? null : runIdIn(store, options.replaces);
    const { rejected, undecided } = found.found === 'one' ? found.result.summary.lines : { rejected: 0, undecided: 0 };
    const outcome = store.book(run, { bookedAt: momentOf(shell).startedAt, replaces });
    const booked = outcome.outcome === 'booked' || outcome.outcome === 'already';
    terminal.lines([textLine(bookSentence(run, outcome, words, rejected + undecided), booked ? 'good' : 'bad')]);
    return booked ? 0 : 2;
  });
}

/** `tzt unbook RUN`: takes that back. */
export async function unbook(wanted: string, options: StoreOptions, shell: Shell): Promise<ExitCode> {
  return withStore(options, shell, ({ store, words, terminal }) => {
    const run = runIdIn(store, wanted);
    const outcome = store.unbook(run, { at: momentOf(shell).startedAt });
    const done = outcome.outcome === 'unbooked';
    terminal.lines([textLine(unbookSentence(run, outcome, words), done ? 'good' : 'bad')]);
    return done ? 0 : 2;
  });
}
