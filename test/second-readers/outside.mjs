/**
 * Files of others through the program: `node test/second-readers/outside.mjs FOLDER [--said FILE] [--jobs 1]`, on demand and after a build.
 * Each file of the folder is validated with a heap of 512 MB and 20 seconds. Prints how they ended, per folder and kind of file, and names each that
 * did not end with a documented exit code; then it ends with 1. `--said` keeps what was said of each file as lines of JSON.
 */
import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const SECONDS = 20;
const ENV = { ...process.env, NODE_OPTIONS: '--max-old-space-size=512', TZT_KEY: 'ab'.repeat(32) };

const { values, positionals } = parseArgs({
  options: { said: { type: 'string' }, jobs: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const folder = resolve(positionals[0] ?? '.');
if (values.said) writeFileSync(values.said, '');
const place = mkdtempSync(join(tmpdir(), 'tzt-outside-'));
const counts = new Map();
const wrong = [];
const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();
try {
  const waiting = paths.values();
  await Promise.all(Array.from({ length: Number(values.jobs) }, () => work(waiting)));
} finally {
  rmSync(place, { recursive: true, force: true });
}
for (const [kind, ends] of [...counts].sort())
  process.stdout.write(`${kind}: ${JSON.stringify(Object.fromEntries(ends))}\n`);
for (const one of wrong) process.stdout.write(`WRONG ${JSON.stringify(one)}\n`);
process.exitCode = wrong.length > 0 ? 1 : 0;

async function work(waiting) {
  for (const path of waiting) {
    const outcome = await run(path);
    const kind = `${relative(folder, path).split('/')[0]} ${extname(path).toLowerCase()}`;
    const ends = counts.get(kind) ?? new Map();
    counts.set(kind, ends.set(outcome.code, (ends.get(outcome.code) ?? 0) + 1));
    if (![0, 1, 2, 3].includes(outcome.code) || /\n\s+at /.test(outcome.errors)) wrong.push({ path, ...outcome });
    if (values.said) appendFileSync(values.said, `${JSON.stringify({ path, ...outcome })}\n`);
  }
}

/** Runs the program as a CI server would; `code` is null when it was stopped for its time. */
function run(path) {
  const args = [
    CLI,
    'validate',
    path,
    '--no-store',
    '--report',
    'json=-',
    '--as-of',
    '2026-04-02',
    '--no-progress',
    '--quiet',
  ];
  const start = process.hrtime.bigint();
  return new Promise((settle, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: place,
      env: ENV,
      timeout: SECONDS * 1000,
      killSignal: 'SIGKILL',
    });
    let [printed, errors] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (part) => (printed += part));
    child.stderr.setEncoding('utf8').on('data', (part) => (errors += part));
    child.on('error', reject);
    child.on('close', (code) => {
      const seconds = Number(process.hrtime.bigint() - start) / 1e9;
      settle({ code, seconds, ...reported(printed), errors });
    });
  });
}

function reported(text) {
  if (text === '') return {};
  const { run, inputs, findings, notices } = JSON.parse(text);
  return { verdict: run.verdict, inputs, findings, notices };
}
