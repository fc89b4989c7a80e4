import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workplace } from '../end-to-end/run-tzt.ts';

/** The reports a visitor sees before installing anything: those of two sample deliveries, with a fixed moment and a fixed key. */
const EXAMPLES = fileURLToPath(new URL('../../reports/voorbeeld', import.meta.url));
const SAMPLES = fileURLToPath(new URL('../../samples', import.meta.url));
const DELIVERIES = ['goede-maand', 'alle-regels'];
const REPORTS = 'html,json,xlsx,csv,markdown,sarif,junit,github,gitlab';
/** 2 April 2026. */
const ENVIRONMENT = { SOURCE_DATE_EPOCH: '1775088000', TZT_KEY: 'de sleutel van de voorbeelden, geen geheim' };
const REWRITE = process.env.TZT_WRITE_EXAMPLES === '1';

let place: Awaited<ReturnType<typeof workplace>>;
beforeAll(async () => {
  place = await workplace();
});
afterAll(() => place.remove());

describe.each(DELIVERIES)('reports/voorbeeld/%s', (delivery) => {
  const folder = join(EXAMPLES, delivery);
  let made = '';
  beforeAll(async () => {
    made = join(place.folder, delivery);
    const args = ['validate', join(SAMPLES, delivery), '--no-store', '--out', made, '--report', REPORTS, '--quiet'];
    await place.tzt(args, { env: ENVIRONMENT });
    if (REWRITE) await copy(made, folder);
  });

  it('holds the reports of today, byte for byte', async () => {
    const names = (await readdir(made)).sort();
    expect((await readdir(folder)).sort()).toEqual(names);
    for (const name of names.filter((one) => !one.endsWith('.xlsx'))) {
      expect(await readFile(join(folder, name), 'utf8'), staleness(name)).toBe(
        await readFile(join(made, name), 'utf8'),
      );
    }
  });

  it('holds a workbook with the values of today', async () => {
    expect(await valuesOf(join(folder, 'bevindingen.xlsx')), staleness('bevindingen.xlsx')).toEqual(
      await valuesOf(join(made, 'bevindingen.xlsx')),
    );
  });
});

function staleness(name: string): string {
  return `${name} is stale: TZT_WRITE_EXAMPLES=1 npm test -- test/examples writes it again`;
}

async function copy(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from)) await writeFile(join(to, name), await readFile(join(from, name)));
}

async function valuesOf(file: string): Promise<unknown> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  return workbook.worksheets.map((sheet) => [sheet.name, sheet.getSheetValues()]);
}
