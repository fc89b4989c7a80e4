import type { RowBytes } from '../domain/table.ts';
import { ByteTape } from './byte-tape.ts';
import { type CsvOptions, readCsv } from './csv.ts';
import { bomToSkip } from './decode.ts';
import { type Encoder, encoderFor } from './encode.ts';

/** A CSV whose bytes cannot be found back from its text: a copy of it could not leave what it does not touch as it is. */
export class NotReversible extends Error {
  /** The encoding the file was read in. */
  readonly encoding: string;

  constructor(encoding: string) {
    super(`bytes cannot be found back from text in ${encoding}`);
    this.name = 'NotReversible';
    this.encoding = encoding;
  }
}

/** Bytes that are looked at for a byte order mark and for the byte order of UTF-16; as many as recognition sees. */
const HEAD = 65_536;

/**
 * The rows of a CSV as `readCsv` gives them, each with its bytes; `encode` makes bytes of a text in the encoding of the file.
 * The bytes are taken from the file itself, never made again from the text, so nothing in them can change.
 * Throws `NotReversible` when the encoding has no fixed bytes for its text, and what `readCsv` throws.
 */
export async function* readCsvBytes(
  chunks: AsyncIterable<Uint8Array>,
  options: Omit<CsvOptions, 'raw'>,
): AsyncGenerator<{ readonly rows: readonly RowBytes[]; readonly encode: Encoder['encode'] }, void, undefined> {
  const tape = new ByteTape();
  let encoder: Encoder | null = null;
  let started = false;
  for await (const rows of readCsv(tape.recording(chunks), { ...options, raw: true })) {
    encoder ??= encoderFor(options.encoding, tape.peek(HEAD));
    const bom = started ? 0 : bomToSkip(tape.peek(4), options.encoding);
    started = true;
    const taken: RowBytes[] = [];
    for (const row of rows) {
      const raw = row.raw ?? '';
      const lineEnd = /(?:\r\n|\n|\r)$/.exec(raw)?.[0] ?? '';
      const content = take(tape, encoder, raw.slice(0, raw.length - lineEnd.length), taken.length === 0 ? bom : 0);
      taken.push({ row, content, lineEnd: take(tape, encoder, lineEnd, 0) });
    }
    yield { rows: taken, encode: encoder.encode };
  }
  if (tape.length > 0 && started) throw new NotReversible(options.encoding);
}

/** The bytes of a text, and of the mark before it, from the tape. */
function take(tape: ByteTape, encoder: Encoder, text: string, mark: number): Uint8Array {
  const length = mark + encoder.byteLength(text);
  const bytes = tape.take(length);
  if (bytes.length < length || !encoder.isTextOf(text, bytes.subarray(mark))) throw new NotReversible(encoder.encoding);
  return bytes;
}
