import { createHash } from 'node:crypto';
import type { ByteSource } from '../domain/byte-source.ts';
import { UnreadableSource } from '../domain/unreadable-source.ts';

/** A source that is hashed while it is read. */
export interface HashedSource extends ByteSource {
  /** SHA-256 of the whole file, as it was last read to its end; '' when it cannot be, which has been reported by then. */
  sha256(): Promise<string>;
}

/** Reads a source as it is, and hashes what passes, unless the source is hashed beside it: what the hash stands for is what was parsed. */
export function hashedSource(bytes: ByteSource): HashedSource {
  const { sha256 } = bytes;
  if (sha256 !== undefined) {
    return {
      size: bytes.size,
      chunks: () => bytes.chunks(),
      read: (offset, length) => bytes.read(offset, length),
      sha256: async () => (await sha256()) ?? (await hashOf(bytes)),
    };
  }
  let known: string | null = null;
  async function* chunks(): AsyncGenerator<Uint8Array, void, undefined> {
    known = null;
    const hash = createHash('sha256');
    for await (const chunk of bytes.chunks()) {
      hash.update(chunk);
      yield chunk;
    }
    known = hash.digest('hex');
  }
  return {
    size: bytes.size,
    chunks,
    read: (offset, length) => bytes.read(offset, length),
    // Of a workbook parts are read here and there, and of a refused file its head.
    sha256: async () => known ?? (await hashOf(bytes)),
  };
}

async function hashOf(bytes: ByteSource): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of bytes.chunks()) hash.update(chunk);
  } catch (error) {
    if (error instanceof UnreadableSource) return '';
    throw error;
  }
  return hash.digest('hex');
}
