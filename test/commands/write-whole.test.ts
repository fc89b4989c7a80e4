import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { troubleOf, writeTogether, writeWhole } from '../../src/commands/write-whole.ts';
import { UserError } from '../../src/errors.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tzt-schrijven-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a disk says in the middle of a report. */
const FULL = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });

async function* until(trouble: () => void): AsyncGenerator<string> {
  yield 'half';
  trouble();
  yield ' en half';
}

describe('a report that cannot be finished', () => {
  it('because the disk is full leaves the earlier one as it was, and nothing beside it', async () => {
    const path = join(folder, 'rapport.html');
    writeFileSync(path, 'van gisteren');
    const writing = writeWhole(
      path,
      until(() => {
        throw FULL;
      }),
    );
    await expect(writing).rejects.toThrow(/rapport\.html is niet te schrijven: de schijf is vol\. .*--out/);
    expect([readdirSync(folder), readFileSync(path, 'utf8')]).toEqual([['rapport.html'], 'van gisteren']);
  });

  it('takes those that belong with it along', async () => {
    const whole = { path: join(folder, 'een.csv'), pieces: until(() => undefined) };
    const broken = {
      path: join(folder, 'twee.csv'),
      pieces: until(() => {
        throw FULL;
      }),
    };
    await expect(writeTogether([whole, broken])).rejects.toBeInstanceOf(UserError);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('because its folder was removed says so', async () => {
    const inside = join(folder, 'rapporten');
    const writing = writeWhole(
      join(inside, 'rapport.html'),
      until(() => rmSync(inside, { recursive: true })),
    );
    await expect(writing).rejects.toThrow(/de map is verdwenen/);
    expect(existsSync(inside)).toBe(false);
  });
});

it('a report is for its user only', async () => {
  const path = join(folder, 'rapport.html');
  await writeWhole(
    path,
    until(() => undefined),
  );
  expect(readFileSync(path, 'utf8')).toBe('half en half');
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
});

it.runIf(process.platform !== 'win32')('a report never takes the place of a device, which others need', async () => {
  const writing = writeWhole(
    '/dev/null',
    until(() => undefined),
  );
  await expect(writing).rejects.toThrow('/dev/null is geen gewoon bestand en wordt niet vervangen.');
  expect(statSync('/dev/null').isFile()).toBe(false);
});

it('a folder that cannot be made is told as such', () => {
  expect(troubleOf(Object.assign(new Error('mkdir'), { code: 'ENOENT', syscall: 'mkdir' }))).toBe(
    'de map is niet te maken',
  );
  expect(troubleOf(new Error('of our own'))).toBeNull();
});
