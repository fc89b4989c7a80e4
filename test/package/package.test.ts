import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { publint } from 'publint';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshBuild } from '../../.tools/build.mjs';
import type { ReportDocument } from '../../src/reporters/report-schema.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const ENV = {
  ...process.env,
  TZT_KEY: 'een wachtzin voor de proef',
  SOURCE_DATE_EPOCH: '1775088000',
  NODE_OPTIONS: '',
};

/** An empty project with the packed package in it, and beside it only what its `dependencies` name. */
let project: string;
let tarball: string;
const installed = (...path: string[]) => join(project, 'node_modules/tzt', ...path);

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'tzt-pakket-'));
  await freshBuild();
  await run(process.execPath, [join(root, '.tools/types.mjs')]);
  const { stdout } = await run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', project], {
    cwd: root,
  });
  tarball = join(project, (JSON.parse(stdout) as [{ filename: string }])[0].filename);
  await mkdir(installed(), { recursive: true });
  await run('tar', ['-xzf', tarball, '--strip-components=1', '-C', installed()]);
  await writeFile(join(project, 'package.json'), '{ "name": "leeg", "private": true }');
  const { dependencies, bin } = await manifest();
  // As npm would lay them; @types/node is what the types of any program for Node lean on.
  for (const name of [...Object.keys(dependencies), '@types/node']) {
    await mkdir(dirname(join(project, 'node_modules', name)), { recursive: true });
    await symlink(join(root, 'node_modules', name), join(project, 'node_modules', name));
  }
  await mkdir(join(project, 'node_modules/.bin'));
  await symlink(join('../tzt', bin.tzt), join(project, 'node_modules/.bin/tzt'));
}, 240_000);
afterAll(() => rm(project, { recursive: true, force: true }));

async function manifest() {
  return JSON.parse(await readFile(installed('package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
    bin: { tzt: string };
  };
}

describe('what is packed', () => {
  it('is the program, its types, schemas and samples, and nothing else', async () => {
    expect((await readdir(installed())).sort()).toEqual(
      ['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'package.json', 'samples', 'schemas'].sort(),
    );
    const files = (await readdir(installed(), { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
    const odd = files
      .map(({ name }) => name)
      .filter((name) => /\.(tsx?|map|sqlite|key)$/.test(name) && !/\.d\.c?ts$/.test(name));
    expect(odd).toEqual([]);
  });

  it('is small: less than a megabyte to fetch', async () => {
    expect((await stat(tarball)).size).toBeLessThan(1_000_000);
  });

  it('has no fault that publint knows', async () => {
    const { messages } = await publint({ pkgDir: installed(), pack: false, strict: true });
    expect(messages).toEqual([]);
  });

  it('has types that are right for every way of importing it', async () => {
    const attw = join(
      dirname(fileURLToPath(import.meta.resolve('@arethetypeswrong/cli/package.json'))),
      'dist/index.js',
    );
    const { stdout } = await run(process.execPath, [attw, tarball, '--format', 'json']);
    expect((JSON.parse(stdout) as { analysis: { problems?: unknown[] } }).analysis.problems ?? []).toEqual([]);
  });

  it('is typed for a program in modules and for one in CommonJS', async () => {
    const program = (load: string) => `${load}
      const { verdict, report }: tzt.Validation = await0(tzt.validate('x', { asOf: '2026-04-02', progress: ({ bytes }) => bytes + 1 }));
      const text: 'approved' | 'rejected' | 'incomplete' = verdict;
      declare function await0<T>(promise: Promise<T>): T;
      const month: string | null | undefined = await0(report()).findings[0]?.month;
      const error: Error = new tzt.UserError('');
      // @ts-expect-error the library has no clock
      tzt.validate('x', {});
      // @ts-expect-error no such language
      tzt.validate('x', { asOf: '', language: 'de' });
      void [text, month, error];`;
    await writeFile(join(project, 'modules.mts'), program("import * as tzt from 'tzt';"));
    await writeFile(join(project, 'commonjs.cts'), program("import tzt = require('tzt');"));
    const built = ts.createProgram([join(project, 'modules.mts'), join(project, 'commonjs.cts')], {
      module: ts.ModuleKind.Node16,
      target: ts.ScriptTarget.ES2023,
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: ['node'],
    });
    const faults = ts
      .getPreEmitDiagnostics(built)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
    expect(faults).toEqual([]);
  });
});

describe('installed in an empty project', () => {
  const SAMPLE = 'node_modules/tzt/samples/alle-regels';
  let byCommandLine: ReportDocument;

  it('npx tzt runs, finds its schemas and its database, and remembers', async () => {
    const npx = (...args: string[]) => run('npx', ['--offline', 'tzt', ...args], { cwd: project, env: ENV });
    const failed = await npx('validate', SAMPLE, '--report', 'json=-', '--quiet').catch((error: unknown) => error);
    const { stdout, code } = failed as { stdout: string; code: number };
    byCommandLine = JSON.parse(stdout) as ReportDocument;
    expect([code, byCommandLine.run.verdict]).toEqual([1, 'rejected']);
    expect((await npx('runs')).stdout).toContain(byCommandLine.run.id);
  });

  it.each([
    ['import', 'program.mjs', "import { UserError, validate } from 'tzt';"],
    ['require', 'program.cjs', "const { UserError, validate } = require('tzt');"],
  ])('a program that uses %s gets the report of the command line, and nothing is printed', async (_how, name, load) => {
    const text = `${load}
      (async () => {
        const { report, exitCode } = await validate('${SAMPLE}', { asOf: '2026-04-02', key: 'een wachtzin voor de proef' });
        const wrong = await validate('weg.csv', { asOf: '2026-04-02' }).catch((error) => error instanceof UserError);
        process.stdout.write(JSON.stringify({ report: await report(), exitCode, wrong }));
      })();`;
    await writeFile(join(project, name), text);
    const { stdout, stderr } = await run(process.execPath, [name], { cwd: project, env: ENV, maxBuffer: 1 << 26 });
    const { report, exitCode, wrong } = JSON.parse(stdout) as {
      report: ReportDocument;
      exitCode: number;
      wrong: boolean;
    };
    expect([stderr, exitCode, wrong]).toEqual(['', 1, true]);
    expect(report).toEqual(byCommandLine);
  });

  it('offers its schemas by name', async () => {
    await writeFile(
      join(project, 'schema.cjs'),
      "process.stdout.write(require('tzt/schemas/config.schema.json').title)",
    );
    expect((await run(process.execPath, ['schema.cjs'], { cwd: project })).stdout).toBe('tzt.config.json');
  });
});
