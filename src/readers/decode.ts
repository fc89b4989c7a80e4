import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { byteOrderMark, detectEncoding } from './encoding.ts';
import { firstNotUtf8, unfinishedTail } from './utf8.ts';

/**
 * The text of a file, piece by piece; chunks may end anywhere. Removes a byte order mark.
 * `encoding` is a name of `detectEncoding` or `resolveEncoding`; `utf-16` looks at the byte order itself.
 * Throws `NotUtf8` at the first byte that is not UTF-8. What another encoding cannot map becomes U+FFFD.
 */
export async function* decode(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  let decoder: Decoder | null = null;
  for await (const chunk of withWholeHead(chunks)) {
    let bytes = chunk;
    if (decoder === null) {
      const bomBytes = bomToSkip(chunk, encoding);
      decoder = decoderFor(encoding, chunk, bomBytes);
      bytes = chunk.subarray(bomBytes);
    }
    const text = decoder.write(bytes);
    if (text !== '') yield text;
  }
  const rest = decoder?.end() ?? '';
  if (rest !== '') yield rest;
}

/** The bytes are not UTF-8. Bad data, not our bug: the caller reads the source again as Windows-1252 and says so. */
export class NotUtf8 extends Error {
  /** Bytes from the start of the file, byte order mark included, to the first byte that cannot be UTF-8. */
  readonly offset: number;

  constructor(offset: number) {
    super(`not UTF-8 from byte ${offset} on`);
    this.name = 'NotUtf8';
    this.offset = offset;
  }
}

interface Decoder {
  write(bytes: Uint8Array): string;
  end(): string;
}

function decoderFor(encoding: string, head: Uint8Array, bomBytes: number): Decoder {
  switch (encoding) {
    case 'utf-8':
      return utf8Decoder(bomBytes);
    case 'windows-1252':
      return windows1252Decoder();
    case 'utf-16':
      return utf16Decoder(byteOrderOf(head));
    case 'utf-16le':
    case 'utf-16be':
      return utf16Decoder(encoding);
    default:
      return iconvDecoder(encoding);
  }
}

/** `isUtf8` and `toString` run several times faster than a fatal TextDecoder, which moreover does not say where the fault is. */
function utf8Decoder(bomBytes: number): Decoder {
  let tail: Uint8Array = new Uint8Array(0);
  let offset = bomBytes;
  return {
    write(chunk) {
      const bytes = join(tail, chunk);
      const whole = bytes.subarray(0, bytes.length - unfinishedTail(bytes));
      if (!isUtf8(whole)) throw new NotUtf8(offset + (firstNotUtf8(whole) ?? 0));
      offset += whole.length;
      // A copy: the owner of a chunk may use it again.
      tail = Uint8Array.from(bytes.subarray(whole.length));
      return textOf(whole, 'utf8');
    },
    end() {
      if (tail.length > 0) throw new NotUtf8(offset);
      return '';
    },
  };
}

/** By iconv-lite, since TextDecoder loses `€ ‘ ’ –` on Node 20. Plain ASCII needs no table and then stays one byte a character. */
function windows1252Decoder(): Decoder {
  return {
    write: (bytes) => (isAscii(bytes) ? textOf(bytes, 'latin1') : iconv.decode(buffer(bytes), 'windows-1252')),
    end: () => '',
  };
}

function utf16Decoder(encoding: 'utf-16le' | 'utf-16be'): Decoder {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}

function iconvDecoder(encoding: string): Decoder {
  const decoder = iconv.getDecoder(encoding);
  return { write: (bytes) => decoder.write(buffer(bytes)), end: () => decoder.end() ?? '' };
}

/** The byte order of UTF-16 by the first bytes of the file; little-endian when they do not tell. */
export function byteOrderOf(head: Uint8Array): 'utf-16le' | 'utf-16be' {
  return detectEncoding(head).encoding === 'utf-16be' ? 'utf-16be' : 'utf-16le';
}

/**
 * The bytes of the byte order mark that are no text to an encoding; 0 when there is none.
 * A UTF-8 mark is no text in any one-byte encoding either (`ï»¿`); a UTF-16 mark means something only to UTF-16.
 */
export function bomToSkip(head: Uint8Array, encoding: string): number {
  const bom = byteOrderMark(head);
  if (bom === null) return 0;
  const wide = bom.encoding !== 'utf-8';
  return wide === encoding.startsWith('utf-16') && (!wide || bom.encoding.startsWith(encoding)) ? bom.bomBytes : 0;
}

/** Joins the first chunks until a byte order mark would be whole in the first one. */
async function* withWholeHead(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | null = new Uint8Array(0);
  for await (const chunk of chunks) {
    if (head === null) {
      yield chunk;
      continue;
    }
    // Copied even when it is the first: its owner may use the chunk again before the next one comes.
    head = Buffer.concat([head, chunk]);
    if (head.length < 4) continue;
    yield head;
    head = null;
  }
  if (head !== null && head.length > 0) yield head;
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  return first.length === 0 ? second : Buffer.concat([first, second]);
}

function buffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

function textOf(bytes: Uint8Array, encoding: 'utf8' | 'latin1'): string {
  return buffer(bytes).toString(encoding);
}
