import ExcelJS from 'exceljs';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/domain/run.ts';
import { EXCEL_LIMITS } from '../../src/reporters/xlsx/sheet-pages.ts';
import { xlsx, xlsxWithin } from '../../src/reporters/xlsx.ts';
import { hostileRun } from './hostile-run.ts';
import { finding, matterOf, place, rendered } from './matter.ts';
import { payloads } from './payloads.ts';
import { APPROVED, REJECTED } from './runs.ts';
import { partsOf } from './workbook-parts.ts';

async function workbookOf(
  result: RunResult = REJECTED,
  limits: Partial<typeof EXCEL_LIMITS> = {},
  language: 'nl' | 'en' = 'nl',
): Promise<ExcelJS.Workbook> {
  const bytes = await rendered(xlsxWithin({ ...EXCEL_LIMITS, ...limits }).render(matterOf(result, language)));
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return workbook;
}

function sheetOf(workbook: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = workbook.getWorksheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** The cells of a row by heading. */
function cellsOf(sheet: ExcelJS.Worksheet, row: number): Record<string, ExcelJS.Cell> {
  const headings = sheet.getRow(1).values as string[];
  return Object.fromEntries(headings.flatMap((heading, column) => [[heading, sheet.getRow(row).getCell(column)]]));
}

function rowWith(sheet: ExcelJS.Worksheet, heading: string, value: unknown): number {
  for (let row = 2; row <= sheet.rowCount; row++) if (cellsOf(sheet, row)[heading]?.value === value) return row;
  throw new Error(`no row with ${String(value)}`);
}

/** Every value of every cell, as plain data. */
function valuesOf(workbook: ExcelJS.Workbook): unknown[] {
  const values: unknown[] = [];
  workbook.eachSheet((sheet) =>
    sheet.eachRow((row) => row.eachCell((cell) => values.push([cell.address, cell.value]))),
  );
  return values;
}

describe('the workbook', () => {
  it('has its sheets in the order of the contract', async () => {
    const workbook = await workbookOf();
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      'Samenvatting',
      'Bevindingen',
      'Cliëntmaanden',
      'Regels',
      'Niet gecontroleerd',
    ]);
    expect((await workbookOf(REJECTED, {}, 'en')).worksheets.map(({ name }) => name)).toEqual([
      'Summary',
      'Findings',
      'Client-months',
      'Rules',
      'Not checked',
    ]);
  });

  it('says what it is and when it was made', async () => {
    const { title, creator, created } = await workbookOf();
    expect(title).toBe('Controle thuiszorgtechnologie februari 2026 – maart 2026: afgekeurd');
    expect(creator).toBe('tzt');
    expect(created.toISOString()).toBe('2026-04-02T08:15:30.000Z');
  });

  it('keeps headings in sight, can be filtered and prints on landscape pages with the headings repeated', async () => {
    const workbook = await workbookOf();
    for (const name of ['Bevindingen', 'Cliëntmaanden', 'Regels', 'Niet gecontroleerd']) {
      const sheet = sheetOf(workbook, name);
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
      expect(String(sheet.autoFilter)).toMatch(new RegExp(`^A1:[A-Z]+${sheet.rowCount}$`));
      expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1, fitToHeight: 0, paperSize: 9 });
      expect(sheet.pageSetup.printTitlesRow).toBe('1:1');
      expect(sheet.getColumn(1).width).toBeGreaterThan(10);
    }
  });

  it('has the same values each time it is made', async () => {
    expect(valuesOf(await workbookOf())).toEqual(valuesOf(await workbookOf()));
  });
});

