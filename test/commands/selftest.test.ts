import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SAMPLES_FOLDER } from '../../src/commands/rule-samples.ts';
import { selftest } from '../../src/commands/selftest.ts';
import { CATALOGUE } from '../../src/pipeline/catalogue.ts';
import { recordingShell } from './recording-shell.ts';

async function run(folder?: string, lang: 'nl' | 'en' = 'nl'): Promise<{ exit: number; lines: string[] }> {
  const { shell, output } = recordingShell();
  const exit = await selftest({ lang }, shell, folder);
  return { exit, lines: output().trimEnd().split('\n') };
}

describe('the selftest of the shipped samples', () => {
  it('finds in every sample what the sample says, and nothing else', async () => {
    const { exit, lines } = await run();
    expect(lines.filter((line) => line.includes('KLOPT NIET') || line.startsWith('MISLUKT'))).toEqual([]);
    expect(exit).toBe(0);
    expect(lines.at(-1)).toMatch(new RegExp(`^GESLAAGD: ${CATALOGUE.length} regels, `));
  });

  it('shows every rule of the catalogue with its good and bad rows', async () => {
    const { lines } = await run(undefined, 'en');
    expect(lines[0]).toMatch(/^rule +good +bad +outcome$/);
    const table = lines.slice(1, CATALOGUE.length + 1);
    expect(table.map((line) => line.split(' ')[0])).toEqual(CATALOGUE.map(({ id }) => id));
    expect(table.filter((line) => !/^[a-z0-9-]+ +[1-9]\d* +[1-9]\d* +holds$/.test(line))).toEqual([]);
  });
});

describe('a sample that does not hold', () => {
  let folder = '';
  const path = (name: string) => join(folder, name);
  const replace = (name: string, from: string | RegExp, to: string) =>
    writeFileSync(path(name), readFileSync(path(name), 'utf8').replace(from, to));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tzt-samples-'));
    cpSync(SAMPLES_FOLDER, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('fails when a finding was expected and is not made', async () => {
    replace('vpt-client.csv', ';C3041;H138;02-03', 'vpt-client;C3041;H138;02-03');
    const { exit, lines } = await run(folder);
    expect(exit).toBe(4);
    expect(lines).toContain('vpt-client.csv: rij 2: vpt-client verwacht, maar niet gevonden');
    expect(lines.at(-1)).toMatch(/^MISLUKT: bij 1 van \d+ regels/);
  });

  it('fails when a finding is made that was not expected, of whichever rule', async () => {
    replace('late-line.csv', ';90;de meeste', ';92;de meeste');
    const { exit, lines } = await run(folder);
    expect(exit).toBe(4);
    expect(lines).toContain('late-line.csv: rij 2: not-multiple-of-five gevonden, maar niet verwacht');
    expect(lines.find((line) => line.startsWith('late-line '))).toMatch(/KLOPT NIET$/);
    expect(lines.find((line) => line.startsWith('not-multiple-of-five '))).toMatch(/klopt$/);
  });

  it('tells a finding on the file as a whole from one on its first row', async () => {
    replace('missing-column.csv', 'missing-column@bestand', 'missing-column');
    const { exit, lines } = await run(folder, 'en');
    expect(exit).toBe(4);
    expect(lines).toContain('missing-column.csv: row 2: expected missing-column, but it was not found');
    expect(lines).toContain('missing-column.csv: whole file: found missing-column, but it was not expected');
  });

  it('counts two findings of one rule on one row as two', async () => {
    replace('vpt-client.csv', 'vpt-client;C3041', 'vpt-client vpt-client;C3041');
    expect((await run(folder)).lines).toContain('vpt-client.csv: rij 3: vpt-client verwacht, maar niet gevonden');
  });

  it('fails on a finding in the shared registers, and names the file', async () => {
    appendFileSync(path('registers/leveringsvormen.csv'), 'C3099;thuis;01-01-2026;;\n');
    const { exit, lines } = await run(folder);
    expect(exit).toBe(4);
    expect(lines.find((line) => line.startsWith('vpt-client.csv'))).toMatch(
      /registers.leveringsvormen\.csv, rij 18: unknown-delivery-form gevonden/,
    );
  });

  it('fails when a rule has no sample, no good row or no bad row, and says what to add', async () => {
    rmSync(path('late-line.csv'));
    replace('end-before-start.csv', /\n;.*/, '');
    replace('zero-quantity.csv', /\nzero-quantity.*/, '');
    const { exit, lines } = await run(folder);
    expect(exit).toBe(4);
    expect(lines).toContain('late-line: er is geen voorbeeld; maak samples/rules/late-line.csv');
    expect(lines).toContain(
      'end-before-start: het voorbeeld heeft geen goede rij (met een lege cel in de kolom verwacht)',
    );
    expect(lines).toContain('zero-quantity: het voorbeeld heeft geen rij met zero-quantity in de kolom verwacht');
  });

  it('fails on a file that belongs to no rule', async () => {
    cpSync(path('late-line.csv'), path('later-line.csv'));
    const { exit, lines } = await run(folder);
    expect(exit).toBe(4);
    expect(lines.find((line) => line.startsWith('later-line.csv'))).toMatch(/hoort bij geen regel/);
    expect(lines.at(-1)).toMatch(/^MISLUKT/);
  });
});
