import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { StoreError, type StoreProblem } from '../../src/store/store-error.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A path for a store in a folder of its own, which is removed after the test. */
export function storePath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tzt-store-'));
  folders.push(folder);
  return join(folder, 'tzt.sqlite');
}

/** The problem that `work` meets; any other outcome fails the test. */
export function problemOf(work: () => unknown): StoreError {
  try {
    work();
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
  throw new Error('no problem was met');
}

/** The kind of the problem that `work` meets. */
export function kindOf(work: () => unknown): StoreProblem {
  return problemOf(work).kind;
}