describe('the sheet of findings', () => {
  it('has a row per finding and place, with what to repair, where, and what would fit', async () => {
    const sheet = sheetOf(await workbookOf(), 'Bevindingen');
    expect(sheet.rowCount).toBe(1 + 8);
    const cells = cellsOf(sheet, rowWith(sheet, 'Regel', 'monthly-cap-exceeded'));
    expect(cells.Bestand?.value).toBe('declaraties.csv');
    expect(cells.Rij?.value).toBe(12);
    expect(cells.Referentienummer?.value).toBe('R-12');
    expect(cells.Minuten?.value).toBe(90);
    expect(cells['Toegestane minuten']?.value).toBe(60);
    expect(cells['Verwachte retourcode']?.value).toBe('0584');
    expect(cells.Melding?.value).toContain('C1001');
    expect(cells['Wat te doen']?.value).not.toBe('');
  });

  it('shows minutes as a number and beside it as hours and minutes', async () => {
    const sheet = sheetOf(await workbookOf(), 'Bevindingen');
    const cells = cellsOf(sheet, rowWith(sheet, 'Regel', 'monthly-cap-exceeded'));
    expect(cells.Minuten?.numFmt).toBe('#,##0');
    expect(cells.Uren?.numFmt).toBe('[h]:mm');
    expect(cells.Uren?.value).toEqual(new Date(Date.UTC(1899, 11, 30, 1, 30)));
  });

  it('shows the month as a real date', async () => {
    const sheet = sheetOf(await workbookOf(), 'Bevindingen');
    const { Maand } = cellsOf(sheet, rowWith(sheet, 'Regel', 'monthly-cap-exceeded'));
    expect(Maand?.value).toEqual(new Date(Date.UTC(2026, 2, 1)));
    expect(Maand?.numFmt).toContain('mmmm yyyy');
  });

  it('tells severities apart by word, symbol and fill', async () => {
    const sheet = sheetOf(await workbookOf(), 'Bevindingen');
    const looks = ['invalid-date', 'not-multiple-of-five', 'assumed-encoding'].map((rule) => {
      const { Ernst } = cellsOf(sheet, rowWith(sheet, 'Regel', rule));
      return [Ernst?.value, (Ernst?.fill as ExcelJS.FillPattern | undefined)?.fgColor?.argb];
    });
    expect(looks.map(([text]) => text)).toEqual(['✖ fout', '▲ waarschuwing', '● opmerking']);
    expect(new Set(looks.map(([, fill]) => fill)).size).toBe(3);
  });

  it('has an empty column for the remark of the biller', async () => {
    const sheet = sheetOf(await workbookOf(), 'Bevindingen');
    const { Opmerking } = cellsOf(sheet, 2);
    expect(Opmerking?.value).toBeNull();
    expect(Opmerking?.fill).toMatchObject({ type: 'pattern', pattern: 'solid' });
  });

  it('leads from a finding to its client-month and back', async () => {
    const workbook = await workbookOf();
    const findings = sheetOf(workbook, 'Bevindingen');
    const months = sheetOf(workbook, 'Cliëntmaanden');
    for (const rule of ['monthly-cap-exceeded', 'vpt-client']) {
      const from = rowWith(findings, 'Regel', rule);
      const client = cellsOf(findings, from).Cliënt!;
      const [, target] = /^#'Cliëntmaanden'!A(\d+)$/.exec(client.hyperlink) ?? [];
      const month = cellsOf(months, Number(target));
      expect(month.Soort?.value).toBe('cliëntmaand');
      expect(month.Cliënt?.value).toBe(client.text);
      expect(month.Bevindingen?.hyperlink).toBe(`#'Bevindingen'!A${from}`);
    }
  });

  it('gives no link where there is no client-month to go to', async () => {
    const sheet = sheetOf(await workbookOf(), 'Bevindingen');
    expect(cellsOf(sheet, rowWith(sheet, 'Regel', 'client-key-conflict')).Cliënt?.value).toBe('C1004');
  });

  it('marks a finding that is known and one that is accepted', async () => {
    const sheet = sheetOf(await workbookOf(), 'Bevindingen');
    const cells = cellsOf(sheet, rowWith(sheet, 'Regel', 'vpt-client'));
    expect(cells.Status?.value).toBe('bekend');
    expect(cells.Geaccepteerd?.value).toContain('A. Biller');
  });

  it('says so when there is nothing to repair', async () => {
    const sheet = sheetOf(await workbookOf(APPROVED), 'Bevindingen');
    expect(sheet.getCell('A2').value).toBe('Geen bevindingen.');
  });
});

