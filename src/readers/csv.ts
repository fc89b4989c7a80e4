import type { Limits } from '../domain/limits.ts';
import type { Row } from '../domain/table.ts';
import { CsvSplitter } from './csv-splitter.ts';
import { decode } from './decode.ts';

/** How to read a CSV. */
export interface CsvOptions {
  /** A name of `detectEncoding` or `resolveEncoding`. */
  readonly encoding: string;
  /** One character, of `delimiterCandidates` or given by the user. */
  readonly delimiter: string;
  /** A row beyond them comes with the fault `row-too-long`, the rows behind it are read. */
  readonly limits: Pick<Limits, 'rowLength' | 'columns'>;
  /** Rows come with the text they were read from; together these texts are the whole file. */
  readonly raw?: boolean;
}

/**
 * The rows of a CSV in batches, as many as each chunk completes; chunks may end anywhere. Cells are not trimmed.
 * Throws `NotUtf8` (decode.ts) when the encoding is `utf-8` and a byte proves otherwise; rows before it may have been given.
 */
export async function* readCsv(
  chunks: AsyncIterable<Uint8Array>,
  options: CsvOptions,
): AsyncGenerator<readonly Row[], void, undefined> {
  const splitter = new CsvSplitter(options.delimiter, options.limits, options.raw);
  for await (const text of decode(chunks, options.encoding)) {
    const rows = splitter.write(text);
    if (rows.length > 0) yield rows;
  }
  const rows = splitter.end();
  if (rows.length > 0) yield rows;
}
