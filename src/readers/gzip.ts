import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { ByteSource } from '../domain/byte-source.ts';
import type { Limits } from '../domain/limits.ts';
import { UnreadableSource } from '../domain/unreadable-source.ts';
import { refuseInflation } from './zip-entry.ts';

/** The file in a gzip, as a source of its own. Throws UnreadableSource `damaged-zip` or `limit-exceeded`. */
export function gunzipped(source: ByteSource, limits: Limits): Promise<ByteSource> {
  return countedSource(() => inflated(source), limits, source.size);
}

/**
 * Bytes that can only be read from the start, as a source: they are counted once, so that damage and what is too large show before
 * anything is read. `read` starts over each time and is meant for the head of a file. Throws UnreadableSource `limit-exceeded`.
 */
export async function countedSource(
  chunks: () => AsyncIterable<Uint8Array>,
  limits: Limits,
  packedBytes: number,
): Promise<ByteSource> {
  let size = 0;
  for await (const chunk of chunks()) {
    size += chunk.length;
    refuseInflation(size, packedBytes, limits, 'gzip');
    const maximum = limits.entryBytes;
    if (size > maximum) throw new UnreadableSource('limit-exceeded', { limit: 'entryBytes', value: size, maximum });
  }
  const read = async (offset: number, length: number): Promise<Uint8Array> => {
    const parts: Uint8Array[] = [];
    let at = 0;
    for await (const chunk of chunks()) {
      const part = chunk.subarray(Math.max(offset - at, 0), Math.max(offset + length - at, 0));
      if (part.length > 0) parts.push(part);
      at += chunk.length;
      if (at >= offset + length) break;
    }
    return Buffer.concat(parts);
  };
  return { size, chunks, read };
}

async function* inflated(source: ByteSource): AsyncGenerator<Uint8Array, void, undefined> {
  const gunzip = createGunzip();
  pipeline(Readable.from(copied(source.chunks())), gunzip, () => {
    // Its errors come out of the loop below.
  });
  try {
    for await (const chunk of gunzip) yield chunk as Uint8Array;
  } catch (error) {
    const isDamage =
      error instanceof Error && /^(Z_|ERR_STREAM_PREMATURE)/.test((error as NodeJS.ErrnoException).code ?? '');
    throw isDamage ? new UnreadableSource('damaged-zip', { detail: 'gzip' }, error) : error;
  }
}

/** A stream holds several chunks, of which each is good until the next is asked for. */
async function* copied(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of chunks) yield Buffer.from(chunk);
}