describe('the sheet of client-months', () => {
  it('has a row per month, and below it one per line', async () => {
    const sheet = sheetOf(await workbookOf(), 'Cliëntmaanden');
    expect(sheet.rowCount).toBe(1 + 1 + 4 + 1 + 1);
    const kinds = [2, 3, 4, 5, 6, 7, 8].map((row) => cellsOf(sheet, row).Soort?.value);
    expect(kinds).toEqual(['cliëntmaand', 'regel', 'regel', 'regel', 'regel', 'cliëntmaand', 'regel']);
    expect(cellsOf(sheet, 2)['Meetellende minuten']?.value).toBe(450);
    expect(cellsOf(sheet, 2)['Maximum uren']?.value).toEqual(new Date(Date.UTC(1899, 11, 30, 6, 30)));
  });

  it('has lines that add up to the net of the month, so the minutes of a credit are negative', async () => {
    const sheet = sheetOf(await workbookOf(), 'Cliëntmaanden');
    const minutes = [3, 4, 5, 6].map((row) => cellsOf(sheet, row).Minuten?.value as number);
    expect(minutes).toEqual([360, 90, -30, 30]);
    expect(cellsOf(sheet, 2).Minuten?.value).toBe(450);
    expect(cellsOf(sheet, 5).Uren?.value).toBe('−0:30');
    expect(cellsOf(sheet, 5)['Debet/credit']?.value).toBe('credit');
  });

  it('has real dates, in Dutch order', async () => {
    const { Begindatum } = cellsOf(sheetOf(await workbookOf(), 'Cliëntmaanden'), 3);
    expect(Begindatum?.value).toEqual(new Date(Date.UTC(2026, 2, 1)));
    expect(Begindatum?.numFmt).toBe('dd-mm-yyyy');
  });
});

describe('the summary sheet', () => {
  it('starts with the verdict and says right below what was not checked', async () => {
    const sheet = sheetOf(await workbookOf(), 'Samenvatting');
    expect(sheet.getCell('A2').value).toBe('AFGEKEURD: 12 van 480 declaratieregels moeten eerst hersteld worden.');
    const first = (sheet.getColumn(1).values as unknown[]).map(String);
    expect(first.indexOf('Niet gecontroleerd')).toBeGreaterThan(0);
    expect(first.indexOf('Niet gecontroleerd')).toBeLessThan(first.indexOf('Declaratieregels'));
  });

  it('gives minutes as hours and amounts in euros', async () => {
    const sheet = sheetOf(await workbookOf(), 'Samenvatting');
    const cells = new Map<string, ExcelJS.Row>();
    sheet.eachRow((row) => cells.set(`${String(row.getCell(1).value)} ${row.getCell(2).numFmt ?? ''}`, row));
    expect(cells.get('Gedeclareerd #,##0')?.getCell(2).value).toBe(12_480);
    expect(cells.get('Gedeclareerd #,##0')?.getCell(3).numFmt).toBe('[h]:mm');
    expect(cells.get('Gedeclareerd [$€-413] #,##0.00')?.getCell(2).value).toBe(12_480.5);
  });

  it.each([
    ['files with their hash', '11'.repeat(32)],
    ['how a file was read', 'windows-1252'],
    ['the sources of the limits', 'Factsheet Financiering zorgtechnologie'],
    ['the year the limits were confirmed for', 'Laatst bevestigd: 2024'],
    ['ignored codes', '1002'],
    ['a lowered rule with its reason', 'Proef met zorgkantoor'],
    ['a column that is not used', 'Team'],
  ])('names %s', async (_what, text) => {
    const sheet = sheetOf(await workbookOf(), 'Samenvatting');
    const texts: string[] = [];
    sheet.eachRow((row) => row.eachCell((cell) => texts.push(cell.text)));
    expect(texts.some((found) => found.includes(text))).toBe(true);
  });
});

