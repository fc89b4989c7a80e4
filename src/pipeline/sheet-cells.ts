import { digestOf } from '../domain/digest.ts';
import type { Row } from '../domain/table.ts';
import type { Workbook } from '../readers/xlsx.ts';

/** What a worksheet holds, row by row, small enough to be kept. */
export interface SheetCells {
  readonly name: string;
  readonly rows: readonly { readonly row: number; readonly digest: string }[];
}

/**
 * The content of a row up to a column, short: two rows with the same digest have the same cells of the same kinds. Blank cells at the end
 * count for nothing, and neither does how a line break within a cell is written.
 */
export function rowDigest({ cells, kinds }: Row, width = cells.length): string {
  const own = cells.slice(0, width).map((cell) => cell.replace(/\r\n?/g, '\n'));
  while (own.length > 0 && own.at(-1) === '') own.pop();
  return digestOf([...own, ...own.map((_, column) => kinds?.[column] ?? 'text')]);
}

/** Reads all sheets of a workbook; of those with a width in `widths` only the cells up to it. Rows without content are not there. */
export async function sheetCells(workbook: Workbook, widths: ReadonlyMap<string, number>): Promise<SheetCells[]> {
  const sheets: SheetCells[] = [];
  const blank = rowDigest({ row: 0, cells: [] });
  for (const sheet of workbook.sheets) {
    const rows: { row: number; digest: string }[] = [];
    for await (const batch of sheet.rows()) {
      for (const row of batch) {
        const digest = rowDigest(row, widths.get(sheet.name));
        if (digest !== blank) rows.push({ row: row.row, digest });
      }
    }
    sheets.push({ name: sheet.name, rows });
  }
  return sheets;
}

/**
 * Whether a copy holds the cells of its original. `kept` tells of a sheet with claims which of its rows the copy has; they stand one behind
 * the other, so their numbers may differ.
 */
export function sameCells(
  original: readonly SheetCells[],
  copy: readonly SheetCells[],
  kept: ReadonlyMap<string, (row: number) => boolean>,
): boolean {
  if (original.length !== copy.length) return false;
  return original.every(({ name, rows }, index) => {
    const isKept = kept.get(name);
    const expected = isKept ? rows.filter(({ row }) => isKept(row)) : rows;
    const found = copy[index];
    return (
      found?.name === name &&
      found.rows.length === expected.length &&
      found.rows.every(
        ({ row, digest }, at) => digest === expected[at]?.digest && (isKept !== undefined || row === expected[at]?.row),
      )
    );
  });
}
