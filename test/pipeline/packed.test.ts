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

  it('cannot be copied, since its bytes are not its rows', async () => {
    const { sources } = await copied({ 'a.gz': gzipSync(CSV) });
    await expect(made(sources[0], 'annotated')).rejects.toThrow('copy refused: format');
  });
});
