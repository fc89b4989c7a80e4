/**
 * Bundles src to dist. Run as a program it builds; `freshBuild` is for whoever needs a build that is not older than its sources.
 */
import { chmod, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { coreInOnePiece, leanPackages } from './lean-bundle.mjs';
import { notices } from './notices.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const ENTRIES = ['cli.js', 'index.js', 'report-thread.js'];
/** For `require`: every Node from 20.19 on can load modules with it, so that both ways give the same objects. */
const COMMONJS = "'use strict';\nmodule.exports = require('./index.js');\n";

/** Packages that stay what they are: an addon has to be found beside its package, and `open` looks for a script beside itself. */
const EXTERNAL = ['better-sqlite3', 'open'];
/** What packages in CommonJS load of Node goes through `require`, which a module has to make. */
const REQUIRE = "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);\n";

/**
 * Builds dist/cli.js and dist/index.js with the chunks they share or load later, packages and their licences included. Gives esbuild's account of
 * what went where.
 * Chunks carry their hash in the name and go first, the entries go last and each at once by a rename: who reads dist
 * meanwhile, or builds it too, sees the old program or the new one and never half of each.
 */
export async function build() {
  const { build: bundle } = await import('esbuild');
  const { outputFiles, metafile } = await bundle({
    absWorkingDir: root,
    entryPoints: ENTRIES.map((file) => `src/${file.replace('.js', '.ts')}`),
    outdir: 'dist',
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external: EXTERNAL,
    plugins: [coreInOnePiece(root), leanPackages],
    minifySyntax: true,
    minifyWhitespace: true,
    // So that the line of a stack trace says something.
    lineLimit: 160,
    metafile: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    charset: 'utf8',
    logLevel: 'warning',
  });
  await mkdir(dist, { recursive: true });
  const isEntry = (file) => ENTRIES.includes(basename(file.path));
  for (const file of outputFiles.filter((file) => !isEntry(file))) await place(file, 0o644);
  for (const file of outputFiles.filter(isEntry)) await place(file, 0o755);
  await place({ path: join(dist, 'index.cjs'), text: COMMONJS, contents: COMMONJS }, 0o644);
  const licences = await notices(Object.keys(metafile.inputs), root);
  if (licences !== '') await place({ path: join(dist, 'LICENSES.txt'), text: licences, contents: licences }, 0o644);
  await sweep(new Set(outputFiles.map((file) => basename(file.path))));
  return metafile;
}

/** Builds when a source is newer than the last build; a matter of milliseconds when none is. */
export async function freshBuild() {
  const built = await mtime(join(dist, 'cli.js'));
  if (built === null || (await newestSource()) >= built) await build();
}

async function place({ path, contents, text }, mode) {
  const head = basename(path) === 'cli.js' && !text.startsWith('#!') ? '#!/usr/bin/env node\n' : '';
  const bytes = text.includes('typeof require') ? head + REQUIRE + text : head === '' ? contents : head + text;
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}`);
  await writeFile(draft, bytes);
  await chmod(draft, mode);
  await rename(draft, path);
}

/** Removes what an earlier build left; drafts of a build that runs now are not its business. */
async function sweep(kept) {
  for (const entry of await readdir(dist, { withFileTypes: true })) {
    if (entry.isFile() && /\.js(on)?$/.test(entry.name) && !kept.has(entry.name))
      await rm(join(dist, entry.name), { force: true });
  }
}

/** Folders count too: their time moves when a file is added or removed. */
async function newestSource() {
  const src = join(root, 'src');
  const entries = await readdir(src, { recursive: true });
  const paths = [
    src,
    join(root, 'package.json'),
    join(root, '.tools/build.mjs'),
    join(root, '.tools/lean-bundle.mjs'),
    ...entries.map((name) => join(src, name)),
  ];
  return Math.max(...(await Promise.all(paths.map(mtime))).map((time) => time ?? Number.POSITIVE_INFINITY));
}

async function mtime(path) {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await build();
  } catch (error) {
    // npm also runs `prepare` where the development packages were left out (`npm ci --omit=dev`); there is nothing to build with.
    if (!(process.argv.includes('--if-possible') && error.code === 'ERR_MODULE_NOT_FOUND')) throw error;
    console.error('tzt: not built, esbuild is not installed');
  }
}
