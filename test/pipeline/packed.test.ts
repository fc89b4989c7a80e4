import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/domain/limits.ts';
import { aw319, aw319File } from '../builders/aw319.ts';
import { syntheticBsn } from '../oracle/synthetic-bsn.ts';
import { zipOf } from '../readers/xlsx-build.ts';
import { copied, made } from './copied.ts';
import { deliver, faults, linesOf } from './delivered.ts';

const CSV = 'clientnummer;prestatiecode;begindatum;minuten\nC1;1062;02-03-2026;60\n';
const MESSAGE = aw319File(aw319([{ number: 'C2', bsn: syntheticBsn(2), lines: [{}] }]));

describe('a packed file', () => {
  it.each([
    ['a CSV in a gzip', gzipSync(CSV), ['2 1062 20514 20514 60']],
    ['a message in a gzip', gzipSync(MESSAGE), ['3 1062 20514 20514 60']],
    ['a CSV in a zip', zipOf([{ name: 'maart.csv', data: CSV }]), ['2 1062 20514 20514 60']],
    [
      'a CSV and a message in one zip',
      zipOf([
        { name: 'maart.csv', data: CSV },
        { name: '__MACOSX/._maart.csv', data: 'x' },
        { name: 'maart.asc', data: MESSAGE },
      ]),
      ['2 1062 20514 20514 60', '3 1062 20514 20514 60'],
    ],
  ])('is read like what is in it: %s', async (_, bytes, lines) => {
    const read = await deliver({ 'maart.pak': bytes });
    expect(linesOf(read)).toEqual(lines);
    expect(faults(read)).toEqual([]);
  });

  it('is refused when it grows more than anything honest does', async () => {
    const blank = Buffer.alloc(101_000_000, ' ');
    const bombs = [gzipSync(blank), zipOf([{ name: 'maart.csv', data: blank }])];
    for (const bomb of bombs) {
      const { findings } = await deliver({ 'maart.pak': bomb });
      expect(findings[0]).toMatchObject({
        rule: 'unreadable-file',
        data: { reason: 'limit-exceeded', facts: { limit: 'inflation', maximum: 250 } },
      });
    }
  });

  it('that is stored as it is, is no larger than the limit of its entries', async () => {
    const stored = zipOf([{ name: 'maart.csv', data: CSV.repeat(100), stored: true }]);
    const { findings } = await deliver({ 'maart.zip': stored }, { limits: { ...DEFAULT_LIMITS, entryBytes: 1000 } });
    expect(findings[0]).toMatchObject({ data: { reason: 'limit-exceeded', facts: { limit: 'entryBytes' } } });
  });

  it('names each file of an archive', async () => {
    const { inputs } = await deliver({ 'maart.zip': zipOf([{ name: 'Maart.csv', data: CSV }]) });
    expect(inputs[0]).toMatchObject({ name: 'maart.zip', sheet: 'maart.csv', format: 'csv', packed: 'zip' });
  });

  it.each([
    ['a gzip that was cut', gzipSync(CSV).subarray(0, 30)],
    [
      'an archive of which one file is no text',
      zipOf([
        { name: 'a.csv', data: CSV },
        { name: 'b.pdf', data: '%PDF-1.7' },
      ]),
    ],
    ['an archive in a gzip', gzipSync(zipOf([{ name: 'a.csv', data: CSV }]))],
  ])('that cannot be read is reported: %s', async (_, bytes) => {
    expect(faults(await deliver({ 'maart.pak': bytes })).join()).toContain('unreadable-file');
  });

  it('is refused when more comes out of it than the limit', async () => {
    const limits = { ...DEFAULT_LIMITS, entryBytes: CSV.length };
    expect(faults(await deliver({ 'a.gz': gzipSync(CSV) }, { limits }))).toEqual([]);
    const less = { ...limits, entryBytes: CSV.length - 1 };
    expect(faults(await deliver({ 'a.gz': gzipSync(CSV) }, { limits: less })).join()).toContain('unreadable-file');
  });

  it.each([
    ['a CSV in a gzip', 'a.csv.gz', gzipSync(CSV), 'a.csv', null],
    ['a CSV in a gzip of another name', 'a.pak', gzipSync(CSV), 'a.pak', '.csv'],
    ['a message in a gzip', 'a.asc.gz', gzipSync(MESSAGE), 'a.asc', '.csv'],
    ['a CSV in a zip', 'a.zip', zipOf([{ name: 'Map/Maart.csv', data: CSV }]), 'map/maart.csv', null],
  ])(
    'gives copies of what is in it, unpacked and called after that: %s',
    async (_, name, bytes, fileName, extension) => {
      const { sources } = await copied({ [name]: bytes });
      expect(sources[0]).toMatchObject({ fileName, isPacked: true });
      expect(sources[0]?.extension('annotated')).toBe(extension);
      expect((await made(sources[0], 'annotated')).bytes.toString()).toContain('02-03-2026');
    },
  );

  it('gives copies of each file of an archive with claims', async () => {
    const archive = zipOf([
      { name: 'indicaties.csv', data: 'clientnummer;indicatie;begindatum\nC1;wijkverpleging;01-01-2024\n' },
      { name: 'maart.csv', data: CSV },
      { name: 'maart.asc', data: MESSAGE },
    ]);
    const { sources } = await copied({ 'maart.zip': archive });
    expect(sources.map(({ name }) => name)).toEqual(['maart.zip/maart.csv', 'maart.zip/maart.asc']);
    const copies = await Promise.all(sources.map(async (source) => (await made(source, 'rejected')).bytes.toString()));
    expect(copies[0]).toMatch(/\nC1;1062;02-03-2026;60;onbeslist;/);
    expect(copies[1]).toBe(MESSAGE);
  });

  it('gives no copy once it holds something else, or nothing that can be unpacked', async () => {
    const other = zipOf([{ name: 'maart.csv', data: CSV.replace('60', '61') }]);
    for (const changed of [other, zipOf([]), Buffer.from('weg')]) {
      const run = await copied({ 'a.zip': zipOf([{ name: 'maart.csv', data: CSV }]) }, {}, { 'a.zip': changed });
      await expect(made(run.sources[0], 'annotated')).rejects.toMatchObject({ reason: 'changed' });
    }
  });
});
