import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SheetCell } from '../../src/reporters/xlsx/cell.ts';
import { columnName } from '../../src/reporters/xlsx/row-xml.ts';
import { EXCEL_LIMITS } from '../../src/reporters/xlsx/sheet-pages.ts';
import type { StyleName } from '../../src/reporters/xlsx/styles.ts';
import { writeCell, writeTable } from '../../src/reporters/xlsx/table-sheet.ts';
import { payloads } from './payloads.ts';
import { partsOf } from './workbook-parts.ts';

const TERMS = { limits: { ...EXCEL_LIMITS, cellCharacters: 40 }, cutMark: ' (afgekapt)' };
const COLUMNS = ['a', 'b', 'c'].map((heading) => ({ heading, width: 10 }));

const cell = fc.record({
  value: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(...payloads(), 'R-1', 'C1001', '−0:30', 'Cliënt C1, maart: 7:00 (over 6:30)'),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.constant(null),
  ),
  style: fc.constantFrom<StyleName>('text', 'wrapped', 'whole', 'hours', 'bad', 'total'),
  link: fc.option(fc.constant({ sheet: 'Regels & meer', row: 7 })),
});

/** The rows below the header, and where links lead, as exceljs writes them cell by cell and as a table is written. */
async function bothWays(cells: readonly SheetCell[]): Promise<[string, string]> {
  const bytes = new PassThrough();
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: bytes, useStyles: true, useSharedStrings: false });
  const written = buffer(bytes);
  const sheet = workbook.addWorksheet('cell by cell');
  for (const [index, { heading }] of COLUMNS.entries())
    writeCell(sheet, { row: 1, column: index + 1 }, { value: heading, style: 'header' }, TERMS);
  for (const [index, one] of cells.entries()) writeCell(sheet, { row: 2, column: index + 1 }, one, TERMS);
  sheet.commit();
  await writeTable(workbook, { name: 'table', columns: COLUMNS, rows: [cells], frozenColumns: 1, empty: '' }, TERMS);
  await workbook.commit();
  const parts = await partsOf(await written);
  const rowsOf = (number: number) =>
    [`worksheets/sheet${number}.xml`, `worksheets/_rels/sheet${number}.xml.rels`]
      .map((name) => parts.find((part) => part.name.endsWith(name))?.xml ?? '')
      .map((xml) => `${/<row r="2".*<\/row>/s.exec(xml)?.[0]} ${xml.match(/<(?:hyperlink|Relationship) .*?\/>/g)}`)
      .join('\n');
  return [rowsOf(1), rowsOf(2)];
}

it('a row of a table is what exceljs would write of its cells, whatever stands in them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 3, maxLength: 3 }), async (cells) => {
      // Of a link without a text exceljs makes a text of JSON.
      const linked = ({ value }: SheetCell) => typeof value === 'string' && /\w/.test(value);
      const [one, other] = await bothWays(cells.map((each) => ({ ...each, link: linked(each) ? each.link : null })));
      expect(other).toBe(one);
    }),
    {
      numRuns: 60,
      examples: [[Array.from({ length: 3 }, () => ({ value: null, style: 'text' as const, link: null }))]],
    },
  );
}, 60_000);

it('columns are called as a spreadsheet calls them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
