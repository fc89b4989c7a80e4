import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/domain/limits.ts';
import { openWorkbook } from '../../src/readers/xlsx.ts';
import type { WorkbookParts, ZipEntry } from './xlsx-build.ts';
import { cellsOf, memorySource, readAll, rowsOf, workbookBytes, workbookEntries, zipOf } from './xlsx-build.ts';

async function cells(data: string, parts: WorkbookParts = {}): Promise<readonly string[]> {
  return cellsOf((await rowsOf({ ...parts, data: `<row r="1">${data}</row>` }))[0]);
}

describe('text in a cell', () => {
  it('is shared, inline or the result of a formula', async () => {
    const data = '<c t="s"><v>0</v></c><c t="inlineStr"><is><t>VPT</t></is></c><c t="str"><f>A1</f><v>MPT</v></c>';
    expect(await cells(data, { strings: '<si><t>1062</t></si>' })).toEqual(['text 1062', 'text VPT', 'text MPT']);
  });

  it('joins the runs of rich text and leaves phonetic runs out', async () => {
    const strings =
      '<si><r><t>H1</t></r><r><rPr><b/></rPr><t>38</t></r><rPh sb="0" eb="1"><t>xx</t></rPh><t>!</t></si>';
    expect(await cells('<c t="s"><v>0</v></c>', { strings })).toEqual(['text H138!']);
  });

  it('keeps white space with or without xml:space', async () => {
    const strings = '<si><t> a </t></si><si><t xml:space="preserve"> b </t></si>';
    expect(
      (await rowsOf({ strings, data: '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>' }))[0]?.cells,
    ).toEqual([' a ', ' b ']);
  });

  it('reads escapes and entities, and an escaped escape as written', async () => {
    const data = '<c t="inlineStr"><is><t>a_x000D_&#10;b &amp; _x005F_x0041_ _x00e9_ _xZZZZ_</t></is></c>';
    expect(await cells(data)).toEqual(['text a\r\nb & _x0041_ é _xZZZZ_']);
  });

  it('of an inline cell wins from a stray value, which counts only when there is nothing else', async () => {
    const data = '<c t="inlineStr"><v>9</v><is><t>a</t></is></c><c t="inlineStr"><v>9</v></c><c><is><t>b</t></is></c>';
    expect(await cells(data)).toEqual(['text a', 'text 9', 'text b']);
  });

  it('that points at no shared string is an error cell, never an empty one', async () => {
    const data = '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>x</v></c><c t="s"><v></v></c><c><v>1</v></c>';
    expect(await cells(data, { strings: '<si><t>a</t></si>' })).toEqual([
      'text a',
      'error #REF!',
      'error #REF!',
      'text',
      'number 1',
    ]);
  });
});

describe('what is no text', () => {
  it('keeps its kind', async () => {
    const data =
      '<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2026-03-01</v></c><c t="n"><v>6.5</v></c>';
    expect(await cells(data)).toEqual(['boolean TRUE', 'boolean FALSE', 'error #N/A', 'date 2026-03-01', 'number 6.5']);
  });

  it('is a date, a time, an identifier or a number by the format of its style', async () => {
    const formats = ['dd-mm-yyyy', '[h]:mm', '000000000', '0.00" uur"'];
    const data =
      '<c s="1"><v>46082</v></c><c s="2"><v>0.2708333333333333</v></c><c s="3"><v>12345678</v></c><c s="4"><v>6.5</v></c>';
    expect(await cells(data, { formats })).toEqual(['date 2026-03-01', 'time 6:30', 'text 012345678', 'number 6.5']);
  });

  it('is a plain number when its style is empty or unknown, or when there are no styles', async () => {
    const data = '<c s=""><v>46082</v></c><c s="99"><v>46082</v></c>';
    expect(await cells(data)).toEqual(['number 46082', 'number 46082']);
    const entries = workbookEntries({ data: '<row><c s="1"><v>46082</v></c></row>', formats: ['dd-mm-yyyy'] });
    const bare = entries.filter(({ name }) => name !== 'xl/styles.xml' && name !== 'xl/sharedStrings.xml');
    expect(cellsOf((await readAll(zipOf(bare))).sheets[0]?.rows[0])).toEqual(['number 46082']);
  });

  it('counts from 1904 when the workbook says so, which is noticed', async () => {
    const bytes = workbookBytes({
      properties: '<workbookPr date1904="1"/>',
      formats: ['yyyy-mm-dd'],
      data: '<row><c s="1"><v>44620</v></c></row>',
    });
    const { sheets, notices } = await readAll(bytes);
    expect(cellsOf(sheets[0]?.rows[0])).toEqual(['date 2026-03-01']);
    expect(notices).toEqual([{ id: 'date-epoch-1904', data: {} }]);
  });
});

