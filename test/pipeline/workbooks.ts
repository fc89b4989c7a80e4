import exceljs from 'exceljs';

/** A cell of a workbook as a test writes it. */
export type Cell = string | number | boolean | Date | null | exceljs.CellErrorValue | exceljs.CellFormulaValue;

/** What differs from a plain worksheet. */
export interface SheetFacts {
  readonly rows: readonly (readonly Cell[])[];
  readonly state?: 'hidden' | 'veryHidden';
  /** Number format per column, counted from 0; dates are dd-mm-yyyy. */
  readonly formats?: Readonly<Record<number, string>>;
}

/** A workbook with these worksheets, as exceljs writes it. */
export async function workbookOf(sheets: Readonly<Record<string, SheetFacts | SheetFacts['rows']>>): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  for (const [name, facts] of Object.entries(sheets)) {
    const { rows, state, formats = {} }: SheetFacts = 'rows' in facts ? facts : { rows: facts };
    const worksheet = workbook.addWorksheet(name, { state: state ?? 'visible' });
    for (const [index, cells] of rows.entries()) fillRow(worksheet.getRow(index + 1), cells, formats);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function fillRow(row: exceljs.Row, cells: readonly Cell[], formats: Readonly<Record<number, string>>): void {
  for (const [column, value] of cells.entries()) {
    if (value === null) continue;
    const cell = row.getCell(column + 1);
    cell.value = value;
    const format = formats[column] ?? (value instanceof Date ? 'dd-mm-yyyy' : undefined);
    if (format !== undefined) cell.numFmt = format;
  }
}

/** A day of a date cell. */
export function dateCell(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
}
