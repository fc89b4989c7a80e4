import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aw319, aw319File } from '../builders/aw319.ts';
import { syntheticBsn } from '../oracle/synthetic-bsn.ts';
import { type Workroom, workroom } from './workroom.ts';

let place: Workroom;
beforeAll(() => {
  place = workroom();
});
afterAll(() => place.remove());

const HEADER = 'clientnummer;prestatiecode;begindatum;einddatum;minuten;referentienummer';
const CLAIMS = `${HEADER}\r\nC1;1062;01-03-2026;31-03-2026;390;R1\r\nC1;1062;02-03-2026;02-03-2026;30;R2\r\nC1;1000;01-03-2026;31-03-2026;60;R3\r\n`;
const REGISTERS = {
  'indicaties.csv': 'clientnummer;indicatie;begindatum\nC1;wijkverpleging;01-01-2026\n',
  'leveringsvormen.csv': 'clientnummer;leveringsvorm;begindatum\nC9;VPT;01-01-2026\n',
};
const ADDED = ';tzt_oordeel;tzt_minuten_toegestaan;tzt_regels;tzt_toelichting';

/** Not the folder where the key of the pseudonyms lies. */
const isOurs = (name: string) => name !== 'reports';

/** A run in a folder of its own. */
async function run(name: string, files: Readonly<Record<string, string | Uint8Array>>, ...args: string[]) {
  const cwd = join(place.folder, name);
  await mkdir(cwd, { recursive: true });
  place.write(new Map(Object.entries(files).map(([file, content]) => [`${name}/${file}`, content])));
  const outcome = await place.tzt(['validate', ...Object.keys(files), '--no-store', '--as-of', '2026-04-03', ...args], {
    cwd,
  });
  const text = (file: string) => readFile(join(cwd, file), 'utf8');
  return {
    ...outcome,
    cwd,
    text,
    list: async (folder: string) => (await readdir(join(cwd, folder))).filter(isOurs).sort(),
  };
}

