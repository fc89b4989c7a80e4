import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnreadableSource } from '../../src/domain/unreadable-source.ts';
import type { WorkbookText } from './xlsx-build.ts';
import { readAll, workbookBytes, workbookEntries, zipOf } from './xlsx-build.ts';

const WORKBOOK = {
  formats: ['dd-mm-yyyy'],
  strings: '<si><t>1062</t></si><si><t>H138</t></si>',
  data: Array.from(
    { length: 40 },
    (_, row) => `<row r="${row + 1}"><c t="s"><v>${row % 2}</v></c><c s="1"><v>${46082 + row}</v></c></row>`,
  ).join(''),
};
const whole = workbookBytes(WORKBOOK);

/** What it holds, or why it cannot be read; anything else thrown is our bug and fails the test. */
async function outcome(bytes: Uint8Array): Promise<WorkbookText | UnreadableSource> {
  try {
    return await readAll(bytes);
  } catch (error) {
    if (error instanceof UnreadableSource) return error;
    throw error;
  }
}

describe('a damaged workbook ends in a reason, never in another error and never in waiting', () => {
  it('when it is cut off anywhere', async () => {
    for (let length = 0; length < whole.length; length += 10) {
      expect(await outcome(whole.subarray(0, length))).toBeInstanceOf(UnreadableSource);
    }
    expect(await outcome(whole.subarray(0, -1))).toBeInstanceOf(UnreadableSource);
    expect(await outcome(whole)).toHaveProperty('sheets');
  });

  it('when a piece is missing in the middle', async () => {
    for (let at = 0; at < whole.length - 7; at += 37) {
      expect(await outcome(Buffer.concat([whole.subarray(0, at), whole.subarray(at + 7)]))).toBeInstanceOf(
        UnreadableSource,
      );
    }
  });

  it('when bytes are changed: it gives the same rows or a reason', async () => {
    const good = await readAll(whole);
    const change = fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const bytes = Buffer.from(whole);
        for (const { at, byte } of changes) bytes[at] = byte;
        const result = await outcome(bytes);
        // A changed name can hide a part that a workbook may lack (styles, texts); the checksum guards all the rest.
        if (!(result instanceof UnreadableSource)) {
          expect(result.sheets.map(({ rows }) => rows.length)).toEqual(good.sheets.map(({ rows }) => rows.length));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('when the XML of a part is changed and its checksum with it', async () => {
    const entries = workbookEntries(WORKBOOK);
    const change = fc.record({
      entry: fc.nat(entries.length - 1),
      at: fc.nat(400),
      byte: fc.nat(255),
      drop: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ entry: chosen, at, byte, drop }) => {
        const changed = entries.map((entry, index) => {
          const data = Buffer.from(entry.data as Uint8Array);
          if (index !== chosen) return entry;
          if (drop) return { ...entry, data: data.subarray(0, at) };
          if (at < data.length) data[at] = byte;
          return { ...entry, data };
        });
        await outcome(zipOf(changed));
      }),
      { numRuns: 300 },
    );
  });

  it('when it is any bytes behind the mark of a zip', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect(await outcome(Buffer.concat([Buffer.from('PK\x03\x04'), bytes]))).toBeInstanceOf(UnreadableSource);
      }),
    );
  });
});
