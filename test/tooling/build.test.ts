import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const CLI = `
  import { greeting } from './greeting.ts';
  const { late } = await import('./late.ts');
  process.stdout.write(greeting + late + process.argv.slice(2).join(',') + '@' + process.cwd());
  process.exitCode = 3;
`;

describe('the build and the script that runs the program from its sources', () => {
  let folder: string;
  const dist = () => readdirSync(join(folder, 'dist')).sort();
  const node = (...args: string[]) => spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tzt-build-'));
    cpSync(join(root, '.tools'), join(folder, '.tools'), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    mkdirSync(join(folder, 'src'));
    write('package.json', '{ "type": "module" }');
    write('src/cli.ts', CLI);
    write('src/index.ts', "export { greeting } from './greeting.ts';\n");
    write('src/report-thread.ts', 'export {};\n');
    write('src/greeting.ts', "export const greeting = 'dag ';\n");
    write('src/late.ts', "export const late: string = 'later ';\n");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('leaves an executable program, a library, and what is loaded late in a file of its own', () => {
    expect(node('.tools/build.mjs').status).toBe(0);
    expect(readFileSync(join(folder, 'dist/cli.js'), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(statSync(join(folder, 'dist/cli.js')).mode & 0o111).toBe(0o111);
    expect(dist()).toEqual(
      ['chunk', 'cli.js', 'index.cjs', 'index.js', 'late', 'report-thread.js'].map((name) =>
        expect.stringMatching(`^${name}`),
      ),
    );
    expect(readFileSync(join(folder, 'dist/cli.js'), 'utf8')).toMatch(/import\("\.\/late-\w+\.js"\)/);
  });

  it('passes on arguments, output and exit code, and writes nothing of its own', () => {
    const { stdout, stderr, status } = node('.tools/tzt.mjs', 'validate', 'x.csv');
    expect({ stdout, stderr, status }).toEqual({
      stdout: `dag later validate,x.csv@${folder}`,
      stderr: '',
      status: 3,
    });
  });

  it('takes paths from where npm was called, not from the project', () => {
    mkdirSync(join(folder, 'elsewhere'));
    const env = { ...process.env, npm_lifecycle_event: 'tzt', INIT_CWD: join(folder, 'elsewhere') };
    const { stdout } = spawnSync(process.execPath, ['.tools/tzt.mjs'], { cwd: folder, encoding: 'utf8', env });
    expect(stdout).toBe(`dag later @${join(folder, 'elsewhere')}`);
  });

  it('builds again when a source is newer, and only then', () => {
    node('.tools/tzt.mjs');
    const built = statSync(join(folder, 'dist/cli.js')).mtimeMs;
    node('.tools/tzt.mjs');
    expect(statSync(join(folder, 'dist/cli.js')).mtimeMs).toBe(built);

    write('src/greeting.ts', "export const greeting = 'moin ';\n");
    utimesSync(join(folder, 'src/greeting.ts'), new Date(), new Date(built + 1000));
    expect(node('.tools/tzt.mjs').stdout).toContain('moin later');
  });

  it('leaves nothing of an earlier build behind', () => {
    node('.tools/build.mjs');
    const late = dist().find((name) => name.startsWith('late'))!;
    write('src/late.ts', "export const late: string = 'nog later ';\n");
    node('.tools/build.mjs');
    expect(existsSync(join(folder, 'dist', late))).toBe(false);
    expect(dist()).toHaveLength(6);
  });

  it('says what to do when the packages are not installed', () => {
    unlinkSync(join(folder, 'node_modules'));
    const { stderr, status } = node('.tools/tzt.mjs');
    expect(stderr).toContain('npm ci');
    expect(status).toBe(2);
  });

  it('does not fail an installation without development packages', () => {
    unlinkSync(join(folder, 'node_modules'));
    expect(node('.tools/build.mjs', '--if-possible').status).toBe(0);
    expect(node('.tools/build.mjs').status).not.toBe(0);
  });

  it('fails an installation of sources that cannot be built', () => {
    write('src/greeting.ts', 'export const greeting = ;\n');
    expect(node('.tools/build.mjs', '--if-possible').status).not.toBe(0);
  });

  function write(path: string, text: string): void {
    writeFileSync(join(folder, path), text);
  }
});
