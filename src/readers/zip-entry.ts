import { on } from 'node:events';
import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import type { Entry } from 'yauzl';
import type { ByteSource } from '../domain/byte-source.ts';
import type { Limits } from '../domain/limits.ts';
import { UnreadableSource } from '../domain/unreadable-source.ts';
import { readSource } from './zip-source.ts';

/**
 * The bytes of an entry, inflated while they are asked for. Throws UnreadableSource: `damaged-workbook` when they do not inflate or are not of the
 * size and checksum the directory says, `damaged-zip` when they are not there, `limit-exceeded`.
 */
export async function* inflated(
  source: ByteSource,
  entry: Entry,
  start: () => Promise<number>,
  part: string,
  count: InflatedCounter,
): AsyncGenerator<Uint8Array, void, undefined> {
  const compressed = compressedBytes(source, await start(), entry.compressedSize, part);
  let bytes = 0;
  let checksum = 0;
  for await (const chunk of decoded(compressed, entry.compressionMethod, part)) {
    bytes += chunk.length;
    count(part, bytes, entry.compressedSize);
    if (bytes > entry.uncompressedSize) break;
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (bytes !== entry.uncompressedSize) throw new UnreadableSource('damaged-workbook', { detail: 'size', part });
  if (checksum !== entry.crc32) throw new UnreadableSource('damaged-workbook', { detail: 'checksum', part });
}

/** Told of a part how many bytes came out so far, and how many it takes in the zip. */
export type InflatedCounter = (part: string, bytes: number, packedBytes: number) => void;

/** Counts what really comes out, whatever the headers say, and throws UnreadableSource `limit-exceeded`; a part that is read twice counts once. */
export function inflatedCounter(limits: Limits): InflatedCounter {
  const most = new Map<string, number>();
  let total = 0;
  return (part, bytes, packedBytes) => {
    refuseInflation(bytes, packedBytes, limits, part);
    if (bytes > limits.entryBytes) throw beyond('entryBytes', bytes, limits.entryBytes, part);
    const before = most.get(part) ?? 0;
    if (bytes <= before) return;
    most.set(part, bytes);
    total += bytes - before;
    if (total > limits.totalBytes) throw beyond('totalBytes', total, limits.totalBytes, part);
  };
}

/** A small part may shrink to nothing; a large one that does was made to grow. Also used for what is packed with gzip. */
const INFLATION_FROM = 100_000_000;

/** Throws UnreadableSource `limit-exceeded` when what is packed becomes too many times larger. */
export function refuseInflation(bytes: number, packedBytes: number, limits: Limits, part: string): void {
  const maximum = limits.inflation;
  if (bytes < INFLATION_FROM || bytes <= packedBytes * maximum) return;
  throw beyond('inflation', Math.floor(bytes / Math.max(1, packedBytes)), maximum, part);
}

function beyond(limit: keyof Limits, value: number, maximum: number, part: string): UnreadableSource {
  return new UnreadableSource('limit-exceeded', { limit, value, maximum, part });
}

/** Bytes read at a time. Each reading is a file opened and closed, on another thread and back. */
const PACKED_BYTES = 1_000_000;
/** Bytes handed on at a time: each crossing between the thread that inflates and ours costs as much as inflating some 64 kB. */
const CHUNK_BYTES = 262_144;
/** Chunks that may wait: the other thread inflates while ours looks at what is there. */
const MOST_WAITING = 4;

async function* compressedBytes(
  source: ByteSource,
  start: number,
  length: number,
  part: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  const end = start + length;
  for (let offset = start; offset < end; ) {
    const chunk = await readSource(source, offset, Math.min(PACKED_BYTES, end - offset));
    if (chunk.length === 0) throw new UnreadableSource('damaged-zip', { detail: 'truncated', part });
    offset += chunk.length;
    yield chunk;
  }
}

const STORED = 0;
const DEFLATED = 8;

async function* decoded(
  compressed: AsyncGenerator<Uint8Array, void, undefined>,
  method: number,
  part: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (method === STORED) return yield* compressed;
  if (method !== DEFLATED) throw new UnreadableSource('damaged-zip', { detail: 'compression-method', part });
  const inflate = createInflateRaw({ chunkSize: CHUNK_BYTES });
  pipeline(Readable.from(compressed, { objectMode: true }), inflate, () => {
    // Every error of the chain destroys `inflate` with it, and the loop below throws it.
  });
  try {
    // Not the stream itself: asked for all that waits, it would copy it into one.
    const chunks = on(inflate, 'data', { close: ['end'], highWaterMark: MOST_WAITING, lowWaterMark: 1 });
    for await (const [chunk] of chunks) yield chunk as Uint8Array;
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
      throw new UnreadableSource('damaged-workbook', { detail: 'deflate', part }, error);
    }
    throw error;
  } finally {
    inflate.destroy();
  }
}
