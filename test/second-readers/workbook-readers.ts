import { read, SSF } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import readSheets from 'read-excel-file/node';
import type { SecondTable, Value } from './tables.ts';

/** Three readers of workbooks that share no code with ours. */
export const WORKBOOK_READERS: Readonly<Record<string, (bytes: Buffer) => Promise<SecondTable[]>>> = {
  exceljs: async (bytes) => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
    return workbook.worksheets.map((sheet) => {
      const rows = new Map<number, Value[]>();
      sheet.eachRow((row, number) => {
        const values: Value[] = [];
        row.eachCell((cell, column) => {
          // exceljs repeats a merged value in every cell it covers.
          values[column - 1] = cell.master === cell ? ofExcelJs(cell.value) : null;
        });
        rows.set(
          number,
          Array.from(values, (value) => value ?? null),
        );
      });
      return { sheet: sheet.name, rows };
    });
  },
  sheetjs: async (bytes) => {
    const { SheetNames, Sheets, Workbook } = read(bytes, { dense: true, cellNF: true });
    // SheetJS leaves serial numbers as the file has them, also those that count from 1904.
    const shift = Workbook?.WBProps?.date1904 ? 1462 : 0;
    return SheetNames.map((sheet) => {
      const rows = new Map<number, Value[]>();
      const cells = (Sheets[sheet]?.['!data'] ?? []) as SheetJsCell[][];
      for (const [index, row] of cells.entries()) {
        if (row)
          rows.set(
            index + 1,
            Array.from(row, (cell) => ofSheetJs(cell, shift)),
          );
      }
      return { sheet, rows };
    });
  },
  'read-excel-file': async (bytes) => {
    const sheets = (await readSheets(bytes)) as unknown as readonly { sheet: string; data: unknown[][] }[];
    return sheets.map(({ sheet, data }) => ({
      sheet,
      rows: new Map(data.map((cells, index) => [index + 1, cells.map(ofScript)])),
    }));
  },
};

function ofExcelJs(value: ExcelJS.CellValue): Value {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object' || value instanceof Date) return ofScript(value);
  if ('error' in value) return { error: value.error };
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('hyperlink' in value) return ofExcelJs(value.text as ExcelJS.CellValue);
  if ('formula' in value || 'sharedFormula' in value) return ofExcelJs(value.result as ExcelJS.CellValue);
  return null;
}

interface SheetJsCell {
  readonly t: string;
  readonly v?: unknown;
  readonly w?: string;
  readonly z?: string | number;
}

function ofSheetJs(cell: SheetJsCell | undefined, shift: number): Value {
  if (cell === undefined || cell.t === 'z') return null;
  if (cell.t === 'e') return { error: cell.w ?? '' };
  const isDay = typeof cell.v === 'number' && SSF.is_date(String(cell.z)) && !/\[[hms]/i.test(String(cell.z));
  return isDay ? { serial: (cell.v as number) + shift } : ofScript(cell.v);
}

function ofScript(value: unknown): Value {
  if (value instanceof Date) return { serial: value.getTime() / 86_400_000 + 25_569 };
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