describe('a formula', () => {
  it('gives its stored result; without one the cell is empty and counted in a notice', async () => {
    const data =
      '<row><c><f>1+1</f><v>2</v></c><c><f>A1</f></c><c><f>A1</f><v/></c><c t="str"><f>""</f><v></v></c><c t="str"><f>A1</f></c><c><v>3</v></c></row>';
    const { sheets, notices } = await readAll(workbookBytes({ data }));
    expect(sheets[0]?.rows[0]?.cells).toEqual(['2', '', '', '', '', '3']);
    expect(notices).toEqual([{ id: 'formula-without-value', data: { sheet: 'Blad1', count: 3 } }]);
  });
});

describe('the place of a cell', () => {
  it('follows its address, gaps are empty cells and the kinds stay beside them', async () => {
    const [row] = await rowsOf({
      data: '<row r="7"><c r="B7" t="inlineStr"><is><t>a</t></is></c><c r="D7"><v>1</v></c></row>',
    });
    expect(row).toEqual({ row: 7, cells: ['', 'a', '', '1'], kinds: ['text', 'text', 'text', 'number'] });
  });

  it('has no kinds when all cells are text', async () => {
    expect(await rowsOf({ data: '<row><c t="str"><v>a</v></c></row>' })).toEqual([{ row: 1, cells: ['a'] }]);
  });

  it('follows the cell before it when there is no address, and the row before it when there is no number', async () => {
    const data =
      '<row r="3"><c><v>1</v></c></row><row><c r="C4"><v>2</v></c><c><v>3</v></c></row><row><c r="a9"><v>4</v></c></row>';
    const rows = await rowsOf({ data });
    expect(rows.map(({ row, cells: texts }) => [row, texts])).toEqual([
      [3, ['1']],
      [4, ['', '', '2', '3']],
      [9, ['4']],
    ]);
  });

  it('leaves blank rows and empty cells at the end out; true row numbers remain', async () => {
    const data =
      '<row r="1"><c r="A1" s="0"/></row><row r="2"/><row r="5"><c r="A5"><v>1</v></c><c r="B5" t="str"><v></v></c><c r="C5" s="0"/></row><row r="9"/>';
    expect(await rowsOf({ data })).toEqual([{ row: 5, cells: ['1'], kinds: ['number'] }]);
  });

  it('gives rows out of order, or twice, as they come', async () => {
    const data = [2, 1, 2].map((row) => `<row r="${row}"><c r="A${row}"><v>${row}</v></c></row>`).join('');
    expect((await rowsOf({ data })).map(({ row }) => row)).toEqual([2, 1, 2]);
  });

  it.each(['1A', 'A', 'A0', '$A$1', ''])('that cannot be read (%j) is damage', async (address) => {
    await expect(rowsOf({ data: `<row><c r="${address}"><v>1</v></c></row>` })).rejects.toMatchObject({
      reason: 'damaged-workbook',
    });
  });
});

