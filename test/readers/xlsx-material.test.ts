import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { WorkbookText } from './xlsx-build.ts';
import { cellsOf, readAll } from './xlsx-build.ts';

const MATERIAL = new URL('../material/', import.meta.url);

function bytesOf(path: string): Buffer {
  return readFileSync(new URL(path, MATERIAL));
}

const read = (path: string): Promise<WorkbookText> => readAll(bytesOf(path));

/** The rows of a sheet as `row number: cells`. */
async function table(path: string, sheet = 0): Promise<Readonly<Record<number, readonly string[]>>> {
  const { sheets } = await read(path);
  return Object.fromEntries((sheets[sheet]?.rows ?? []).map((row) => [row.row, row.cells]));
}

async function kinds(path: string): Promise<readonly (readonly string[])[]> {
  return ((await read(path)).sheets[0]?.rows ?? []).map(cellsOf);
}

describe('dates and durations', () => {
  it.each(['date.xlsx', 'date_1904.xlsx'])('are the same in both epochs (%s)', async (file) => {
    expect(await kinds(`xlsx/calamine/${file}`)).toEqual([
      ['date 2021-01-01', 'number 15'],
      ['date 2021-01-02', 'number 16'],
      ['time 255:10:10', 'number 17'],
    ]);
  });

  it('start in 1904 at day 0', async () => {
    expect(await kinds('xlsx/exceljs/1904.xlsx')).toEqual([['text', 'date 1904-01-01']]);
  });

  it('may be stored as ISO 8601', async () => {
    const cells = (await kinds('xlsx/calamine/date_iso.xlsx')).slice(0, 3);
    expect(cells).toEqual([['date 2021-01-01'], ['date 2021-01-01 10:10:10'], ['time 10:10:10']]);
  });

  it('are recognised behind quoted text in the format', async () => {
    expect(await kinds('xlsx/calamine/date_quoted_format.xlsx')).toEqual(
      Array.from({ length: 4 }, () => ['date 2021-01-01']),
    );
    expect((await kinds('xlsx/exceljs/dateIssue.xlsx'))[1]).toEqual(['date 2020-11-20']);
  });
});

describe('numbers', () => {
  it('lose the noise of binary sums', async () => {
    const rows = await table('xlsx/frictionless/adjust-floating-point-error.xlsx');
    expect(rows[2]?.slice(1)).toEqual(['60.565', '242.26', '242.26']);
    expect(rows[3]?.slice(1)).toEqual(['68.665', '274.66', '274.66']);
  });

  it('stay what is stored, not what is displayed', async () => {
    expect(await table('xlsx/frictionless/number-format-multicode.xlsx')).toEqual({
      1: ['col1'],
      2: ['4.51119775197299'],
      3: ['-9.03233986479077'],
      4: ['15.7929464439101'],
    });
    const percentages = await table('xlsx/frictionless/preserve-formatting-percentage.xlsx');
    expect([2, 3, 4].map((row) => percentages[row]?.[1])).toEqual(['0.52', '0.3', '0.06']);
    const formats = await table('xlsx/frictionless/preserve-formatting.xlsx');
    expect(formats[2]).toEqual(['', ...Array(5).fill('1000.5577'), ...Array(5).fill('2040-05-20')]);
  });

  it('that are identifiers stay text', async () => {
    const rows = await table('xlsx/frictionless/cast-int-to-string-issue-1251.xlsx');
    expect([rows[2]?.[0], rows[3]?.[0]]).toEqual(['001', '002']);
    for (const sheet of [0, 1]) {
      expect(await table('xlsx/calamine/string-ref.xlsx', sheet)).toEqual({ 1: ['col1'], 2: ['-8086931554011838357'] });
    }
  });
});

