/** Bytes in front of a column: its least value and how many bytes each value takes. */
const HEAD = 5;

/**
 * A column of 32-bit integers in as few bytes as its spread needs: one whose values are all the same takes five bytes, however long it is.
 * Part of the file format: the least value (four bytes, lowest first), the bytes per value (0, 1, 2 or 4), then the distances to the least
 * value, first the lowest byte of all of them, then the next.
 */
export function narrowColumn(values: Int32Array): Uint8Array {
  let least = values[0] ?? 0;
  let most = least;
  for (const value of values) {
    if (value < least) least = value;
    else if (value > most) most = value;
  }
  const width = widthOf(most - least);
  const { length } = values;
  const bytes = new Uint8Array(HEAD + width * length);
  new DataView(bytes.buffer).setInt32(0, least, true);
  bytes[4] = width;
  for (let plane = 0, at = HEAD; plane < width; plane++) {
    for (let index = 0; index < length; index++) bytes[at++] = (values[index]! - least) >>> (plane * 8);
  }
  return bytes;
}

/** The `length` values of the column that begins at `start`, and where it ends. Throws RangeError for bytes that are no such column. */
export function wideColumn(bytes: Uint8Array, start: number, length: number): { values: Int32Array; end: number } {
  const least = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getInt32(start, true);
  const width = bytes[start + 4]!;
  const end = start + HEAD + width * length;
  if (end > bytes.length) throw new RangeError('a column that ends too early');
  const values = new Int32Array(length).fill(least);
  for (let plane = 0, at = start + HEAD; plane < width; plane++) {
    for (let index = 0; index < length; index++) values[index] = (values[index]! + (bytes[at++]! << (plane * 8))) | 0;
  }
  return { values, end };
}

function widthOf(spread: number): 0 | 1 | 2 | 4 {
  if (spread === 0) return 0;
  if (spread < 2 ** 8) return 1;
  return spread < 2 ** 16 ? 2 : 4;
}
