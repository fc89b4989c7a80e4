import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { Expected } from '../oracle/expected.ts';
import { judge } from '../oracle/judge.ts';
import { brokenBsn, syntheticBsn, syntheticBsnWithZero } from '../oracle/synthetic-bsn.ts';
import { AW320_SAMPLES, aw320Sample } from './aw320.ts';
import { readSample, textOf } from './read-sample.ts';
import { contentsOf, workbookOf } from './workbook.ts';

const SAMPLES = new URL('../../samples', import.meta.url).pathname;
const sample = (name: string, files?: readonly string[]) => judge(readSample(`${SAMPLES}/${name}`, files));
const rulesOf = ({ findings, faults, clientFaults }: Expected) =>
  [...findings, ...faults, ...clientFaults].map(({ rule }) => rule).sort();

/** `file:row` of every place a table in a README names, with the rule of its row. */
function tableOf(readme: string): string[] {
  return readme.split('\n').flatMap((line) => {
    const rule = /`([a-z0-9-]+)`/.exec(line)?.[1];
    const place = /\| ([a-z-]+): ([\d, ]+) \|/.exec(line);
    if (!line.startsWith('|') || rule === undefined || place === null) return [];
    return (place[2] ?? '').split(', ').map((row) => `${rule} ${place[1]}.csv:${row}`);
  });
}

/** The same from the judge, for the rules of which the places are settled. */
function placesOf({ findings, faults }: Expected): string[] {
  return [
    ...findings.flatMap(({ rule, places }) => places.map((place) => `${rule} ${place}`)),
    ...faults.map(({ rule, place }) => `${rule} ${place}`),
  ];
}

describe('the good month', () => {
  it('has no finding at all and is approved', () => {
    const expected = sample('goede-maand');
    expect(rulesOf(expected)).toEqual([]);
    expect(expected.verdict).toBe('approved');
    expect(expected.lines).toMatchObject({ total: 18, technology: 13, approved: 13, ignored: 5 });
  });

  it('has clients on exactly 390 minutes and none above', () => {
    const months = sample('goede-maand').months;
    expect(months.filter(({ eligible }) => eligible === 390).map(({ client }) => client)).toEqual([
      'C1001',
      'C1002',
      'C1003',
      'C1012',
    ]);
    expect(Math.max(...months.map(({ eligible }) => eligible))).toBe(390);
  });

  it('is incomplete without its registers', () => {
    expect(sample('goede-maand', ['declaraties.csv']).verdict).toBe('incomplete');
  });

  it('is the same as a workbook', async () => {
    const file = `${SAMPLES}/goede-maand-xlsx/goede-maand.xlsx`;
    const made = await workbookOf(`${SAMPLES}/goede-maand`).xlsx.writeBuffer();
    if (process.env.TZT_WRITE_SAMPLES === '1') writeFileSync(file, Buffer.from(made));
    const [kept, fresh] = [new exceljs.Workbook(), new exceljs.Workbook()];
    await kept.xlsx.readFile(file);
    // Read back as well: exceljs gives a duration back as a date.
    await fresh.xlsx.load(made);
    expect(contentsOf(kept)).toEqual(contentsOf(fresh));
  });
});

