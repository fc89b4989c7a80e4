import * as yauzl from 'yauzl';
import type { ByteSource } from '../domain/byte-source.ts';
import { UnreadableSource } from '../domain/unreadable-source.ts';

/** Reads from a source; at its end the bytes that are left. A read that fails is the source's failure, not that of the zip: UnreadableSource `read-error`. */
export async function readSource(source: ByteSource, offset: number, length: number): Promise<Uint8Array> {
  if (offset >= source.size) return new Uint8Array(0);
  try {
    return await source.read(offset, length);
  } catch (error) {
    throw error instanceof UnreadableSource ? error : new UnreadableSource('read-error', {}, error);
  }
}

type ReadCallback = (error: Error | null, bytesRead?: number) => void;

/** yauzl's view of a source; a class because yauzl wants its base class extended. It asks only for the directory and for headers. */
export class SourceReader extends yauzl.RandomAccessReader {
  readonly #source: ByteSource;

  constructor(source: ByteSource) {
    super();
    this.#source = source;
  }

  override read(buffer: Buffer, offset: number, length: number, position: number, callback: ReadCallback): void {
    readSource(this.#source, position, length).then(
      (bytes) => {
        buffer.set(bytes.subarray(0, length), offset);
        callback(null, bytes.length);
      },
      (error: Error) => callback(error),
    );
  }
}
