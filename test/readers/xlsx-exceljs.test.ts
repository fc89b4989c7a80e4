import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf, readAll } from './xlsx-build.ts';

async function written(fill: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet('Declaraties'), workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function firstSheet(
  fill: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void,
): Promise<readonly (readonly string[])[]> {
  return ((await readAll(await written(fill))).sheets[0]?.rows ?? []).map(cellsOf);
}

describe('a workbook written by exceljs reads back equal', () => {
  it('with texts, numbers, booleans, errors and formulas', async () => {
    const rows = await firstSheet((sheet) => {
      sheet.addRow(['clientnummer', 'prestatiecode', 'aantal']);
      sheet.addRow(['C1001', 1062, 6.5]);
      sheet.addRow([' spatie ', true, { error: '#N/A' }]);
      sheet.addRow([{ formula: 'SUM(C2,C2)', result: 13 }, { formula: 'A2', result: 'C1001' }, 0.1 + 0.2]);
      sheet.addRow([{ richText: [{ text: 'H1' }, { text: '38', font: { bold: true } }] }, null, 'x']);
      sheet.addRow([{ text: 'link', hyperlink: 'https://example.com' }]);
    });
    expect(rows).toEqual([
      ['text clientnummer', 'text prestatiecode', 'text aantal'],
      ['text C1001', 'number 1062', 'number 6.5'],
      ['text  spatie', 'boolean TRUE', 'error #N/A'],
      ['number 13', 'text C1001', 'number 0.3'],
      ['text H138', 'text', 'text x'],
      ['text link'],
    ]);
  });

  it('with dates, moments, durations and padded numbers', async () => {
    const rows = await firstSheet((sheet) => {
      const row = sheet.addRow([
        new Date(Date.UTC(2026, 2, 1)),
        new Date(Date.UTC(2026, 2, 1, 18, 30, 5)),
        0.2708333333333333,
        12345678,
      ]);
      row.getCell(1).numFmt = 'dd-mm-yyyy';
      row.getCell(2).numFmt = 'dd-mm-yyyy hh:mm:ss';
      row.getCell(3).numFmt = '[h]:mm';
      row.getCell(4).numFmt = '000000000';
    });
    expect(rows).toEqual([['date 2026-03-01', 'date 2026-03-01 18:30:05', 'time 6:30', 'text 012345678']]);
  });

  it('in the epoch of 1904', async () => {
    const bytes = await written((sheet, workbook) => {
      workbook.properties.date1904 = true;
      sheet.addRow([new Date(Date.UTC(2026, 2, 1))]).getCell(1).numFmt = 'dd-mm-yyyy';
    });
    const { sheets, notices } = await readAll(bytes);
    expect(cellsOf(sheets[0]?.rows[0])).toEqual(['date 2026-03-01']);
    expect(notices).toEqual([{ id: 'date-epoch-1904', data: {} }]);
  });

  it('with gaps, merged cells, several sheets and hidden ones', async () => {
    const bytes = await written((sheet, workbook) => {
      sheet.getCell('B3').value = 'a';
      sheet.getCell('D3').value = 1;
      sheet.getCell('A7').value = 'samen';
      sheet.mergeCells('A7:C8');
      workbook.addWorksheet('Oud', { state: 'veryHidden' }).addRow(['b']);
    });
    const { sheets } = await readAll(bytes);
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Declaraties', false],
      ['Oud', true],
    ]);
    expect(sheets[0]?.rows.map(({ row }) => row)).toEqual([3, 7]);
    expect(sheets[0]?.rows.map(cellsOf)).toEqual([['text', 'text a', 'text', 'number 1'], ['text samen']]);
  });

  it('with any texts and numbers', async () => {
    // exceljs does not escape what looks like an escape, nor a lone carriage return.
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((value) => !/_x|[\r\uFFFE\uFFFF]/.test(value));
    const number = fc.oneof(
      fc.integer({ min: -1e9, max: 1e9 }),
      fc
        .tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 1, max: 4 }))
        .map(([digits, scale]) => digits / 10 ** scale),
    );
    const grid = fc.array(fc.array(fc.oneof(text, number), { minLength: 1, maxLength: 5 }), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(grid, async (values) => {
        const bytes = await written((sheet) => sheet.addRows(values));
        const rows = (await readAll(bytes)).sheets[0]?.rows ?? [];
        expect(rows.map(({ cells }) => cells)).toEqual(
          values.map((row) => row.map((value) => String(value === 0 ? 0 : value))),
        );
        expect(rows.map(({ kinds, cells }) => kinds ?? cells.map(() => 'text'))).toEqual(
          values.map((row) => row.map((value) => (typeof value === 'string' ? 'text' : 'number'))),
        );
      }),
      { numRuns: 25 },
    );
  });
});
