import type { stream, Worksheet } from 'exceljs';
import type { SheetCell } from './cell.ts';
import type { StyleNumber } from './row-xml.ts';
import { type StyleName, styleOf } from './styles.ts';

/** Writes rows to a sheet that has its first row, as XML. */
export interface RowWriter {
  readonly styleNumber: StyleNumber;
  write(rows: string): void;
  /** Makes a cell lead somewhere, such as `#'Blad'!A1`. */
  link(address: string, target: string): void;
}

/** What exceljs 4.4.0 has and does not declare. Its version is pinned, and every test of the workbook reads back what went this way. */
interface Undeclared {
  readonly styles: { addStyleModel(style: object, type: number): number };
}
interface UndeclaredSheet {
  readonly stream: { write(text: string): void };
  readonly _sheetRelsWriter: { addHyperlink(link: { address: string; target: string }): void };
}

/** Types of cells as exceljs numbers them; a look without a format of its own gets the one of the type it is first used with. */
const TYPES = { none: 0, number: 2, text: 3 } as const;

/** Reaches past the rows of exceljs to the stream and the styles they are written with. */
export function rowWriter(workbook: stream.xlsx.WorkbookWriter, sheet: Worksheet): RowWriter {
  const { styles } = workbook as unknown as Undeclared;
  const { stream: out, _sheetRelsWriter: links } = sheet as unknown as UndeclaredSheet;
  const numbers = new Map<StyleName, number>();
  const typeOf = (value: SheetCell['value']) =>
    value === null ? TYPES.none : typeof value === 'number' ? TYPES.number : TYPES.text;
  return {
    styleNumber: (style, value) => {
      const known = numbers.get(style);
      if (known !== undefined) return known;
      const number = styles.addStyleModel(styleOf(style), typeOf(value));
      numbers.set(style, number);
      return number;
    },
    write: (rows) => out.write(rows),
    link: (address, target) => links.addHyperlink({ address, target }),
  };
}
