import iconv from 'iconv-lite';
import type { Arranged, Sheet } from './arrange.ts';
import { type CellValue, CLAIM_COLUMNS, CLIENT_COLUMNS, type Column, periodColumns } from './columns.ts';
import type { DateCell, QuantityCell } from './delivery.ts';

/**
 * The files of an arranged delivery as a Dutch Windows program writes them: Windows-1252, `;`, decimal comma, dd-mm-jjjj, CRLF,
 * quotes round remarks. By file name.
 */
export function serialiseCsv(arranged: Arranged): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const add = <R>(sheet: Sheet<R> | null, columns: readonly Column<R>[]) => {
    if (sheet !== null) files.set(sheet.file, iconv.encode(csvOf(sheet, columns), 'windows-1252'));
  };
  for (const sheet of arranged.claims) add(sheet, CLAIM_COLUMNS);
  add(arranged.deliveryForms, periodColumns('Leveringsvorm'));
  add(arranged.indications, periodColumns('Indicatie'));
  add(arranged.clients, CLIENT_COLUMNS);
  return files;
}

/** A date as dd-mm-jjjj, whether it exists or not. */
export function writtenDate(date: DateCell): string {
  if (date === null) return '';
  if (typeof date === 'string') return date;
  return `${String(date.day).padStart(2, '0')}-${String(date.month).padStart(2, '0')}-${date.year}`;
}

/** `6,5`, `-2` or `6:30`. */
export function writtenQuantity(quantity: QuantityCell, decimal: ',' | '.'): string {
  if (quantity === null) return '';
  if (typeof quantity === 'string') return quantity;
  if ('clockMinutes' in quantity) {
    const { clockMinutes, negative } = quantity;
    return `${negative ? '-' : ''}${Math.floor(clockMinutes / 60)}:${String(clockMinutes % 60).padStart(2, '0')}`;
  }
  const size = Math.abs(quantity.thousandths);
  const decimals = String(size % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return `${quantity.thousandths < 0 ? '-' : ''}${Math.floor(size / 1000)}${decimals === '' ? '' : decimal + decimals}`;
}

function csvOf<R>({ rows }: Sheet<R>, columns: readonly Column<R>[]): string {
  const records = rows.map((row, index) => {
    // Both ways in which exports leave a row blank.
    if (row === null) return index % 2 === 0 ? '' : ';'.repeat(columns.length - 1);
    return columns.map((column) => quoted(written(column.cell(row)))).join(';');
  });
  return [columns.map((column) => column.heading).join(';'), ...records, ''].join('\r\n');
}

function written(value: CellValue): string {
  switch (value.kind) {
    case 'text':
    case 'digits':
      return value.text;
    case 'date':
      return writtenDate(value.date);
    case 'quantity':
      return writtenQuantity(value.quantity, ',');
    case 'cents':
      return value.cents === null ? '' : euros(value.cents);
  }
}

/** `1.039,48`. */
function euros(cents: number): string {
  const size = Math.abs(cents);
  const whole = String(Math.floor(size / 100)).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${cents < 0 ? '-' : ''}${whole},${String(size % 100).padStart(2, '0')}`;
}

function quoted(cell: string): string {
  return /[;"\r\n]|\s/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
