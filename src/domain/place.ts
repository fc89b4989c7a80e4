/** Where something stands: the input (its number in the run), the spreadsheet row, the heading of the column as the file has it, the address of an XLSX cell. */
export interface Place {
  readonly input: number;
  readonly row: number;
  readonly column: string | null;
  readonly cell: string | null;
  readonly reference: string | null;
}

/** A spreadsheet address such as `C12`; `column` counts from 0. */
export function cellAddress(column: number, row: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}
