import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { workbookBytes, workbookEntries, zipOf } from '../readers/xlsx-build.ts';
import { deliver, faults, linesOf, validated } from './delivered.ts';
import { type Cell, dateCell, workbookOf } from './workbooks.ts';

const HEADER: readonly Cell[] = ['Cliëntnummer', 'Prestatiecode', 'Begindatum', 'Aantal', 'Eenheid'];
const line = (client: string, ...rest: readonly Cell[]): readonly Cell[] => {
  const [code = 1062, start = dateCell('2026-03-02'), quantity = 1.5, unit = 'uur'] = rest;
  return [client, code, start, quantity, unit];
};
const book = async (...rows: readonly (readonly Cell[])[]) =>
  deliver({ 'd.xlsx': await workbookOf({ Blad1: [HEADER, ...rows] }) });
const FIRST = Math.round(Date.UTC(2026, 2, 2) / 86_400_000);

describe('the cells of a workbook', () => {
  it('are read as what they are: a code that is a number, a date, hours', async () => {
    const delivery = await book(line('C1'));
    expect([linesOf(delivery), faults(delivery)]).toEqual([[`2 1062 ${FIRST} ${FIRST} 90`], []]);
    expect(delivery.inputs[0]).toMatchObject({
      format: 'xlsx',
      sheet: 'Blad1',
      encoding: null,
      delimiter: null,
      decimal: null,
    });
  });

  it.each([
    ['a number', 6.5, 'uur', 390],
    ['a text with a comma', '6,5', 'uur', 390],
    ['a number of minutes', 390, 'min', 390],
    ['a sum with the noise of binary', 0.1 + 0.2, 'uur', 18],
    ['a formula', { formula: '13/2', result: 6.5 }, 'uur', 390],
    ['a text with a colon', '6:30', 'uur', 390],
  ] as const)('give hours as %s', async (_, quantity, unit, minutes) => {
    const { lines } = await book(line('C1', 1062, dateCell('2026-03-02'), quantity, unit));
    expect(lines.minutes(0)).toBe(minutes);
  });

  it('give hours as a duration', async () => {
    const rows = [HEADER, line('C1', 'H138', dateCell('2026-03-02'), 30.25 / 24)];
    const delivery = await deliver({ 'd.xlsx': await workbookOf({ Blad1: { rows, formats: { 3: '[h]:mm' } } }) });
    expect(linesOf(delivery)).toEqual([`2 H138 ${FIRST} ${FIRST} 1815`]);
  });

  it.each([
    ['the code', 1, 'invalid-value Prestatiecode'],
    ['the client', 0, 'invalid-value Cliëntnummer'],
    ['the date', 2, 'invalid-date Begindatum'],
    ['the quantity', 3, 'invalid-number Aantal'],
    ['the unit', 4, 'unit-not-time Eenheid'],
  ])('that are the error of a formula are a finding: %s', async (_, column, fault) => {
    const cells = [...line('C1')];
    cells[column] = { error: '#N/A' };
    const delivery = await book(cells);
    expect(faults(delivery)).toEqual([`Blad1:2 ${fault}`]);
    expect(delivery.findings[0]?.places[0]?.cell).toBe(`${'ABCDE'[column]}2`);
  });

  it('that are a formula whose result was not stored are empty, which is said', async () => {
    const delivery = await book(line('C1', 1062, dateCell('2026-03-02'), { formula: 'A1' } as Cell));
    expect(faults(delivery)).toEqual(['Blad1:2 missing-value Aantal']);
    expect(delivery.inputs[0]?.notices.map(({ id }) => id)).toContain('formula-without-value');
  });

  it.each([
    ['a serial number without a date format', 46_083],
    ['a percentage', 0.5],
    ['TRUE', true],
  ])('are no date when they are %s', async (_, start) => {
    expect(faults(await book(line('C1', 1062, start)))).toEqual(['Blad1:2 invalid-date Begindatum']);
  });

  it('a number of sixteen digits is no quantity', async () => {
    expect(faults(await book(line('C1', 1062, dateCell('2026-03-02'), 1e15, 'min')))).toEqual([
      'Blad1:2 invalid-number Aantal',
    ]);
  });
});

