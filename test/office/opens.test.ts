import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workplace } from '../end-to-end/run-tzt.ts';

const run = promisify(execFile);
const SAMPLE = fileURLToPath(new URL('../../samples/alle-regels', import.meta.url));
const SHEETS = ['Samenvatting', 'Bevindingen', 'Cliëntmaanden', 'Regels', 'Niet gecontroleerd'];

let place: Awaited<ReturnType<typeof workplace>>;
beforeAll(async () => {
  place = await workplace();
  await place.tzt([
    'validate',
    SAMPLE,
    '--as-of',
    '2026-04-02',
    '--no-store',
    '--out',
    'uit',
    '--report',
    'xlsx,json',
    '--quiet',
  ]);
});
afterAll(() => place.remove());

/** LibreOffice asks nothing when it converts without a window: what it would have to repair, it drops or refuses. */
async function converted(filter: string): Promise<string> {
  const profile = `-env:UserInstallation=file://${join(place.folder, 'profiel')}`;
  const args = [
    profile,
    '--headless',
    '--convert-to',
    filter,
    '--outdir',
    place.folder,
    join(place.folder, 'uit', 'bevindingen.xlsx'),
  ];
  const { stdout } = await run('soffice', args, { timeout: 120_000 });
  return stdout;
}

describe('the workbook in LibreOffice', () => {
  it('opens with every sheet, and every finding on a row of its own', { timeout: 180_000 }, async () => {
    // All sheets (-1) as CSV: comma, quote, UTF-8, from row 1.
    await converted('csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1');
    const sheets = await Promise.all(
      SHEETS.map(
        async (sheet) =>
          parse(await readFile(join(place.folder, `bevindingen-${sheet}.csv`)), {
            relax_column_count: true,
          }) as string[][],
      ),
    );
    const report = JSON.parse(await readFile(join(place.folder, 'uit', 'report.json'), 'utf8')) as {
      findings: { rule: string; places: unknown[] }[];
    };
    const rows = report.findings.reduce((sum, { places }) => sum + Math.max(1, places.length), 0);
    const [, findings = []] = sheets;
    const header = findings.findIndex((cells) => cells.some((cell) => /regel/i.test(cell)));
    expect(findings.slice(header + 1).filter((cells) => cells.some((cell) => cell !== ''))).toHaveLength(rows);
    expect(findings.flat()).toContain('monthly-cap-exceeded');
  });
});
