import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freshBuild } from '../../.tools/build.mjs';
import type { ReportDocument } from '../../src/reporters/report-schema.ts';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** What a run of the program left behind. */
export interface Outcome {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder to work in, as a user would have it: the program is built, no store, no key. Removed by `remove`. */
export async function workplace(): Promise<{
  readonly folder: string;
  write(files: ReadonlyMap<string, Uint8Array | string>): Promise<string[]>;
  tzt(
    args: readonly string[],
    options?: { env?: Record<string, string>; stdin?: Uint8Array | string; cwd?: string },
  ): Promise<Outcome>;
  remove(): Promise<void>;
}> {
  await freshBuild();
  const folder = await mkdtemp(join(tmpdir(), 'tzt-werkplek-'));
  return {
    folder,
    async write(files) {
      const paths: string[] = [];
      for (const [name, content] of files) {
        const path = join(folder, name);
        await mkdir(join(path, '..'), { recursive: true });
        await writeFile(path, content);
        paths.push(path);
      }
      return paths;
    },
    tzt: (args, { env = {}, stdin, cwd = folder } = {}) =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [CLI, ...args], { cwd, env: { ...withoutOurs(process.env), ...env } });
        let stdout = '';
        let stderr = '';
        child.stdout.setEncoding('utf8').on('data', (text: string) => {
          stdout += text;
        });
        child.stderr.setEncoding('utf8').on('data', (text: string) => {
          stderr += text;
        });
        child.on('error', reject);
        child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
        child.stdin.end(stdin ?? '');
      }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The report of a run that wrote it to standard output. */
export function reportOf(outcome: Outcome): ReportDocument {
  return JSON.parse(outcome.stdout) as ReportDocument;
}

/** What the environment of the tests would change in the program. */
function withoutOurs(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { TZT_KEY, SOURCE_DATE_EPOCH, NO_COLOR, FORCE_COLOR, NODE_OPTIONS, ...rest } = env;
  return rest;
}
