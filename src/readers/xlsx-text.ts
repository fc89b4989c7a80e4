import { isAscii, isUtf8 } from 'node:buffer';

/** What a byte may be within the text of an element; 0 ends it, or does not belong there. */
export const TEXT_BYTES = new Uint8Array(256).fill(1, 32).fill(2, 127);
/** Text that stands for itself, letter by letter. */
export const RICH = 2;
/** May begin `_xHHHH_`. */
export const UNDERSCORE = 4;
TEXT_BYTES[9] = 1;
TEXT_BYTES[10] = 1;
for (const rich of '&>') TEXT_BYTES[rich.charCodeAt(0)] = RICH;
TEXT_BYTES[95] = UNDERSCORE;
TEXT_BYTES[60] = 0;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text of an element from its bytes, of which none ends it; null when there is more to it than letters and the five entities of XML. */
export function elementText(bytes: Buffer): string | null {
  if (!isAscii(bytes) && !isUtf8(bytes)) return null;
  const text = bytes.toString('utf8');
  if (text.includes(']]>') || /[\ufffe\uffff\u007f]/.test(text)) return null;
  if (!text.includes('&')) return text;
  let isKnown = true;
  const read = text.replace(/&([^;&]*);?/g, (whole, name: string) => {
    if (!whole.endsWith(';') || !Object.hasOwn(ENTITIES, name)) isKnown = false;
    return ENTITIES[name] ?? '';
  });
  return isKnown ? read : null;
}

/** The text of an element that is known to have one. */
export function textOfElement(bytes: Buffer, start: number, end: number): string {
  for (let at = start; at < end; at++)
    if ((TEXT_BYTES[bytes[at]!]! & RICH) !== 0) return elementText(bytes.subarray(start, end)) ?? '';
  return bytes.toString('latin1', start, end);
}
