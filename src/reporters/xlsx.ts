import { PassThrough } from 'node:stream';
import { reportLabels } from '../messages/report-labels.ts';
import { printable } from './escape.ts';
import { workbookWriter } from './exceljs-parts.ts';
import { periodText } from './period-text.ts';
import type { Reporter, ReportMatter } from './reporter.ts';
import { clientMonthsSheet } from './xlsx/client-months-sheet.ts';
import { findingsSheet } from './xlsx/findings-sheet.ts';
import { notCheckedSheet } from './xlsx/not-checked-sheet.ts';
import { rulesSheet } from './xlsx/rules-sheet.ts';
import { EXCEL_LIMITS, type WorkbookLimits } from './xlsx/sheet-pages.ts';
import { writeSummary } from './xlsx/summary-sheet.ts';
import { type WorkbookWriter, writeTable } from './xlsx/table-sheet.ts';
import { planOf } from './xlsx/workbook-plan.ts';

/** The workbook a biller works through: summary, findings with room for remarks, client-months, rules, what was not checked. */
export const xlsx: Reporter = xlsxWithin(EXCEL_LIMITS);

/** The same with other limits; a table that is too long continues on a next sheet. */
export function xlsxWithin(limits: WorkbookLimits): Reporter {
  return {
    id: 'xlsx',
    extension: '.xlsx',
    fileName: 'bevindingen',
    async *render(matter) {
      const Writer = await workbookWriter();
      const bytes = new PassThrough();
      const workbook = new Writer({
        stream: bytes,
        useStyles: true,
        useSharedStrings: false,
      });
      describe(workbook, matter);
      const written = writeSheets(workbook, matter, limits);
      const failed = written.catch((error: Error) => bytes.destroy(error));
      yield* bytes as AsyncIterable<Uint8Array>;
      await failed;
    },
  };
}

async function writeSheets(workbook: WorkbookWriter, matter: ReportMatter, limits: WorkbookLimits): Promise<void> {
  const labels = reportLabels(matter.words.language);
  const plan = planOf(matter, labels, limits);
  const terms = { limits, cutMark: labels.workbook.cutMark };
  writeSummary(workbook, matter, labels, terms);
  await writeTable(workbook, findingsSheet(matter, labels, plan), terms);
  await writeTable(workbook, clientMonthsSheet(matter, labels, plan), terms);
  await writeTable(workbook, rulesSheet(matter, labels), terms);
  await writeTable(workbook, notCheckedSheet(matter, labels), terms);
  await workbook.commit();
}

function describe(workbook: WorkbookWriter, { result, words }: ReportMatter): void {
  const labels = reportLabels(words.language);
  const started = new Date(result.run.startedAt);
  workbook.creator = 'tzt';
  workbook.lastModifiedBy = 'tzt';
  workbook.created = started;
  workbook.modified = started;
  workbook.title = printable(labels.workbook.title(words.verdict(result.run.verdict), periodText(result, words)));
  workbook.subject = printable(`${labels.summary.run} ${result.run.id}`);
}
