/**
 * AssemblyScript: compiled by `npm run wasm` to the bytes in ../csv-scan-code.ts, run by ../csv-plain.ts.
 *
 * It looks at sixty-four bytes at once and stops only where one of them means something, which is what JavaScript cannot do:
 * a loop over every byte of a delivery took four fifths of the time of reading it.
 */

const LINE_FEED: u32 = 10;
const RETURN: u32 = 13;
const QUOTE: u32 = 34;
/** Bytes looked at together; so many may be read behind the last. */
const BLOCK: u32 = 64;

/** Why a scan ended, as ../csv-plain.ts names them. */
const DONE: i32 = 0;
const NOT_PLAIN: i32 = 1;
const LONE_RETURN: i32 = 2;

/** Where the first record begins that was not scanned. */
export let next: u32 = 0;
export let end: i32 = DONE;

/**
 * Scans whole lines from `from` to before `to`, the byte before which is a line feed, and returns how many records it found, `most` at the most.
 * For each it writes, from address 0 on, where it begins and where each of its cells ends.
 */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one loop over every byte of a delivery.
export function scan(from: u32, to: u32, columns: u32, delimiter: u32, most: u32, longest: u32): u32 {
  const delimiters = i8x16.splat(delimiter as i8);
  const lastCell = (columns - 1) << 2;
  const stride = (columns + 1) << 2;
  let count: u32 = 0;
  let start = from;
  let record: u32 = 0;
  // Where the end of the cell before was written; of the first cell, the start of the record.
  let cell: u32 = 0;
  store<u32>(record, start);
  for (let block = from; block < to; ) {
    const base = block;
    let marks = marksIn(base, delimiters);
    block += BLOCK;
    while (marks !== 0) {
      const position = base + (ctz(marks) as u32);
      marks &= marks - 1;
      const byte: u32 = load<u8>(position);
      if (byte === delimiter) {
        cell += 4;
        if (cell - record > lastCell) return stopped(NOT_PLAIN, start, count);
        store<u32>(cell, position);
      } else if (byte === LINE_FEED) {
        const last = position > start && load<u8>(position - 1) === RETURN ? position - 1 : position;
        if (cell - record !== lastCell || last - start > longest) return stopped(NOT_PLAIN, start, count);
        store<u32>(cell + 4, last);
        start = position + 1;
        count++;
        if (count === most || start >= to) return stopped(DONE, start, count);
        record += stride;
        cell = record;
        store<u32>(record, start);
      } else if (byte === RETURN) {
        if (load<u8>(position + 1) !== LINE_FEED) return stopped(LONE_RETURN, start, count);
      } else {
        const first = cell === record ? start : load<u32>(cell) + 1;
        const after = position === first ? afterQuoted(position + 1, delimiter) : 0;
        if (after === 0) return stopped(NOT_PLAIN, start, count);
        // What the quotes hold means nothing: on from behind them, in this block or another.
        if (after < block) marks &= ~(((1 as u64) << ((after - base) as u64)) - 1);
        else {
          block = after;
          break;
        }
      }
    }
  }
  return stopped(DONE, start, count);
}

function stopped(why: i32, at: u32, count: u32): u32 {
  next = at;
  end = why;
  return count;
}

/** A bit for each byte of a block that means something. */
function marksIn(base: u32, delimiters: v128): u64 {
  return (
    marksInQuarter(base, delimiters) |
    (marksInQuarter(base + 16, delimiters) << 16) |
    (marksInQuarter(base + 32, delimiters) << 32) |
    (marksInQuarter(base + 48, delimiters) << 48)
  );
}

function marksInQuarter(at: u32, delimiters: v128): u64 {
  const bytes = v128.load(at);
  const separate = v128.or(i8x16.eq(bytes, delimiters), i8x16.eq(bytes, i8x16.splat(QUOTE as i8)));
  const endLine = v128.or(i8x16.eq(bytes, i8x16.splat(LINE_FEED as i8)), i8x16.eq(bytes, i8x16.splat(RETURN as i8)));
  return i8x16.bitmask(v128.or(separate, endLine)) as u64;
}

/** Behind the quote that closes a cell, when it does so on the same line and nothing else follows in the cell; else 0. */
function afterQuoted(from: u32, delimiter: u32): u32 {
  let position = from;
  let byte: u32 = load<u8>(position);
  while (byte !== LINE_FEED && byte !== RETURN) {
    if (byte === QUOTE) {
      const following: u32 = load<u8>(position + 1);
      if (following === delimiter || following === LINE_FEED || following === RETURN) return position + 1;
      if (following !== QUOTE) return 0;
      position++;
    }
    byte = load<u8>(++position);
  }
  return 0;
}
