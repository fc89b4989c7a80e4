/**
 * What the bundler is told besides "bundle": which modules belong together, and what packages ask for that is never used. Both are for a quick
 * start: Node takes half a millisecond for each file that it loads, and 35 ms for each megabyte of source.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The module that brings along all that judging a delivery always needs. */
const CORE = 'src/commands/validate.ts';

/** What is loaded late, and never without nearly all of the core. */
const BEHIND_THE_CORE =
  /[\\/]src[\\/](commands[\\/](book|compare|diff|ledger|print-config|report|report-file|return|rules|runs|selftest|waive|serve[\\/]serve)|pipeline[\\/]copies|readers[\\/](gzip|xlsx|zip-archive)|reporters[\\/](csv|github|gitlab|html|json|junit|markdown|sarif|xlsx)|store[\\/]store)\.tsx?$/;

/**
 * Keeps the core in one file. A bundler cuts what late modules share into a file for each set of them that shares it: dozens of crumbs. When every
 * late module imports the core, all of it is shared by the same set.
 */
export function coreInOnePiece(root) {
  const core = `import ${JSON.stringify(join(root, CORE))};\n`;
  return {
    name: 'core-in-one-piece',
    setup(build) {
      build.onLoad({ filter: BEHIND_THE_CORE }, async ({ path }) => ({
        contents: core + (await readFile(path, 'utf8')),
        loader: path.endsWith('x') ? 'tsx' : 'ts',
      }));
    },
  };
}

/** What packages ask for, and what they get: what Node has itself, or nothing where it is for work that is never given to them. */
const INSTEAD = {
  'readable-stream': "module.exports = require('node:stream');",
  'readable-stream/passthrough': "module.exports = require('node:stream').PassThrough;",
  'graceful-fs': "module.exports = require('node:fs');",
  // commander: subcommands that are programs of their own; archiver: packing folders, and tar; exceljs: CSV.
  'node:child_process': 'module.exports = {};',
  glob: 'module.exports = {};',
  'readdir-glob': 'module.exports = {};',
  'tar-stream': 'module.exports = {};',
  '../csv/csv': 'module.exports = {};',
};

/** Leaves out of packages what Node has itself and what is never used, and gives iconv-lite its large tables as files, read when they are needed. */
export const leanPackages = {
  name: 'lean-packages',
  setup(build) {
    const names = Object.keys(INSTEAD).join('|').replaceAll('.', '\\.');
    build.onResolve({ filter: new RegExp(`^(${names})/?$`) }, ({ path, importer }) =>
      /[\\/]node_modules[\\/]/.test(importer) ? { path: path.replace(/\/$/, ''), namespace: 'instead' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'instead' }, ({ path }) => ({ contents: INSTEAD[path] }));
    build.onLoad({ filter: /[\\/]iconv-lite[\\/]encodings[\\/]tables[\\/].*\.json$/ }, async ({ path }) => ({
      contents: await readFile(path),
      loader: 'copy',
    }));
    // Outside node_modules Node warns of this, and the user would read it.
    build.onLoad({ filter: /[\\/]archiver-utils[\\/]index\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace('new Buffer(source)', 'Buffer.from(source)'),
    }));
  },
};