describe('tzt validate --report annotated,split', () => {
  it('writes three copies of a file of claims and none of a register, and names them', async () => {
    const { exitCode, stdout, list, text } = await run(
      'drie',
      { 'maart.csv': CLAIMS, ...REGISTERS },
      '--out',
      'uit',
      '--report',
      'annotated,split',
    );
    expect(exitCode).toBe(1);
    expect(await list('uit')).toEqual(['maart-afgekeurd.csv', 'maart-akkoord.csv', 'maart-tzt.csv']);
    expect(stdout).toContain(join('uit', 'maart-akkoord.csv'));
    expect(await text('uit/maart-akkoord.csv')).toBe(
      `${HEADER}${ADDED}\r\nC1;1062;01-03-2026;31-03-2026;390;R1;akkoord;390;;\r\nC1;1000;01-03-2026;31-03-2026;60;R3;genegeerd;;;\r\n`,
    );
    expect((await text('uit/maart-afgekeurd.csv')).split('\r\n')[1]).toMatch(
      /^C1;1062;02-03-2026;02-03-2026;30;R2;afgekeurd;0;monthly-cap-exceeded;/,
    );
    expect((await text('uit/maart-tzt.csv')).split('\r\n')).toHaveLength(5);
  });

  it('cuts a message into messages and writes a table of it, and says so when it was packed', async () => {
    const client = (n: number, quantity: number) => ({ number: `C${n}`, bsn: syntheticBsn(n), lines: [{ quantity }] });
    const message = (...clients: Parameters<typeof aw319>[0]) => aw319File(aw319(clients));
    const whole = message(client(1, 390), client(2, 400));
    const registers = {
      ...REGISTERS,
      'indicaties.csv': `${REGISTERS['indicaties.csv']}C2;wijkverpleging;01-01-2026\n`,
    };
    const args = ['--out', 'uit', '--report', 'annotated,split'];
    const { exitCode, list, text, stderr } = await run('bericht', { 'maart.asc': whole, ...registers }, ...args);
    expect(exitCode).toBe(1);
    expect(await list('uit')).toEqual(['maart-afgekeurd.asc', 'maart-akkoord.asc', 'maart-tzt.csv']);
    expect(await text('uit/maart-akkoord.asc')).toBe(message(client(1, 390)));
    expect(await text('maart.asc')).toBe(whole);
    expect(stderr).not.toContain('ingepakt');
    const good = message(client(1, 390));
    const packed = await run('ingepakt', { 'maart.asc.gz': gzipSync(good), ...registers }, ...args);
    expect(await packed.list('uit')).toEqual(['maart-akkoord.asc', 'maart-tzt.csv']);
    expect(await packed.text('uit/maart-akkoord.asc')).toBe(good);
    expect(packed.stderr.split('maart.asc.gz is ingepakt; de kopieën van wat erin zit zijn dat niet.')).toHaveLength(2);
    expect(packed.stderr).toContain(`${join('uit', 'maart-afgekeurd.asc')} is niet geschreven`);
  });

  it('writes one copy to standard output, whole, and nothing else there', async () => {
    const { stdout } = await run('pijp', { 'maart.csv': CLAIMS, ...REGISTERS }, '--report', 'annotated=-');
    expect(stdout.split('\r\n')[0]).toBe(`${HEADER}${ADDED}`);
    expect(stdout.split('\r\n')).toHaveLength(5);
  });

  it('gives files of the same name in two folders copies with names of their own', async () => {
    const { list, text } = await run(
      'naamgenoten',
      { 'a/maart.csv': CLAIMS, 'b/maart.csv': CLAIMS.replaceAll('R', 'S') },
      '--out',
      'uit',
      '--report',
      'annotated',
    );
    expect(await list('uit')).toEqual(['maart-2-tzt.csv', 'maart-tzt.csv']);
    expect(await text('uit/maart-tzt.csv')).toContain(';R1;');
    expect(await text('uit/maart-2-tzt.csv')).toContain(';S1;');
  });

  it('never writes over a file of the delivery, however that is called', async () => {
    const { list, text } = await run(
      'eigen',
      { 'maart.csv': CLAIMS, 'MAART-tzt.csv': CLAIMS.replaceAll('R', 'S') },
      '--out',
      '.',
      '--report',
      'annotated',
    );
    expect(await list('.')).toEqual(['MAART-tzt-tzt.csv', 'MAART-tzt.csv', 'maart-2-tzt.csv', 'maart.csv']);
    expect(await text('MAART-tzt.csv')).toBe(CLAIMS.replaceAll('R', 'S'));
  });

  it.each([
    ['the file itself', 'annotated=maart.csv', 'maart.csv: dat is een bestand van de levering zelf'],
    ['one file for two halves', 'split=half.csv', 'split schrijft twee bestanden'],
    ['standard output for two halves', 'split=-', 'split schrijft twee bestanden'],
  ])('refuses %s as the place of a copy, before anything is written', async (_, report, message) => {
    const { exitCode, stderr, list } = await run(
      'plaats',
      { 'maart.csv': CLAIMS },
      '--out',
      'uit',
      '--report',
      'json',
      '--report',
      report,
    );
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
    expect(await list('.')).toEqual(['maart.csv']);
  });

  it('refuses one place for the copies of two files', async () => {
    const { exitCode, stderr } = await run(
      'twee',
      { 'a.csv': CLAIMS, 'b.csv': CLAIMS.replaceAll('R', 'S') },
      '--report',
      'annotated=-',
    );
    expect(exitCode).toBe(2);
    expect(stderr).toContain('er zijn 2 bestanden met declaratieregels');
  });

  it('says which file it could not copy, leaves nothing half behind and writes the other reports', async () => {
    const bytes = Buffer.concat([Buffer.from(CLAIMS), Buffer.from([0xae, 0x0d, 0x0a])]);
    const { stderr, list } = await run(
      'grieks',
      { 'maart.csv': bytes },
      '--encoding',
      'iso-8859-7',
      '--out',
      'uit',
      '--report',
      'split,json',
    );
    expect(stderr).toContain(
      'Van maart.csv is geen kopie gemaakt: de codering van dit bestand is niet zonder verlies terug te schrijven.',
    );
    expect(await list('uit')).toEqual(['report.json']);
  });

  it('says that there is nothing to copy when there are no claims', async () => {
    const { stderr } = await run('geen', REGISTERS, '--out', 'uit', '--report', 'annotated');
    expect(stderr).toContain('Er is geen bestand met declaratieregels om een kopie van te maken.');
  });

  it('says so when copies of another run lie in the folder, and leaves them', async () => {
    const folder = join(place.folder, 'oud', 'uit');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'februari-tzt.csv'), 'oud');
    const { stderr, list } = await run('oud', { 'maart.csv': CLAIMS }, '--out', 'uit', '--report', 'annotated');
    expect(stderr).toContain('kopieën die niet van deze run zijn: februari-tzt.csv');
    expect(await list('uit')).toEqual(['februari-tzt.csv', 'maart-tzt.csv']);
  });

  it('writes the same copies again over those of the same file', async () => {
    const files = { 'maart.csv': CLAIMS };
    await run('weer', files, '--out', 'uit', '--report', 'annotated');
    const { stderr, list } = await run('weer', files, '--out', 'uit', '--report', 'annotated');
    expect(stderr).not.toContain('kopieën');
    expect(await list('uit')).toEqual(['maart-tzt.csv']);
  });
});
