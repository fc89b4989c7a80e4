import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/domain/limits.ts';
import { UnreadableSource } from '../../src/domain/unreadable-source.ts';
import { openWorkbook } from '../../src/readers/xlsx.ts';
import type { ZipEntry } from './xlsx-build.ts';
import { memorySource, readAll, workbookBytes, workbookEntries, zipOf } from './xlsx-build.ts';

const DATA = '<row><c><v>1</v></c></row>';
const plain = workbookEntries({ data: DATA });

/** The plain workbook with one part changed. */
function withPart(part: string, change: Partial<ZipEntry>): Buffer {
  return zipOf(plain.map((entry) => (entry.name === part ? { ...entry, ...change } : entry)));
}

describe('what is no workbook is refused with the reason that helps', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), 'empty-file'],
    ['a text', Buffer.from('clientnummer;prestatiecode'), 'not-a-workbook'],
    ['an empty zip', zipOf([]), 'zip-archive'],
    ['a zip of CSV files', zipOf([{ name: 'maart.csv', data: 'a;b' }]), 'zip-archive'],
    ['an e-book', zipOf([{ name: 'mimetype', data: 'application/epub+zip', stored: true }]), 'zip-archive'],
    [
      'an OpenDocument spreadsheet',
      zipOf([
        { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
        { name: 'content.xml', data: '<x/>' },
      ]),
      'open-document',
    ],
    ['a package without workbook', zipOf([{ name: '[Content_Types].xml', data: '<Types/>' }]), 'not-a-workbook'],
    ['a binary workbook', pointing('xl/workbook.bin', 'x'), 'not-a-workbook'],
    ['a Word document', pointing('word/document.xml', '<w:document xmlns:w="w"/>'), 'not-a-workbook'],
  ])('%s', async (_, bytes, reason) => {
    await expect(readAll(bytes)).rejects.toMatchObject({ name: 'UnreadableSource', reason });
  });

  function pointing(target: string, data: string): Buffer {
    const link = `<Relationship Id="r" Type="x/officeDocument" Target="${target}"/>`;
    return zipOf([
      { name: '[Content_Types].xml', data: '<Types/>' },
      { name: '_rels/.rels', data: `<Relationships>${link}</Relationships>` },
      { name: target, data },
    ]);
  }
});

