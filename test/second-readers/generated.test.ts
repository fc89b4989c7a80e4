import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/domain/limits.ts';
import { readCsv } from '../../src/readers/csv.ts';
import { cellsOf, chunksOf, collect } from '../readers/csv-reading.ts';
import { CSV_READERS, pythonRows } from './csv-readers.ts';

/** How a program may write a table: what parts the cells and lines, and whether it quotes without need. */
interface Dialect {
  readonly delimiter: string;
  readonly lineEnd: string;
  readonly quotesAll: boolean;
  readonly endsInLineEnd: boolean;
  readonly encoding: string;
}

const dialects: fc.Arbitrary<Dialect> = fc.record({
  delimiter: fc.constantFrom(';', ',', '\t', '|', ':', '^', '~', ' '),
  lineEnd: fc.constantFrom('\r\n', '\n', '\r'),
  quotesAll: fc.boolean(),
  endsInLineEnd: fc.boolean(),
  encoding: fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15'),
});

/** Cells with everything that has a meaning in some dialect; no line breaks, about which the readers differ by design (csv-splitter.test.ts). */
const cell = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '1.234,5',
    'Zoë',
    '"',
    '""',
    ' "a" ',
    "'",
    '\\',
    '\\"',
    '-',
    '=1+1',
    'a;b',
    'a,b',
    '\ta',
    ' a ',
    '#N/B',
    'é',
  ),
  fc.string({ unit: fc.constantFrom('a', ';', ',', '"', ' ', '\t', '|', ':', '\\', 'ë', '1'), maxLength: 6 }),
);
/** Two columns at least: a row of one empty cell is a blank line, which is another thing to each reader. */
const tables = fc
  .integer({ min: 2, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));

function written(
  rows: readonly (readonly string[])[],
  { delimiter, lineEnd, quotesAll, endsInLineEnd }: Dialect,
): string {
  const quoted = (text: string) =>
    quotesAll || text.includes('"') || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((cells) => cells.map(quoted).join(delimiter)).join(lineEnd) + (endsInLineEnd ? lineEnd : '');
}

describe('a table in any dialect', () => {
  it('is read back by ours and by every other reader, whatever the encoding and wherever its chunks end', async () => {
    await fc.assert(
      fc.asyncProperty(tables, dialects, fc.integer({ min: 1, max: 40 }), async (rows, dialect, size) => {
        const text = written(rows, dialect);
        const { delimiter, encoding } = dialect;
        const chunks = chunksOf(iconv.encode(text, encoding), size);
        const read = await collect(readCsv(chunks, { delimiter, encoding, limits: DEFAULT_LIMITS }));
        expect(read.map(({ cells }) => cells)).toEqual(rows);
        expect(read.map(({ row }) => row)).toEqual(rows.map((_, index) => index + 1));
        for (const reader of Object.values(CSV_READERS)) expect(reader(text, delimiter)).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });

  it('is read back by Python too, where there is Python', async () => {
    const samples = fc.sample(fc.tuple(tables, dialects), 200);
    const texts = samples.map(([rows, dialect]) => [written(rows, dialect), dialect.delimiter] as const);
    const theirs = pythonRows(texts);
    if (theirs === null) return;
    for (const [index, [text, delimiter]] of texts.entries()) {
      expect(theirs[index]).toEqual(await cellsOf(text, { delimiter }));
    }
  });
});
