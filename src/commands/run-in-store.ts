import type { RunResult } from '../domain/run.ts';
import { UserError } from '../errors.ts';
import type { Store } from '../store/store.ts';
import type { FoundRun } from '../store/stored-run.ts';

/** The id of a remembered or booked run, from the id or the beginning of it. Throws UserError when there is none, or several. */
export function runIdIn(store: Store, wanted: string): string {
  if (store.bookingOf(wanted) !== null) return wanted;
  const found = store.loadRun(wanted);
  if (found.found === 'one' && found.result.run.id === wanted) return wanted;
  const remembered = found.found === 'one' ? [found.result.run.id] : found.found === 'several' ? found.ids : [];
  // A booking outlives its run, and is found by the beginning of its id as a run is.
  const [run, ...others] = new Set([...remembered, ...store.bookedRunsCalled(wanted)]);
  if (run !== undefined && others.length === 0) return run;
  if (run !== undefined) throw new UserError(`${wanted} kan meer runs betekenen: ${[run, ...others].join(', ')}`);
  throw new UserError(`Er is geen run ${wanted}. Bekijk de lijst met: tzt runs list`);
}

/** The remembered run that a text stands for. Throws UserError when there is none, or several. */
export function oneRun(found: FoundRun, wanted: string): RunResult {
  if (found.found === 'one') return found.result;
  if (found.found === 'several') throw new UserError(`${wanted} kan meer runs betekenen: ${found.ids.join(', ')}`);
  throw new UserError(`Er is geen run of bestand ${wanted}. Bekijk de runs met: tzt runs list`);
}
