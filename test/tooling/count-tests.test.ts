import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../.tools/count-tests.mjs', import.meta.url));

type Tests = readonly (readonly [title: string, status: string])[];

describe('the closing line of CI', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tzt-count-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('counts a test once that passed on both Nodes', () => {
    expect(closing([['a', 'passed']], [['a', 'passed']])).toEqual(['1 passed, 0 failed', 0]);
  });

  it('counts a test as failed that failed on one of them', () => {
    expect(closing([['a', 'passed']], [['a', 'failed']])).toEqual(['0 passed, 1 failed', 1]);
    expect(closing([['a', 'failed']], [['a', 'passed']])).toEqual(['0 passed, 1 failed', 1]);
  });

  it('counts two tests with one title as two', () => {
    const tests: Tests = [
      ['a', 'passed'],
      ['a', 'failed'],
    ];
    expect(closing(tests, tests)).toEqual(['1 passed, 1 failed', 1]);
  });

  it('names skipped tests only when there are any', () => {
    const tests: Tests = [
      ['a', 'passed'],
      ['b', 'pending'],
    ];
    expect(closing(tests)).toEqual(['1 passed, 0 failed, 1 skipped', 0]);
  });

  it('counts a test file that could not be loaded as one failure', () => {
    expect(closing([['a', 'passed']], null)).toEqual(['1 passed, 1 failed', 1]);
  });

  it('fails when a Node left no results', () => {
    writeFileSync(join(folder, '0.json'), results([['a', 'passed']]));
    const { stdout, status } = run(join(folder, '0.json'), join(folder, 'absent.json'));
    expect([stdout.trim(), status]).toEqual(['1 passed, 1 failed', 1]);
  });

  it('comes after the names of what failed, with what was said of it', () => {
    writeFileSync(join(folder, '0.json'), results([['seven is even', 'failed']]));
    expect(run(join(folder, '0.json')).stdout).toBe(
      'FAILED: test/a.test.ts > seven is even\n    Error: no\n     at here\n0 passed, 1 failed\n',
    );
    writeFileSync(join(folder, '0.json'), results(null));
    expect(run(join(folder, '0.json')).stdout).toBe('FAILED: test/a.test.ts\n    not loaded\n0 passed, 1 failed\n');
  });

  it('fails when no test ran', () => {
    expect(closing([])).toEqual(['0 passed, 0 failed', 1]);
  });

  /** The line and the exit code for these results, one per Node; null is a run whose only file could not be loaded. */
  function closing(...runs: (Tests | null)[]): [string, number | null] {
    const paths = runs.map((tests, index) => {
      const path = join(folder, `${index}.json`);
      writeFileSync(path, results(tests));
      return path;
    });
    const { stdout, status } = run(...paths);
    return [stdout.trim().split('\n').at(-1) ?? '', status];
  }
});

function run(...paths: string[]) {
  return spawnSync(process.execPath, [script, ...paths], { encoding: 'utf8' });
}

function results(tests: Tests | null): string {
  const assertionResults = (tests ?? []).map(([fullName, status]) => ({
    fullName,
    status,
    failureMessages: status === 'failed' ? ['Error: no\n at here'] : [],
  }));
  return JSON.stringify({
    testResults: [
      tests === null
        ? { name: '/somewhere/test/a.test.ts', status: 'failed', message: 'not loaded', assertionResults }
        : { name: '/somewhere/test/a.test.ts', status: 'passed', message: '', assertionResults },
    ],
  });
}
