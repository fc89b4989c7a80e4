import { readdirSync, readFileSync } from 'node:fs';
import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/domain/limits.ts';
import type { RunInput } from '../../src/domain/run.ts';
import type { MadeCopy } from '../../src/pipeline/made-copy.ts';
import { sheetCells } from '../../src/pipeline/sheet-cells.ts';
import { workbookCopy } from '../../src/pipeline/workbook-copy.ts';
import { openWorkbook } from '../../src/readers/xlsx.ts';
import { arrangeAsWorkbook } from '../oracle/arrange.ts';
import { generateDelivery } from '../oracle/generate.ts';
import { serialiseXlsx } from '../oracle/serialise-xlsx.ts';
import { note } from '../reporters/copies/notes.ts';
import { copied, made } from './copied.ts';
import { bytesInChunks, validated } from './delivered.ts';

const HEADINGS = ['tzt_oordeel', 'tzt_minuten_toegestaan', 'tzt_regels', 'tzt_toelichting'];
const INDICATIONS = 'clientnummer;indicatie;begindatum;einddatum\nC1;wijkverpleging;01-01-2026;\n';
const FORMS = 'clientnummer;leveringsvorm;begindatum;einddatum\nC9;VPT;01-01-2026;\n';

/** A month as a biller keeps it: a title, dates, durations and amounts with their formats, a formula, remarks, a sheet beside it. */
function month(change?: (workbook: exceljs.Workbook, sheet: exceljs.Worksheet) => void): exceljs.Workbook {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('Declaraties');
  sheet.getCell('A1').value = 'Maart 2026';
  sheet.getCell('A1').font = { bold: true, size: 18 };
  sheet.getRow(3).values = [
    'clientnummer',
    'prestatiecode',
    'begindatum',
    'minuten',
    'tarief',
    'bedrag',
    'referentienummer',
  ];
  sheet.getRow(3).font = { bold: true };
  const rows: [string, number | string, number][] = [
    ['C1', 1062, 240],
    ['C1', 1062, 180],
    ['C1', 1000, 999],
    ['C2', 'H138', 30],
    ['C1', 1062, 20],
  ];
  for (const [index, [client, code, minutes]] of rows.entries()) {
    const row = sheet.getRow(4 + index);
    row.values = [
      client,
      code,
      new Date(Date.UTC(2026, 2, 1 + index)),
      minutes,
      1.5,
      { formula: `D${4 + index}*E${4 + index}`, result: minutes * 1.5 },
      `R${index + 1}`,
    ];
    row.getCell(3).numFmt = 'dd-mm-yyyy';
    row.getCell(5).numFmt = '€ #,##0.00';
    row.height = 20 + index;
  }
  sheet.getColumn(1).width = 33;
  const other = workbook.addWorksheet('Toelichting', { state: 'hidden' });
  other.getCell('B2').value = { richText: [{ text: 'vet', font: { bold: true } }, { text: ' gewoon' }] };
  change?.(workbook, sheet);
  return workbook;
}

async function runOf(workbook: exceljs.Workbook) {
  const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
  return copied({ 'maart.xlsx': bytes, 'indicaties.csv': INDICATIONS, 'leveringsvormen.csv': FORMS });
}

async function copyOf(workbook: exceljs.Workbook, kind: 'annotated' | 'approved' | 'rejected') {
  const { bytes, lost } = await made((await runOf(workbook)).sources[0], kind);
  const copy = new exceljs.Workbook();
  await copy.xlsx.load(new Uint8Array(bytes).buffer);
  return { copy, sheet: copy.getWorksheet('Declaraties')!, lost };
}

const cells = (sheet: exceljs.Worksheet, row: number) => (sheet.getRow(row).values as unknown[]).slice(1);
const column = (sheet: exceljs.Worksheet, name: string) =>
  (sheet.getColumn(name).values as unknown[]).slice(4).filter((value) => value != null);

