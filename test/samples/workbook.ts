import { readFileSync } from 'node:fs';
import exceljs from 'exceljs';
import { recordsOf, textOf } from './read-sample.ts';

const SHEETS: readonly (readonly [sheet: string, file: string])[] = [
  ['Declaraties', 'declaraties.csv'],
  ['Leveringsvormen', 'leveringsvormen.csv'],
  ['Indicaties', 'indicaties.csv'],
  ['Cliënten', 'clienten.csv'],
];

/** Columns a spreadsheet keeps as numbers; the others keep their digits as text. */
const NUMBERS = new Set(['Prestatiecode', 'Aantal', 'Tarief', 'Bedrag', 'BSN']);
const MINUTES_A_DAY = 1440;

/** The CSV files of a sample folder as one workbook: real dates, numbers and durations. */
export function workbookOf(folder: string): exceljs.Workbook {
  const workbook = new exceljs.Workbook();
  for (const [name, file] of SHEETS) {
    const records = recordsOf(textOf(readFileSync(`${folder}/${file}`)));
    const headings = records[0] ?? [];
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = headings.map((heading) => ({ header: heading, width: Math.max(12, heading.length + 2) }));
    for (const [row, cells] of records.slice(1).entries()) {
      for (const [column, text] of cells.entries())
        write(sheet.getCell(row + 2, column + 1), text, headings[column] ?? '');
    }
    sheet.getRow(1).font = { bold: true };
  }
  return workbook;
}

/** Every cell of a workbook as text, by sheet: what two workbooks have in common when they are the same. */
export function contentsOf(workbook: exceljs.Workbook): Record<string, string[]> {
  return Object.fromEntries(
    workbook.worksheets.map((sheet) => {
      const cells: string[] = [];
      sheet.eachRow((row) => {
        row.eachCell((cell) => void cells.push(`${cell.address} ${cell.numFmt ?? ''} ${JSON.stringify(cell.value)}`));
      });
      return [sheet.name, cells];
    }),
  );
}

function write(cell: exceljs.Cell, text: string, heading: string): void {
  const date = /^(\d\d)-(\d\d)-(\d{4})$/.exec(text);
  const clock = /^(\d+):(\d\d)$/.exec(text);
  if (date) {
    cell.value = new Date(Date.UTC(Number(date[3]), Number(date[2]) - 1, Number(date[1])));
    cell.numFmt = 'dd-mm-yyyy';
  } else if (clock) {
    cell.value = (Number(clock[1]) * 60 + Number(clock[2])) / MINUTES_A_DAY;
    cell.numFmt = '[h]:mm';
  } else if (NUMBERS.has(heading) && /^-?[\d.]+(,\d+)?$/.test(text)) {
    cell.value = Number(text.replaceAll('.', '').replace(',', '.'));
    if (heading === 'Tarief' || heading === 'Bedrag') cell.numFmt = '#,##0.00';
  } else if (text !== '') {
    cell.value = text;
  }
}