describe('the rows of a workbook', () => {
  it('keep the numbers a spreadsheet shows, across gaps', async () => {
    const delivery = await book([], line('C1'), [], [], line('C2'));
    expect(linesOf(delivery).map((text) => text.split(' ')[0])).toEqual(['3', '6']);
    expect(delivery.findings.map(({ places: [place], data }) => [place?.row, data.rows])).toEqual([
      [2, 1],
      [4, 2],
    ]);
  });

  it.each([20, 21])('below a header on row %i are read', async (headerRow) => {
    const rows = [['Declaraties'], ...Array.from({ length: headerRow - 2 }, () => []), HEADER, line('C1')];
    const { inputs, lines } = await deliver({ 'd.xlsx': await workbookOf({ Blad1: rows }) });
    expect([inputs[0]?.headerRow, lines.length, lines.row(0)]).toEqual([headerRow, 1, headerRow + 1]);
  });

  it('below a header on row 22 are not: nobody knows what the sheet is', async () => {
    const rows = [['Declaraties'], ...Array.from({ length: 20 }, () => []), HEADER, line('C1')];
    expect(faults(await deliver({ 'd.xlsx': await workbookOf({ Blad1: rows }) }))).toEqual(['Blad1:1 unknown-role']);
  });

  it('with a total under them are one finding', async () => {
    const delivery = await book(line('C1'), ['Totaal', null, null, 1.5]);
    expect(faults(delivery)).toEqual(['Blad1:3 missing-value Prestatiecode']);
    expect(delivery.claims).toMatchObject({ rows: 2, technology: 1, unreadable: 1 });
  });

  it('with a note beyond the header are reported, not read', async () => {
    expect(faults(await book([...line('C1'), null, 'navragen']))).toEqual(['Blad1:2 ragged-row']);
  });

  it('of a second table on the sheet are reported, not counted as other care', async () => {
    const delivery = await book(
      line('C1'),
      [],
      ['Clientnummer', 'Leveringsvorm', 'Begindatum'],
      ['C1', 'VPT', dateCell('2026-01-01')],
    );
    expect(faults(delivery)).toEqual(['Blad1:3 empty-row', 'Blad1:4 ragged-row', 'Blad1:5 ragged-row']);
    expect(delivery.claims?.ignored.size).toBe(0);
  });
});

describe('the sheets of a workbook', () => {
  const forms = [
    ['Clientnummer', 'Leveringsvorm', 'Begindatum'],
    ['C1', 'MPT', dateCell('2026-01-01')],
  ];
  const indications = [
    ['Clientnummer', 'Indicatie', 'Begindatum'],
    ['C1', 'Zvw', dateCell('2026-01-01')],
  ];

  it('have each a role of their own', async () => {
    const bytes = await workbookOf({ Regels: [HEADER, line('C1')], Vormen: forms, Indicaties: indications });
    const { inputs, registers } = await deliver({ 'd.xlsx': bytes });
    expect(inputs.map(({ sheet, role, rows }) => [sheet, role, rows])).toEqual([
      ['Regels', 'claims', 1],
      ['Vormen', 'deliveryForms', 1],
      ['Indicaties', 'indications', 1],
    ]);
    expect(registers.given).toEqual(new Set(['deliveryForms', 'indications']));
  });

  it('with claims are read together', async () => {
    const bytes = await workbookOf({ Maart: [HEADER, line('C1')], April: [HEADER, line('C2'), line('C3')] });
    const { claims, inputs, lines } = await deliver({ 'd.xlsx': bytes });
    expect(claims).toMatchObject({ rows: 3, technology: 3 });
    expect([0, 1, 2].map((number) => inputs[lines.input(number)]?.sheet)).toEqual(['Maart', 'April', 'April']);
  });

  it('that are hidden are read, which is said', async () => {
    const bytes = await workbookOf({
      Regels: [HEADER, line('C1')],
      Oud: { rows: [HEADER, line('C2')], state: 'veryHidden' },
    });
    const { claims, inputs } = await deliver({ 'd.xlsx': bytes });
    expect(claims?.rows).toBe(2);
    expect(inputs.flatMap(({ notices }) => notices)).toEqual([{ id: 'hidden-sheet', data: { sheet: 'Oud' } }]);
  });

  it('that are blank beside others are said and are no fault', async () => {
    const delivery = await deliver({ 'd.xlsx': await workbookOf({ Blad1: [], Regels: [HEADER, line('C1')] }) });
    expect(faults(delivery)).toEqual([]);
    expect(delivery.inputs.flatMap(({ notices }) => notices)).toEqual([
      { id: 'empty-sheet', data: { sheet: 'Blad1' } },
    ]);
  });

  it('that are all blank are an empty file', async () => {
    const { findings } = await deliver({ 'd.xlsx': await workbookOf({ Blad1: [], Blad2: [[null]] }) });
    expect(findings.map(({ data }) => data.reason)).toEqual(['empty-file']);
  });

  it('of which nobody knows what they are, are findings of their own', async () => {
    const bytes = await workbookOf({ Regels: [HEADER, line('C1')], Toelichting: [['Gemaakt door', 'Jan']] });
    expect(faults(await deliver({ 'd.xlsx': bytes }))).toEqual(['Toelichting:1 unknown-role']);
  });

  it('may be chosen by name', async () => {
    const bytes = await workbookOf({ Maart: [HEADER, line('C1')], April: [HEADER, line('C2'), line('C3')] });
    expect((await deliver({ 'd.xlsx': bytes }, { sheet: 'April' })).claims?.rows).toBe(2);
    const { findings } = await deliver({ 'd.xlsx': bytes }, { sheet: 'Mei' });
    expect(findings.map(({ data }) => data)).toEqual([{ reason: 'no-sheets', facts: { detail: 'Mei' } }]);
  });

  it('decide their decimal sign each for itself', async () => {
    const texts = (aantal: string): (readonly Cell[])[] => [HEADER, line('C1', 'H138', '02-03-2026', aantal, 'uur')];
    const { inputs } = await deliver({ 'd.xlsx': await workbookOf({ Komma: texts('0,5'), Punt: texts('0.5') }) });
    expect(inputs.map(({ decimal }) => decimal)).toEqual([',', '.']);
  });
});

