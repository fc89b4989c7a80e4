import { Readable, Writable } from 'node:stream';
import type { Shell } from '../../src/commands/shell.ts';

/** A shell without a terminal that keeps what a command writes. */
export function recordingShell(): { shell: Shell; output: () => string; errors: () => string } {
  const written = { out: '', err: '' };
  const into = (stream: 'out' | 'err') =>
    new Writable({
      write(chunk, _encoding, done) {
        written[stream] += String(chunk);
        done();
      },
    });
  const shell: Shell = {
    cwd: '',
    env: {},
    stdin: Readable.from([]),
    stdout: into('out'),
    stderr: into('err'),
    now: () => 0,
  };
  return { shell, output: () => written.out, errors: () => written.err };
}