describe('the annotated copy of a workbook', () => {
  it('has the verdict, the minutes, the rules and the sentences behind the own columns', async () => {
    const { sheet } = await copyOf(month(), 'annotated');
    expect(cells(sheet, 3).slice(7)).toEqual(HEADINGS);
    expect(cells(sheet, 4).slice(7, 9)).toEqual(['akkoord', 240]);
    expect(cells(sheet, 5).slice(7, 10)).toEqual(['afgekeurd', 150, 'monthly-cap-exceeded']);
    expect(cells(sheet, 6).slice(7, 9)).toEqual(['genegeerd', undefined]);
    expect(cells(sheet, 7).slice(7, 10)).toEqual(['afgekeurd', 0, expect.stringContaining('wlz-without-mpt')]);
    expect(cells(sheet, 5)[10]).toContain('hoogstens 2:30 uur');
  });

  it('keeps values with their types, formats, widths, heights and styles', async () => {
    const { sheet } = await copyOf(month(), 'annotated');
    expect(sheet.getCell('A1').font).toMatchObject({ bold: true, size: 18 });
    expect(sheet.getCell('C4').value).toEqual(new Date(Date.UTC(2026, 2, 1)));
    expect(sheet.getCell('C4').numFmt).toBe('dd-mm-yyyy');
    expect(sheet.getCell('E5').numFmt).toBe('€ #,##0.00');
    expect(sheet.getCell('B4').value).toBe(1062);
    expect(sheet.getCell('F5').value).toEqual({ formula: 'D5*E5', result: 270 });
    expect(sheet.getColumn(1).width).toBe(33);
    expect(sheet.getRow(5).height).toBe(21);
    expect(sheet.getCell('H3').font).toMatchObject({ bold: true });
  });

  it('keeps the other sheets, hidden ones as hidden', async () => {
    const { copy } = await copyOf(month(), 'annotated');
    const other = copy.getWorksheet('Toelichting');
    expect(other?.state).toBe('hidden');
    expect(other?.getCell('B2').value).toMatchObject({ richText: [{ text: 'vet' }, { text: ' gewoon' }] });
    expect(other?.columnCount).toBe(2);
  });

  it('does not write over a cell that stands beyond the header', async () => {
    const { sheet } = await copyOf(
      month((_, own) => (own.getCell('J6').value = 'let op')),
      'annotated',
    );
    expect(sheet.getCell('J6').value).toBe('let op');
    expect([sheet.getCell('K3').value, sheet.getCell('K6').value]).toEqual(['tzt_oordeel', 'afgekeurd']);
  });

  it('annotates every sheet with claims by its own rows', async () => {
    const { copy } = await copyOf(
      month((workbook) => {
        const sheet = workbook.addWorksheet('Nagekomen');
        sheet.addRow(['clientnummer', 'prestatiecode', 'begindatum', 'minuten']);
        sheet.addRow(['C1', 1062, '31-02-2026', 10]);
      }),
      'annotated',
    );
    expect(cells(copy.getWorksheet('Nagekomen')!, 2).slice(4, 7)).toEqual(['afgekeurd', 0, 'invalid-date']);
    expect(cells(copy.getWorksheet('Declaraties')!, 4)[7]).toBe('akkoord');
  });

  it('gets the same judgement again when it is checked', async () => {
    const bytes = await serialiseXlsx(arrangeAsWorkbook(generateDelivery(120, 5, { blankRows: true })));
    const run = await copied({ 'levering.xlsx': bytes });
    const copy = await made(run.sources[0], 'annotated');
    expect((await validated({ 'levering.xlsx': copy.bytes })).summary).toEqual(run.result.summary);
  });
});

