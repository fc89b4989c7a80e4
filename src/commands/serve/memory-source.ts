import { setImmediate as otherWork } from 'node:timers/promises';
import type { ByteSource } from '../../domain/byte-source.ts';

/** Bytes in memory as they came in. Between two chunks the server gets to its other work: progress, a second tab, a wish to stop. */
export function memorySource(pieces: readonly Uint8Array[]): ByteSource {
  const size = pieces.reduce((sum, { length }) => sum + length, 0);
  return {
    size,
    async *chunks() {
      for (const piece of pieces) {
        await otherWork();
        yield piece;
      }
    },
    read: (offset, length) => Promise.resolve(cut(pieces, offset, offset + length)),
  };
}

function cut(pieces: readonly Uint8Array[], from: number, to: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let start = 0;
  for (const piece of pieces) {
    const end = start + piece.length;
    if (end > from && start < to)
      parts.push(piece.subarray(Math.max(0, from - start), Math.min(piece.length, to - start)));
    start = end;
  }
  return Buffer.concat(parts);
}
