import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/domain/limits.ts';
import type { Row } from '../../src/domain/table.ts';
import { CsvSplitter } from '../../src/readers/csv-splitter.ts';

const REFERENCE = { delimiter: ';', record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true };

/** Texts in which everything that matters to a CSV is frequent. */
const texts = fc
  .array(fc.constantFrom(';', ';', '"', '"', '""', ';"', '";', '\n', '\r\n', '\r', 'a', ' ', '€', '"x"', '\0'), {
    maxLength: 30,
  })
  .map((parts) => parts.join(''));
/** Texts that are well-formed tables of one width, quoted where needed and sometimes where not. */
const tables = fc.integer({ min: 1, max: 4 }).chain((width) => {
  const content = fc
    .array(fc.constantFrom(';', '"', '\n', '\r\n', '\r', 'a', 'b', ' '), { maxLength: 5 })
    .map((parts) => parts.join(''));
  const cell = fc
    .tuple(content, fc.boolean())
    .map(([text, quote]) => (quote || /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text));
  const record = fc.array(cell, { minLength: width, maxLength: width }).map((cells) => cells.join(';'));
  return fc
    .array(record, { maxLength: 6 })
    .map((records) => [Array(width).fill('kop').join(';'), ...records].join('\r\n'));
});

function read(
  pieces: readonly string[],
  limits = { rowLength: DEFAULT_LIMITS.rowLength, columns: DEFAULT_LIMITS.columns },
): Row[] {
  const splitter = new CsvSplitter(';', limits);
  return [...pieces.flatMap((piece) => [...splitter.write(piece)]), ...splitter.end()];
}

function cellsOf(rows: readonly Row[]): (readonly string[])[] {
  return rows.map(({ cells }) => cells);
}

/** What csv-parse makes of a text; null when it refuses it. */
function reference(text: string, relaxed: boolean): string[][] | null {
  try {
    return parse(text, { ...REFERENCE, relax_quotes: relaxed });
  } catch {
    return null;
  }
}

function cut(text: string, places: readonly number[]): string[] {
  const borders = [...places.map((place) => place % (text.length + 1)), 0, text.length].sort(
    (one, other) => one - other,
  );
  return borders.slice(1).map((border, index) => text.slice(borders[index], border));
}

test('rows without a fault are what csv-parse reads', () => {
  fc.assert(
    fc.property(fc.oneof(texts, tables), (text) => {
      const rows = read([text]);
      const end = rows.findIndex(({ fault }) => fault !== undefined);
      const expected = reference(text, true);
      if (end === -1) expect(cellsOf(rows)).toEqual(expected);
      else if (expected !== null) expect(cellsOf(rows.slice(0, end))).toEqual(expected.slice(0, end));
    }),
    { numRuns: 3_000 },
  );
});

test('what csv-parse reads strictly has no fault here while no cell has a line break', () => {
  fc.assert(
    fc.property(fc.oneof(texts, tables), (text) => {
      const expected = reference(text, false);
      // csv-parse takes a NUL behind a closing quote for the end of the text; nobody should.
      fc.pre(expected !== null && !text.includes('"\0') && !expected.flat().some((cell) => /[\r\n]/.test(cell)));
      expect(read([text])).toEqual(expected?.map((cells, index) => ({ row: index + 1, cells })));
    }),
    { numRuns: 3_000 },
  );
});

test('cells of several lines are read in tables of one width, unless each of their lines is a record by itself', () => {
  fc.assert(
    fc.property(tables, (text) => {
      const expected = reference(text, false) ?? [];
      const width = expected[0]?.length ?? 0;
      const swallowing = expected.some((cells) => {
        const cell = cells.find((value) => /[\r\n]/.test(value));
        return cell !== undefined && width > 1 && cells.some((value) => value.includes(';'));
      });
      fc.pre(!swallowing);
      expect(cellsOf(read([text]))).toEqual(expected);
    }),
    { numRuns: 2_000 },
  );
});

test('rows and faults are the same wherever the pieces of a text end', () => {
  const limits = fc.constantFrom(
    { rowLength: 6, columns: 3 },
    { rowLength: 12, columns: 2 },
    { rowLength: 1_000, columns: 100 },
  );
  fc.assert(
    fc.property(fc.oneof(texts, tables), fc.array(fc.nat(), { maxLength: 12 }), limits, (text, places, limit) => {
      const whole = read([text], limit);
      expect(read(cut(text, places), limit)).toEqual(whole);
      expect(read([...text], limit)).toEqual(whole);
    }),
    { numRuns: 3_000 },
  );
});

test('every physical line has its row or its part in one: none is lost, none is read twice', () => {
  fc.assert(
    fc.property(fc.oneof(texts, tables), (text) => {
      const lines = text.split(/\r\n|\n|\r/);
      if (lines.at(-1) === '') lines.pop();
      const taken = read([text]).reduce(
        (count, { cells, fault }) =>
          count +
          1 +
          (fault === undefined ? cells.reduce((breaks, cell) => breaks + cell.split(/\r\n|\n|\r/).length - 1, 0) : 0),
        0,
      );
      expect(taken).toBe(lines.length);
    }),
    { numRuns: 2_000 },
  );
});

test('behind the first rows blank lines are counted and not given, whatever ends them and wherever the pieces end', () => {
  const line = fc.constantFrom('', '', '', 'a;b', 'c', '"";"x"');
  const ends = fc.constantFrom('\n', '\r\n', '\r');
  const lines = fc.array(fc.tuple(line, ends), { maxLength: 40 });
  fc.assert(
    fc.property(lines, fc.array(fc.nat(), { maxLength: 12 }), (pairs, places) => {
      const texts = [...Array<[string, string]>(21).fill(['h;h', '\n']), ...pairs];
      // A blank line that ends with LF behind a CR would be the end of that line.
      fc.pre(!texts.some(([text, end], index) => text === '' && end !== '\r' && texts[index - 1]?.[1] === '\r'));
      const rows = read(cut(texts.map(([text, end]) => text + end).join(''), places));
      const filled = texts.flatMap(([text], index) => (text === '' ? [] : [index + 1]));
      expect(rows.map(({ row }) => row)).toEqual(filled);
    }),
    { numRuns: 1_000 },
  );
});
