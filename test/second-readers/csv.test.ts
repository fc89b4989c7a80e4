import { readdirSync, readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/domain/table.ts';
import { delimiterCandidates } from '../../src/readers/csv-dialect.ts';
import { decode } from '../../src/readers/decode.ts';
import { detectEncoding } from '../../src/readers/encoding.ts';
import { cellsOf, chunksOf, rowsOf } from '../readers/csv-reading.ts';
import { CSV_READERS, pythonRows } from './csv-readers.ts';

const ROOTS = ['../material/csv/', '../../samples/', '../../schemas/templates/'].map(
  (root) => new URL(root, import.meta.url),
);

const files = ROOTS.flatMap((root) =>
  readdirSync(root, { recursive: true })
    .map((name) => new URL(String(name).replaceAll('\\', '/'), root))
    .filter(({ pathname }) => /\.[ct]sv$/.test(pathname)),
).map((url) => [url.pathname.split('/').slice(-2).join('/'), url] as const);

async function textOf(bytes: Buffer): Promise<string> {
  let text = '';
  for await (const piece of decode(chunksOf(bytes), detectEncoding(bytes).encoding)) text += piece;
  return text;
}

/** Rows in the place that their number says, and the blank lines that ours only counts. */
function byNumber(rows: readonly Row[], count: number): (readonly string[])[] {
  const last = Math.max(count, rows.at(-1)?.row ?? 0);
  const placed: (readonly string[])[] = Array.from({ length: last }, () => ['']);
  for (const { row, cells } of rows) placed[row - 1] = cells;
  return placed;
}

describe('a CSV of others, of the samples or of the templates', () => {
  it.each(files)('is to every reader what it is to ours, with any delimiter: %s', async (_, url) => {
    const text = await textOf(readFileSync(url));
    for (const delimiter of new Set([delimiterCandidates(text)[0] ?? ';', ';', ',', '\t', '|'])) {
      const rows = await rowsOf(text, { delimiter });
      for (const [reader, read] of Object.entries(CSV_READERS)) {
        const theirs = read(text, delimiter);
        // A quote that a reader refuses the file for is with us a row that says so, or a character of a cell, where everybody sees it.
        const shows = rows.some(({ cells, fault }) => fault !== undefined || cells.some((cell) => cell.includes('"')));
        if (theirs === null) expect([reader, delimiter, shows]).toEqual([reader, delimiter, true]);
        else expect([reader, delimiter, theirs]).toEqual([reader, delimiter, byNumber(rows, theirs.length)]);
      }
    }
  });

  it.each(files)('has the same cells in another encoding: %s', async (_, url) => {
    const text = await textOf(readFileSync(url));
    const delimiter = delimiterCandidates(text)[0] ?? ';';
    const ours = await cellsOf(text, { delimiter });
    for (const [encoding, options] of [
      ['utf-8', { addBOM: true }],
      ['utf-16le', { addBOM: true }],
      ['utf-16be', { addBOM: true }],
    ] as const) {
      const bytes = iconv.encode(text, encoding, options);
      if (text !== '') expect(detectEncoding(bytes).encoding).toBe(encoding);
      expect([encoding, await cellsOf(bytes, { delimiter, encoding })]).toEqual([encoding, ours]);
    }
  });

  it('is to Python what it is to ours, where there is Python', async () => {
    const texts = await Promise.all(files.map(async ([, url]) => textOf(readFileSync(url))));
    const tables = texts.map((text) => [text, delimiterCandidates(text)[0] ?? ';'] as const);
    const theirs = pythonRows(tables);
    if (theirs === null) return;
    for (const [index, [text, delimiter]] of tables.entries()) {
      const name = files[index]?.[0];
      const lines = theirs[index]?.length ?? 0;
      expect([name, theirs[index]]).toEqual([name, byNumber(await rowsOf(text, { delimiter }), lines)]);
    }
  });
});
