import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashBeside } from '../../src/commands/hash-beside.ts';
import { fileSource } from '../../src/commands/sources.ts';
import { hashedSource } from '../../src/pipeline/hashed-source.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tzt-sources-'));
  path = join(folder, 'export.csv');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a source gives, in a copy of each chunk; and the hash the pipeline makes of it. */
async function read(): Promise<{ readonly bytes: Buffer; readonly sha256: string; readonly beside: boolean }> {
  const source = await fileSource(path);
  const hashed = hashedSource(source);
  const parts: Buffer[] = [];
  for await (const chunk of hashed.chunks()) parts.push(Buffer.from(chunk));
  return { bytes: Buffer.concat(parts), sha256: await hashed.sha256(), beside: source.sha256 !== undefined };
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('a file', () => {
  it.each([0, 1, 262_144, 262_145, 1_000_000])('of %i bytes is given whole, with its hash', async (size) => {
    const bytes = Buffer.from(Uint8Array.from({ length: size }, (_, index) => (index * 31) % 251));
    writeFileSync(path, bytes);
    const given = await read();
    expect(given.bytes.equals(bytes)).toBe(true);
    expect(given).toMatchObject({ sha256: sha256(bytes), beside: false });
  });

  it('that is large is hashed beside its reading, to the same hash', async () => {
    const bytes = Buffer.alloc(33 * 1024 * 1024, 'C1;1062;02-03-2026;60;min\r\n');
    writeFileSync(path, bytes);
    const given = await read();
    expect(given.bytes.equals(bytes)).toBe(true);
    expect(given).toMatchObject({ sha256: sha256(bytes), beside: true });
  });

  it('that grew since it was found is changed', async () => {
    writeFileSync(path, 'a');
    const source = await fileSource(path);
    expect(await source.isChanged?.()).toBe(false);
    appendFileSync(path, 'b');
    expect(await source.isChanged?.()).toBe(true);
  });
});

it('a file that is written to faster than it is read ends, longer than it was', async () => {
  writeFileSync(path, 'C1;1062\n'.repeat(100_000));
  const source = await fileSource(path);
  let bytes = 0;
  for await (const chunk of source.chunks()) {
    bytes += chunk.length;
    appendFileSync(path, Buffer.concat([chunk, chunk]));
  }
  expect(bytes).toBeGreaterThan(source.size);
  expect(await source.isChanged?.()).toBe(true);
});

it('a file that is not there has no hash to tell', async () => {
  expect(await hashBeside(join(folder, 'weg.csv'), 1)()).toBeNull();
});
