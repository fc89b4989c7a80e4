import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BASES } from './bases.ts';
import { cases } from './cases.ts';
import { type Case, holds } from './laws.ts';

const folder = new URL('seeds/', import.meta.url);
const seeds = readdirSync(folder).filter((name) => name.endsWith('.json'));

describe('a damaged delivery', () => {
  it.each(seeds)('keeps the laws it broke once: %s', async (name) => {
    await holds(JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Case);
  });

  it('keeps the laws, for a small search of its own', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (one) => {
        await holds(one);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a delivery before it is damaged', () => {
  it.each(BASES.map(({ name }) => name))('is judged as its name says: %s', async (name) => {
    const { run } = await holds({ base: name, steps: [] });
    expect(run.exitCode).toBe(/ right/.test(name) ? 0 : 1);
  });
});
