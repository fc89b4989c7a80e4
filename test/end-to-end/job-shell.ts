import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { workplace } from './run-tzt.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** How a script ended, and everything it said. */
export interface Step {
  readonly exitCode: number | null;
  readonly output: string;
}

/** A machine with tzt installed, as the shells of a CI service and of a reader of the documentation know it. */
export interface JobShell {
  readonly folder: string;
  /** An empty folder, with the samples in it. */
  jobFolder(): Promise<string>;
  /** Runs a script as GitHub does: in bash, ending at the first command that fails. */
  run(script: string, cwd: string, env?: Readonly<Record<string, string>>): Promise<Step>;
  remove(): Promise<void>;
}

/** Installs tzt where only these shells find it; npm says what it was asked and does nothing. */
export async function jobShell(): Promise<JobShell> {
  const place = await workplace();
  const programs = join(place.folder, 'bin');
  await mkdir(programs);
  const tzt = `#!/bin/sh\nexec node ${JSON.stringify(join(ROOT, 'dist/cli.js'))} "$@"\n`;
  await writeFile(join(programs, 'tzt'), tzt, { mode: 0o755 });
  await writeFile(join(programs, 'npm'), '#!/bin/sh\nprintf "npm %s\\n" "$*"\n', { mode: 0o755 });
  return {
    folder: place.folder,
    async jobFolder() {
      const folder = await mkdtemp(join(place.folder, 'job-'));
      await symlink(join(ROOT, 'samples'), join(folder, 'samples'));
      return folder;
    },
    run: (script, cwd, env = {}) => {
      const path = `${programs}:${process.env.PATH ?? ''}`;
      return new Promise((resolve, reject) => {
        const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
          cwd,
          env: { HOME: place.folder, LANG: 'C.UTF-8', ...env, PATH: path },
        });
        let output = '';
        for (const stream of [child.stdout, child.stderr]) {
          stream.setEncoding('utf8').on('data', (text: string) => {
            output += text;
          });
        }
        child.on('error', reject);
        child.on('close', (exitCode) => resolve({ exitCode, output }));
        child.stdin.end();
      });
    },
    remove: () => place.remove(),
  };
}