describe('the two halves of a workbook', () => {
  it('hold the rows of each, one behind the other, with their types, formats and heights', async () => {
    const approved = await copyOf(month(), 'approved');
    expect(column(approved.sheet, 'G')).toEqual(['R1', 'R3']);
    expect(approved.sheet.getCell('C5').value).toEqual(new Date(Date.UTC(2026, 2, 3)));
    expect(approved.sheet.getCell('C5').numFmt).toBe('dd-mm-yyyy');
    expect(approved.sheet.getRow(5).height).toBe(22);
    expect(approved.sheet.getCell('H5').value).toBe('genegeerd');
    expect(approved.copy.getWorksheet('Toelichting')?.getCell('B2').text).toBe('vet gewoon');
    const rejected = await copyOf(month(), 'rejected');
    expect(column(rejected.sheet, 'G')).toEqual(['R2', 'R4', 'R5']);
    expect(cells(rejected.sheet, 1)).toEqual(['Maart 2026']);
    expect(cells(rejected.sheet, 3).slice(7)).toEqual(HEADINGS);
    expect(column(rejected.sheet, 'H')).toEqual(['afgekeurd', 'afgekeurd', 'afgekeurd']);
  });

  it('hold results where the rows had formulas, and say so', async () => {
    const { sheet, lost } = await copyOf(month(), 'rejected');
    expect(column(sheet, 'F')).toEqual([270, 45, 30]);
    expect(lost).toEqual(['moved-formulas']);
  });

  it('have no merged cells among the rows that moved, and say so', async () => {
    const { sheet, lost } = await copyOf(
      month((_, own) => {
        own.mergeCells('A5:A6');
        own.mergeCells('A1:C1');
      }),
      'approved',
    );
    expect(sheet.model.merges).toEqual(['A1:C1']);
    expect(lost).toContain('moved-merges');
  });

  it('take remarks beside cells along', async () => {
    const { sheet } = await copyOf(
      month((_, own) => (own.getCell('A6').note = 'nakijken')),
      'approved',
    );
    expect(sheet.getCell('A5').note).toBe('nakijken');
  });

  it.each([6, 7])(
    'of a generated delivery (seed %i): the approved one is approved again, together they have every row',
    async (seed) => {
      const run = await copied({
        'levering.xlsx': await serialiseXlsx(arrangeAsWorkbook(generateDelivery(120, seed, { blankRows: true }))),
      });
      const [one, other] = await Promise.all(
        (['approved', 'rejected'] as const).map(
          async (kind) =>
            (await validated({ 'levering.xlsx': (await made(run.sources[0], kind)).bytes })).summary.lines,
        ),
      );
      expect(one).toMatchObject({
        rejected: 0,
        undecided: 0,
        approved: one!.technology,
        ignored: run.result.summary.lines.ignored,
      });
      expect(one!.total + other!.total).toBe(run.result.summary.lines.total);
    },
  );
});

describe('what spans many cells in few bytes', () => {
  const rule = { type: 'list', allowBlank: true, formulae: ['"1062,H138"'] } as const;
  /** As Excel writes a rule over a range; exceljs has no other way to make one. */
  const validate = (sheet: exceljs.Worksheet, range: string) => {
    const { dataValidations } = sheet as unknown as { dataValidations: { model: Record<string, unknown> } };
    dataValidations.model[range] = rule;
  };

  it('keeps a validation of the rows of a month', async () => {
    const { sheet, lost } = await copyOf(
      month((_, own) => validate(own, 'B4:B500')),
      'annotated',
    );
    expect(sheet.getCell('B77').dataValidation).toMatchObject(rule);
    expect(lost).toEqual([]);
  });

  it('leaves out the validation of whole columns, and says so: exceljs would spell out every cell of it', async () => {
    const { sheet, lost } = await copyOf(
      month((_, own) => validate(own, 'B4:F1048576')),
      'annotated',
    );
    expect(sheet.getCell('B4').dataValidation).toBeUndefined();
    expect(sheet.getCell('H4').value).toBe('akkoord');
    expect(lost).toEqual(['validations']);
  });
});

describe('a workbook of which no copy is made', () => {
  it('has more cells, on all its sheets together, than fit in memory', async () => {
    const workbook = month((own) => own.addWorksheet('Veel').addRow(Array(100).fill(1)));
    const run = await runOf(workbook);
    const bytes = bytesInChunks(Buffer.from(await workbook.xlsx.writeBuffer()));
    const claims = [{ input: { ...run.result.inputs[0]!, sha256: await sha256Of(bytes) }, number: 0 }];
    const copy = (most: number) => workbookCopy(bytes, claims, () => () => note(), 'annotated', DEFAULT_LIMITS, most);
    await expect(copy(100)).rejects.toMatchObject({ reason: 'too-large', facts: { most: 100 } });
    await expect(copy(1_000)).resolves.toBeDefined();
  });

  it('has changed since it was judged', async () => {
    const before = Buffer.from(await month().xlsx.writeBuffer());
    const after = Buffer.from(await month((_, sheet) => sheet.addRow(['C2'])).xlsx.writeBuffer());
    const run = await copied({ 'maart.xlsx': before }, {}, { 'maart.xlsx': after });
    await expect(made(run.sources[0], 'annotated')).rejects.toMatchObject({ reason: 'changed' });
  });
});

