import type { Limits } from '../domain/limits.ts';
import type { RunInput } from '../domain/run.ts';
import { UnreadableSource } from '../domain/unreadable-source.ts';
import { NotReversible, readCsvBytes } from '../readers/csv-row-bytes.ts';
import { NotUtf8 } from '../readers/decode.ts';
import type { CopyKind } from '../reporters/copies/copy-kind.ts';
import { copyCsv } from '../reporters/copies/csv-copy.ts';
import type { NotesOfInput } from '../reporters/copies/row-note.ts';
import { CopyRefused } from './copy-refused.ts';
import type { JudgedBytes } from './judged-bytes.ts';

/**
 * A copy of a CSV while the file is read once more, with the dialect the run settled on. At its end it is certain that the bytes and
 * the number of data rows are those that were judged; else CopyRefused is thrown, and the pieces that came before are no copy.
 */
export async function* csvCopy(
  judged: JudgedBytes,
  input: RunInput,
  notes: NotesOfInput,
  kind: CopyKind,
  limits: Limits,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { encoding, delimiter, headerRow } = input;
  if (encoding === null || delimiter === null || headerRow === null)
    throw new Error('a CSV with claims has a dialect and a header');
  const batches = readCsvBytes(judged.bytes.chunks(), { encoding, delimiter, limits });
  try {
    const rows = yield* copyCsv(batches, { delimiter, headerRow }, notes, kind);
    if (rows !== input.rows || !(await judged.isUnchanged())) throw new CopyRefused('changed');
  } catch (error) {
    throw refusalOf(error);
  } finally {
    judged.close();
  }
}

/** What was read as UTF-8 and is none now has changed; other errors are nobody's but ours. */
function refusalOf(error: unknown): unknown {
  if (error instanceof NotReversible) return new CopyRefused('encoding', {}, error);
  if (error instanceof NotUtf8) return new CopyRefused('changed', {}, error);
  return error instanceof UnreadableSource ? new CopyRefused('unreadable', {}, error) : error;
}
