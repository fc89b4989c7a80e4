import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deliver, faults, linesOf, validated } from './delivered.ts';

const EXAMPLE = readFileSync(new URL('../material/aw319/example.asc', import.meta.url));

describe('the example message', () => {
  it('gives its four performance records as lines, minutes by the unit of each', async () => {
    const read = await deliver({ 'voorbeeld.asc': EXAMPLE });
    expect(linesOf(read)).toEqual([
      '3 1062 20485 20499 240',
      '4 1062 20500 20512 150',
      '6 1062 20485 20512 420',
      '7 1062 20454 20484 -120',
    ]);
    expect(faults(read)).toEqual([
      'voorbeeld.asc:1 ei-test-message 0105 Soort bericht',
      'voorbeeld.asc:3 ei-mixed-units 0419 Tijdseenheid zorgperiode',
    ]);
  });

  it('names its clients by the number of the provider and tells that it is a test', async () => {
    const { inputs, findings } = await validated({ 'voorbeeld.asc': EXAMPLE });
    expect(inputs[0]).toMatchObject({ format: 'aw319', role: 'claims', rows: 4, encoding: 'windows-1252', test: true });
    const cap = findings.find(({ rule }) => rule === 'monthly-cap-exceeded');
    expect(cap).toMatchObject({ client: 'C0002', month: '2026-02', data: { netMinutes: 420, excessMinutes: 30 } });
  });

  it('has exactly the findings its content implies', async () => {
    const { findings } = await validated({ 'voorbeeld.asc': EXAMPLE });
    expect(findings.map(({ rule }) => rule)).toEqual([
      'credit-exceeds-debit',
      'monthly-cap-exceeded',
      'credit-without-debit',
      'ei-mixed-units',
      'ei-test-message',
      'late-line',
    ]);
  });
});

describe('the samples', () => {
  const folder = (name: string) => {
    const path = new URL(`../../samples/${name}/`, import.meta.url);
    return Object.fromEntries(
      ['declaratie-maart.asc', 'indicaties.csv', 'leveringsvormen.csv', 'clienten.csv'].map((file) => [
        file,
        readFileSync(new URL(file, path)),
      ]),
    );
  };

  it.each([
    ['aw319-wijkverpleging', ['monthly-cap-exceeded 6', 'zvw-without-indication 12'], 6, 5],
    ['aw319-wlz', ['vpt-client 8'], 6, 6],
  ])('%s has the findings its page tells', async (name, findings, total, technology) => {
    const { findings: found, run, summary } = await validated(folder(name));
    expect(found.map(({ rule, places }) => `${rule} ${places.map(({ row }) => row).join(',')}`)).toEqual(findings);
    expect(run.verdict).toBe('rejected');
    expect(summary.lines).toMatchObject({ total, technology });
  });
});