/** What exceljs makes of workbooks of all kinds of programs: the same cells, or no copy. It must never be another workbook. */
describe('a workbook of another program', () => {
  const folder = new URL('../material/', import.meta.url);
  const files = ['xlsx/calamine', 'xlsx/exceljs', 'xlsx/frictionless', 'hostile/exceljs'].flatMap((path) =>
    readdirSync(new URL(path, folder))
      .filter((name) => name.endsWith('.xlsx'))
      .map((name) => `${path}/${name}`),
  );

  /** Those exceljs fails on, or makes another workbook of. */
  const refused = new Set([
    'xlsx/calamine/date_1904.xlsx',
    'xlsx/calamine/date_iso.xlsx',
    'xlsx/calamine/empty_shared_string.xlsx',
    'xlsx/calamine/inlineStr_cdata.xlsx',
    'xlsx/calamine/inlineStr_with_value.xlsx',
    'xlsx/calamine/issue_261.xlsx',
    'xlsx/calamine/issue_419.xlsx',
    'xlsx/calamine/nonstandard-xml-ns-prefix.xlsx',
    'xlsx/calamine/richtext-after-plain.xlsx',
    'xlsx/calamine/richtext-namespaced.xlsx',
    'xlsx/exceljs/shared_string_with_escape.xlsx',
    'hostile/exceljs/missing-bits.xlsx',
  ]);

  it.each(files)('%s is copied cell by cell, or not at all', async (file) => {
    const bytes = readFileSync(new URL(file, folder));
    const source = bytesInChunks(bytes);
    const cellsOf = async (content: Uint8Array) =>
      sheetCells(await openWorkbook(bytesInChunks(content), DEFAULT_LIMITS), new Map());
    const original = await cellsOf(bytes).catch(() => []);
    const sheet = original.find(({ rows }) => rows.length > 0);
    if (!sheet) return expect(original.flatMap(({ rows }) => rows)).toEqual([]);
    // The first row stands for a header, the others for claims; a row of spaces is none.
    const rows = (await filledRows(bytes, sheet.name)).filter((row) => row > sheet.rows[0]!.row).length;
    const input = { sha256: await sha256Of(source), sheet: sheet.name, headerRow: sheet.rows[0]!.row, rows };
    const claims = [{ input: input as RunInput, number: 0 }];
    const outcome = await workbookCopy(source, claims, () => () => note(), 'annotated', DEFAULT_LIMITS).catch(
      (error: unknown) => error,
    );
    if (outcome instanceof Error)
      return expect(outcome).toMatchObject({ name: 'CopyRefused', reason: refused.has(file) ? 'workbook' : 'none' });
    expect(refused.has(file)).toBe(false);
    const copy = await cellsOf(await wholeOf((outcome as MadeCopy).bytes));
    expect(copy.filter(({ name }) => name !== sheet.name)).toEqual(original.filter(({ name }) => name !== sheet.name));
    expect(copy.find(({ name }) => name === sheet.name)?.rows.map(({ row }) => row)).toEqual(
      sheet.rows.map(({ row }) => row),
    );
  });
});

async function filledRows(bytes: Uint8Array, name: string): Promise<number[]> {
  const { sheets } = await openWorkbook(bytesInChunks(bytes), DEFAULT_LIMITS);
  const filled: number[] = [];
  for await (const rows of sheets.find((sheet) => sheet.name === name)!.rows())
    for (const { row, cells: own } of rows) if (own.some((cell) => cell.trim() !== '')) filled.push(row);
  return filled;
}

async function wholeOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(piece);
  return Buffer.concat(parts);
}

async function sha256Of(source: ReturnType<typeof bytesInChunks>): Promise<string> {
  const { createHash } = await import('node:crypto');
  const hash = createHash('sha256');
  for await (const chunk of source.chunks()) hash.update(chunk);
  return hash.digest('hex');
}
