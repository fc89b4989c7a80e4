import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { storePath } from './store-folder.ts';

const LINES = 8000;
let program: string;

beforeAll(() => {
  program = join(mkdtempSync(join(tmpdir(), 'tzt-saving-')), 'saving-process.cjs');
  const source = fileURLToPath(new URL('saving-process.ts', import.meta.url));
  buildSync({
    entryPoints: [source],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['better-sqlite3'],
  });
});

afterAll(() => rmSync(join(program, '..'), { recursive: true, force: true }));

/** Starts a process that saves a run of `LINES` lines, and kills itself before line `killedAt` when that is given. */
function saving(
  path: string,
  id: string,
  { killedAt = -1, gate }: { killedAt?: number; gate?: string } = {},
): ChildProcess {
  const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));
  return spawn(
    process.execPath,
    [program, path, id, String(LINES), String(killedAt), ...(gate === undefined ? [] : [gate])],
    {
      env: { ...process.env, NODE_PATH: modules },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
}

/** Opens the store as its user would, and returns how many lines each remembered run has. */
function linesPerRun(path: string): Record<string, number> {
  const store = openStore(path, { keyCheck: 'check' });
  const ids = store.listRuns().map(({ run }) => run.id);
  for (const id of ids)
    expect(store.loadRun(id)).toMatchObject({ found: 'one', result: { findings: [{}], clientMonths: [{}] } });
  store.close();
  const db = new Database(path, { readonly: true });
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(db.pragma('foreign_key_check')).toEqual([]);
  const counts = db
    .prepare<[], { id: string; lines: number }>(
      'SELECT id, count(lines.run) AS lines FROM runs LEFT JOIN lines ON run = runs.number GROUP BY id',
    )
    .all();
  db.close();
  return Object.fromEntries(counts.map(({ id, lines }) => [id, lines]));
}

describe('a process that is killed while it saves a run', () => {
  test('leaves the whole run or nothing of it, and every run before it', async () => {
    const path = storePath();
    const undisturbed = saving(path, 'whole');
    await once(undisturbed.stdout!, 'data');
    const start = performance.now();
    await once(undisturbed, 'exit');
    const duration = performance.now() - start;
    let whole = 1;
    for (let round = 0; round < 20; round++) {
      const child = saving(path, `round-${round}`);
      await once(child.stdout!, 'data');
      // From the first line to just after the last: every part of a save is met, the commit and the closing of the store too.
      await sleep((duration * 1.2 * round) / 20);
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      const counts = linesPerRun(path);
      expect(new Set(Object.values(counts))).toEqual(new Set([LINES]));
      expect(Object.keys(counts).length - whole).toBeOneOf([0, 1]);
      whole = Object.keys(counts).length;
    }
  });

  test('leaves nothing of a run it was in the middle of, and the next one is saved', async () => {
    const path = storePath();
    expect(await once(saving(path, 'killed', { killedAt: LINES - 1 }), 'exit')).toEqual([null, 'SIGKILL']);
    expect(linesPerRun(path)).toEqual({});
    expect(await once(saving(path, 'killed'), 'exit')).toEqual([0, null]);
    expect(linesPerRun(path)).toEqual({ killed: LINES });
  });
});

describe('processes that save into one new store at the same moment', () => {
  test('all succeed, the one after the other', async () => {
    const path = storePath();
    const gate = `${path}.go`;
    const ids = ['a', 'b', 'c', 'd'];
    const children = ids.map((id) => saving(path, id, { gate }));
    const exits = children.map((child) => once(child, 'exit'));
    await sleep(150);
    writeFileSync(gate, '');
    expect((await Promise.all(exits)).map(([code]) => code)).toEqual([0, 0, 0, 0]);
    expect(linesPerRun(path)).toEqual({ a: LINES, b: LINES, c: LINES, d: LINES });
  });
});