describe('sheets', () => {
  const languages = { 2: ['1', 'english'], 3: ['2', '中国人'] };

  it('are all given, whichever of them hold something', async () => {
    expect(await table('xlsx/frictionless/table.xlsx')).toEqual({ 1: ['id', 'name'], ...languages });
    const second = await read('xlsx/frictionless/sheet2.xlsx');
    expect(second.notices).toEqual([{ id: 'empty-sheet', data: { sheet: 'Sheet1' } }]);
    expect(second.sheets[1]?.rows.map(({ cells }) => cells)).toEqual([['id', 'name'], ...Object.values(languages)]);
    const cities = (await read('xlsx/frictionless/sheets.xlsx')).sheets.map(({ rows }) => rows[1]?.cells[1]);
    expect(cities).toEqual(['london', 'paris', 'rome']);
  });

  it('say when they are hidden, and charts are skipped', async () => {
    const { sheets, notices } = await read('xlsx/calamine/any_sheets.xlsx');
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Visible', false],
      ['Hidden', true],
      ['VeryHidden', true],
    ]);
    expect(notices.slice(0, 3).map(({ id, data }) => [id, data.sheet])).toEqual([
      ['hidden-sheet', 'Hidden'],
      ['hidden-sheet', 'VeryHidden'],
      ['chart-sheet-skipped', 'Chart'],
    ]);
    const chart = await read('xlsx/exceljs/chart-sheet.xlsx');
    expect(chart.sheets.map(({ name, rows }) => [name, rows.length])).toEqual([['Sheet1', 7]]);
  });

  it('without rows say so', async () => {
    const { sheets, notices } = await read('xlsx/calamine/empty_sheet.xlsx');
    expect(sheets[0]?.rows).toEqual([]);
    expect(notices).toEqual([{ id: 'empty-sheet', data: { sheet: 'Sheet1' } }]);
  });
});

describe('rows', () => {
  it('keep their true numbers when the header is not the first', async () => {
    expect(await table('xlsx/calamine/header-row.xlsx')).toEqual({
      3: ['', '', 'Note 1'],
      9: ['Columns', 'Column A', 'Column B', 'Column C'],
      10: ['put data here', '1', '2', '3'],
    });
    expect((await table('xlsx/calamine/temperature-in-middle.xlsx'))[4]).toEqual(['', 'label', 'value']);
    expect(await table('xlsx/calamine/no-header.xlsx')).toEqual({ 3: ['a', '0'], 4: ['b', '1'] });
    expect(Object.keys(await table('xlsx/frictionless/issue-1024.xlsx')).slice(0, 6)).toEqual([
      '7',
      '8',
      '9',
      '10',
      '11',
      '12',
    ]);
    expect(Object.keys(await table('xlsx/frictionless/multiline-headers.xlsx'))).toEqual(['1', '4', '5', '6']);
    expect((await table('xlsx/frictionless/skip-rows.xlsx'))[2]).toEqual(['A', 'B']);
  });

  it('may be ragged, with a blank one between', async () => {
    const rows = await table('xlsx/frictionless/issue-312.xlsx');
    expect(rows[1]).toEqual(['id', 'name', '', 'name']);
    expect(rows[4]).toEqual(['11', 'english']);
    expect(rows[5]).toBeUndefined();
    expect(rows[6]).toEqual(['2', 'german', '1', '2', '3']);
    expect((await table('xlsx/exceljs/many-columns.xlsx'))[2]).toHaveLength(20);
  });

  it('are the same with and without addresses in the cells', async () => {
    const rows = await table('xlsx/calamine/issue_261.xlsx');
    expect(rows).toEqual(await table('xlsx/calamine/issue_261_fixed_by_excel.xlsx'));
    expect(Object.keys(rows).at(-1)).toBe('66');
  });

  it('hold the value of merged cells in the top left one', async () => {
    expect(await table('xlsx/frictionless/merged-cells.xlsx')).toEqual({ 1: ['data'] });
    expect((await table('xlsx/calamine/merged_range.xlsx', 1))[4]).toEqual(['', 'B4', '', '', 'E4']);
  });
});

