import type { stream, Workbook } from 'exceljs';

/*
 * The parts of exceljs that write, loaded when one is wanted and by their own names: the whole brings readers, unzippers and CSV that are never
 * used, and takes twice as long to load. It declares their types under its own name only.
 */

/** Writes a workbook row after row, as it is streamed. */
export async function workbookWriter(): Promise<typeof stream.xlsx.WorkbookWriter> {
  // @ts-expect-error its types are those of the return type
  const { default: part } = await import('exceljs/lib/stream/xlsx/workbook-writer.js');
  return part as typeof stream.xlsx.WorkbookWriter;
}

/** Holds a workbook in memory, to be changed and written back. */
export async function wholeWorkbook(): Promise<typeof Workbook> {
  // @ts-expect-error its types are those of the return type
  const { default: part } = await import('exceljs/lib/doc/workbook.js');
  return part as typeof Workbook;
}
