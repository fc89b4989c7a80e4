import { UnreadableSource } from '../domain/unreadable-source.ts';

/** A row number as a file gives it, from 1; throws UnreadableSource `damaged-workbook` for anything else. */
export function rowNumber(text: string): number {
  const row = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (row < 1) throw new UnreadableSource('damaged-workbook', { detail: 'cell-reference' });
  return row;
}

/** The row of an address such as `BC12`. */
export function rowOf(address: string): number {
  return rowNumber(address.slice(address.search(/\d|$/)));
}

/** The column of an address such as `BC12`, counted from 0; throws UnreadableSource `damaged-workbook` when it has none. */
export function columnOf(address: string): number {
  let column = 0;
  let at = 0;
  for (; at < address.length; at += 1) {
    // Lower case letters fold onto capitals.
    const letter = address.charCodeAt(at) & ~0x20;
    if (letter < 65 || letter > 90) break;
    column = Math.min(column * 26 + (letter - 64), 1_000_000);
  }
  if (at === 0 || at === address.length) throw new UnreadableSource('damaged-workbook', { detail: 'cell-reference' });
  return column - 1;
}
