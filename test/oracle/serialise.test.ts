import { parse } from 'csv-parse/sync';
import exceljs from 'exceljs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { arrangeAsFiles, arrangeAsWorkbook } from './arrange.ts';
import { generateDelivery } from './generate.ts';
import { serialiseCsv, writtenQuantity } from './serialise-csv.ts';
import { serialiseXlsx } from './serialise-xlsx.ts';

const delivery = generateDelivery(120, 42);

describe('a generated delivery on paper', () => {
  it('is the same for the same seed and another for another', () => {
    expect(generateDelivery(120, 42)).toEqual(delivery);
    expect(generateDelivery(120, 43)).not.toEqual(delivery);
  });

  it('has the bytes of a Dutch Windows export', () => {
    const bytes = serialiseCsv(arrangeAsFiles(delivery)).get('declaraties.csv') as Buffer;
    const text = iconv.decode(bytes, 'windows-1252');
    expect(text.startsWith('Cliëntnummer;BSN;Prestatiecode;')).toBe(true);
    expect(bytes.includes(0xeb)).toBe(true);
    expect(text).toMatch(/€.*–/);
    expect(text).toContain('""het werkt prima""');
    const records = parse(text, { delimiter: ';' }) as string[][];
    expect(records.length).toBe(delivery.claims.length + 1);
  });

  it('loses no row when it is cut in files', () => {
    const files = serialiseCsv(arrangeAsFiles(delivery, 4, 9));
    const claims = [...files].filter(([name]) => name.startsWith('declaraties-'));
    const records = claims.map(
      ([, bytes]) => parse(iconv.decode(bytes, 'windows-1252'), { delimiter: ';' }) as string[][],
    );
    expect(records.length).toBe(4);
    expect(records.reduce((rows, file) => rows + file.length - 1, 0)).toBe(delivery.claims.length);
  });

  it('has real dates and numbers in a workbook, on the row where they belong', async () => {
    const bytes = await serialiseXlsx(arrangeAsWorkbook(delivery));
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(bytes as unknown as exceljs.Buffer);
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual([
      'Declaraties',
      'Leveringsvormen',
      'Indicaties',
      'Cliënten',
    ]);
    const claims = workbook.getWorksheet('Declaraties') as exceljs.Worksheet;
    expect(claims.actualRowCount).toBe(delivery.claims.length + 1);
    expect(claims.getCell('D2').value).toBeInstanceOf(Date);
    expect(typeof claims.getCell('M2').value).toBe('number');
  });

  it.each([
    [{ thousandths: 6500 }, '6,5'],
    [{ thousandths: -2000 }, '-2'],
    [{ thousandths: 1625 }, '1,625'],
    [{ clockMinutes: 390, negative: false }, '6:30'],
    [{ clockMinutes: 5, negative: true }, '-0:05'],
  ])('writes %j as %s', (quantity, text) => {
    expect(writtenQuantity(quantity, ',')).toBe(text);
  });
});
