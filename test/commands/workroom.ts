import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { book, unbook } from '../../src/commands/book.ts';
import { ledger } from '../../src/commands/ledger.ts';
import { readBack } from '../../src/commands/return.ts';
import { listRuns } from '../../src/commands/runs.ts';
import type { Shell } from '../../src/commands/shell.ts';
import { validate } from '../../src/commands/validate.ts';
import { UserError } from '../../src/errors.ts';
import { recordingShell } from './recording-shell.ts';

/** What a command said, and how it ended. */
export interface Said {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder to work in, where commands run in this process: many steps cost no start of the program each. */
export interface Workroom {
  readonly folder: string;
  write(files: ReadonlyMap<string, Uint8Array | string>): void;
  /** A command line of the commands around the store, with the options that tests use. Throws what is no mistake of the user. */
  tzt(args: readonly string[]): Promise<Said>;
  remove(): void;
}

/** Makes a workroom with nothing in it. */
export function workroom(): Workroom {
  const folder = mkdtempSync(join(tmpdir(), 'tzt-werkkamer-'));
  return {
    folder,
    write(files) {
      for (const [name, content] of files) {
        const path = join(folder, name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, content);
      }
    },
    async tzt(args) {
      const { shell, output, errors } = recordingShell();
      try {
        const exitCode = await run(args, { ...shell, cwd: folder, now: () => Date.now() });
        return { exitCode, stdout: output(), stderr: errors() };
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        return { exitCode: 2, stdout: output(), stderr: `${errors()}${error.message}\n` };
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function run(args: readonly string[], shell: Shell): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    allowNegative: true,
    options: {
      'as-of': { type: 'string' },
      report: { type: 'string', multiple: true },
      run: { type: 'string' },
      store: { type: 'boolean' },
      quiet: { type: 'boolean' },
      book: { type: 'boolean' },
      json: { type: 'boolean' },
      all: { type: 'boolean' },
      force: { type: 'boolean' },
    },
  });
  const { 'as-of': asOf, store, ...options } = values;
  const [command, ...words] = positionals;
  const [first = '', second] = words;
  switch (command) {
    case 'validate':
      return validate(
        words,
        { ...options, ...(asOf && { asOf }), ...(store === false && { store: false }) } as never,
        shell,
      );
    case 'book':
      return book(first, {}, shell);
    case 'unbook':
      return unbook(first, {}, shell);
    case 'ledger':
      return ledger(first, second, {}, shell);
    case 'runs':
      return listRuns({}, shell);
    case 'return':
      return readBack(first, options as never, shell);
    default:
      throw new RangeError(`no command ${command} in a workroom`);
  }
}
