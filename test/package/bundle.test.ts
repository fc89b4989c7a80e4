import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Metafile } from 'esbuild';
import excel from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../.tools/build.mjs';
import type { ReportDocument } from '../../src/reporters/report-schema.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const NAME = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/;

let account: Metafile;
let folder: string;
beforeAll(async () => {
  account = await build();
  folder = await mkdtemp(join(tmpdir(), 'tzt-bundel-'));
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The files of dist that are read when those named are: `validate` for `validate-HASH.js`. */
function read(...names: readonly string[]): string[] {
  const outputs = Object.entries(account.outputs);
  const found = new Set<string>();
  const follow = (path: string) => {
    if (found.has(path)) return;
    found.add(path);
    for (const { path: next, kind, external } of account.outputs[path]?.imports ?? [])
      if (kind === 'import-statement' && !external) follow(next);
  };
  for (const name of names) {
    const own = outputs.filter(([path]) => basename(path).replace(/(-[A-Z0-9]{8})?\.js$/, '') === name);
    expect(own.length, name).toBeGreaterThan(0);
    for (const [path] of own) follow(path);
  }
  return [...found];
}

/** The packages that are in files of dist. */
function packagesIn(files: readonly string[]): string[] {
  const inputs = files.flatMap((file) => Object.keys(account.outputs[file]?.inputs ?? {}));
  return [...new Set(inputs.flatMap((input) => NAME.exec(input)?.[1] ?? []))].sort();
}

describe('what is read when the program starts', () => {
  it('is for --version and --help what knows the options, and no other package', () => {
    expect(packagesIn(read('cli'))).toEqual(['commander']);
    expect(read('cli').length).toBeLessThan(10);
  });

  it('is for a validation with a JSON report neither database, workbook, page nor server', () => {
    const files = read('cli', 'validate', 'json');
    expect(packagesIn(files)).toEqual([
      'commander',
      'csv-parse',
      'date-fns',
      'iconv-lite',
      'leven',
      'safer-buffer',
      'zod',
    ]);
    const external = files.flatMap((file) => account.outputs[file]?.imports.filter((one) => one.external) ?? []);
    expect(external.map(({ path }) => path)).not.toContain('better-sqlite3');
  });

  it('is in few files, for each costs time', () => {
    expect(read('cli', 'validate', 'json').length).toBeLessThan(20);
    expect(read('cli', 'validate', 'json', 'html', 'xlsx', 'workbook-writer', 'store').length).toBeLessThan(35);
  });
});

describe('the bundle', () => {
  const inAll = () => packagesIn(Object.keys(account.outputs));

  it('has every dependency in it but those that src/README.md names', async () => {
    const { dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(Object.keys(dependencies).filter((name) => !inAll().includes(name))).toEqual(['better-sqlite3', 'open']);
  });

  it('comes with the licence of every package that is in it', async () => {
    const licences = await readFile(join(root, 'dist/LICENSES.txt'), 'utf8');
    const licensed = licences.split(/^-{80}$/m).map((text) => text.trim());
    for (const name of inAll()) {
      const own = licensed.filter((text) => text.startsWith(`${name} `));
      expect(own.length, name).toBeGreaterThan(0);
      expect(own.join('\n'), name).toMatch(/copyright|©/i);
    }
  });

  it('holds no package that asks for a server, unpacks archives or walks through folders', () => {
    const unused = ['unzipper', 'fast-csv', 'glob', 'graceful-fs', 'readable-stream', 'tar-stream', 'fs-extra'];
    expect(inAll().filter((name) => unused.includes(name))).toEqual([]);
  });
});

/** Other parts of packages than the tests of `src` see: what they ask for is left out or is Node's own. */
describe('the program as it is shipped', () => {
  async function tzt(...args: readonly string[]) {
    const command = [join(root, 'dist/cli.js'), ...args, '--no-store', '--quiet', '--as-of', '2026-04-02'];
    const env = { ...process.env, NODE_OPTIONS: '' };
    const run = promisify(execFile)(process.execPath, command, { cwd: folder, env });
    return run.then(
      ({ stderr }) => ({ code: 0, stderr }),
      ({ code, stderr }: { code: number; stderr: string }) => ({ code, stderr }),
    );
  }
  async function workbook(...path: readonly string[]) {
    const book = new excel.Workbook();
    await book.xlsx.readFile(join(folder, ...path));
    return book;
  }

  it('writes a workbook with every finding, and no warning of Node', async () => {
    const sample = join(root, 'samples/alle-regels');
    expect(await tzt('validate', sample, '--out', 'uit', '--report', 'xlsx,json')).toEqual({ code: 1, stderr: '' });
    const report = JSON.parse(await readFile(join(folder, 'uit/report.json'), 'utf8')) as ReportDocument;
    const findings = (await workbook('uit', 'bevindingen.xlsx')).getWorksheet('Bevindingen');
    const headings = (findings?.getRow(1).values ?? []) as unknown[];
    const rules = findings?.getColumn(headings.indexOf('Regel')).values.slice(2) ?? [];
    expect([...new Set(rules.map(String))].sort()).toEqual(
      [...new Set(report.findings.map(({ rule }) => rule))].sort(),
    );
  });

  it('copies a workbook with its verdicts', async () => {
    const sample = join(root, 'samples/goede-maand-xlsx/goede-maand.xlsx');
    expect(await tzt('validate', sample, '--out', 'kopie', '--report', 'annotated')).toEqual({ code: 0, stderr: '' });
    const copy = await workbook('kopie', 'goede-maand-tzt.xlsx');
    const headings = copy.worksheets.flatMap((sheet) => (sheet.getRow(1).values as unknown[]).map(String));
    expect(headings).toContain('tzt_oordeel');
  });

  it('finds the tables of an encoding that few deliveries have', async () => {
    const sample = join(root, 'samples/goede-maand');
    await tzt('validate', sample, '--out', 'sjis', '--report', 'json', '--encoding', 'shift_jis');
    const report = JSON.parse(await readFile(join(folder, 'sjis/report.json'), 'utf8')) as ReportDocument;
    expect(report.inputs.map(({ encoding }) => encoding)).toContain('shift_jis');
  });
});
