import { runCommandLine } from './commands/command-line.ts';
import type { Shell } from './commands/shell.ts';
import { removeDrafts, troubleOf } from './commands/write-whole.ts';

const shell: Shell = {
  cwd: process.cwd(),
  env: process.env,
  // Opened when it is read: most runs never do.
  get stdin() {
    return process.stdin;
  },
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => Date.now(),
};

/**
 * Ctrl-C and a polite end: what is half written is removed and the process ends at once, as a shell expects (128 + the signal). The store needs
 * nothing: a transaction that was not finished never was. While one step computes, the signal waits for its end.
 */
function endOn(signal: 'SIGINT' | 'SIGTERM', exitCode: 130 | 143): void {
  process.once(signal, () => {
    removeDrafts();
    process.stderr.write('\nAfgebroken. Er zijn geen halve rapporten achtergebleven.\n', () => process.exit(exitCode));
  });
}

/**
 * Whoever reads along may stop reading (`| head`): the work goes on and the exit code tells of it, as if all had been read. Any other trouble,
 * such as a full disk behind `> uitvoer.txt`, ends the process with 2: the exit code must not tell of a delivery what nobody can read.
 */
function readersMayLeave(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    removeDrafts();
    const said = `De uitvoer is niet te schrijven: ${troubleOf(error) ?? error.code ?? error.message}.\n`;
    if (stream === process.stderr) process.exit(2);
    process.stderr.write(said, () => process.exit(2));
  });
}

readersMayLeave(process.stdout);
readersMayLeave(process.stderr);
endOn('SIGINT', 130);
endOn('SIGTERM', 143);
// Set, not forced, so that output drains.
process.exitCode = await runCommandLine(process.argv.slice(2), shell);
