/**
 * Files that are large or strange enough to exhaust a program, each run through the command line with a heap of 512 MB:
 * `node test/hostile/large-files.mjs [--folder DIR] [NAME…]` prints a table of exit codes, CPU seconds, peak memory and first findings, and ends
 * with 1 when a code is not a documented one. The files are made in a folder of its own, which is removed.
 */
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const HEADER = 'clientnummer;prestatiecode;begindatum;einddatum;aantal;eenheid;referentienummer\n';
const MB = 1 << 20;

/** What stands in each file, piece by piece. */
const FILES = {
  'bad-dates-1m': rows(1e6, (n) => `C${n % 1000};1062;31-02-2026;;60;min;R${n}\n`),
  'other-bad-dates-1m': rows(1e6, (n) => `C${n % 1000};1062;x${n};;60;min;R${n}\n`),
  'duplicate-references-500k': rows(5e5, (n) => `C${n % 20000};1062;0${1 + (n % 9)}-03-2026;;5;min;R${n % 250000}\n`),
  'clients-2m': rows(2e6, (n) => `C${n};1062;02-03-2026;;60;min;R${n}\n`),
  'codes-2m': rows(2e6, (n) => `C1;X${n};02-03-2026;;60;min;R${n}\n`),
  'quote-never-closed-20mb': [
    HEADER,
    'C1;"1062;02-03-2026;;60;min;R1\n',
    repeated('C1;1062;02-03-2026;;60;min;R1\n', 20),
  ],
  'quote-never-closed-200mb': [
    HEADER,
    'C1;"1062;02-03-2026;;60;min;R1\n',
    repeated('C1;1062;02-03-2026;;60;min;R1\n', 200),
  ],
  'quotes-50mb': [HEADER, repeated('"', 50)],
  'line-breaks-100mb': [HEADER, repeated('\n', 100)],
  'returns-100mb': [HEADER, repeated('\r', 100)],
  'cells-of-900kb': rows(100, (n) => `C1;1062;02-03-2026;;60;min;${'x'.repeat(900_000)}${n}\n`),
  'line-200mb': [HEADER, repeated('x', 200)],
  'identical-lines-500k': rows(5e5, () => 'C1;1062;02-03-2026;;60;min;R1\n'),
};

const { values, positionals } = parseArgs({ options: { folder: { type: 'string' } }, allowPositionals: true });
const folder = mkdtempSync(join(values.folder ?? tmpdir(), 'tzt-hostile-'));
let isRight = true;
try {
  const names = positionals.length > 0 ? positionals : Object.keys(FILES);
  process.stdout.write('file | exit | CPU s | peak MB | what it says\n');
  for (const name of names) {
    const path = join(folder, `${name}.csv`);
    writeFile(path, FILES[name]);
    const { code, cpu, peak, said } = await run(path);
    // An internal error is the bug that is looked for here; null is a signal, as that of a heap that is full.
    isRight &&= [0, 1, 2, 3].includes(code);
    process.stdout.write(`${[name, code, cpu.toFixed(1), peak, said].join(' | ')}\n`);
    rmSync(path);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = isRight ? 0 : 1;

function* rows(count, row) {
  yield HEADER;
  for (let n = 0; n < count; n += 1000) {
    yield Array.from({ length: Math.min(1000, count - n) }, (_, at) => row(n + at)).join('');
  }
}

function* repeated(text, megabytes) {
  const piece = text.repeat(Math.ceil(MB / text.length));
  for (let written = 0; written < megabytes * MB; written += piece.length) yield piece;
}

function writeFile(path, pieces) {
  const file = openSync(path, 'w');
  for (const piece of pieces) for (const part of typeof piece === 'string' ? [piece] : piece) writeSync(file, part);
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
