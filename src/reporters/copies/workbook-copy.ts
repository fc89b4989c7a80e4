import type { Row, Workbook, Worksheet } from 'exceljs';
import type { LostPart } from '../../messages/copy-labels.ts';
import { workbookText } from '../escape.ts';
import { wholeWorkbook } from '../exceljs-parts.ts';
import { addedHeadings, addedValues } from './added-cells.ts';
import { belongsIn, type CopyKind } from './copy-kind.ts';
import type { RowNote } from './row-note.ts';

/** A worksheet with claims, as the reader of the program saw it: exceljs is only asked to write, never what a row is. */
export interface SheetOfClaims {
  readonly name: string;
  readonly headerRow: number;
  readonly headings: readonly string[];
  /** The most cells a row has from the header on, counted from the first column: what is added comes behind them. */
  readonly width: number;
  /** The data rows in order. */
  readonly rows: readonly { readonly row: number; readonly note: RowNote }[];
}

/** A workbook that exceljs cannot read or write back, though it could be judged. */
export class WorkbookNotCopied extends Error {
  constructor(cause: unknown) {
    super('exceljs cannot copy this workbook', { cause });
    this.name = 'WorkbookNotCopied';
  }
}

/** A workbook that was made, and what of the rows of a half could not move with them. */
export interface CopiedWorkbook {
  readonly bytes: Uint8Array;
  readonly lost: readonly LostPart[];
}

/** Cells under data validations that exceljs may read: it spells every one out, and a rule over a column would take it minutes. */
const MOST_VALIDATED = 20_000;
/** The same for merged cells and ranges with a name, which cannot be left out. */
const MOST_SPANNED = 500_000;

/**
 * A copy of a workbook: its sheets with claims get the added columns, or keep the rows of one half; other sheets stay.
 * Throws WorkbookNotCopied. The whole workbook is in memory while it is made.
 */
export async function copyWorkbook(
  bytes: Uint8Array,
  sheets: readonly SheetOfClaims[],
  kind: CopyKind,
  spans: { readonly validated: number; readonly merged: number; readonly named: number },
): Promise<CopiedWorkbook> {
  if (spans.merged + spans.named > MOST_SPANNED) throw new WorkbookNotCopied(new Error('ranges too wide for exceljs'));
  const unvalidated = spans.validated > MOST_VALIDATED;
  const ExcelWorkbook = await wholeWorkbook();
  const workbook = new ExcelWorkbook();
  const ignoreNodes = unvalidated ? ['dataValidations'] : [];
  await orRefused(workbook.xlsx.load(new Uint8Array(bytes).buffer, { ignoreNodes }));
  const moved = sheets.flatMap((sheet) => copySheet(sheetOf(workbook, sheet), sheet, kind));
  const lost: LostPart[] = unvalidated ? ['validations', ...moved] : moved;
  return { bytes: new Uint8Array(await orRefused(workbook.xlsx.writeBuffer())), lost: [...new Set(lost)] };
}

const WIDTHS = [14, 24, 32, 80];

function copySheet(sheet: Worksheet, seen: SheetOfClaims, kind: CopyKind): LostPart[] {
  const claims = { ...seen, width: Math.max(seen.width, widthOfMerges(sheet, seen.headerRow)) };
  const header = sheet.getRow(claims.headerRow);
  const style = header.getCell(Math.max(1, claims.headings.length)).style;
  for (const [index, heading] of addedHeadings(claims.headings).entries()) {
    const cell = header.getCell(claims.width + 1 + index);
    cell.value = heading;
    cell.style = style;
    sheet.getColumn(claims.width + 1 + index).width = WIDTHS[index] ?? 20;
  }
  for (const { row, note } of claims.rows) addCells(sheet.getRow(row), claims.width, note);
  return kind === 'annotated' ? [] : keepHalf(sheet, claims, kind);
}

function addCells(row: Row, width: number, note: RowNote): void {
  for (const [index, value] of addedValues(note).entries()) {
    row.getCell(width + 1 + index).value = typeof value === 'string' ? workbookText(value) : value;
  }
}

/** Moves the rows of the half up, one behind the other, and empties what is below. */
function keepHalf(sheet: Worksheet, claims: SheetOfClaims, kind: CopyKind): LostPart[] {
  const last = Math.max(sheet.rowCount, claims.rows.at(-1)?.row ?? 0);
  const merges = mergesBelow(sheet, claims.headerRow);
  for (const range of merges) sheet.unMergeCells(range);
  const formulas = claims.rows.filter(({ row }) => keepResults(sheet.getRow(row)));
  let target = claims.headerRow + 1;
  for (const { row, note } of claims.rows) {
    if (!belongsIn(kind, note)) continue;
    if (row !== target) moveRow(sheet.getRow(row), sheet.getRow(target));
    target++;
  }
  for (let row = target; row <= last; row++) clearRow(sheet.getRow(row));
  return [
    ...(merges.length > 0 ? ['moved-merges' as const] : []),
    ...(formulas.length > 0 ? ['moved-formulas' as const] : []),
  ];
}

/** A formula points at cells by their place; in a row that moves only its result is still true. Tells whether there was any. */
function keepResults(row: Row): boolean {
  let found = false;
  row.eachCell((cell) => {
    if (cell.formula === undefined) return;
    found = true;
    cell.value = cell.result ?? null;
  });
  return found;
}

function moveRow(from: Row, to: Row): void {
  clearRow(to);
  if (from.height) to.height = from.height;
  to.hidden = from.hidden;
  from.eachCell({ includeEmpty: true }, (cell, column) => {
    const target = to.getCell(column);
    target.value = cell.value;
    target.style = cell.style;
    if (cell.note) target.note = cell.note;
  });
}

function clearRow(row: Row): void {
  row.values = [];
  row.hidden = false;
}

/** The last column of merged cells that reach the header or a row below it: a value written into one of them would end up in the first. */
function widthOfMerges(sheet: Worksheet, headerRow: number): number {
  const ends = mergesBelow(sheet, headerRow - 1).map((range) => sheet.getCell(range.split(':').at(-1) ?? range));
  return ends.reduce((width, { fullAddress }) => Math.max(width, fullAddress.col), 0);
}

/** Ranges of merged cells that reach below the header. */
function mergesBelow(sheet: Worksheet, headerRow: number): string[] {
  return sheet.model.merges.filter((range) => Number(/(\d+)$/.exec(range)?.[1] ?? 0) > headerRow);
}

function sheetOf(workbook: Workbook, { name, headerRow, headings }: SheetOfClaims): Worksheet {
  const sheet = workbook.worksheets.find((candidate) => candidate.name === name);
  const filled = headings.findIndex((heading) => heading.trim() !== '');
  if (!sheet || sheet.getRow(headerRow).getCell(filled + 1).value == null) {
    throw new WorkbookNotCopied(new Error('exceljs sees other cells'));
  }
  return sheet;
}

/** What exceljs throws says nothing that a user could use, and never that the program is wrong: the workbook was read and judged already. */
async function orRefused<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new WorkbookNotCopied(error);
  }
}
