import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAll } from '../readers/xlsx-build.ts';
import { EXPLAINED, HABITS } from './habits.ts';
import { differences } from './tables.ts';
import { WORKBOOK_READERS } from './workbook-readers.ts';

const ROOTS = {
  material: new URL('../material/xlsx/', import.meta.url),
  samples: new URL('../../samples/', import.meta.url),
};

const files = Object.entries(ROOTS).flatMap(([root, folder]) =>
  readdirSync(folder, { recursive: true })
    .map((name) => String(name).replaceAll('\\', '/'))
    // The sample of a workbook that cannot be read is read by nobody.
    .filter((name) => name.endsWith('.xlsx') && !name.endsWith('unreadable-file.xlsx'))
    .sort()
    .map((name) => [root, name] as const),
);
const bytesOf = (root: string, name: string) => readFileSync(new URL(name, ROOTS[root as keyof typeof ROOTS]));

/** Every cell that a reader has otherwise and no habit explains; a word when it fails. */
async function disagreement(reader: string, bytes: Buffer): Promise<unknown[]> {
  const ours = (await readAll(bytes)).sheets;
  const theirs = await WORKBOOK_READERS[reader]!(bytes).catch((error: unknown) => String(error));
  if (typeof theirs === 'string') return [`fails: ${theirs}`];
  return ours.flatMap(({ name: sheet, rows }): unknown[] => {
    const table = theirs.find((other) => other.sheet === sheet);
    if (table === undefined) return [`has no sheet ${sheet}`];
    return differences({ sheet, rows }, table).filter(
      (difference) => !HABITS.some((habit) => habit.reader === reader && habit.isIt(difference)),
    );
  });
}

describe.each(Object.keys(WORKBOOK_READERS))('a workbook as %s reads it', (reader) => {
  it.each(files)(
    'has the same rows, cells, numbers and dates, or the difference has a reason (%s: %s)',
    async (root, name) => {
      const found = await disagreement(reader, bytesOf(root, name));
      if (EXPLAINED[name]?.[reader] === undefined) expect(found).toEqual([]);
      else expect(found.length, 'the reason stands in habits.ts and is one no more').toBeGreaterThan(0);
    },
  );
});

describe('what is explained', () => {
  it('is of files that are here, and of readers', () => {
    const names = files.map(([, name]) => name);
    for (const [name, readers] of Object.entries(EXPLAINED)) {
      expect(names).toContain(name);
      for (const reader of Object.keys(readers)) expect(Object.keys(WORKBOOK_READERS)).toContain(reader);
    }
  });
});
