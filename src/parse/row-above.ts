import type { Row } from '../domain/table.ts';
import { normaliseCode } from './codes.ts';
import { readDate } from './dates.ts';

const REGISTER_WORDS = /^(?:vpt|mpt|pgb|dtv|vkb|verblijf|wlz|zvw|wijkverpleging)$/i;

/**
 * Whether a row above the header is no title but a declaratieregel or a period: it has a date in one cell, and in another a technology code,
 * a leveringsvorm or an indicatie. Then a table begins above the header that was recognised, under headings that nobody knows.
 */
export function looksLikeData({ cells }: Row, technology: ReadonlySet<string>): boolean {
  return (
    cells.some((cell) => readDate(cell) !== null) &&
    cells.some((cell) => technology.has(normaliseCode(cell)) || REGISTER_WORDS.test(cell.trim()))
  );
}
