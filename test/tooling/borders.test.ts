import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Each border, a file on one side, and what it may not import. */
const CROSSINGS = [
  ['stages-apart', 'src/rules/to-engine.ts', '../engine/e.ts'],
  ['stages-know-no-shell', 'src/store/to-commands.ts', '../commands/c.ts'],
  ['stages-know-no-shell', 'src/engine/to-pipeline.ts', '../pipeline/p.ts'],
  ['stages-meet-in-one-place', 'src/elsewhere/to-rules.ts', '../rules/r.ts'],
  ['pipeline-knows-no-shell', 'src/pipeline/to-store.ts', '../store/s.ts'],
  ['pure-stages-touch-nothing', 'src/pipeline/to-disk.ts', 'node:fs'],
  ['domain-imports-nothing-of-ours', 'src/domain/to-errors.ts', '../errors.ts'],
  ['messages-know-only-types', 'src/messages/to-rules.ts', '../rules/r.ts'],
  ['messages-know-no-other-stage', 'src/messages/to-engine.ts', '../engine/e.ts'],
  ['policies-know-no-stage', 'src/policies.ts', './rules/r.ts'],
  ['cli-knows-only-commands', 'src/cli.ts', './rules/r.ts'],
  ['nothing-imports-cli', 'src/commands/to-cli.ts', '../cli.ts'],
  ['pure-stages-touch-nothing', 'src/readers/to-disk.ts', 'node:fs'],
  ['pure-stages-touch-nothing', 'src/rules/to-process.ts', 'process'],
  ['library-touches-no-disk-itself', 'src/index.ts', 'node:fs/promises'],
  ['library-loads-no-native-code', 'src/index.ts', './store/s.ts'],
  ['library-touches-no-disk-itself', 'src/library/to-disk.ts', 'node:fs'],
  ['library-has-one-door', 'src/commands/to-library.ts', '../library/l.ts'],
  ['digests-where-keys-are', 'src/domain/to-digest.ts', 'node:crypto'],
  ['digests-where-keys-are', 'src/engine/to-digest.ts', 'node:crypto'],
  ['home-of-exceljs', 'src/readers/to-exceljs.ts', 'exceljs'],
  ['home-of-csv-parse', 'src/parse/to-csv-parse.ts', 'csv-parse/sync'],
  ['home-of-better-sqlite3', 'src/commands/to-sqlite.ts', 'better-sqlite3'],
  ['home-of-zod', 'src/engine/to-zod.ts', 'zod'],
  ['home-of-zod-types', 'src/domain/to-zod.ts', 'zod'],
  ['home-of-date-fns', 'src/parse/to-date-fns.ts', 'date-fns/format'],
  ['home-of-commander', 'src/cli.ts', 'commander'],
  ['package-without-home', 'src/rules/to-esbuild.ts', 'esbuild'],
  ['published-needs-are-dependencies', 'src/rules/to-esbuild.ts', 'esbuild'],
  ['resolvable', 'src/rules/to-nowhere.ts', './nowhere.ts'],
] as const;

describe('the borders between the folders of src', () => {
  it('a tree that follows the picture crosses none', () => {
    const crossed = bordersCrossed({
      'src/cli.ts': "import { c } from './commands/c.ts';\nvoid c;",
      'src/index.ts': "import { r } from './rules/r.ts';\nimport { e } from './engine/e.ts';\nexport const i = [r, e];",
      'src/commands/c.ts':
        "import { readFile } from 'node:fs/promises';\nimport { Command } from 'commander';\nimport { r } from '../rules/r.ts';\nimport { s } from '../store/s.ts';\nimport { nl } from '../messages/nl.ts';\nexport const c = [readFile, Command, r, s, nl];",
      'src/rules/r.ts':
        "import { z } from 'zod';\nimport { d } from '../domain/d.ts';\nexport const r = [z, d];\nexport type R = typeof r;",
      'src/engine/e.ts': "import { d } from '../domain/d.ts';\nexport const e = d;",
      'src/store/s.ts':
        "import { createHmac } from 'node:crypto';\nimport Database from 'better-sqlite3';\nimport { UserError } from '../errors.ts';\nexport const s = [createHmac, Database, UserError];",
      'src/messages/nl.ts': "import type { R } from '../rules/r.ts';\nexport const nl: R | null = null;",
      'src/domain/d.ts': "import type { z } from 'zod';\nexport const d: z.ZodType | null = null;",
    });
    expect(crossed).toEqual([]);
  });

  it.each(CROSSINGS)('%s is crossed by %s importing %s', (border, path, imported) => {
    const place = { border, path };
    expect(
      foul().filter((found) => found.border === border && found.path === path),
      imported,
    ).toContainEqual(place);
  });

  it('no-circles is crossed by two files that import each other', () => {
    const crossed = bordersCrossed({
      'src/domain/a.ts': "import type { B } from './b.ts';\nexport type A = B | null;",
      'src/domain/b.ts': "import type { A } from './a.ts';\nexport type B = A | null;",
    });
    expect(crossed.map(({ border }) => border)).toEqual(['no-circles']);
  });
});

let crossedByFoul: Crossing[] | undefined;

/** One tree with all the crossings, cruised once: a cruise costs a second, most of it its start. */
function foul(): Crossing[] {
  const files: Record<string, string> = {
    'src/cli.ts': "import './commands/c.ts';",
    'src/commands/c.ts': 'export const c = 1;',
    'src/rules/r.ts': 'export const r = 1;',
    'src/engine/e.ts': 'export const e = 1;',
    'src/store/s.ts': 'export const s = 1;',
    'src/pipeline/p.ts': 'export const p = 1;',
    'src/library/l.ts': 'export const l = 1;',
  };
  for (const [, path, imported] of CROSSINGS) files[path] = `${files[path] ?? ''}\nimport '${imported}';`;
  crossedByFoul ??= bordersCrossed(files);
  return crossedByFoul;
}

interface Crossing {
  readonly border: string;
  readonly path: string;
}

/** The borders crossed in a tree made of these files, with the configuration and the packages of this one. */
function bordersCrossed(files: Record<string, string>): Crossing[] {
  const folder = mkdtempSync(join(tmpdir(), 'tzt-borders-'));
  folders.push(folder);
  for (const [path, text] of Object.entries({ 'src/errors.ts': 'export const UserError = 1;', ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const name of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs']) {
    copyFileSync(join(root, name), join(folder, name));
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 });
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string }; from: string }[] } };
  return summary.violations
    .map(({ rule, from }) => ({ border: rule.name, path: from }))
    .filter(({ border }) => border !== 'no-orphans');
}
