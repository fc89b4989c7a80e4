import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RunFinding, RunResult } from '../../src/domain/run.ts';
import { openStore } from '../../src/store/store.ts';
import type { FoundRun } from '../../src/store/stored-run.ts';
import { sampleFinding, sampleInput, sampleLine, sampleLines, sampleRun } from './sample-run.ts';
import { problemOf, storePath } from './store-folder.ts';

const keyCheck = 'check';

function resultOf(found: FoundRun): RunResult {
  if (found.found !== 'one') throw new Error(`found ${found.found}`);
  return found.result;
}

describe('a remembered run', () => {
  test('is read back to the letter, whatever texts and facts are in it', () => {
    const text = fc.string({ unit: 'binary' });
    const finding = fc
      .record({ client: fc.option(text), rule: text, data: fc.dictionary(text, fc.jsonValue()) })
      .map((fields) => ({ ...sampleFinding('a'), ...fields }) as RunFinding);
    fc.assert(
      fc.property(fc.array(finding), fc.array(text), (findings, names) => {
        const store = openStore(':memory:', { keyCheck });
        const result = sampleRun({}, { findings, inputs: names.map(sampleInput) });
        store.saveRun({ result, lines: [] });
        expect(JSON.stringify(resultOf(store.loadRun('r1')))).toBe(JSON.stringify(result));
        store.close();
      }),
    );
  });

  test('is still there when the store is opened again', () => {
    const path = storePath();
    const result = sampleRun();
    const first = openStore(path, { keyCheck });
    first.saveRun({ result, lines: sampleLines() });
    first.close();
    const second = openStore(path, { keyCheck });
    expect(second.loadRun('r1')).toEqual({ found: 'one', result });
    second.close();
  });

  test('keeps findings and client-months in their order, beyond ten and a hundred', () => {
    const findings = Array.from({ length: 120 }, (_, index) => sampleFinding(`f${index}`));
    const store = openStore(':memory:', { keyCheck });
    store.saveRun({ result: sampleRun({}, { findings }), lines: [] });
    expect(resultOf(store.loadRun('r1')).findings).toEqual(findings);
    store.close();
  });

  test('keeps the findings of other runs out', () => {
    const store = openStore(':memory:', { keyCheck });
    store.saveRun({ result: sampleRun({ id: 'a' }, { findings: [sampleFinding('fa')] }), lines: sampleLines() });
    store.saveRun({ result: sampleRun({ id: 'b' }, { findings: [sampleFinding('fb')] }), lines: sampleLines() });
    expect(resultOf(store.loadRun('a')).findings.map(({ fingerprint }) => fingerprint)).toEqual(['fa']);
    expect(resultOf(store.loadRun('b')).findings.map(({ fingerprint }) => fingerprint)).toEqual(['fb']);
    store.close();
  });

  test('is never overwritten by another one of the same id', () => {
    const store = openStore(':memory:', { keyCheck });
    const result = sampleRun();
    store.saveRun({ result, lines: sampleLines() });
    const problem = problemOf(() => store.saveRun({ result: sampleRun({ verdict: 'approved' }), lines: [] }));
    expect(problem).toMatchObject({ kind: 'duplicate-run', data: { run: 'r1' } });
    expect(store.loadRun('r1')).toEqual({ found: 'one', result });
    store.close();
  });

  test('leaves nothing behind when its lines cannot be given to the end, and the reason passes through', () => {
    const path = storePath();
    const store = openStore(path, { keyCheck });
    const lines = (function* () {
      yield* sampleLines();
      throw new Error('the lines broke off');
    })();
    expect(() => store.saveRun({ result: sampleRun(), lines })).toThrow('the lines broke off');
    expect(store.listRuns()).toEqual([]);
    store.saveRun({ result: sampleRun(), lines: sampleLines() });
    store.close();
    expect(rowsOf(path, 'line_blocks')).toMatchObject([{ lines: 2 }]);
  });
});

describe('finding a run', () => {
  const store = openStore(':memory:', { keyCheck });
  for (const [id, startedAt] of [
    ['2026a', '2026-01-01T00:00:00Z'],
    ['2026b', '2026-02-01T00:00:00Z'],
    ['2026', '2025-01-01T00:00:00Z'],
    ['x_1', '2024-01-01T00:00:00Z'],
  ] as const) {
    store.saveRun({ result: sampleRun({ id, startedAt }), lines: [] });
  }

  test('takes the beginning of an id that only one run has', () => {
    expect(resultOf(store.loadRun('2026b')).run.id).toBe('2026b');
    expect(resultOf(store.loadRun('x')).run.id).toBe('x_1');
  });

  test('names the runs, newest first, when several ids begin so', () => {
    expect(store.loadRun('202')).toEqual({ found: 'several', ids: ['2026b', '2026a', '2026'] });
  });

  test('takes an id in full, also when longer ids begin with it', () => {
    expect(resultOf(store.loadRun('2026')).run.id).toBe('2026');
  });

  test('finds nothing for an unknown id, for no text, and for signs that mean "anything" elsewhere', () => {
    for (const id of ['2027', '', '%', '_', '*', '2026ab']) expect(store.loadRun(id)).toEqual({ found: 'none' });
  });
});

