import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRuleSamples, SAMPLES_FOLDER } from '../../src/commands/rule-samples.ts';
import { brokenBsn, syntheticBsn, syntheticBsnWithZero } from '../oracle/synthetic-bsn.ts';

const samples = readRuleSamples(SAMPLES_FOLDER);

describe('the samples of the rules', () => {
  it('are found by the name of their rule, the good counterpart behind the bad file', () => {
    expect(readRuleSamples(SAMPLES_FOLDER, 'missing-column').map(({ name }) => name)).toEqual([
      'missing-column.csv',
      'missing-column-goed.csv',
    ]);
    expect(readRuleSamples(SAMPLES_FOLDER, 'monthly-cap-exceeded').map(({ name }) => name)).toEqual([
      'monthly-cap-exceeded.csv',
    ]);
  });

  it('of a file that cannot mark itself take their marks from beside it', () => {
    const [broken, whole] = readRuleSamples(SAMPLES_FOLDER, 'unreadable-file');
    expect(broken?.marks).toEqual([{ rule: 'unreadable-file', row: null }]);
    expect(whole?.marks).toEqual([]);
    expect(whole?.rows.map(({ row }) => row)).toEqual([2, 3]);
  });

  it('of an unreadable file is the first half of the good one', () => {
    const [broken, whole] = readRuleSamples(SAMPLES_FOLDER, 'unreadable-file');
    const half = Math.floor((whole?.bytes.length ?? 0) / 2);
    expect(Buffer.from(broken?.bytes ?? [])).toEqual(Buffer.from(whole?.bytes.subarray(0, half) ?? []));
  });

  it('all have a column that explains their rows', () => {
    const silent = samples.filter(
      ({ name, headings }) => name !== 'unknown-role.csv' && headings.at(-1) !== 'toelichting',
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('hold no BSN but synthetic ones', () => {
    const known = new Set(['999999999', brokenBsn(102), syntheticBsnWithZero(100), syntheticBsnWithZero(101).slice(1)]);
    for (let n = 100; n < 120; n++) known.add(syntheticBsn(n));
    const found = samples.flatMap(({ headings, rows }) => {
      const column = headings.indexOf('bsn');
      return column < 0 ? [] : rows.map(({ cells }) => (cells[column] ?? '').replaceAll('.', ''));
    });
    expect(found.length).toBeGreaterThan(10);
    // What has no eight digits is no BSN: it is there to be refused.
    expect(found.filter((bsn) => bsn.length >= 8 && !known.has(bsn))).toEqual([]);
  });

  it('have nothing in other columns that has the length of a BSN', () => {
    const cells = samples.flatMap(({ headings, rows }) =>
      rows.flatMap((row) => row.cells.filter((_, column) => headings[column] !== 'bsn')),
    );
    expect(cells.filter((cell) => /(?<!\d)\d{9}(?!\d)/.test(cell))).toEqual([]);
    const registers = join(SAMPLES_FOLDER, 'registers');
    const shared = readdirSync(registers).map((name) => readFileSync(join(registers, name), 'utf8'));
    expect(shared.filter((text) => /(?<!\d)\d{8,9}(?!\d)/.test(text))).toEqual([]);
  });
});
