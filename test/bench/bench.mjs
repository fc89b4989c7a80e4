/** `npm run bench -- [lines] [share of technology] [rounds]`, `… -- xlsx [rows] [rounds]` or `… -- start [rounds]`: builds the program and the benchmark, and runs it. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { freshBuild } from '../../.tools/build.mjs';

await freshBuild();
const here = fileURLToPath(new URL('.', import.meta.url));
const out = fileURLToPath(new URL('../../node_modules/.cache/tzt-bench/', import.meta.url));
await build({
  entryPoints: ['bench', 'duckdb', 'sqlite', 'papaparse', 'first-choice', 'workbook-readers'].map(
    (name) => `${here}${name}.ts`,
  ),
  outbase: here,
  outdir: out,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  logLevel: 'warning',
});
await import(`${out}bench.js`);
