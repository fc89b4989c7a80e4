import exceljs from 'exceljs';
import type { Arranged, Sheet } from './arrange.ts';
import { ymd } from './calendar.ts';
import { type CellValue, CLAIM_COLUMNS, CLIENT_COLUMNS, type Column, periodColumns } from './columns.ts';
import { writtenDate, writtenQuantity } from './serialise-csv.ts';

/** An arranged delivery as one workbook: real date cells, numbers as numbers, and some numbers as text, as people leave them. */
export async function serialiseXlsx(arranged: Arranged): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  const add = <R>(sheet: Sheet<R> | null, columns: readonly Column<R>[]) => {
    if (sheet !== null) fill(workbook, sheet, columns);
  };
  for (const sheet of arranged.claims) add(sheet, CLAIM_COLUMNS);
  add(arranged.deliveryForms, periodColumns('Leveringsvorm'));
  add(arranged.indications, periodColumns('Indicatie'));
  add(arranged.clients, CLIENT_COLUMNS);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function fill<R>(workbook: exceljs.Workbook, { sheet, rows }: Sheet<R>, columns: readonly Column<R>[]): void {
  const worksheet = workbook.addWorksheet(sheet ?? 'Blad1');
  worksheet.getRow(1).values = columns.map((column) => column.heading);
  for (const [index, row] of rows.entries()) {
    if (row === null) continue;
    for (const [number, column] of columns.entries()) {
      const value = cellValue(column.cell(row), index);
      if (value === '') continue;
      const cell = worksheet.getCell(index + 2, number + 1);
      cell.value = value;
      if (value instanceof Date) cell.numFmt = 'dd-mm-yyyy';
    }
  }
}

function cellValue(value: CellValue, index: number): string | number | Date {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'digits':
      // A number loses its zeros in front, and nothing else: only then may it be one.
      return index % 2 === 0 && /^[1-9]\d*$/.test(value.text) ? Number(value.text) : value.text;
    case 'date': {
      const { date } = value;
      if (date === null || typeof date === 'string' || ymd(date.year, date.month, date.day) === null)
        return writtenDate(date);
      return new Date(Date.UTC(date.year, date.month - 1, date.day));
    }
    case 'quantity': {
      const { quantity } = value;
      if (quantity === null || typeof quantity === 'string' || 'clockMinutes' in quantity)
        return writtenQuantity(quantity, ',');
      return quantity.thousandths / 1000;
    }
    case 'cents':
      return value.cents === null ? '' : value.cents / 100;
  }
}
