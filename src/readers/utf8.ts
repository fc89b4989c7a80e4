import { isUtf8 } from 'node:buffer';

/** Offset in bytes of the first character that is not UTF-8, one cut off at the end included; null when all of it is UTF-8. */
export function firstNotUtf8(bytes: Uint8Array): number | null {
  if (isUtf8(bytes)) return null;
  // Halving works because a beginning of UTF-8, cut back to whole characters, is UTF-8 itself.
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    const part = bytes.subarray(0, middle);
    if (isUtf8(part.subarray(0, middle - unfinishedTail(part)))) good = middle;
    else bad = middle;
  }
  return good - unfinishedTail(bytes.subarray(0, good));
}

/** Bytes at the end that begin a UTF-8 character without finishing it: 0 to 3. */
export function unfinishedTail(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80 || byte >= 0xc0) return lengthOfCharacter(byte) > back ? back : 0;
  }
  return 0;
}

/** In bytes, by its first one; 1 for a byte that cannot be first. */
function lengthOfCharacter(first: number): number {
  if (first < 0xc2 || first >= 0xf5) return 1;
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
}