describe('the sheets of a workbook', () => {
  const many: WorkbookParts = {
    sheets:
      '<sheet name="Declaraties &amp; meer" sheetId="1" r:id="rId1"/><sheet name="Oud" sheetId="2" state="hidden" r:id="rId9"/>' +
      '<sheet name="Diep" sheetId="3" state="veryHidden" r:id="rId9"/><sheet name="Grafiek" sheetId="4" r:id="rId8"/>',
    links:
      '<Relationship Id="rId9" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="/xl/worksheets/../anders%20blad.xml"/>' +
      '<Relationship Id="rId8" Type="x/chartsheet" Target="chartsheets/sheet1.xml"/>',
    data: '<row><c><v>1</v></c></row>',
    more: [
      { name: 'xl/Anders Blad.XML', data: '<worksheet><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>' },
    ],
  };

  it('are listed in the order of their tabs, hidden ones marked and charts skipped, both noticed', async () => {
    const { sheets, notices } = await readAll(workbookBytes(many));
    expect(sheets.map(({ name, hidden, rows }) => [name, hidden, rows[0]?.cells])).toEqual([
      ['Declaraties & meer', false, ['1']],
      ['Oud', true, ['2']],
      ['Diep', true, ['2']],
    ]);
    expect(notices).toEqual([
      { id: 'hidden-sheet', data: { sheet: 'Oud' } },
      { id: 'hidden-sheet', data: { sheet: 'Diep' } },
      { id: 'chart-sheet-skipped', data: { sheet: 'Grafiek', type: 'chartsheet' } },
    ]);
  });

  it('can be read again, also after stopping halfway', async () => {
    const data = Array.from({ length: 5000 }, (_, row) => `<row><c><v>${row}</v></c></row>`).join('');
    const workbook = await openWorkbook(memorySource(workbookBytes({ data })), DEFAULT_LIMITS);
    const [sheet] = workbook.sheets;
    for await (const rows of sheet?.rows() ?? []) {
      expect(rows.length).toBeGreaterThan(0);
      break;
    }
    for (const _ of [1, 2]) {
      let count = 0;
      for await (const rows of sheet?.rows() ?? []) count += rows.length;
      expect(count).toBe(5000);
    }
    await workbook.close();
  });

  it('come in batches while they inflate, not all at once', async () => {
    const data = Array.from({ length: 20_000 }, (_, row) => `<row><c><v>${row}</v></c></row>`).join('');
    const workbook = await openWorkbook(memorySource(workbookBytes({ data })), DEFAULT_LIMITS);
    let batches = 0;
    for await (const rows of workbook.sheets[0]?.rows() ?? []) batches += Math.sign(rows.length);
    expect(batches).toBeGreaterThan(5);
  });

  it('with no rows give a notice', async () => {
    expect((await readAll(workbookBytes({}))).notices).toEqual([{ id: 'empty-sheet', data: { sheet: 'Blad1' } }]);
  });

  it('that are all charts make a workbook without sheets', async () => {
    const bytes = workbookBytes({ ...many, sheets: '<sheet name="Grafiek" sheetId="4" r:id="rId8"/>' });
    await expect(readAll(bytes)).rejects.toMatchObject({ reason: 'no-sheets' });
  });

  it('that point nowhere are damage that names the sheet', async () => {
    const nowhere = workbookBytes({ sheets: '<sheet name="Weg" sheetId="1" r:id="rId77"/>' });
    await expect(readAll(nowhere)).rejects.toMatchObject({ reason: 'damaged-workbook', data: { sheet: 'Weg' } });
    const missing = zipOf(workbookEntries({}).filter(({ name }) => !name.includes('sheet1')));
    await expect(readAll(missing)).rejects.toMatchObject({ reason: 'damaged-workbook', data: { sheet: 'Blad1' } });
  });

  it('that lie outside the file are never followed', async () => {
    const links =
      '<Relationship Id="rId5" Type="x/worksheet" Target="https://example.com/s.xml" TargetMode="External"/>';
    const bytes = workbookBytes({ links, sheets: '<sheet name="Elders" sheetId="1" r:id="rId5"/>' });
    await expect(readAll(bytes)).rejects.toMatchObject({ reason: 'damaged-workbook', data: { sheet: 'Elders' } });
  });
});

