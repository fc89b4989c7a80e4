import type { Database } from 'better-sqlite3';
import { blocksOf, hashOf } from './client-places.ts';
import { type LineBlock, linesOfBlock } from './line-block.ts';
import { StoreError, storeErrorOf } from './store-error.ts';
import type { StoredLine } from './stored-run.ts';

/** A line and its number within its run. */
export interface NumberedLine {
  readonly number: number;
  readonly line: StoredLine;
}

/**
 * The technology lines of a run in the order in which they were saved, one at a time; none for a run that is not remembered. While they are
 * being read this store cannot write.
 */
export function* linesOf(db: Database, run: string, busyTimeoutMs: number): Generator<StoredLine> {
  try {
    const number = db.prepare<[string], number>('SELECT number FROM runs WHERE id = ?').pluck().get(run) ?? 0;
    const blocks = db.prepare<[number], LineBlock>(BLOCKS_OF_RUN).iterate(number);
    for (const { line } of numbered(blocks)) yield line;
  } catch (error) {
    throw storeErrorOf(error, busyTimeoutMs) ?? error;
  }
}

export const BLOCKS_OF_RUN = 'SELECT lines, texts, numbers FROM line_blocks WHERE run = ? ORDER BY number';
export const BLOCK = 'SELECT lines, texts, numbers FROM line_blocks WHERE run = ? AND number = ?';

/** The lines of the run of this number, with their numbers. A transaction around it sees to it that they are those of one moment; it may write meanwhile. */
export function* numberedLines(db: Database, run: number): Generator<NumberedLine> {
  const block = db.prepare<[number, number], LineBlock>(BLOCK);
  yield* numbered(blocksBy((number) => block.get(run, number)));
}

function* blocksBy(get: (number: number) => LineBlock | undefined): Generator<LineBlock> {
  for (let number = 0, block = get(0); block !== undefined; block = get(++number)) yield block;
}

function* numbered(blocks: Iterable<LineBlock>): Generator<NumberedLine> {
  let before = 0;
  for (const block of blocks) {
    for (const { at, line } of unpacked(block)) yield { number: before + at, line };
    before += block.lines;
  }
}

/** The runs a client is on a shelf of, newest first: one look per remembered run. Most of what is on a shelf is of other clients. */
export const RUNS_OF_CLIENT = `
  SELECT runs.number, document -> '$.run' AS run, entries
  FROM runs CROSS JOIN client_places ON client_places.run = runs.number AND client_places.shelf = :hash % runs.shelves
  ORDER BY started_at DESC, runs.number DESC`;

/** The lines of a client in every remembered run, as they were saved; `run` is the head of the result as JSON. */
export function linesOfClient(db: Database, client: string): { run: string; lines: StoredLine[] }[] {
  const hash = hashOf(client);
  const block = db.prepare<[number, number], LineBlock>(BLOCK);
  return db
    .prepare<[object], { number: number; run: string; entries: Buffer }>(RUNS_OF_CLIENT)
    .all({ hash })
    .map(({ number, run, entries }) => {
      const blocks = blocksOf(hash, entries).flatMap((place) => block.get(number, place) ?? []);
      return { run, lines: blocks.flatMap((one) => unpacked(one, client).map(({ line }) => line)) };
    });
}

/** SQLite knows only that the bytes are those of a blob; that they are no block is told as a damaged file. */
function unpacked(block: LineBlock, onlyClient?: string): ReturnType<typeof linesOfBlock> {
  try {
    return linesOfBlock(block, onlyClient);
  } catch (error) {
    throw new StoreError('corrupt', {}, error);
  }
}