describe('the month with every rule', () => {
  const expected = sample('alle-regels', ['declaraties.csv', 'leveringsvormen.csv', 'indicaties.csv', 'clienten.csv']);
  const table = tableOf(readFileSync(`${SAMPLES}/alle-regels/README.md`, 'utf8'));

  it('finds in every row of the table what the table says, and nothing else', () => {
    // A ragged row is a matter of the file, and a fault of a client as a whole has no row of its own.
    const clientWide = ['client-key-conflict', 'overlapping-delivery-forms'];
    const settled = table.filter((entry) => !['ragged-row', ...clientWide].some((rule) => entry.startsWith(rule)));
    expect(placesOf(expected).sort()).toEqual(settled.sort());
    expect(expected.clientFaults.map(({ rule, client }) => `${rule} ${client}`)).toEqual([
      'client-key-conflict C2041',
      'overlapping-delivery-forms C2053',
    ]);
    expect(expected.verdict).toBe('rejected');
  });

  it('names every rule once', () => {
    const rules = new Set(table.map((entry) => entry.split(' ')[0]));
    expect(rules.size).toBe(48);
  });

  it('has a client of its own for every rule, but for the cap that a repair would exceed', () => {
    const perClient = new Map<string, string[]>();
    for (const { client, rule } of expected.findings) perClient.set(client, [...(perClient.get(client) ?? []), rule]);
    expect([...perClient].filter(([, rules]) => rules.length > 1)).toEqual([
      ['C2002', ['monthly-cap-exceeded-if-repaired', 'zvw-without-indication']],
    ]);
  });
});

describe('the exports of other systems', () => {
  it.each([
    ['ons-achtig', 'rejected', ['monthly-cap-exceeded', 'vpt-client']],
    ['windows-export', 'approved', ['late-line', 'late-line']],
    ['uren-export', 'rejected', ['credit-without-debit', 'monthly-cap-exceeded']],
  ])('%s is %s', (name, verdict, rules) => {
    const expected = sample(name);
    expect(rulesOf(expected)).toEqual(rules);
    expect(expected.verdict).toBe(verdict);
  });

  it.each(['ons-achtig', 'uren-export'])('the README of %s names the rows that are found', (name) => {
    const table = tableOf(readFileSync(`${SAMPLES}/${name}/README.md`, 'utf8'));
    expect(placesOf(sample(name)).sort()).toEqual(table.sort());
  });

  it('the row a spreadsheet shows is counted without the line breaks in remarks', () => {
    const { claims } = readSample(`${SAMPLES}/windows-export`);
    const march = claims.find(({ file }) => file === 'declaraties-maart.csv');
    expect([march?.headerRow, march?.rows.length]).toEqual([4, 9]);
  });
});

describe('the return messages', () => {
  it.each(AW320_SAMPLES)('$file answers its declaration; TZT_WRITE_SAMPLES=1 writes it again', (sampled) => {
    const file = `${SAMPLES}/aw320/${sampled.file}`;
    const made = aw320Sample(SAMPLES, sampled);
    if (process.env.TZT_WRITE_SAMPLES === '1') writeFileSync(file, made);
    expect(readFileSync(file).equals(made)).toBe(true);
  });
});

describe('all samples', () => {
  const folders = readdirSync(SAMPLES, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== 'rules',
  );

  it.each(folders.map(({ name }) => name))('%s has a README that says which verdict is expected', (name) => {
    const readme = `${SAMPLES}/${name}/README.md`;
    expect(existsSync(readme) && readFileSync(readme, 'utf8')).toMatch(/Verwacht oordeel: (goedgekeurd|afgekeurd)/);
  });

  it('hold no BSN but synthetic ones', () => {
    const known = new Set(['999999999', brokenBsn(5), syntheticBsnWithZero(1).slice(1)]);
    for (let n = 0; n < 80; n++) known.add(syntheticBsn(n));
    const files = folders.flatMap(({ name }) =>
      readdirSync(`${SAMPLES}/${name}`).map((file) => `${SAMPLES}/${name}/${file}`),
    );
    const bsns = files.filter((file) => file.endsWith('.csv')).flatMap((file) => bsnCells(textOf(readFileSync(file))));
    expect(bsns.length).toBeGreaterThan(10);
    expect(bsns.filter((bsn) => !known.has(bsn))).toEqual([]);
  });
});

/** Whatever stands in a cell of its own and has the length of a BSN; AGB codes and dates of eight digits are no such thing. */
function bsnCells(text: string): string[] {
  return [...text.matchAll(/(?<=[;,])\d{8,9}(?=[;,\r\n])/g)]
    .map(([cell]) => cell)
    .filter((cell) => !cell.startsWith('41999'));
}
