import { TextDecoder } from 'node:util';

/**
 * Decodes the chunks of an XML part, UTF-8 or UTF-16; `null` ends. Bytes that are neither throw TypeError.
 * The encoding shows in the first bytes, so fewer than two of them wait for more.
 */
export function xmlDecoder(): (bytes: Uint8Array | null) => string {
  let decoder: TextDecoder | null = null;
  let waiting: Uint8Array = new Uint8Array(0);
  return (bytes) => {
    if (decoder) return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    const head: Uint8Array = bytes ? Buffer.concat([waiting, bytes]) : waiting;
    if (bytes && head.length < 2) {
      waiting = head;
      return '';
    }
    decoder = new TextDecoder(encodingOf(head), { fatal: true });
    return decoder.decode(head, { stream: bytes !== null });
  };
}

function encodingOf(head: Uint8Array): string {
  const [first, second] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0x00)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0x00 && second === 0x3c)) return 'utf-16be';
  return 'utf-8';
}
