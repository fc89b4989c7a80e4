import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Outcome, workplace } from './run-tzt.ts';

const SAMPLE = fileURLToPath(new URL('../../samples/alle-regels', import.meta.url));
const FILES = [
  'bevindingen.sarif',
  'gl-code-quality-report.json',
  'github-annotaties.txt',
  'junit.xml',
  'samenvatting.md',
];

let place: Awaited<ReturnType<typeof workplace>>;
let outcome: Outcome;
const read = (...path: string[]) => readFile(join(place.folder, ...path), 'utf8');

beforeAll(async () => {
  place = await workplace();
  const reports = ['--report', 'sarif,junit,markdown,gitlab', '--report', 'github=-,junit=tests/tzt.xml'];
  outcome = await place.tzt(['validate', SAMPLE, '--as-of', '2026-04-02', '--out', 'uit', ...reports]);
});
afterAll(() => place.remove());

describe('reports for CI', () => {
  it('are written together, each where it was asked for', async () => {
    expect(outcome.exitCode).toBe(1);
    expect((await readdir(join(place.folder, 'uit'))).sort()).toEqual(
      FILES.filter((name) => name !== 'github-annotaties.txt').sort(),
    );
    expect(await read('tests', 'tzt.xml')).toBe(await read('uit', 'junit.xml'));
  });

  it('leave standard output to the one report that was asked for there', () => {
    const lines = outcome.stdout.trimEnd().split('\n');
    expect(lines.filter((line) => !/^::(error|warning|notice) /.test(line))).toEqual([]);
    expect(outcome.stderr).toContain('AFGEKEURD');
  });

  it('are the same when they are written again from the store', async () => {
    const id = /^\d{8}-\S+/m.exec((await place.tzt(['runs', 'list'])).stdout)?.[0] ?? '';
    const again = await place.tzt(['report', id, '--out', 'weer', '--report', 'sarif,junit,github,gitlab,markdown']);
    expect(again).toMatchObject({ exitCode: 0, stderr: '' });
    expect((await readdir(join(place.folder, 'weer'))).sort()).toEqual([...FILES].sort());
    for (const name of FILES.filter((one) => one !== 'github-annotaties.txt')) {
      expect(await read('weer', name), name).toBe(await read('uit', name));
    }
    expect(await read('weer', 'github-annotaties.txt')).toBe(outcome.stdout);
  });

  it('of an earlier run in the same folder are removed', async () => {
    const all = 'sarif,junit,github,gitlab,markdown';
    await place.tzt(['validate', SAMPLE, '--no-store', '--quiet', '--out', 'map', '--report', all]);
    expect((await readdir(join(place.folder, 'map'))).sort()).toEqual([...FILES].sort());
    await place.tzt(['validate', SAMPLE, '--no-store', '--quiet', '--out', 'map', '--report', 'sarif']);
    expect(await readdir(join(place.folder, 'map'))).toEqual(['bevindingen.sarif']);
  });

  it('are named in the help', async () => {
    const { stdout } = await place.tzt(['validate', '--help']);
    for (const name of ['sarif', 'junit', 'github', 'gitlab', 'markdown']) expect(stdout).toContain(name);
  });

  it('that do not exist are refused with the nearest one that does', async () => {
    const { exitCode, stderr } = await place.tzt(['validate', SAMPLE, '--report', 'sarfi']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Bedoelt u "sarif"?');
  });
});
