import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freshBuild } from '../../.tools/build.mjs';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** `tzt serve` as a user runs it, in a folder of its own. */
export interface ServedPage {
  readonly url: string;
  readonly folder: string;
  readonly process: ChildProcess;
  /** The exit code, once it has ended. */
  readonly ended: Promise<number | null>;
  stop(): Promise<void>;
}

/** Starts it on a free port, and waits for its address. */
export async function served(args: readonly string[] = []): Promise<ServedPage> {
  await freshBuild();
  const folder = mkdtempSync(join(tmpdir(), 'tzt-pagina-'));
  const child = spawn(process.execPath, [CLI, 'serve', '--no-open', ...args], { cwd: folder });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const [address] = /http:\S+(?=\n)/.exec(said) ?? [];
      if (address) resolve(address);
    });
    ended.then((code) => reject(new Error(`tzt serve ended with ${code}: ${said}`)), reject);
  });
  const stop = async () => {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, folder, process: child, ended, stop };
}
