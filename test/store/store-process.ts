/**
 * A process that works with a store, for tests that kill it or start several at once: `node store-process.cjs STORE WORK …`
 *
 *   save ID LINES KILLED-AT [GATE]   prints `saving` when the transaction is under way, and kills itself before line KILLED-AT (-1: never)
 *   book ID [GATE]                   prints the outcome
 *   on PREFIX LINES                  saves, books, takes returns in, replaces and takes back until it is killed, and prints what was done
 *
 * With a gate it first opens the store and waits until that file is there, so that several begin at once.
 */
import { existsSync, writeSync } from 'node:fs';
import { openStore } from '../../src/store/store.ts';
import type { StoredLine } from '../../src/store/stored-run.ts';
import { sampleLine, sampleRun } from './sample-run.ts';

const AT = '2026-04-03T09:00:00Z';
const [path = '', work = '', ...rest] = process.argv.slice(2);
const store = openStore(path, { keyCheck: 'check' });
const works: Readonly<Record<string, (...words: string[]) => void>> = { save, book, on };
works[work]?.(...rest);
store.close();

function save(id = '', count = '', killedAt = '', gate = ''): void {
  awaited(gate);
  store.saveRun({ result: sampleRun({ id }), lines: lines(id, Number(count), Number(killedAt)) });
}

function book(id = '', gate = ''): void {
  awaited(gate);
  print(store.book(id, { bookedAt: AT }).outcome);
}

function on(prefix = '', count = ''): void {
  print('ready');
  for (let turn = 0; ; turn++) {
    const [id, previous] = [`${prefix}-${turn}`, `${prefix}-${turn - 1}`];
    store.saveRun({ result: sampleRun({ id }), lines: lines(id, Number(count), -1) });
    print(`saved ${id}`);
    const replaces = turn % 3 === 1 ? previous : null;
    if (store.book(id, { bookedAt: AT, replaces }).outcome !== 'booked') throw new Error('not booked');
    print(`booked ${id}`);
    if (turn % 3 === 0) print(`returned ${refuse(id)} of ${id}`);
    if (turn % 3 !== 2) continue;
    store.unbook(id, { at: AT });
    print(`unbooked ${id}`);
  }
}

/** Every second line of a run comes back; returns how many. */
function refuse(run: string): number {
  const refused = store.sentLines(run).filter((_, index) => index % 2 === 0);
  return store.saveReturn({
    sha256: `return to ${run}`,
    run,
    storedAt: AT,
    dated: null,
    document: {},
    lines: refused.map(({ reference }) => ({ reference })),
    refused: refused.map((line) => ({ line, codes: ['0584'] })),
  }).lines;
}

function* lines(id: string, total: number, killedAt: number): Generator<StoredLine> {
  if (work === 'save') print('saving');
  for (let row = 0; row < total; row++) {
    if (row === killedAt) process.kill(process.pid, 'SIGKILL');
    yield sampleLine({ client: `p-${row % 97}`, reference: `${id}-${row}`, row });
  }
}

function awaited(gate: string): void {
  while (gate !== '' && !existsSync(gate)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
}

function print(text: string): void {
  writeSync(1, `${text}\n`);
}
