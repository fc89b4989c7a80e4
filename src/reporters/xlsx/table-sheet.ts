import type { stream, Worksheet } from 'exceljs';
import { cut, workbookText } from '../escape.ts';
import type { SheetCell, SheetLink } from './cell.ts';
import { rowWriter } from './row-writer.ts';
import { columnName, rowXml } from './row-xml.ts';
import { pageName, type WritingTerms } from './sheet-pages.ts';
import { styleOf } from './styles.ts';

/** A list in a workbook: a header that stays in sight, a filter, and rows. */
export interface TableSheet {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly rows: Iterable<TableRow>;
  /** Columns that stay in sight when one scrolls to the right. */
  readonly frozenColumns: number;
  /** What stands in the first row when there are no others. */
  readonly empty: string;
}

/** A column: its heading and its width in characters. */
export interface TableColumn {
  readonly heading: string;
  readonly width: number;
}

/** The cells of one row. */
export type TableRow = readonly SheetCell[];

/** The workbook while it is being written; sheets and rows are gone once committed. */
export type WorkbookWriter = stream.xlsx.WorkbookWriter;

/** Writes a table, on as many sheets as it needs. Waits now and then, so that what was written can flow on. */
export async function writeTable(workbook: WorkbookWriter, table: TableSheet, terms: WritingTerms): Promise<void> {
  let page = 0;
  let sheet = openSheet(workbook, table, page, terms);
  for (const row of rowsOrEmpty(table)) {
    if (sheet.rows === terms.limits.rows) {
      sheet.close();
      sheet = openSheet(workbook, table, ++page, terms);
    }
    sheet.add(row);
    if (sheet.rows % ROWS_PER_BREATH === 0) {
      sheet.flush();
      await breath();
    }
  }
  sheet.close();
}

/** Puts a value with its look in a cell of a row that is being written. */
export function writeCell(
  sheet: Worksheet,
  at: { row: number; column: number },
  cell: SheetCell,
  terms: WritingTerms,
): void {
  const target = sheet.getRow(at.row).getCell(at.column);
  target.style = styleOf(cell.style);
  if (typeof cell.value !== 'string') {
    target.value = cell.value;
    return;
  }
  const shown = cut(workbookText(cell.value), terms.limits.cellCharacters, terms.cutMark);
  target.value = cell.link ? { text: shown, hyperlink: linkTo(cell.link) } : shown;
}

/** How a sheet is printed: landscape A4, as wide as the page, with name and page number below. */
export function printedLandscape(titleRows?: string): Partial<Worksheet['pageSetup']> {
  return {
    orientation: 'landscape',
    paperSize: 9,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    ...(titleRows === undefined ? {} : { printTitlesRow: titleRows }),
  };
}

/** Name of the sheet and page number. */
export const SHEET_FOOTER = { oddFooter: '&L&A&R&P / &N' };

/** With fewer breaths the writer outruns the compressor and the whole workbook gathers in memory: 60,000 findings take 590 MB instead of 270. */
const ROWS_PER_BREATH = 20;

function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function* rowsOrEmpty({ rows, columns, empty }: TableSheet): Generator<TableRow> {
  let any = false;
  for (const row of rows) {
    any = true;
    yield row;
  }
  if (!any) yield columns.map((_, index) => ({ value: index === 0 ? empty : null, style: 'loose' }));
}

interface OpenSheet {
  /** Rows written, the header included. */
  readonly rows: number;
  add(row: TableRow): void;
  /** Hands on what was added. */
  flush(): void;
  close(): void;
}

function openSheet(workbook: WorkbookWriter, table: TableSheet, page: number, terms: WritingTerms): OpenSheet {
  const sheet = workbook.addWorksheet(pageName(table.name, page), {
    views: [{ state: 'frozen', xSplit: table.frozenColumns, ySplit: 1 }],
    pageSetup: printedLandscape('1:1'),
    headerFooter: SHEET_FOOTER,
  });
  sheet.columns = table.columns.map(({ width }) => ({ width }));
  // The first row opens the part of the sheet that rows stand in.
  for (const [index, { heading }] of table.columns.entries())
    writeCell(sheet, { row: 1, column: index + 1 }, { value: heading, style: 'header' }, terms);
  sheet.getRow(1).commit();
  const writer = rowWriter(workbook, sheet);
  let rows = 1;
  let links = 0;
  let xml = '';
  const flush = () => {
    if (xml !== '') writer.write(xml);
    xml = '';
  };
  return {
    get rows() {
      return rows;
    },
    add: (cells) => {
      rows++;
      const shown = cells.map((cell, column) => {
        if (!cell.link || links === terms.limits.links) return withoutLink(cell);
        links++;
        writer.link(`${columnName(column)}${rows}`, linkTo(cell.link));
        return cell;
      });
      xml += rowXml(rows, shown, writer.styleNumber, terms);
    },
    flush,
    close: () => {
      flush();
      sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows, column: table.columns.length } };
      sheet.commit();
    },
  };
}

function linkTo({ sheet, row }: SheetLink): string {
  return `#'${sheet}'!A${row}`;
}

function withoutLink({ value, style }: SheetCell): SheetCell {
  if (style === 'link') return { value, style: 'text' };
  return { value, style: style === 'totalLink' ? 'total' : style };
}
