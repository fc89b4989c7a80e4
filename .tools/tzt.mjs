/**
 * `npm run --silent tzt -- …`: the program as the sources have it now. It writes nothing of its own to standard output.
 */
import { fileURLToPath } from 'node:url';
import { freshBuild } from './build.mjs';

try {
  await freshBuild();
} catch (error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  console.error('tzt: de benodigde pakketten ontbreken; voer eerst `npm ci` uit.');
  process.exit(2);
}
// npm goes to the project folder; paths that were typed after `npm run tzt --` are meant from where they were typed.
if (process.env.npm_lifecycle_event === 'tzt' && process.env.INIT_CWD !== undefined)
  process.chdir(process.env.INIT_CWD);
process.argv[1] = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
await import('../dist/cli.js');
