import { inflateRawSync } from 'node:zlib';
import { zipOf } from '../readers/xlsx-build.ts';

/** One file in a zip, inflated. */
export interface Packed {
  readonly name: string;
  readonly data: Buffer;
}

/** The files of a zip that `zipOf` made, in order; null when it is damaged already. */
export function unpacked(bytes: Buffer): Packed[] | null {
  const parts: Packed[] = [];
  let at = 0;
  while (at + 30 <= bytes.length && bytes.readUInt32LE(at) === 0x04034b50) {
    const [length, nameLength, extra] = [
      bytes.readUInt32LE(at + 18),
      bytes.readUInt16LE(at + 26),
      bytes.readUInt16LE(at + 28),
    ];
    const start = at + 30 + nameLength + extra;
    const body = bytes.subarray(start, start + length);
    try {
      const data = bytes.readUInt16LE(at + 8) === 8 ? inflateRawSync(body, { maxOutputLength: 10_000_000 }) : body;
      parts.push({ name: bytes.toString('utf8', at + 30, at + 30 + nameLength), data });
    } catch {
      return null;
    }
    at = start + length;
  }
  return parts.length === 0 ? null : parts;
}

/** A zip of these files. */
export function packed(parts: readonly Packed[]): Buffer {
  return zipOf(parts);
}
