import { cut, workbookText, xmlText } from '../escape.ts';
import type { SheetCell } from './cell.ts';
import type { WritingTerms } from './sheet-pages.ts';
import type { StyleName } from './styles.ts';

/** The number that a look has in the workbook, for a text, a number or nothing. */
export type StyleNumber = (style: StyleName, value: SheetCell['value']) => number;

/**
 * A row of a list as it stands in a worksheet: what exceljs would write. It makes three objects of each cell and asks every one what it is; a
 * workbook of a national month has a million cells, and they were two thirds of its time.
 */
export function rowXml(
  row: number,
  cells: readonly SheetCell[],
  styleNumber: StyleNumber,
  terms: WritingTerms,
): string {
  // Of a row in which nothing stands exceljs writes nothing.
  if (cells.every(({ value }) => value === null)) return '';
  let xml = `<row r="${row}" spans="1:${cells.length}" x14ac:dyDescent="0.25">`;
  for (let column = 0; column < cells.length; column++) {
    const { value, style } = cells[column]!;
    const start = `<c r="${columnName(column)}${row}" s="${styleNumber(style, value)}"`;
    if (value === null) xml += `${start}/>`;
    else if (typeof value === 'number') xml += `${start}><v>${value}</v></c>`;
    else xml += `${start} t="str"><v>${shownText(value, terms)}</v></c>`;
  }
  return `${xml}</row>`;
}

/** The name of a column, counted from 0: A … Z, AA … */
export function columnName(column: number): string {
  const last = LETTERS.charAt(column % 26);
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Harmless in a spreadsheet, within what a cell holds, and escaped for XML. */
function shownText(value: string, { limits, cutMark }: WritingTerms): string {
  // Digits, letters and plain punctuation, beginning with one of the former, need none of it; most cells are so.
  if (value.length <= limits.cellCharacters && PLAIN.test(value)) return value;
  return xmlText(cut(workbookText(value), limits.cellCharacters, cutMark));
}

const PLAIN = /^[0-9A-Za-z][0-9A-Za-zÀ-ÖØ-öø-ÿ .,:;()/%+·–-]*$/;