describe('texts', () => {
  it('keep entities, white space and line breaks', async () => {
    expect((await table('xlsx/calamine/encoded_entities.xlsx'))[1]).toEqual(['&']);
    for (const sheet of [0, 1]) {
      const rows = await table('xlsx/calamine/whitespace_trim.xlsx', sheet);
      expect(rows[2]).toEqual(['  line1\nline2  ', '  line1\nline2  ']);
      expect(rows[3]).toEqual(['日期 时间']);
    }
    expect(await table('xlsx/calamine/has_x000D_.xlsx')).toEqual({ 1: ['ABC\r\nDEF'] });
    expect(await table('xlsx/calamine/has_x000D_inline.xlsx')).toEqual({ 1: ['ABC\r\nDEF'] });
    expect(await table('xlsx/exceljs/shared_string_with_escape.xlsx')).toEqual({ 1: ['_x000D_'] });
  });

  it('may be empty', async () => {
    expect(await table('xlsx/calamine/empty_shared_string.xlsx')).toEqual({ 1: ['abc'] });
    expect(await table('xlsx/calamine/empty_shared_string_value.xlsx')).toEqual({
      1: ['Name', 'City', 'Status'],
      2: ['Alice', '', 'Active'],
      3: ['', 'Berlin'],
    });
    expect((await table('xlsx/calamine/empty_s_attribute.xlsx'))[2]).toEqual(['John', '1']);
  });

  it('may stand in the cell itself, as CDATA or beside a stray value', async () => {
    expect((await table('xlsx/calamine/inlineStr_cdata.xlsx'))[1]).toEqual(['Hello CDATA', 'World']);
    const rows = await table('xlsx/calamine/inlineStr_with_value.xlsx');
    expect([rows[1]?.[4], rows[2]?.[4], rows[2]?.[3]]).toEqual(['ID', 'RQ11610', '1.']);
  });

  it('may be rich, and prefixed', async () => {
    expect(await table('xlsx/calamine/richtext-after-plain.xlsx')).toEqual({
      1: ['abcd', 'abcd', 'abcd', 'abcd'],
      2: ['tvalrval1rval2', 'rval1rval2', 'rval1rval2', 'rval1rval2'],
    });
    expect((await table('xlsx/calamine/richtext-namespaced.xlsx'))[1]?.[7]).toBe('shared string\nLine 2\nLine 3');
    expect(await table('xlsx/calamine/issue9.xlsx')).toEqual({
      1: ['test1'],
      2: ['test2 other'],
      3: ['test3 aaa'],
      4: ['test4'],
    });
  });
});

describe('formulas and errors', () => {
  it('give the stored results', async () => {
    expect(await kinds('xlsx/calamine/issue_391.xlsx')).toEqual(
      Array.from({ length: 7 }, (_, row) => [`number ${row + 1}`]),
    );
    expect(Object.values(await table('xlsx/calamine/shared_formula_simple.xlsx')).map((row) => row[1])).toEqual([
      '2',
      '4',
      '6',
    ]);
    const formulas = await table('xlsx/calamine/formula.issue.xlsx');
    expect([formulas[1]?.[0], formulas[13]?.[6], formulas[14]?.[9]]).toEqual(['23', '2', 'US']);
    expect((await table('xlsx/exceljs/formulas.xlsx'))[1]?.[0]).toBe('someone@example.com');
  });

  it('stay errors', async () => {
    const errors = ['#DIV/0!', '#NAME?', '#VALUE!', '#NULL!', '#REF!', '#NUM!', '#N/A'];
    expect(await kinds('xlsx/calamine/errors.xlsx')).toEqual(errors.map((error) => [`error ${error}`]));
  });
});

describe('odd packaging', () => {
  it('is read', async () => {
    expect(await table('xlsx/calamine/issue_419.xlsx')).toEqual({ 1: ['Hello'] });
    expect(await table('xlsx/calamine/nonstandard-xml-ns-prefix.xlsx')).toEqual({
      1: ['a', 'b'],
      2: ['1', '3'],
      3: ['2', '4'],
    });
    const strict = await table('xlsx/calamine/strict_iso_paths.xlsx');
    expect([Object.keys(strict).length, strict[1]?.[0], strict[2]?.[1]]).toEqual([76, 'Item', '1.5']);
  });
});

describe('files that hurt other readers', () => {
  it('hold nothing when they hold only a data validation over all cells', async () => {
    const { sheets, notices } = await read('hostile/exceljs/test-issue-1842.xlsx');
    expect(sheets[0]?.rows).toEqual([]);
    expect(notices.map(({ id }) => id)).toEqual(['empty-sheet']);
  });

  it('are refused when text stands before the sheet', async () => {
    await expect(read('hostile/exceljs/invalid-xml.xlsx')).rejects.toMatchObject({
      reason: 'damaged-workbook',
      data: { sheet: 'Sheet1', part: 'xl/worksheets/sheet1.xml' },
    });
  });

  it('are read as far as they go when parts are missing: texts become error cells', async () => {
    const [first, second] = await kinds('hostile/exceljs/missing-bits.xlsx');
    expect(first).toEqual(Array(14).fill('error #REF!'));
    expect(second?.slice(7)).toEqual([
      'text',
      'number 41775.2029243403',
      'number 41775.2029243403',
      'error #REF!',
      'number 32644.2029245023',
      'error #REF!',
      'number 42',
    ]);
  });

  it('are read when a defined name makes no sense', async () => {
    expect(await table('hostile/exceljs/bogus-defined-name.xlsx')).toEqual({ 1: ['OFFSET($A$10;0;0;0;1)'] });
  });
});
