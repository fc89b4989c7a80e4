/** `npm run fuzz -- [--seconds 120] [--seed N]`: builds the program and the search, and runs it. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { freshBuild } from '../../.tools/build.mjs';

await freshBuild();
const here = fileURLToPath(new URL('.', import.meta.url));
const out = fileURLToPath(new URL('../../reports/fuzz/', import.meta.url));
process.env.FUZZ_ROOT = fileURLToPath(new URL('../..', import.meta.url));
await build({
  entryPoints: [`${here}run.ts`, `${here}search.ts`],
  outdir: out,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  logLevel: 'warning',
});
await import(`${out}run.js`);
