import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { syntheticBsn } from '../oracle/synthetic-bsn.ts';
import { type Outcome, workplace } from './run-tzt.ts';

/** BSNs in every place an export may have them, also where they do not belong. All are made from an obviously synthetic range. */
const bsn = (number: number) => syntheticBsn(number);
const dotted = (text: string) => `${text.slice(0, 4)}.${text.slice(4, 6)}.${text.slice(6)}`;
const SEEDED = Array.from({ length: 40 }, (_, index) => bsn(index + 1));

const HEADER =
  'Clientnummer;BSN;Prestatiecode;Begindatum;Einddatum;Aantal;Eenheid;Referentienummer;Credit voor;Wet;AGB;Uzovi;Opmerking';
const ROWS = [
  // in its own column, and in one that has only BSNs
  `C1;${bsn(1)};H138;01-03-2026;31-03-2026;395;minuut;R-1;;Wlz;;;`,
  `;${bsn(2)};H138;01-03-2026;31-03-2026;395;minuut;R-2;;Wlz;;;`,
  // as clientnummer, as reference, inside a longer reference, in a free text
  `${bsn(3)};${bsn(3)};H138;01-03-2026;31-03-2026;395;minuut;${bsn(3)};;Wlz;;;${bsn(3)}`,
  `${bsn(4)};;H138;01-03-2026;31-03-2026;395;minuut;R${bsn(1)}-001;;Wlz;;;`,
  `C5;${bsn(5)};H138;01-03-2026;31-03-2026;395;minuut;2026${bsn(5)}07;;Wlz;;;`,
  // in columns where they make a fault that quotes the cell
  `C6;${bsn(6)};H138;${bsn(6)};31-03-2026;30;minuut;R-6;;Wlz;;;`,
  `C7;${bsn(7)};H138;01-03-2026;${dotted(bsn(7))};30;minuut;R-7;;Wlz;;;`,
  `C8;${bsn(8)};H138;01-03-2026;31-03-2026;a${bsn(8)};minuut;R-8;;Wlz;;;`,
  `C9;${bsn(9)};H138;01-03-2026;31-03-2026;30;${bsn(9)};R-9;;Wlz;;;`,
  `C10;${bsn(10)};H138;01-03-2026;31-03-2026;30;minuut;R-10;;${bsn(10)};;;`,
  `C11;${bsn(11)};H138;01-03-2026;31-03-2026;30;minuut;R-11;;Wlz;${bsn(11)};${bsn(11)};`,
  // as code, as look-alike, as credited reference, in a conflict of keys, in a ragged row
  `C12;${bsn(12)};${bsn(12)};01-03-2026;31-03-2026;30;minuut;R-12;;Wlz;;;`,
  `C13;${bsn(13)};H138;01-03-2026;31-03-2026;-30;minuut;R-13;${bsn(13)};Wlz;;;`,
  `C14;${bsn(14)};H138;01-03-2026;31-03-2026;30;minuut;R-14;;Wlz;;;`,
  `C14;${bsn(15)};H138;01-03-2026;31-03-2026;30;minuut;R-15;;Wlz;;;`,
  `${bsn(16)};${bsn(16)};H138;01-03-2026`,
  // twice the same reference
  `C17;${bsn(17)};H138;01-03-2026;31-03-2026;30;minuut;${bsn(17)};;Wlz;;;`,
  `C18;${bsn(18)};H138;01-03-2026;31-03-2026;30;minuut;${bsn(17)};;Wlz;;;`,
];
const FORMS = [
  'BSN;Leveringsvorm;Begindatum;Einddatum',
  `${bsn(1)};${bsn(19)};01-01-2025;`,
  `${bsn(2)};MPT;01-01-2025;${bsn(20)}`,
];
const CLIENTS = ['Clientnummer;BSN;Overlijdensdatum', `C1;${bsn(1)};01-02-2026`, `C21;${bsn(21)};${bsn(22)}`];

let place: Awaited<ReturnType<typeof workplace>>;
let outcome: Outcome;
beforeAll(async () => {
  place = await workplace();
  await place.write(
    new Map([
      [`aanlevering/declaraties-${bsn(23)}.csv`, [HEADER, ...ROWS].join('\r\n')],
      ['aanlevering/leveringsvormen.csv', FORMS.join('\r\n')],
      ['aanlevering/indicaties.csv', `BSN;Indicatie;Begindatum\r\n${bsn(1)};${bsn(24)};01-01-2025\r\n`],
      ['aanlevering/clienten.csv', CLIENTS.join('\r\n')],
      ['aanlevering/onbekend.csv', `Naam;${bsn(25)}\r\nx;${bsn(25)}\r\n`],
    ]),
  );
  const reports = ['--report', 'json,xlsx,csv,markdown,sarif,junit,github,gitlab'];
  outcome = await place.tzt([
    'validate',
    'aanlevering',
    '--as-of',
    '2026-04-02',
    '--verbose',
    '--out',
    'uit',
    ...reports,
  ]);
});
afterAll(() => place.remove());

describe('no BSN of the input occurs anywhere in what tzt writes', () => {
  it('judged the delivery at all', () => {
    expect(outcome.exitCode).toBe(1);
  });

  it('not on the terminal', () => {
    expect(seededIn(outcome.stdout + outcome.stderr)).toEqual([]);
  });

  it.each([
    ['report.json'],
    ['bevindingen.csv'],
    ['samenvatting.md'],
    ['bevindingen.sarif'],
    ['junit.xml'],
    ['github-annotaties.txt'],
    ['gl-code-quality-report.json'],
  ])('not in %s', async (name) => {
    expect(seededIn(await readFile(join(place.folder, 'uit', name), 'latin1'))).toEqual([]);
  });

  it('not in any part of the workbook', async () => {
    const { openZip } = await import('../../src/readers/zip.ts');
    const { DEFAULT_LIMITS } = await import('../../src/domain/limits.ts');
    const { fileSource } = await import('../../src/commands/sources.ts');
    const zip = await openZip(await fileSource(join(place.folder, 'uit', 'bevindingen.xlsx')), DEFAULT_LIMITS);
    let text = '';
    for (const name of zip.names)
      for await (const chunk of zip.part(name)?.chunks() ?? []) text += Buffer.from(chunk).toString('latin1');
    expect(text.length).toBeGreaterThan(1000);
    expect(seededIn(text)).toEqual([]);
  });

  it('not in the store, nor in its journal', async () => {
    const files = (await readdir(join(place.folder, 'reports'))).filter((name) => name.includes('sqlite'));
    expect(files.length).toBeGreaterThan(0);
    for (const name of files)
      expect(seededIn(await readFile(join(place.folder, 'reports', name), 'latin1')), name).toEqual([]);
  });

  it('not in what the store gives back', async () => {
    const list = await place.tzt(['runs', 'list']);
    const id = /^\d{8}-\S+/m.exec(list.stdout)?.[0] ?? '';
    const shown = await place.tzt(['runs', 'show', id]);
    expect(shown.stdout).toContain('AFGEKEURD');
    expect(seededIn(list.stdout + shown.stdout)).toEqual([]);
  });
});

/** The BSNs that occur in a text, with or without dots. */
function seededIn(text: string): string[] {
  return SEEDED.flatMap((one) => [one, dotted(one)]).filter((one) => text.includes(one));
}
