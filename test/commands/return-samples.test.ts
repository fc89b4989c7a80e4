import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Workroom, workroom } from './workroom.ts';

const SAMPLES = fileURLToPath(new URL('../../samples', import.meta.url));

let place: Workroom;
beforeEach(() => {
  place = workroom();
});
afterEach(() => place.remove());

describe('the samples', () => {
  it('are validated, booked and answered: what came back stands beside what was expected', async () => {
    for (const kind of ['wijkverpleging', 'wlz'])
      await place.tzt(['validate', join(SAMPLES, `aw319-${kind}`), '--as-of', '2026-04-30', '--quiet']);
    const runs = [...(await place.tzt(['runs', 'list'])).stdout.matchAll(/\d{8}-\d{6}-\w+/g)].map(([run]) => run);
    for (const run of runs) expect((await place.tzt(['book', run])).exitCode).toBe(0);
    for (const kind of ['wijkverpleging', 'wlz']) {
      const { stdout, stderr, exitCode } = await place.tzt(['return', join(SAMPLES, 'aw320', `retour-${kind}.asc`)]);
      expect(stderr).toBe('');
      expect(exitCode).toBe(1);
      const text = stdout.replace(/\d{8}-\d{6}-\w+/g, 'RUN').replace(/geboekt op \S+/g, 'geboekt op DAG.');
      await expect(text).toMatchFileSnapshot(`../transcripts/return-${kind}.txt`);
    }
    const { stdout } = await place.tzt(['ledger', 'C5003']);
    expect(stdout).toContain('Teruggekomen, telt niet meer mee');
    expect(stdout).toContain('retourcode 0587, retourbericht van 28-04-2026');
    expect(stdout).toContain('geboekt 0:00 uur van 6:30 uur');
  });
});