describe('a workbook that cannot be trusted is refused', () => {
  it('when a part it uses is there twice, in any case', async () => {
    const twice = zipOf([...plain, { name: 'xl/worksheets/SHEET1.xml', data: '<worksheet/>' }]);
    await expect(readAll(twice)).rejects.toMatchObject({ reason: 'damaged-zip', data: { detail: 'duplicate-entry' } });
  });

  it('but not when that is a part it does not use', async () => {
    const logo = { name: 'xl/media/logo.png', data: 'x' };
    expect((await readAll(zipOf([...plain, logo, logo]))).sheets[0]?.rows).toHaveLength(1);
  });

  it('when a tab points nowhere, but not when it is a module of Excel 95, which has no part', async () => {
    const tabs = (id: string) =>
      workbookBytes({ data: DATA, sheets: `<sheet name="Blad1" r:id="rId1"/><sheet name="Module" r:id="${id}"/>` });
    await expect(readAll(tabs('rId9'))).rejects.toMatchObject({
      data: { detail: 'sheet-without-part', sheet: 'Module' },
    });
    const { sheets, notices } = await readAll(tabs(''));
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([['Blad1', 1]]);
    expect(notices).toEqual([{ id: 'chart-sheet-skipped', data: { sheet: 'Module', type: 'module' } }]);
  });

  it('when an entry climbs out of the zip', async () => {
    const climbing = zipOf([...plain, { name: 'xl\\..\\..\\evil.xml', data: 'x' }]);
    await expect(readAll(climbing)).rejects.toMatchObject({
      reason: 'damaged-zip',
      data: { detail: 'path-outside-zip' },
    });
  });

  it('when two entries share bytes', async () => {
    const shared = zipOf([...plain, { name: 'xl/media/logo.png', data: 'x', offset: 0 }]);
    await expect(readAll(shared)).rejects.toMatchObject({
      reason: 'damaged-zip',
      data: { detail: 'overlapping-entries' },
    });
    const within = zipOf([...plain, { name: 'xl/media/logo.png', data: 'x', offset: 40 }]);
    await expect(readAll(within)).rejects.toMatchObject({ reason: 'damaged-zip' });
  });

  it('when something stands behind its end', async () => {
    const longer = Buffer.concat([zipOf(plain), Buffer.from('x'.repeat(100))]);
    await expect(readAll(longer)).rejects.toMatchObject({ reason: 'damaged-zip' });
  });

  it('when its entries are encrypted, by the old or the strong method', async () => {
    await expect(readAll(withPart('xl/workbook.xml', { flags: 0x01 }))).rejects.toMatchObject({
      reason: 'encrypted-workbook',
    });
    await expect(readAll(withPart('xl/workbook.xml', { flags: 0x41 }))).rejects.toMatchObject({
      reason: 'encrypted-workbook',
    });
  });

  it('when an entry is compressed in a way workbooks never are', async () => {
    await expect(readAll(withPart('xl/workbook.xml', { method: 12 }))).rejects.toMatchObject({ reason: 'damaged-zip' });
  });

  it('when an XML part has a document type or an entity of its own', async () => {
    const bomb = '<!DOCTYPE worksheet [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>';
    const sheet = 'xl/worksheets/sheet1.xml';
    await expect(readAll(withPart(sheet, { data: bomb }))).rejects.toMatchObject({
      reason: 'doctype-in-xml',
      data: { sheet: 'Blad1' },
    });
    const entity = '<worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>';
    await expect(readAll(withPart(sheet, { data: entity }))).rejects.toMatchObject({ reason: 'doctype-in-xml' });
    await expect(readAll(withPart('xl/sharedStrings.xml', { data: bomb }))).rejects.toMatchObject({
      reason: 'doctype-in-xml',
    });
  });

  it.each(['xl/workbook.xml', 'xl/styles.xml', 'xl/sharedStrings.xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels'])(
    'when %s is no XML or has another checksum or size than the directory says',
    async (part) => {
      const damaged = { reason: 'damaged-workbook' };
      await expect(readAll(withPart(part, { data: '<workbook><b></workbook>' }))).rejects.toMatchObject(damaged);
      await expect(readAll(withPart(part, { crc: 1 }))).rejects.toMatchObject({
        ...damaged,
        data: { detail: 'checksum' },
      });
      await expect(readAll(withPart(part, { uncompressedSize: 1 }))).rejects.toMatchObject({
        ...damaged,
        data: { detail: 'size' },
      });
      await expect(readAll(withPart(part, { uncompressedSize: 9999 }))).rejects.toMatchObject({
        ...damaged,
        data: { detail: 'size' },
      });
    },
  );

  it('when an XML part is neither UTF-8 nor UTF-16', async () => {
    const latin = Buffer.from('<sst><si><t>é</t></si></sst>', 'latin1');
    await expect(readAll(withPart('xl/sharedStrings.xml', { data: latin }))).rejects.toMatchObject({
      data: { detail: 'encoding' },
    });
  });

  it('when elements are stacked without end', async () => {
    const deep = { data: '<a>'.repeat(300) + '</a>'.repeat(300) };
    await expect(readAll(withPart('xl/worksheets/sheet1.xml', deep))).rejects.toMatchObject({
      data: { detail: 'xml-depth' },
    });
  });

  it('when a text never ends', async () => {
    const endless = { data: `<worksheet><sheetData>${' '.repeat(16_100_000)}` };
    await expect(readAll(withPart('xl/worksheets/sheet1.xml', endless))).rejects.toMatchObject({
      data: { detail: 'xml-token' },
    });
  });
});

describe('damage inside a sheet', () => {
  const rows = Array.from({ length: 3000 }, (_, row) => `<row r="${row + 1}"><c><v>${row}</v></c></row>`).join('');
  const broken = workbookBytes({ sheet: `<worksheet><sheetData>${rows}<row r="3001"><c></row>` });

  it('is told after every row before it was given, with sheet, part and row', async () => {
    const workbook = await openWorkbook(memorySource(broken), DEFAULT_LIMITS);
    let last = 0;
    const reading = (async () => {
      for await (const batch of workbook.sheets[0]?.rows() ?? []) last = batch.at(-1)?.row ?? last;
    })();
    await expect(reading).rejects.toMatchObject({
      reason: 'damaged-workbook',
      data: { detail: 'xml', sheet: 'Blad1', part: 'xl/worksheets/sheet1.xml', row: 3000 },
    });
    expect(last).toBe(3000);
  });

  it('is told when only the checksum is wrong', async () => {
    const sheet = withPart('xl/worksheets/sheet1.xml', { crc: 1 });
    await expect(readAll(sheet)).rejects.toMatchObject({
      reason: 'damaged-workbook',
      data: { detail: 'checksum', row: 1 },
    });
  });
});