describe('the list of runs', () => {
  test('begins with the newest, and with the last one saved when two started at the same moment', () => {
    const store = openStore(':memory:', { keyCheck });
    store.saveRun({ result: sampleRun({ id: 'feb', startedAt: '2026-02-01T00:00:00Z' }), lines: [] });
    store.saveRun({ result: sampleRun({ id: 'mar', startedAt: '2026-03-01T00:00:00Z' }), lines: [] });
    store.saveRun({ result: sampleRun({ id: 'jan', startedAt: '2026-01-01T00:00:00Z' }), lines: [] });
    store.saveRun({ result: sampleRun({ id: 'mar-again', startedAt: '2026-03-01T00:00:00Z' }), lines: [] });
    expect(store.listRuns().map(({ run }) => run.id)).toEqual(['mar-again', 'mar', 'feb', 'jan']);
    store.close();
  });

  test('tells of each run what it was, of which files, with what outcome', () => {
    const store = openStore(':memory:', { keyCheck });
    const result = sampleRun({}, { inputs: [sampleInput('a.csv'), sampleInput('b.csv')] });
    store.saveRun({ result, lines: sampleLines() });
    store.saveRun({ result: sampleRun({ id: 'r0', startedAt: '2026-01-01T00:00:00Z' }, { inputs: [] }), lines: [] });
    expect(store.listRuns()[0]).toEqual({
      run: result.run,
      inputs: result.inputs,
      summary: result.summary,
      booking: null,
    });
    expect(store.listRuns()[1]?.inputs).toEqual([]);
    store.close();
  });

  test('is empty for a new store', () => {
    const store = openStore(':memory:', { keyCheck });
    expect(store.listRuns()).toEqual([]);
    store.close();
  });
});

describe('the technology lines of a run', () => {
  test('are read back as they were given and in that order, also a line that another run had booked', () => {
    const store = openStore(':memory:', { keyCheck });
    const lines = [
      sampleLine({ client: 'p-b', bookedBy: null }),
      sampleLine({ client: 'p-a', verdict: 'rejected', allowedMinutes: 0, bookedBy: 'r0', reference: 'R-2', row: 3 }),
      sampleLine({ client: 'p-b', month: '2026-02', bookedBy: null, credit: true, corrects: 'R-0', amountCents: null }),
    ];
    store.saveRun({ result: sampleRun(), lines });
    expect([...store.linesOf('r1')]).toEqual(lines);
    store.close();
  });

  test('of a run that is not remembered are none', () => {
    const store = openStore(':memory:', { keyCheck });
    store.saveRun({ result: sampleRun(), lines: sampleLines() });
    expect([...store.linesOf('r')]).toEqual([]);
    store.close();
  });

  test('can be left in the middle, after which the store is written again', () => {
    const store = openStore(':memory:', { keyCheck });
    store.saveRun({ result: sampleRun(), lines: sampleLines(50) });
    for (const { row } of store.linesOf('r1')) if (row > 10) break;
    store.saveRun({ result: sampleRun({ id: 'r2' }), lines: store.linesOf('none') });
    expect(store.listRuns()).toHaveLength(2);
    store.close();
  });

  test('go when their run goes, and nothing of a client stays', () => {
    const path = storePath();
    const store = openStore(path, { keyCheck });
    store.saveRun({ result: sampleRun({ id: 'gone' }), lines: sampleLines(3) });
    store.saveRun({ result: sampleRun({ id: 'kept' }), lines: sampleLines(2) });
    store.close();
    const db = new Database(path);
    db.pragma('foreign_keys = ON');
    db.prepare('DELETE FROM runs WHERE id = ?').run('gone');
    db.close();
    for (const table of ['inputs', 'findings', 'client_months']) expect(rowsOf(path, table)).toHaveLength(1);
    expect(rowsOf(path, 'client_places')).toHaveLength(1);
    expect(rowsOf(path, 'line_blocks')).toMatchObject([{ lines: 4 }]);
  });

  test('with a day, a month or an input that cannot be is our mistake, and nothing is saved', () => {
    const store = openStore(':memory:', { keyCheck });
    for (const wrong of [
      { first: '2026-02-30' },
      { last: '31-03-2026' },
      { month: '2026-13' },
      { input: 1 },
      { input: -1 },
    ]) {
      expect(() => store.saveRun({ result: sampleRun(), lines: [sampleLine(wrong)] })).toThrow(RangeError);
    }
    expect(store.listRuns()).toEqual([]);
    store.close();
  });
});

test('facts to search by are read from what was saved', () => {
  const path = storePath();
  const store = openStore(path, { keyCheck });
  store.saveRun({ result: sampleRun(), lines: [] });
  store.close();
  expect(rowsOf(path, 'runs')[0]).toMatchObject({ id: 'r1', started_at: '2026-04-02T08:00:00Z', verdict: 'rejected' });
  expect(rowsOf(path, 'inputs')[0]).toMatchObject({ name: 'declaraties.csv', role: 'claims', sha256: 'ab'.repeat(32) });
  expect(rowsOf(path, 'client_months')[0]).toMatchObject({ client: 'C1001', month: '2026-03' });
  expect(rowsOf(path, 'findings')[0]).toMatchObject({
    fingerprint: 'fingerprint-a',
    rule: 'monthly-cap-exceeded',
    severity: 'error',
    client: 'C1001',
    month: '2026-03',
  });
});

test.skipIf(process.platform === 'win32')('a store is readable for its owner only, its journals too', () => {
  const path = storePath();
  const store = openStore(path, { keyCheck });
  store.saveRun({ result: sampleRun(), lines: sampleLines() });
  for (const file of [path, `${path}-wal`, `${path}-shm`]) expect(statSync(file).mode & 0o777).toBe(0o600);
  store.close();
});

function rowsOf(path: string, table: string): unknown[] {
  const db = new Database(path, { readonly: true });
  try {
    return db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all();
  } finally {
    db.close();
  }
}
