import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
  .split('\0')
  .filter((path) => path !== '' && existsSync(join(root, path)));

describe('every folder of src explains itself', () => {
  const foldersIn = (folder: string) =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(folder, entry.name))
      .sort();
  const stages = foldersIn('src');

  it.each(stages.flatMap(foldersIn))('%s is explained in the README above it', (folder) => {
    expect(read(join(dirname(folder), 'README.md'))).toContain(`${basename(folder)}/`);
  });

  it.each(['src', ...stages])('%s has a README with what lives here, its contract and dated decisions', (folder) => {
    const path = join(folder, 'README.md');
    expect(existsSync(join(root, path)), `${path} is missing`).toBe(true);
    const text = read(path);
    expect(text, 'starts with a title and says what lives here').toMatch(/^# .+\n/);
    expect(text).toMatch(/^## .*\bcontract\b/im);
    expect(text).toMatch(/^## .*\bdecisions\b/im);
    const decisions = text.slice(text.search(/^## .*\bdecisions\b/im));
    expect(decisions, 'decisions are numbered').toMatch(/\bD-01\b/);
    expect(decisions, 'decisions are dated').toMatch(/\b20\d\d-\d\d-\d\d\b/);
  });
});

describe('the map of a folder of src', () => {
  const folders = tracked
    .filter((path) => /^src\/.+\/README\.md$/.test(path))
    .map(dirname)
    .sort();

  it.each(folders)('of %s names every file that lives there, and none that does not', (folder) => {
    const map = read(join(folder, 'README.md')).split(/^## .*\bcontract\b/im)[0]!;
    const named = [...map.matchAll(/`([\w*./-]+)`/g)].map((match) => match[1]!);
    const files = tracked.filter((path) => path.startsWith(`${folder}/`) && /\.tsx?$/.test(path));
    const unnamed = files
      .filter((path) => dirname(path) === folder)
      .filter((path) => !named.some((name) => isNamed(basename(path), name)));
    const isThere = (name: string) =>
      files.some((path) => isNamed(basename(path), basename(name))) ||
      [name, join('src', name), join(folder, name)].some((path) => tracked.includes(path));
    const absent = named.filter((name) => /\w\.tsx?$/.test(name) && !isThere(name));
    expect({ unnamed, absent }).toEqual({ unnamed: [], absent: [] });
  });
});

describe('the tree says nothing that only its makers understand', () => {
  /** Files that were made elsewhere keep their words; so does the list below. */
  const foreign = /^(package-lock\.json$|test\/material\/|test\/tooling\/house\.test\.ts$)/;
  const binary = /\.(xlsx|xlsm|xls|ods|png|ico|sqlite|zip|gz)$/;
  const texts = tracked.filter((path) => !foreign.test(path) && !binary.test(path));

  it.each([
    ['a path of one machine', /(?<![\w.])\/(work|root|home)\/\w/],
    ['a promise to do it later', /\b(TODO|FIXME|XXX|HACK)\b/],
    ['the number of an issue', /\bissues? #?\d+\b|(?<=^|[\s(])#\d+\b(?![\s\w]*\{)/i],
  ])('no file mentions %s', (_, words) => {
    const found = texts.flatMap((path) =>
      read(path)
        .split('\n')
        .flatMap((line, index) => (words.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 120)}`] : [])),
    );
    expect(found).toEqual([]);
  });
});

describe('what the type checker and the borders cannot see', () => {
  const sources = tracked.filter((path) => /^src\/.*\.tsx?$/.test(path));
  const within = (folders: RegExp, words: RegExp) =>
    sources.filter((path) => folders.test(path) && words.test(withoutComments(read(path))));

  it('files in folders of src do not know where they lie, because the bundle lies elsewhere', () => {
    expect(within(/^src\/.+\//, /\bimport\.meta\b/)).toEqual([]);
  });

  it('pure stages use no clock and no chance', () => {
    const pure = /^src\/(domain|readers|parse|rules|engine|reporters|messages|pipeline)\//;
    expect(within(pure, /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandom(Bytes|UUID|Int)\b/)).toEqual([]);
  });

  it('no file is a barrel: exports are declared where they live', () => {
    expect(within(/^src\/(?!index\.ts)/, /^export (\*|\{[^}]*\}) from /m)).toEqual([]);
  });
});

describe('what is installed with the program', () => {
  interface Manifest {
    readonly dependencies?: Record<string, string>;
    readonly devDependencies?: Record<string, string>;
    readonly overrides?: Record<string, Record<string, string>>;
  }
  interface Lock {
    readonly packages: Record<
      string,
      {
        readonly dev?: boolean;
        readonly optional?: boolean;
        readonly optionalDependencies?: Record<string, string>;
      }
    >;
  }
  /** BlueOak-1.0.0 (graceful-fs) and Zlib (part of pako) ask no more than MIT does. */
  const permissive = new Set(
    ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0'].concat('BlueOak-1.0.0', 'Zlib'),
  );

  it('every package has a licence that allows any use', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as Lock;
    const production = Object.keys(packages).filter((path) => path !== '' && packages[path]!.dev !== true);
    const refused = production
      .filter((path) => existsSync(join(root, path)) || packages[path]!.optional !== true)
      .map((path) => `${path}: ${licenceOf(join(path, 'package.json'))}`)
      .filter((line) => !allows(line.slice(line.indexOf(': ') + 2), permissive));
    expect(production.length).toBeGreaterThan(0);
    expect(refused).toEqual([]);
  });

  it('the lock file knows the packages of every platform, or npm ci refuses it', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as Lock;
    const absent = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {}).filter(
        (name) => !(`${path}/node_modules/${name}` in packages || `node_modules/${name}` in packages),
      ),
    );
    expect(absent).toEqual([]);
  });

  it('every version is pinned exactly', () => {
    const { dependencies, devDependencies, overrides } = JSON.parse(read('package.json')) as Manifest;
    const versions = [dependencies, devDependencies, ...Object.values(overrides ?? {})].flatMap((group) =>
      Object.entries(group ?? {}),
    );
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });
});

describe('the commands of the README', () => {
  const commands = () => [...read('README.md').matchAll(/^```\w*\n(.+)$/gm)].map((match) => match[1]!);

  it('the first code line installs and runs the main job', () => {
    expect(commands()[0]).toBe('npm ci && npm run --silent voorbeeld');
  });

  it('the second code line is what CI runs', () => {
    expect(read('.ci/run')).toContain(`\n  ${commands()[1]}\n`);
  });
});

/** A map may leave out the ending of a file, and name several with a star. */
function isNamed(file: string, name: string): boolean {
  return new RegExp(`^${name.replaceAll('.', '\\.').replaceAll('*', '.*')}(\\.tsx?)?$`).test(file);
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

function licenceOf(manifest: string): string {
  const { license, licenses } = JSON.parse(read(manifest)) as { license?: unknown; licenses?: { type: string }[] };
  if (typeof license === 'string') return license;
  return licenses?.map(({ type }) => type).join(' OR ') ?? 'none';
}

/** SPDX as packages write it: alternatives of which one must do, or parts that must all do; never both in one expression here. */
function allows(expression: string, permissive: ReadonlySet<string>): boolean {
  const terms = expression.replace(/[()]/g, '');
  return terms.includes(' OR ')
    ? terms.split(' OR ').some((term) => permissive.has(term))
    : terms.split(' AND ').every((term) => permissive.has(term));
}
