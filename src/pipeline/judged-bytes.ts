import { createHash } from 'node:crypto';
import type { ByteSource } from '../domain/byte-source.ts';
import type { Limits } from '../domain/limits.ts';
import type { RunInput } from '../domain/run.ts';
import { UnreadableSource } from '../domain/unreadable-source.ts';
import { gunzipped } from '../readers/gzip.ts';
import { archivedFiles } from '../readers/zip-archive.ts';
import { CopyRefused } from './copy-refused.ts';

/** The bytes of an input, to be read once more and held against what was judged. */
export interface JudgedBytes {
  /** What was read as this input: of a packed file what is in it. */
  readonly bytes: ByteSource;
  /** Whether the file still is the one that was judged. Asked when the bytes were read to their end. */
  isUnchanged(): Promise<boolean>;
  close(): void;
}

/**
 * Opens an input of a run again. `position`: which one of its file it is, counted from 0. Throws CopyRefused when it was never read to its
 * end, or can no longer be unpacked.
 */
export async function judgedBytes(
  file: ByteSource,
  { packed, sha256 }: Pick<RunInput, 'packed' | 'sha256'>,
  position: number,
  limits: Limits,
): Promise<JudgedBytes> {
  // A file that was not read to its end has no hash: what came behind was never judged.
  if (sha256 === '') throw new CopyRefused('unreadable');
  if (packed === undefined) return whileReading(file, sha256);
  const isUnchanged = async () => (await hashOf(file)) === sha256;
  try {
    if (packed === 'gzip') return { bytes: await gunzipped(file, limits), isUnchanged, close: () => undefined };
    const archive = await archivedFiles(file, limits);
    try {
      const name = archive.names[position];
      if (name === undefined) throw new CopyRefused('changed');
      return { bytes: await archive.open(name), isUnchanged, close: () => archive.close() };
    } catch (error) {
      archive.close();
      throw error;
    }
  } catch (error) {
    // It could be unpacked when it was judged.
    throw error instanceof UnreadableSource ? new CopyRefused('changed', {}, error) : error;
  }
}

/** A plain file is hashed while it is read, so that it is read once. */
function whileReading(file: ByteSource, sha256: string): JudgedBytes {
  let digest = '';
  const bytes: ByteSource = {
    size: file.size,
    read: (offset, length) => file.read(offset, length),
    async *chunks() {
      const hash = createHash('sha256');
      for await (const chunk of file.chunks()) {
        hash.update(chunk);
        yield chunk;
      }
      digest = hash.digest('hex');
    },
  };
  return { bytes, isUnchanged: async () => digest === sha256, close: () => undefined };
}

async function hashOf(file: ByteSource): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of file.chunks()) hash.update(chunk);
  return hash.digest('hex');
}