describe('the limits of a spreadsheet', () => {
  it('let a list that is too long go on on a second sheet, with its own headings', async () => {
    const workbook = await workbookOf(REJECTED, { rows: 4 });
    const names = workbook.worksheets.map(({ name }) => name).filter((name) => name.startsWith('Bevindingen'));
    expect(names).toEqual(['Bevindingen', 'Bevindingen (2)', 'Bevindingen (3)']);
    expect(names.map((name) => sheetOf(workbook, name).rowCount)).toEqual([4, 4, 3]);
    expect(sheetOf(workbook, 'Bevindingen (2)').getCell('A1').value).toBe('Ernst');
  });

  it('are followed by the links', async () => {
    const workbook = await workbookOf(REJECTED, { rows: 4 });
    const sheet = sheetOf(workbook, 'Bevindingen (2)');
    const row = rowWith(sheet, 'Regel', 'vpt-client');
    const link = cellsOf(sheet, row).Cliënt!.hyperlink;
    const [, target = '', at] = /^#'(.+)'!A(\d+)$/.exec(link) ?? [];
    expect(target).toBe('Cliëntmaanden (2)');
    const month = cellsOf(sheetOf(workbook, target), Number(at));
    expect([month.Soort?.value, month.Cliënt?.value]).toEqual(['cliëntmaand', 'C1002']);
    expect(month.Bevindingen?.hyperlink).toBe(`#'Bevindingen (2)'!A${row}`);
  });

  it('make no second sheet for a list that just fits', async () => {
    const findings = Array.from({ length: 3 }, (_, row) => finding({ places: [place(row + 2)] }));
    const workbook = await workbookOf({ ...REJECTED, findings }, { rows: 4 });
    expect(workbook.worksheets.map(({ name }) => name)).not.toContain('Bevindingen (2)');
  });

  it('cut a text that is too long, visibly', async () => {
    const waiver = { reason: 'x'.repeat(40_000), owner: 'A. Biller', until: '2026-06-30' };
    const cellOf = async (limits: Partial<typeof EXCEL_LIMITS>) => {
      const sheet = sheetOf(await workbookOf({ ...REJECTED, findings: [finding({ waiver })] }, limits), 'Bevindingen');
      return cellsOf(sheet, 2).Geaccepteerd?.value as string;
    };
    expect(await cellOf({})).toHaveLength(32_767);
    expect(await cellOf({})).toMatch(/ … \[ingekort\]$/);
    expect(await cellOf({ cellCharacters: 50_000 })).not.toContain('ingekort');
  });

  it('show a client without link when a sheet has no links left', async () => {
    const sheet = sheetOf(await workbookOf(REJECTED, { links: 1 }), 'Bevindingen');
    const links = [2, 3, 4, 5, 6, 7, 8].map((row) => cellsOf(sheet, row).Cliënt?.hyperlink).filter(Boolean);
    expect(links).toHaveLength(1);
    expect(cellsOf(sheet, rowWith(sheet, 'Regel', 'vpt-client')).Cliënt?.value).toBe('C1002');
  });
});

describe('hostile texts in a workbook', () => {
  it.each([...payloads(), '\t=1', '"=1', ' =1', '＝1', '@x', '<b>&amp;</b>', 'a\u0000b\u0001', ']]>', '_x003D_1'])(
    'are shown as text and run nothing: %j',
    async (payload) => {
      const workbook = await workbookOf(hostileRun(payload));
      let cells = 0;
      workbook.eachSheet((sheet) =>
        sheet.eachRow((row) =>
          row.eachCell((cell) => {
            cells++;
            expect(cell.type).not.toBe(ExcelJS.ValueType.Formula);
            if (typeof cell.value !== 'number') expect(cell.text).not.toMatch(/^[\s"]*[=+\-@＝]/);
          }),
        ),
      );
      expect(cells).toBeGreaterThan(100);
    },
  );
});

describe('every part of a workbook', () => {
  it.each(['\u0001\uffff\ud800', '<x>&"\'', ']]>', '_x0000_'])(
    'is well-formed XML when every text is %j',
    async (text) => {
      const parts = await partsOf(await rendered(xlsx.render(matterOf(hostileRun(text)))));
      expect(parts.length).toBeGreaterThan(10);
      for (const { name, xml } of parts) {
        const parser = new SaxesParser();
        parser.on('error', (error) => {
          throw new Error(`${name}: ${error.message}`);
        });
        parser.write(xml).close();
      }
    },
  );
});

describe('the reporter', () => {
  it('fails when the workbook cannot be made, and does not hang', async () => {
    const matter = matterOf(REJECTED);
    const words = {
      ...matter.words,
      message: () => {
        throw new RangeError('no words');
      },
    };
    await expect(rendered(xlsx.render({ ...matter, words }))).rejects.toThrow('no words');
  });
});