describe('a workbook that is broken halfway a sheet', () => {
  const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const sheetRow = (row: number, cells: readonly string[]) =>
    `<row r="${row}">${cells.map((text, index) => cell(`${'ABCDE'[index]}${row}`, text)).join('')}</row>`;
  const rows = (header: readonly string[], count: number, of: (n: number) => readonly string[]) =>
    [header, ...Array.from({ length: count }, (_, n) => of(n))].map((cells, at) => sheetRow(at + 1, cells)).join('');
  const broken = (data: string) => workbookBytes({ sheet: `<worksheet><sheetData>${data}<row r="999"><c t="` });

  it('keeps the rows before, and says that there is more', async () => {
    const data = rows(['clientnummer', 'prestatiecode', 'begindatum', 'minuten'], 40, (n) => [
      `C${n}`,
      '1062',
      '02-03-2026',
      '5',
    ]);
    const delivery = await deliver({ 'd.xlsx': broken(data) });
    expect(delivery.claims).toMatchObject({ rows: 40, technology: 40 });
    expect(delivery.findings).toMatchObject([
      { rule: 'unreadable-file', data: { reason: 'damaged-workbook', facts: { sheet: 'Blad1', row: 41 } } },
    ]);
    expect((await validated({ 'd.xlsx': broken(data) })).run).toMatchObject({ verdict: 'rejected', exitCode: 1 });
  });

  it('does not give a register that may have had more', async () => {
    const data = rows(['clientnummer', 'leveringsvorm', 'begindatum'], 40, (n) => [`C${n}`, 'MPT', '01-01-2026']);
    const { registers } = await deliver({ 'd.xlsx': broken(data) });
    expect(registers.given.has('deliveryForms')).toBe(false);
  });

  it('does not keep the sheets behind it from being read', async () => {
    const entries = workbookEntries({
      sheets: '<sheet name="Stuk" sheetId="1" r:id="rId1"/><sheet name="Heel" sheetId="2" r:id="rId9"/>',
      links:
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/heel.xml"/>',
      sheet: '<worksheet><sheetData><row r="1"><c t="',
      more: [
        {
          name: 'xl/worksheets/heel.xml',
          data: `<worksheet><sheetData>${rows(['clientnummer', 'prestatiecode', 'begindatum', 'minuten'], 3, (n) => [`C${n}`, '1062', '02-03-2026', '5'])}</sheetData></worksheet>`,
        },
      ],
    });
    const delivery = await deliver({ 'd.xlsx': zipOf(entries) });
    expect(delivery.claims?.rows).toBe(3);
    expect(faults(delivery)).toEqual(['Stuk:0 unreadable-file']);
  });
});

describe('a workbook that exceljs wrote', () => {
  it('with merged cells has a value in the first of them only', async () => {
    const workbook = new exceljs.Workbook();
    const sheet = workbook.addWorksheet('Blad1');
    for (const row of [HEADER, line('C1'), line('C1')]) sheet.addRow([...row]);
    sheet.mergeCells('A2:A3');
    const delivery = await deliver({ 'd.xlsx': Buffer.from(await workbook.xlsx.writeBuffer()) });
    expect(faults(delivery)).toEqual(['Blad1:3 missing-value Cliëntnummer']);
  });

  it('that counts from 1904 has the same days', async () => {
    const workbook = new exceljs.Workbook();
    workbook.properties.date1904 = true;
    workbook.addWorksheet('Blad1').addRows([[...HEADER], [...line('C1')]]);
    workbook.getWorksheet('Blad1')!.getCell('C2').numFmt = 'dd-mm-yyyy';
    const { inputs, lines } = await deliver({ 'd.xlsx': Buffer.from(await workbook.xlsx.writeBuffer()) });
    expect(lines.first(0)).toBe(FIRST);
    expect(inputs[0]?.notices.map(({ id }) => id)).toEqual(['date-epoch-1904']);
  });
});
