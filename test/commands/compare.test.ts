import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aw319, aw319File } from '../builders/aw319.ts';
import { syntheticBsn } from '../oracle/synthetic-bsn.ts';
import { type Workroom, workroom } from './workroom.ts';

const BSN = syntheticBsn(1);
const CSV = 'clientnummer;prestatiecode;begindatum;minuten;referentienummer;bedrag\nC1;1062;02-03-2026;60;R1;60,00\n';
const message = (quantity: number) =>
  aw319File(
    aw319([
      {
        bsn: BSN,
        lines: [
          { reference: 'R1', quantity },
          { reference: 'R2', code: '1000' },
        ],
      },
    ]),
  );

let place: Workroom;
beforeAll(() => {
  place = workroom();
  place.write(
    new Map<string, string | Buffer>([
      ['maart/export.csv', CSV],
      ['maart/clienten.csv', `clientnummer;bsn\nC1;${BSN}\n`],
      ['maart/bericht.asc', message(60)],
      ['anders.asc.gz', gzipSync(message(75))],
      ['leeg.csv', ''],
      ['indicaties.csv', 'clientnummer;indicatie;begindatum\nC1;wijkverpleging;01-01-2026\n'],
    ]),
  );
});
afterAll(() => place.remove());

const compare = (...args: string[]) => place.tzt(['compare', ...args, '--as-of', '2026-04-03']);

describe('tzt compare', () => {
  it('is 0 when a folder and the message in it say the same, and says what it compared', async () => {
    const { exitCode, stdout, stderr } = await compare('maart', 'maart/bericht.asc');
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Export export.csv naast bericht bericht.asc');
    expect(stdout).toContain('1000: 0 in de export, 1 in het bericht');
    expect(stdout).toContain('De ene technologieregel is gelijk.');
  });

  it('is 1 with the differences, in the language asked for and as JSON that its schema takes, without a BSN', async () => {
    const { exitCode, stdout } = await compare('maart', 'anders.asc.gz', '--lang', 'en');
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    const told = await compare('maart/export.csv', 'anders.asc.gz', '--json');
    expect(told.exitCode).toBe(1);
    const schema = JSON.parse(readFileSync(new URL('../../schemas/comparison.schema.json', import.meta.url), 'utf8'));
    const validate = new Ajv2020({ strict: false }).compile(schema);
    expect([validate(JSON.parse(told.stdout)), validate.errors]).toEqual([true, null]);
    expect(told.stdout).not.toContain(BSN);
    const english = await compare('maart/export.csv', 'anders.asc.gz', '--lang', 'en');
    expect(english.stdout).toContain('time 1:00 hours in the export, 1:15 hours in the message');
  });

  it('is 3 when one side cannot be read, and does not call the lines of the other missing', async () => {
    const { exitCode, stdout } = await compare('leeg.csv', 'maart/bericht.asc');
    expect([exitCode, stdout]).toEqual([3, expect.stringMatching(/leeg[\s\S]*Er is niets vergeleken/)]);
    const none = await compare('leeg.csv', 'leeg.csv');
    expect(none.exitCode).toBe(2);
  });

  it.each([
    [
      'the message first',
      ['maart/bericht.asc', 'maart/export.csv'],
      'bericht.asc is een bericht (AW319), geen export.',
    ],
    ['two exports', ['maart/export.csv', 'maart/clienten.csv'], 'is geen AW319.'],
    [
      'a register for an export',
      ['indicaties.csv', 'maart/bericht.asc'],
      'In indicaties.csv staan geen declaratieregels.',
    ],
    ['a file that is not there', ['weg.csv', 'maart/bericht.asc'], 'Bestand of map niet gevonden: weg.csv'],
    ['one file', ['maart/export.csv'], 'bericht'],
  ])('is 2 for %s, and says what to give', async (_, paths, sentence) => {
    const { exitCode, stdout, stderr } = await compare(...paths);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(sentence);
  });
});