describe('odd packaging', () => {
  const data = '<row><c t="s"><v>0</v></c><c s="1"><v>46082</v></c></row>';
  const plain = workbookEntries({ data, strings: '<si><t>a</t></si>', formats: ['dd-mm-yyyy'] });
  const renamed = (change: (name: string) => string): Buffer =>
    zipOf(plain.map((entry) => ({ ...entry, name: change(entry.name) })));
  const changed = (change: (entry: ZipEntry) => Partial<ZipEntry>): Buffer =>
    zipOf(plain.map((entry) => ({ ...entry, ...change(entry) })));
  const expected = ['text a', 'date 2026-03-01'];
  const first = async (bytes: Buffer): Promise<readonly string[]> => cellsOf((await readAll(bytes)).sheets[0]?.rows[0]);

  it('reads parts in any order', async () => {
    expect(await first(zipOf([...plain].reverse()))).toEqual(expected);
  });

  it('reads part names in other case, with backslashes, with a slash in front', async () => {
    expect(await first(renamed((name) => name.toUpperCase()))).toEqual(expected);
    expect(await first(renamed((name) => name.replaceAll('/', '\\')))).toEqual(expected);
    expect(await first(renamed((name) => `/${name}`))).toEqual(expected);
  });

  it('reads parts at the root of the zip', async () => {
    const root = changed(({ name, data: xml }) => ({
      name: name.replace('xl/_rels', '_rels').replace(/^xl\//, ''),
      data: String(xml).replace('xl/workbook.xml', 'workbook.xml'),
    }));
    expect(await first(root)).toEqual(expected);
  });

  it('reads entries that are stored and not compressed, and folders among them', async () => {
    expect(
      await first(zipOf([{ name: 'xl/', data: '' }, ...plain.map((entry) => ({ ...entry, stored: true }))])),
    ).toEqual(expected);
  });

  it('reads prefixed XML and passes elements of other namespaces over', async () => {
    const sheet =
      '<x:worksheet xmlns:x="urn:m" xmlns:y="urn:other"><x:sheetData><x:row><y:c><y:v>9</y:v></y:c><x:c t="str"><x:v>a</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(await first(workbookBytes({ sheet }))).toEqual(['text a']);
  });

  it('reads a sheet that binds two prefixes to its namespace', async () => {
    const sheet =
      '<worksheet xmlns="urn:m" xmlns:x="urn:m"><sheetData><x:row><x:c><v>1</v></x:c></x:row></sheetData></worksheet>';
    expect(await first(workbookBytes({ sheet }))).toEqual(['number 1']);
  });

  it('reads UTF-16 with or without a mark', async () => {
    const utf16 = (mark: string) =>
      changed(({ name, data: xml }) => ({
        data: name.endsWith('.xml') ? Buffer.from(mark + String(xml), 'utf16le') : xml,
      }));
    expect(await first(utf16('\uFEFF'))).toEqual(expected);
    expect(await first(utf16(''))).toEqual(expected);
    const big = changed(({ data: xml }) => ({ data: Buffer.from(String(xml), 'utf16le').swap16() }));
    expect(await first(big)).toEqual(expected);
  });

  it('finds the workbook without the links of the package', async () => {
    expect(await first(zipOf(plain.filter(({ name }) => name !== '_rels/.rels')))).toEqual(expected);
  });

  it('names sheets after their parts when the list of sheets is missing', async () => {
    const { sheets } = await readAll(zipOf(plain.filter(({ name }) => name !== 'xl/workbook.xml')));
    expect(sheets.map(({ name }) => name)).toEqual(['sheet1']);
  });

  it('is no reason to read what follows the rows of a sheet as rows', async () => {
    const sheet = '<worksheet><sheetData/><extLst><row><c><v>1</v></c></row></extLst></worksheet>';
    expect(await first(workbookBytes({ sheet }))).toEqual([]);
  });
});
