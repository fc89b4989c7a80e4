/**
 * Files that are large or strange enough to exhaust a program, each run through the command line with a heap of 512 MB:
 * `node test/hostile/large-files.mjs [--folder DIR] [NAME…]` prints a table of exit codes, CPU seconds, peak memory and first findings, and ends
 * with 1 when a code is not a documented one. The files (`files.mjs`) are made one by one in a folder that is removed.
 */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { FILES } from './files.mjs';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const { values, positionals } = parseArgs({ options: { folder: { type: 'string' } }, allowPositionals: true });
const folder = mkdtempSync(join(values.folder ?? tmpdir(), 'tzt-hostile-'));
let isRight = true;
try {
  const names = positionals.length > 0 ? positionals : Object.keys(FILES);
  process.stdout.write('file | exit | CPU s | peak MB | what it says\n');
  for (const name of names) {
    const delivery = join(folder, 'delivery');
    mkdirSync(delivery);
    for (const [file, pieces] of Object.entries(FILES[name])) writeFile(join(delivery, file), pieces());
    const { code, cpu, peak, said } = await run(delivery);
    // An internal error is the bug that is looked for here; null is a signal, as that of a heap that is full.
    isRight &&= [0, 1, 2, 3].includes(code);
    process.stdout.write(`${[name, code, cpu.toFixed(1), peak, said].join(' | ')}\n`);
    for (const left of ['delivery', 'reports', 'store']) rmSync(join(folder, left), { recursive: true, force: true });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = isRight ? 0 : 1;

function writeFile(path, pieces) {
  const file = openSync(path, 'w');
  for (const piece of pieces) writeSync(file, piece);
  closeSync(file);
}

/** Runs the program as a user does; CPU and memory are what /usr/bin/time measured of it. */
function run(path) {
  const measured = join(folder, 'measured');
  const args = [
    '-f',
    '%U %S %M',
    '-o',
    measured,
    process.execPath,
    CLI,
    'validate',
    path,
    '--as-of',
    '2026-04-03',
    '--no-progress',
    '--store',
    join(folder, 'store', 'tzt.sqlite'),
    '--out',
    join(folder, 'reports'),
  ];
  const env = { ...process.env, NODE_OPTIONS: '--max-old-space-size=512', TZT_KEY: 'ab'.repeat(32) };
  return new Promise((resolve, reject) => {
    const child = spawn('/usr/bin/time', args, { cwd: folder, env });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => (text += part));
    child.on('error', reject);
    child.on('close', (code) => {
      const [user, system, kilobytes] = readFileSync(measured, 'utf8').trim().split('\n').at(-1).split(' ').map(Number);
      const said = text.replaceAll(/\s+/g, ' ').slice(0, 160);
      resolve({ code: code > 100 ? null : code, cpu: user + system, peak: Math.round(kilobytes / 1024), said });
    });
  });
}
