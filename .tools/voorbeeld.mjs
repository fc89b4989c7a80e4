/**
 * `npm run --silent voorbeeld`: the main job on a sample month in which every fault occurs once.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const tzt = fileURLToPath(new URL('tzt.mjs', import.meta.url));
// The month and its "today" are fixed, so everyone sees the same findings.
const job = ['validate', 'samples/alle-regels', '--as-of', '2026-04-02', ...process.argv.slice(2)];

const { status } = spawnSync(process.execPath, [tzt, ...job], { stdio: 'inherit' });
if (status === 1) {
  console.error(
    'Afsluitcode 1: er zijn afgekeurde regels. Dat hoort hier zo, want in deze maand staat elke fout één keer.',
  );
}
process.exitCode = status === 1 ? 0 : (status ?? 4);
