/** Searches for a damaged delivery that breaks a law, for as many seconds as are given; see README.md of this folder. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { FUZZ_LIMITS } from './damage.ts';
import { type Case, filesOf, holds } from './laws.ts';
import type { SearchOrder, SearchWord } from './search.ts';

/** Longer than any case takes on a busy machine; who takes longer hangs. */
const PATIENCE_MS = 30_000;
/** Of so many cases one is also run as a user would, in a process of its own with little memory. */
const EACH = 400;
/** The program minds every variable that begins with its name. */
const ENVIRONMENT = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('TZT_')));

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '120' }, seed: { type: 'string' } },
});
const root = process.env.FUZZ_ROOT ?? process.cwd();
const found = join(root, 'reports/fuzz');
const deadline = Date.now() + Number(values.seconds) * 1000;
let seed = Number(values.seed ?? Date.now() % 1_000_000);
let failures = 0;
let tried = 0;
let approved = 0;
while (Date.now() < deadline) {
  const seconds = Math.max(1, Math.min(60, (deadline - Date.now()) / 1000));
  const word = await searched({ seed, seconds });
  if (word.said === 'done') {
    tried += word.tried;
    approved += word.approved;
  } else if (word.said === 'broken') {
    failures++;
    mkdirSync(found, { recursive: true });
    const file = join(found, `${seed}.json`);
    writeFileSync(file, `${JSON.stringify(word.one, null, 2)}\n`);
    process.stderr.write(`\n${JSON.stringify(word.one)}\n${word.why}\nkept as ${file}\n`);
    if (failures === 20) break;
  }
  seed++;
}
process.stdout.write(`${tried} cases, ${approved} of them approved, ${failures} broke a law\n`);
if (failures > 0) process.exitCode = 1;

/** One search; a thread that says nothing for too long is ended, and its last case is the one that broke. */
function searched(order: SearchOrder): Promise<SearchWord> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./search.js', import.meta.url), {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    let last: Case | null = null;
    let spoke = Date.now();
    let count = 0;
    const watch = setInterval(() => {
      if (Date.now() - spoke < PATIENCE_MS || last === null) return;
      end({ said: 'broken', one: last, why: `no end within ${PATIENCE_MS / 1000} s` });
    }, 1000);
    const end = (word: SearchWord) => {
      clearInterval(watch);
      void worker.terminate();
      resolve(word);
    };
    worker.on('message', (word: SearchWord) => {
      spoke = Date.now();
      if (word.said !== 'case') return end(word);
      last = word.one;
      if (++count % EACH !== 0) return;
      void sameByCommandLine(word.one).then((why) => {
        spoke = Date.now();
        if (why !== null) end({ said: 'broken', one: word.one, why });
      }, reject);
    });
    worker.on('error', (error) => {
      if (last === null) reject(error);
      else end({ said: 'broken', one: last, why: `the thread broke: ${error.stack}` });
    });
  });
}

/** The same case through the program: the same exit code, nothing on its way out that is no sentence of ours. Null when it is right. */
async function sameByCommandLine(one: Case): Promise<string | null> {
  const folder = mkdtempSync(join(tmpdir(), 'tzt-fuzz-'));
  try {
    const files = Object.entries(filesOf(one)).map(([name, bytes]) => {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      return path;
    });
    writeFileSync(join(folder, 'tzt.config.json'), JSON.stringify({ limits: FUZZ_LIMITS }));
    const args = [
      join(root, 'dist/cli.js'),
      'validate',
      ...files,
      '--as-of',
      '2026-04-03',
      '--report',
      'html,json,xlsx,csv,annotated,split',
    ];
    const { status, signal, stderr } = spawnSync(process.execPath, ['--max-old-space-size=512', ...args], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 2 * PATIENCE_MS,
      env: ENVIRONMENT,
    });
    const expected = (await holds(one)).run.exitCode;
    if (status === expected) return null;
    return `the program ended with ${status ?? signal} instead of ${expected}: ${stderr.slice(0, 2000)}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
