/**
 * A process that saves one run: `node saving-process.cjs STORE ID LINES KILLED-AT [GATE]`. It prints `saving` when the transaction is under way, and
 * kills itself before the line KILLED-AT (-1: never). With a gate it first waits until that file is there, so that several start at once.
 */
import { existsSync, writeSync } from 'node:fs';
import { openStore } from '../../src/store/store.ts';
import type { StoredLine } from '../../src/store/stored-run.ts';
import { sampleLine, sampleRun } from './sample-run.ts';

const [path = '', id = '', count = '', killedAt = '', gate] = process.argv.slice(2);
while (gate !== undefined && !existsSync(gate)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);

const store = openStore(path, { keyCheck: 'check' });
store.saveRun({ result: sampleRun({ id }), lines: lines(Number(count)) });
store.close();

function* lines(total: number): Generator<StoredLine> {
  writeSync(1, 'saving\n');
  for (let row = 0; row < total; row++) {
    if (row === Number(killedAt)) process.kill(process.pid, 'SIGKILL');
    yield sampleLine({ client: `p-${row % 97}`, reference: `${id}-${row}`, row });
  }
}
