/** No clientnummer and no reference number is longer (AW319 has 11 and 20 positions); such a text would be kept for every line. */
export const LONGEST_KEY = 200;
/** Nothing to repair: visible ASCII, as nearly every key is. */
const PLAIN = /^[\x21-\x7e]*$/;

/**
 * A clientnummer or reference number as it is compared: trimmed, without invisible characters, one form for each letter and space.
 * Pasted texts carry no-break spaces, zero-width characters and accents in two parts; a client must not become two by them.
 */
export function keyText(cell: string): string {
  if (PLAIN.test(cell)) return cell;
  return cell
    .replace(/[\t\r\n]/g, ' ')
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim();
}
