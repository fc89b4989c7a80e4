import { DEFAULT_LIMITS } from '../../src/domain/limits.ts';
import type { Row } from '../../src/domain/table.ts';
import { type CsvOptions, readCsv } from '../../src/readers/csv.ts';

/** A file as a disk gives it: in chunks of `size` bytes. */
export async function* chunksOf(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

/** All rows of a CSV given as text (then UTF-8) or bytes. */
export async function rowsOf(content: string | Uint8Array, options: Partial<CsvOptions> = {}): Promise<Row[]> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return collect(readCsv(chunksOf(bytes), { encoding: 'utf-8', delimiter: ';', limits: DEFAULT_LIMITS, ...options }));
}

/** Only the cells of all rows. */
export async function cellsOf(
  content: string | Uint8Array,
  options: Partial<CsvOptions> = {},
): Promise<(readonly string[])[]> {
  return (await rowsOf(content, options)).map((row) => row.cells);
}

/** The items of all batches in one list. */
export async function collect<T>(batches: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
}
