import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manyFindings } from './many-findings.ts';
import { workplace } from './run-tzt.ts';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const FAULTY = fileURLToPath(new URL('../../samples/alle-regels', import.meta.url));
const CLAIMS = 'clientnummer;prestatiecode;begindatum;minuten\nC1;1062;02-03-2026;60\n';

let place: Awaited<ReturnType<typeof workplace>>;
beforeAll(async () => {
  place = await workplace();
  await place.write(new Map([['d.csv', CLAIMS]]));
});
afterAll(() => place.remove());

const everything = (folder: string) => readdirSync(folder, { recursive: true }).map(String);

describe('a run that is asked to end', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s ends with %i and leaves nothing half-written', async (signal, exitCode) => {
    const args = ['validate', '-', '--out', 'afgebroken', '--as-of', '2026-04-03'];
    const child = spawn(process.execPath, [CLI, ...args], { cwd: place.folder, stdio: ['pipe', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.stdin.on('error', () => undefined);
    const ended = once(child, 'close');
    // More than a pipe holds: when it is gone the program reads, and waits for the rest.
    await new Promise<void>((taken) => child.stdin.write(CLAIMS.repeat(20_000), () => taken()));
    child.kill(signal);
    expect(await ended).toEqual([exitCode, null]);
    expect(said).toContain('Afgebroken.');
    expect(everything(place.folder).filter((name) => /afgebroken|\.tzt$/.test(name))).toEqual([]);
  });
});

/** Resolves when there is a file of this kind in a folder that may not be there yet. */
async function seen(folder: string, kind: RegExp): Promise<void> {
  while (!existsSync(folder) || !readdirSync(folder).some((name) => kind.test(name))) await sleep(1);
}

describe('a run that is asked to end while it writes a report', () => {
  it.each([
    ['one report', 'html'],
    ['several, which a thread makes', 'html,xlsx'],
  ])('ends with 143 and leaves no part of a report: %s', async (_, reports) => {
    await place.write(new Map([['veel.csv', manyFindings(5000)]]));
    const out = join(place.folder, 'midden', reports.replace(',', '-'));
    const args = ['validate', 'veel.csv', '--out', out, '--no-store', '--report', reports, '--quiet'];
    const child = spawn(process.execPath, [CLI, ...args], { cwd: place.folder, stdio: ['ignore', 'ignore', 'pipe'] });
    const ended = once(child, 'close');
    await seen(out, /^\..*\.tzt$/);
    child.kill('SIGTERM');
    expect(await ended).toEqual([143, null]);
    // The page may have been complete just before.
    const page = join(out, 'rapport.html');
    if (existsSync(page)) expect((await readFile(page, 'utf8')).slice(-8)).toBe('</html>\n');
    expect(everything(out).filter((name) => name !== 'rapport.html')).toEqual([]);
  });
});

describe('a link in the report folder', () => {
  it('is replaced and not followed', async () => {
    const [out, elsewhere] = [join(place.folder, 'uit'), join(place.folder, 'van-een-ander.txt')];
    await mkdir(out);
    writeFileSync(elsewhere, 'blijft staan');
    for (const name of ['report.json', 'rapport.html']) symlinkSync(elsewhere, join(out, name));
    const { exitCode } = await place.tzt(['validate', 'd.csv', '--out', 'uit', '--as-of', '2026-04-03', '--no-store']);
    expect(exitCode).toBe(3);
    expect(await readFile(elsewhere, 'utf8')).toBe('blijft staan');
    expect((await stat(join(out, 'report.json'))).mode & 0o777).toBe(0o600);
  });
});

describe('what is no file', () => {
  it('is refused by name, and not waited for', async () => {
    const { exitCode, stderr } = await place.tzt(['validate', '/dev/zero', '--no-store']);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('/dev/zero is geen gewoon bestand')]);
  });
});

describe('a reader who leaves', () => {
  it.each([
    ['before the end of a long answer', ['validate', FAULTY, '--no-store', '--report', 'json=-', '--quiet'], 1],
    ['before the first line', ['rules'], 0],
  ] as const)('%s costs nothing but the rest of it', async (_, args, exitCode) => {
    const child = spawn(process.execPath, [CLI, ...args], { cwd: place.folder });
    child.stdout.destroy();
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const [code] = await once(child, 'close');
    expect({ code, said }).toEqual({ code: exitCode, said: '' });
  });
});

describe.runIf(existsSync('/dev/full'))('a full disk behind standard output', () => {
  it.each([
    ['a report', ['--report', 'json=-', '--quiet']],
    ['the summary', ['--report', 'json', '--out', 'vol']],
  ])('ends with 2 and says so when %s goes there: the exit code must not tell of the delivery', async (_, more) => {
    const args = [CLI, 'validate', 'd.csv', '--no-store', '--as-of', '2026-04-03', ...more];
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, args, { cwd: place.folder, stdio: ['ignore', full, 'pipe'] });
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    expect(await once(child, 'close')).toEqual([2, null]);
    closeSync(full);
    expect(said).toContain('De uitvoer is niet te schrijven: de schijf is vol.');
  });
});
