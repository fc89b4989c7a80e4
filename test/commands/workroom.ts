import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCommandLine } from '../../src/commands/command-line.ts';
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
  /** Any command line, as the program takes it. The environment is empty but for what is given. */
  tzt(
    args: readonly string[],
    options?: { readonly env?: Readonly<Record<string, string>>; readonly cwd?: string },
  ): Promise<Said>;
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
    async tzt(args, { env = {}, cwd = folder } = {}) {
      const { shell, output, errors } = recordingShell();
      const exitCode = await runCommandLine(args, { ...shell, cwd, env, now: () => Date.now() });
      return { exitCode, stdout: output(), stderr: errors() };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
