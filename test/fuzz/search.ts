/** The thread that searches: says each case before it is tried, so that who waits knows which one hangs. */
import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { cases } from './cases.ts';
import { type Case, holds } from './laws.ts';

/** What the thread is given. */
export interface SearchOrder {
  readonly seed: number;
  readonly seconds: number;
}

/** What it says: the case it begins, that the time is up, or what broke. */
export type SearchWord =
  | { readonly said: 'case'; readonly one: Case }
  | { readonly said: 'done'; readonly tried: number; readonly approved: number }
  | { readonly said: 'broken'; readonly one: Case; readonly why: string };

const { seed, seconds } = workerData as SearchOrder;
const say = (word: SearchWord) => parentPort?.postMessage(word);
let tried = 0;
let approved = 0;

const property = fc.asyncProperty(cases, async (one) => {
  say({ said: 'case', one });
  const result = await holds(one);
  tried++;
  if (result.run.exitCode === 0) approved++;
});
const outcome = await fc.check(property, {
  seed,
  numRuns: 1_000_000_000,
  interruptAfterTimeLimit: seconds * 1000,
  markInterruptAsFailure: false,
});
if (outcome.failed && outcome.counterexample !== null) {
  const [one] = outcome.counterexample;
  const error = outcome.errorInstance;
  say({ said: 'broken', one, why: error instanceof Error ? (error.stack ?? error.message) : String(error) });
} else {
  say({ said: 'done', tried, approved });
}
