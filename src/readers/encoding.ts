import iconv from 'iconv-lite';
import { firstNotUtf8, unfinishedTail } from './utf8.ts';

/** What the first bytes of a text file say of its encoding. */
export interface DetectedEncoding {
  /** `utf-8` is a supposition until the last byte: `decode` throws `NotUtf8` when it turns out wrong. */
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** Bytes of the byte order mark; `decode` removes it, nobody else needs to. */
  readonly bomBytes: number;
  /** Only with `windows-1252`: the offset in bytes of the first byte that cannot be UTF-8; else null. */
  readonly notUtf8At: number | null;
}

/** The encoding of a file by its first bytes: a byte order mark, else UTF-16 by its NULs, else strict UTF-8, else Windows-1252. */
export function detectEncoding(head: Uint8Array): DetectedEncoding {
  const bom = byteOrderMark(head);
  if (bom !== null) return { ...bom, notUtf8At: null };
  const wide = utf16Guess(head);
  if (wide !== null) return { encoding: wide, bomBytes: 0, notUtf8At: null };
  const notUtf8At = firstNotUtf8(head.subarray(0, head.length - unfinishedTail(head)));
  return { encoding: notUtf8At === null ? 'utf-8' : 'windows-1252', bomBytes: 0, notUtf8At };
}

/**
 * Whether bytes without a byte order mark are clearly no text in any encoding: more than one in twenty, and at least four,
 * are control characters that no text file has (NUL among them). A stray NUL in a text stays in its cell.
 */
export function looksBinary(head: Uint8Array): boolean {
  if (byteOrderMark(head) !== null || utf16Guess(head) !== null) return false;
  const controls = head.reduce((count, byte) => (byte < 0x20 && !TEXT_CONTROLS.has(byte) ? count + 1 : count), 0);
  return controls >= 4 && controls * 20 > head.length;
}

/** Tab, line feed, vertical tab, form feed, carriage return, end of file of DOS, escape. */
const TEXT_CONTROLS: ReadonlySet<number> = new Set([9, 10, 11, 12, 13, 26, 27]);

/** Names people use for what Excel writes under Windows; WHATWG reads all of these as Windows-1252 too. */
const WINDOWS_1252 = /^(windows1252|win1252|cp1252|1252|xcp1252|ansi|latin1|l1|iso88591|cp819|ascii|usascii)$/;
/** Transfer encodings that iconv-lite offers under the same roof. */
const NO_CHARACTERS = /^(base64|hex)$/;

/** The name `decode` takes for an encoding as a user writes it (`UTF8`, `cp1252`, `latin1`, …); null when nobody knows it. */
export function resolveEncoding(name: string): string | null {
  const plain = name.trim().toLowerCase();
  const key = plain.replace(/[^a-z0-9]/g, '');
  if (WINDOWS_1252.test(key)) return 'windows-1252';
  if (/^utf8(bom|sig)?$/.test(key)) return 'utf-8';
  if (key === 'utf16' || key === 'unicode') return 'utf-16';
  if (key === 'utf16le' || key === 'utf16be') return `utf-${key.slice(3)}`;
  return key !== '' && !NO_CHARACTERS.test(key) && iconv.encodingExists(plain) ? plain : null;
}

/** The byte order mark a file begins with, if any. */
export function byteOrderMark(
  head: Uint8Array,
): { encoding: 'utf-8' | 'utf-16le' | 'utf-16be'; bomBytes: number } | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bomBytes: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bomBytes: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bomBytes: 2 };
  return null;
}

/** Western text in UTF-16 has a NUL for nearly every high byte and for nearly no low byte. */
function utf16Guess(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.floor(head.length / 2);
  if (pairs < 2) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < pairs * 2; index++) {
    if (head[index] !== 0) continue;
    if (index % 2 === 0) even++;
    else odd++;
  }
  if (odd >= pairs * 0.7 && even <= pairs * 0.1) return 'utf-16le';
  return even >= pairs * 0.7 && odd <= pairs * 0.1 ? 'utf-16be' : null;
}
