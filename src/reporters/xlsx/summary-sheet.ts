import type { ReportLabels } from '../../messages/report-label-keys.ts';
import type { ReportMatter } from '../reporter.ts';
import type { WritingTerms } from './sheet-pages.ts';
import { summaryLines } from './summary-lines.ts';
import { printedLandscape, SHEET_FOOTER, type WorkbookWriter, writeCell } from './table-sheet.ts';

/** The first sheet: the verdict, what was not checked, and everything the verdict rests on. Not a list, so without a filter. */
export function writeSummary(
  workbook: WorkbookWriter,
  matter: ReportMatter,
  labels: ReportLabels,
  terms: WritingTerms,
): void {
  const sheet = workbook.addWorksheet(labels.sheets.summary, {
    views: [{ state: 'frozen', ySplit: 2 }],
    pageSetup: printedLandscape('1:2'),
    headerFooter: SHEET_FOOTER,
  });
  sheet.columns = [46, 18, 16, 16, 16, 80].map((width) => ({ width }));
  let number = 0;
  for (const line of summaryLines(matter, labels)) {
    number++;
    for (const [index, cell] of line.entries()) writeCell(sheet, { row: number, column: index + 1 }, cell, terms);
    sheet.getRow(number).commit();
  }
  sheet.commit();
}