describe('a limit that is exceeded is named with its value', () => {
  const wide = workbookBytes({
    data: '<row><c r="A1"><v>1</v></c><c r="C1"><v>2</v></c></row><row><c><v>3</v></c></row>',
  });

  it('for columns: the third of at most two', async () => {
    await expect(readAll(wide, { columns: 2 })).rejects.toMatchObject({
      reason: 'limit-exceeded',
      data: { limit: 'columns', value: 3, maximum: 2 },
    });
    expect((await readAll(wide, { columns: 3 })).sheets[0]?.rows).toHaveLength(2);
  });

  it('for cells, gaps counted', async () => {
    await expect(readAll(wide, { cells: 3 })).rejects.toMatchObject({ data: { limit: 'cells', value: 4, maximum: 3 } });
    expect((await readAll(wide, { cells: 4 })).sheets[0]?.rows).toHaveLength(2);
  });

  it('for columns beyond the alphabet, without walking there', async () => {
    const far = workbookBytes({ data: '<row><c r="ZZZZZZZZZZZZ1"><v>1</v></c></row>' });
    await expect(readAll(far)).rejects.toMatchObject({ reason: 'limit-exceeded', data: { limit: 'columns' } });
    const last = await readAll(workbookBytes({ data: '<row><c r="XFD1"><v>1</v></c></row>' }));
    expect(last.sheets[0]?.rows[0]?.cells).toHaveLength(16_384);
    const beyond = workbookBytes({ data: '<row><c r="XFE1"><v>1</v></c></row>' });
    await expect(readAll(beyond)).rejects.toMatchObject({ data: { limit: 'columns', value: 16_385 } });
  });

  it('for sheets', async () => {
    const sheets = '<sheet name="A" r:id="rId1"/><sheet name="B" r:id="rId1"/>';
    await expect(readAll(workbookBytes({ sheets }), { sheets: 1 })).rejects.toMatchObject({
      data: { limit: 'sheets', value: 2 },
    });
    expect((await readAll(workbookBytes({ sheets }), { sheets: 2 })).sheets).toHaveLength(2);
  });

  it('for the characters of shared strings, empty ones counted too', async () => {
    const ten = workbookBytes({ strings: '<si><t>0123456789</t></si>' });
    await expect(readAll(ten, { sharedStringCharacters: 9 })).rejects.toMatchObject({
      data: { limit: 'sharedStringCharacters', value: 10 },
    });
    expect((await readAll(ten, { sharedStringCharacters: 10 })).sheets).toHaveLength(1);
    const empty = workbookBytes({ strings: '<si/>'.repeat(10) });
    await expect(readAll(empty, { sharedStringCharacters: 20 })).rejects.toMatchObject({ reason: 'limit-exceeded' });
  });

  it('for bytes of one entry and of all entries, counted as they come out and not as the file says', async () => {
    const bomb = `<worksheet><sheetData>${' '.repeat(2_000_000)}`;
    const bytes = withPart('xl/worksheets/sheet1.xml', { data: bomb, uncompressedSize: 10_000_000 });
    const limit = { entryBytes: 100_000 };
    await expect(readAll(bytes, limit)).rejects.toMatchObject({
      reason: 'limit-exceeded',
      data: { limit: 'entryBytes', sheet: 'Blad1' },
    });
    await expect(readAll(bytes, { totalBytes: 100_000 })).rejects.toMatchObject({
      data: { limit: 'totalBytes', maximum: 100_000 },
    });
  });

  it('for bytes counts a sheet that is read twice once', async () => {
    const total = plain.filter(({ name }) => !name.startsWith('[')).reduce((sum, { data }) => sum + data.length, 0);
    const workbook = await openWorkbook(memorySource(zipOf(plain)), { ...DEFAULT_LIMITS, totalBytes: total });
    for (const _ of [1, 2]) for await (const rows of workbook.sheets[0]?.rows() ?? []) expect(rows).toHaveLength(1);
    await expect(readAll(zipOf(plain), { totalBytes: total - 1 })).rejects.toMatchObject({
      data: { limit: 'totalBytes' },
    });
  });
});

describe('a source that fails', () => {
  const failing = (error: Error) => ({ ...memorySource(zipOf(plain)), read: () => Promise.reject(error) });

  it('is a read error, not a damaged workbook', async () => {
    await expect(openWorkbook(failing(new Error('EIO')), DEFAULT_LIMITS)).rejects.toMatchObject({
      reason: 'read-error',
    });
  });

  it('keeps the reason it gives itself', async () => {
    const changed = new UnreadableSource('changed-while-reading');
    await expect(openWorkbook(failing(changed), DEFAULT_LIMITS)).rejects.toBe(changed);
  });

  it('halfway a sheet ends the reading', async () => {
    const source = memorySource(zipOf(plain));
    let broken = false;
    const workbook = await openWorkbook(
      {
        ...source,
        read: (offset, length) => (broken ? Promise.reject(new Error('EIO')) : source.read(offset, length)),
      },
      DEFAULT_LIMITS,
    );
    broken = true;
    const reading = async (): Promise<void> => {
      for await (const rows of workbook.sheets[0]?.rows() ?? []) expect(rows).toEqual([]);
    };
    await expect(reading()).rejects.toMatchObject({ reason: 'read-error', data: { sheet: 'Blad1' } });
  });
});
