/** Four readers of workbooks and Maps: `exceljs-stream`, `exceljs-file`, `read-excel-file`, `sheetjs`. Each in a process of its own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isoDay, ThreeRules } from './three-rules.ts';

type Cell = string | number | boolean | Date | null | undefined;

const [reader = '', folder = '.'] = process.argv.slice(2);
const path = join(folder, 'delivery.xlsx');
const rules = new ThreeRules();

/** A row of any sheet; the header is not given. */
function row(sheet: string, cells: readonly Cell[]): void {
  const text = (index: number) => String(cells[index] ?? '');
  if (sheet === 'declaraties') {
    rules.claim(text(0), text(1), dayOf(cells[3]), dayOf(cells[4]), Number(cells[5]), text(6), text(9));
  } else {
    const register = sheet === 'indicaties' ? 'indications' : 'forms';
    rules.period(register, text(0), text(1), dayOf(cells[2]), dayOf(cells[3]));
  }
}

function dayOf(cell: Cell): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'number') return new Date((cell - 25_569) * 86_400_000).toISOString().slice(0, 10);
  return isoDay(String(cell ?? ''));
}

const READERS: Readonly<Record<string, () => Promise<void>>> = {
  async 'exceljs-stream'() {
    const { default: exceljs } = await import('exceljs');
    const workbook = new exceljs.stream.xlsx.WorkbookReader(path, {
      sharedStrings: 'cache',
      styles: 'cache',
      worksheets: 'emit',
      hyperlinks: 'ignore',
      entries: 'emit',
    });
    for await (const sheet of workbook) {
      const { name } = sheet as unknown as { readonly name: string };
      for await (const { number, values } of sheet) if (number > 1) row(name, (values as Cell[]).slice(1));
    }
  },
  async 'exceljs-file'() {
    const { default: exceljs } = await import('exceljs');
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(path);
    for (const sheet of workbook.worksheets) {
      sheet.eachRow(({ values }, number) => {
        if (number > 1) row(sheet.name, (values as Cell[]).slice(1));
      });
    }
  },
  async 'read-excel-file'() {
    const { default: readSheets } = await import('read-excel-file/node');
    for (const { sheet, data } of (await readSheets(path)) as unknown as readonly { sheet: string; data: Cell[][] }[]) {
      for (const cells of data.slice(1)) row(sheet, cells);
    }
  },
  async sheetjs() {
    const { read, utils } = await import('@e965/xlsx');
    const workbook = read(readFileSync(path), { dense: true });
    for (const name of workbook.SheetNames) {
      const sheet = workbook.Sheets[name];
      if (!sheet) continue;
      for (const cells of utils.sheet_to_json<Cell[]>(sheet, { header: 1, raw: true }).slice(1)) row(name, cells);
    }
  },
};

await READERS[reader]?.();
process.stdout.write(JSON.stringify(rules.violations()));
