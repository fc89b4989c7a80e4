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
import { bookedFor, rememberBooked } from './booking-store.ts';
import { storePath } from './store-folder.ts';

let program: string;

beforeAll(() => {
  program = join(mkdtempSync(join(tmpdir(), 'tzt-process-')), 'store-process.cjs');
  buildSync({
    entryPoints: [fileURLToPath(new URL('store-process.ts', import.meta.url))],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['better-sqlite3'],
  });
});

afterAll(() => rmSync(join(program, '..'), { recursive: true, force: true }));

/** Starts a process that works with a store; see store-process.ts. */
function started(...words: readonly (string | number)[]): ChildProcess {
  const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));
  return spawn(process.execPath, [program, ...words.map(String)], {
    env: { ...process.env, NODE_PATH: modules },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** What a process has printed, when it has ended. */
async function printed(child: ChildProcess): Promise<string[]> {
  const chunks: string[] = [];
  child.stdout!.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  await once(child, 'close');
  // A process that is killed can leave half a line.
  return chunks.join('').split('\n').slice(0, -1);
}

/** What a store holds, after it was opened as its user would and found sound. */
function soundContents(path: string): { readonly runs: Map<string, number>; readonly booked: Map<string, number> } {
  const store = openStore(path, { keyCheck: 'check' });
  const [last] = store.listRuns();
  if (last !== undefined)
    expect(store.loadRun(last.run.id)).toMatchObject({ found: 'one', result: { findings: [{}], clientMonths: [{}] } });
  store.close();
  const db = new Database(path, { readonly: true });
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(db.pragma('foreign_key_check')).toEqual([]);
  const counted = (query: string) => new Map(db.prepare<[], [string, number]>(query).raw().all());
  const runs = counted('SELECT id, total(lines) FROM runs LEFT JOIN line_blocks ON run = runs.number GROUP BY id');
  const booked = counted(
    'SELECT run, count(*) FROM bookings LEFT JOIN booked ON booking = bookings.number GROUP BY run',
  );
  const told = counted(
    'SELECT run, sum(lines) FROM bookings LEFT JOIN booking_months ON booking = number GROUP BY run',
  );
  expect(booked).toEqual(told);
  // A return is there with all its lines and all its marks, or not at all.
  const stopped = counted('SELECT run, stopped FROM returns');
  expect(counted('SELECT run, count(*) FROM returned JOIN returns ON return = returns.number GROUP BY run')).toEqual(
    stopped,
  );
  expect(
    counted('SELECT run, count(*) FROM return_lines JOIN returns ON return = returns.number GROUP BY run'),
  ).toEqual(stopped);
  db.close();
  return { runs, booked };
}

/** A few milliseconds of work, cut off at any moment. */
async function killedAtRandom(path: string, prefix: string): Promise<void> {
  const child = started(path, 'on', prefix, LINES);
  const output = printed(child);
  await once(child.stdout!, 'data');
  const delay = Math.random() * 50;
  await sleep(delay);
  child.kill('SIGKILL');
  const done = (await output).filter((text) => text !== 'ready');
  const { runs, booked } = soundContents(path);
  const ofThis = (texts: Iterable<string>) => [...texts].filter((text) => text.startsWith(`${prefix}-`)).length;
  const message = `killed after ${delay} ms, having said ${done.join(', ')}`;
  const said = (word: string) => done.filter((text) => text.startsWith(`${word} `)).length;
  expect(new Set([...runs.values(), ...booked.values(), LINES]), message).toEqual(new Set([LINES]));
  // What was said to be done is there. What was not said may have been done, but then it was the last thing.
  const saved = ofThis(runs.keys()) - said('saved');
  const alsoBooked = ofThis(booked.keys()) - said('booked');
  expect([saved, alsoBooked].every((more) => more === 0 || more === 1) && saved + alsoBooked <= 1, message).toBe(true);
}

/** Lines of a small run. */
const LINES = 60;
/** Lines of a run that takes a while. */
const MANY = 8000;

describe('a process that is killed', () => {
  test('at a hundred random moments while it saves and books leaves everything it said and nothing by halves', async () => {
    // Two stores side by side: most of the time goes into starting processes.
    const rounds = async () => {
      let path = '';
      for (let round = 0; round < 50; round++) {
        // Several rounds in one store, so that what a killed process left behind is worked on; not all, since each is looked at as a whole.
        if (round % 10 === 0) path = storePath();
        await killedAtRandom(path, `round-${round}`);
      }
    };
    await Promise.all([rounds(), rounds()]);
  }, 120_000);

  test('in the middle of a run leaves nothing of it, and the next one is saved', async () => {
    const path = storePath();
    expect(await once(started(path, 'save', 'killed', MANY, MANY - 1), 'exit')).toEqual([null, 'SIGKILL']);
    expect(soundContents(path).runs).toEqual(new Map());
    expect(await once(started(path, 'save', 'killed', MANY, -1), 'exit')).toEqual([0, null]);
    expect(soundContents(path).runs).toEqual(new Map([['killed', MANY]]));
  });
});

describe('processes that work with one store at the same moment', () => {
  /** Lets the processes begin together; returns what each printed. All must end well. */
  async function together(path: string, works: readonly (readonly (string | number)[])[]): Promise<string[][]> {
    const gate = `${path}.go`;
    const children = works.map((words) => started(path, ...words, gate));
    const outputs = children.map(printed);
    await sleep(200);
    writeFileSync(gate, '');
    const results = await Promise.all(outputs);
    expect(children.map(({ exitCode }) => exitCode)).toEqual(works.map(() => 0));
    return results;
  }

  test('all succeed, the one after the other, also when the store is new', async () => {
    const path = storePath();
    const ids = ['a', 'b', 'c', 'd'];
    await together(
      path,
      ids.map((id) => ['save', id, MANY, -1]),
    );
    expect(soundContents(path).runs).toEqual(new Map(ids.map((id) => [id, MANY])));
  });

  test('two that save and one that books all succeed', async () => {
    const path = storePath();
    await once(started(path, 'save', 'first', MANY, -1), 'exit');
    const [, , outcome] = await together(path, [
      ['save', 'a', MANY, -1],
      ['save', 'b', MANY, -1],
      ['book', 'first'],
    ]);
    expect(outcome).toEqual(['booked']);
    const { runs, booked } = soundContents(path);
    expect([...runs.keys()].sort()).toEqual(['a', 'b', 'first']);
    expect(booked).toEqual(new Map([['first', MANY]]));
  });

  test('two that book runs with the same client-months: one is booked, the other is told to judge again', async () => {
    const path = storePath();
    for (const id of ['a', 'b']) await once(started(path, 'save', id, LINES, -1), 'exit');
    const outcomes = await together(path, [
      ['book', 'a'],
      ['book', 'b'],
    ]);
    expect(outcomes.flat().sort()).toEqual(['booked', 'stale']);
    expect(soundContents(path).booked.size).toBe(1);
  });
});

test('a ledger that is being asked is no obstacle to a booking of another process', async () => {
  const path = storePath();
  const store = openStore(path, { keyCheck: 'check' });
  rememberBooked(store, 'first', [{ reference: 'R-1' }]);
  await once(started(path, 'save', 'a', LINES, -1), 'exit');
  const ledger = store.ledger();
  expect(ledger.ofMonth('p-bcdf', '2026-03')).toHaveLength(1);
  expect(await printed(started(path, 'book', 'a'))).toEqual(['booked']);
  expect(ledger.ofMonth('p-1', '2026-03')).toEqual([]);
  expect(bookedFor(store, 'p-1')).toEqual(['a a-1']);
  store.close();
});
