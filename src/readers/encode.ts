import iconv from 'iconv-lite';
import { byteOrderOf } from './decode.ts';

/** An encoding in the direction of bytes: how many a text took, and the bytes of a new text. */
export interface Encoder {
  readonly encoding: string;
  /** How many bytes `decode` made this text from. */
  byteLength(text: string): number;
  /** Whether these bytes mean this text, where that does not follow from `decode` alone. */
  isTextOf(text: string, bytes: Uint8Array): boolean;
  /** The bytes of a text, without byte order mark; a character the encoding lacks becomes `?`. */
  encode(text: string): Uint8Array;
}

/** The way back for an encoding `decode` knows. `head`: the first bytes of the file, for the byte order of `utf-16`. */
export function encoderFor(encoding: string, head: Uint8Array): Encoder {
  switch (encoding) {
    case 'utf-8':
      // Strictly checked while decoding: every character has one way to be written.
      return encoder(encoding, (text) => Buffer.byteLength(text), utf8);
    case 'windows-1252':
      // One byte a character, also for the five bytes that mean nothing.
      return encoder(
        encoding,
        (text) => text.length,
        (text) => iconv.encode(text, 'windows-1252'),
      );
    case 'utf-16':
      return encoderFor(byteOrderOf(head), head);
    case 'utf-16le':
      return utf16(encoding, utf16le);
    case 'utf-16be':
      return utf16(encoding, (text) => utf16le(text).swap16());
    default:
      return byTrying(encoding);
  }
}

function encoder(
  encoding: string,
  byteLength: (text: string) => number,
  encode: (text: string) => Uint8Array,
): Encoder {
  return { encoding, byteLength, isTextOf: () => true, encode };
}

/** Of other encodings nobody promises that a text has one form: it is made again and held against the bytes of the file. */
function byTrying(encoding: string): Encoder {
  const encode = (text: string): Uint8Array => iconv.encode(text, encoding, { addBOM: false });
  return {
    encoding,
    byteLength: (text) => encode(text).length,
    isTextOf: (text, bytes) => Buffer.compare(encode(text), bytes) === 0,
    encode,
  };
}

/**
 * Half a surrogate pair is read as one U+FFFD, so a unit of text is two bytes whatever it was.
 * The byte order may have been guessed, so it is held against every row in which nothing was replaced.
 */
function utf16(encoding: string, encode: (text: string) => Uint8Array): Encoder {
  return {
    encoding,
    byteLength: (text) => text.length * 2,
    isTextOf: (text, bytes) => text.includes('\ufffd') || Buffer.compare(encode(text), bytes) === 0,
    encode,
  };
}

function utf8(text: string): Buffer {
  return Buffer.from(text, 'utf8');
}

function utf16le(text: string): Buffer {
  return Buffer.from(text, 'utf16le');
}
