import { spawnSync } from 'node:child_process';
import { cp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import excel from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manyFindings } from './many-findings.ts';
import { workplace } from './run-tzt.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DELIVERY = 'aanlevering';

let place: Awaited<ReturnType<typeof workplace>>;
beforeAll(async () => {
  place = await workplace();
  await place.write(new Map([[join(DELIVERY, 'declaraties.csv'), manyFindings(2500)]]));
}, 60_000);
afterAll(() => place.remove());

async function findingsIn(workbook: string): Promise<string[]> {
  const book = new excel.Workbook();
  await book.xlsx.readFile(workbook);
  return book.worksheets.flatMap((sheet) => [
    sheet.name,
    ...sheet.getSheetValues().map((row) => JSON.stringify(row ?? null)),
  ]);
}

describe('the reports of thousands of findings, which a thread makes', () => {
  it('are those that are made of the remembered run afterwards', async () => {
    const reports = ['--report', 'html,json,xlsx,html=uit/nog-eens.html'];
    const { exitCode } = await place.tzt([
      'validate',
      DELIVERY,
      '--out',
      'uit',
      '--quiet',
      '--no-progress',
      ...reports,
    ]);
    expect(exitCode).toBe(1);
    const { run } = JSON.parse(await readFile(join(place.folder, 'uit', 'report.json'), 'utf8'));
    const again = await place.tzt(['report', run.id, '--out', 'opnieuw', '--report', 'html,xlsx']);
    expect(again).toMatchObject({ exitCode: 0, stderr: '' });
    const page = (path: string) => readFile(join(place.folder, path), 'utf8');
    expect(await page('uit/rapport.html')).toBe(await page('opnieuw/rapport.html'));
    expect(await page('uit/nog-eens.html')).toBe(await page('uit/rapport.html'));
    const sheets = (folder: string) => findingsIn(join(place.folder, folder, 'bevindingen.xlsx'));
    expect(await sheets('uit')).toEqual(await sheets('opnieuw'));
    expect(JSON.stringify(await sheets('uit'))).toContain('C2499');
  });

  it('can be made of the remembered run when they could not be written, as is said', async () => {
    const nowhere = join(DELIVERY, 'declaraties.csv', 'rapport.html');
    const args = ['validate', DELIVERY, '--quiet', '--no-progress', '--report', `json=uit/r.json,html=${nowhere}`];
    const { exitCode, stderr } = await place.tzt(args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('is niet te schrijven');
    const [, run = ''] = /tzt report (\S+)/.exec(stderr) ?? [];
    expect(await place.tzt(['report', run, '--out', 'later', '--report', 'html'])).toMatchObject({ exitCode: 0 });
    expect(await readFile(join(place.folder, 'later/rapport.html'), 'utf8')).toContain('C2499');
    const unremembered = await place.tzt([...args, '--no-store']);
    expect(unremembered).toMatchObject({ exitCode: 2, stderr: expect.not.stringContaining('tzt report') });
  });

  it('are made without it when it fails', async () => {
    const copy = join(place.folder, 'programma');
    await cp(join(ROOT, 'dist'), join(copy, 'dist'), { recursive: true });
    for (const part of ['package.json', 'schemas']) await cp(join(ROOT, part), join(copy, part), { recursive: true });
    await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
    const started = join(place.folder, 'begonnen');
    const failing = `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(started)}, ''); throw new Error('no room');`;
    await writeFile(join(copy, 'dist/report-thread.js'), failing);
    const args = ['validate', DELIVERY, '--out', 'zonder', '--quiet', '--no-progress', '--no-store'];
    const { status, stderr } = spawnSync(process.execPath, [join(copy, 'dist/cli.js'), ...args], {
      cwd: place.folder,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(await readFile(started, 'utf8')).toBe('');
    expect(await readFile(join(place.folder, 'zonder', 'rapport.html'), 'utf8')).toMatch(/<\/html>\n$/);
    expect((await findingsIn(join(place.folder, 'zonder', 'bevindingen.xlsx'))).join()).toContain('C2499');
    await rm(copy, { recursive: true });
  });
});
