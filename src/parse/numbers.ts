import type { Decimal } from '../domain/decimal.ts';

export type DecimalSign = ',' | '.';

/** At most this many digits fit a safe integer. */
const MOST_DIGITS = 15;
/** No number is longer, with its spaces and signs; so a cell of a million spaces costs nothing. */
const MOST_CHARACTERS = 60;
const NUMBER = /^([+-]?)(\d[\d.,]*|[.,]\d+)$/;

/**
 * Reads a number exactly, with the decimal sign of its file: `6,5`, `1.039,48`, `-240`. The other sign separates thousands.
 * Null when the text is no such number, or has more digits than can be kept exactly.
 */
export function readNumber(text: string, sign: DecimalSign): Decimal | null {
  const match = NUMBER.exec(bare(text));
  if (!match) return null;
  const body = match[2] ?? '';
  const [whole = '', fraction = '', ...rest] = body.split(sign);
  if (rest.length > 0 || !/^\d*$/.test(fraction)) return null;
  const thousands = sign === ',' ? '.' : ',';
  if (whole.includes(thousands) && !isGrouped(whole, thousands)) return null;
  const kept = fraction.replace(/0+$/, '');
  const digits = (whole.replaceAll(thousands, '') + kept).replace(/^0+(?=\d)/, '');
  if (digits.length > MOST_DIGITS || digits === '')
    return digits === '' && body !== sign ? { digits: 0, scale: 0 } : null;
  return { digits: match[1] === '-' ? -Number(digits) : Number(digits), scale: kept.length };
}

/**
 * Which decimal sign a number proves, or null when it could be read with either: `6,5` proves the comma, `1.039,48` too,
 * `1.234.567` as well (its points are thousands); `390` and `1.234` prove nothing. With `clock`, a text such as `6.30` proves nothing either:
 * it may be six and a half hours.
 */
export function signProvenBy(text: string, clock: boolean): DecimalSign | null {
  // Most numbers are whole, and this is asked of every number of a file.
  if (!text.includes(',') && !text.includes('.')) return null;
  const body = NUMBER.exec(bare(text))?.[2];
  if (body === undefined) return null;
  const comma = body.lastIndexOf(',');
  const point = body.lastIndexOf('.');
  if (comma < 0 && point < 0) return null;
  const last: DecimalSign = comma > point ? ',' : '.';
  const other: DecimalSign = last === ',' ? '.' : ',';
  const parts = body.split(last);
  if (body.includes(other)) return parts.length === 2 ? last : null;
  if (parts.length > 2) return isGrouped(body, last) ? other : null;
  const [whole = '', fraction = ''] = parts;
  if (clock && last === '.' && /^[0-5]\d$/.test(fraction)) return null;
  const couldBeThousands = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return couldBeThousands ? null : last;
}

/** Without what people write around a number: spaces (also between thousands), the euro sign, and the typographic minus. */
function bare(text: string): string {
  if (text.length > MOST_CHARACTERS) return '';
  return text
    .replace(/^€\s*|[\s\u00a0\u202f]+(?=\d{3}(?!\d))|^\s+|\s+$/g, '')
    .replace(/^\u2212/, '-')
    .replace(/^-\s*€\s*/, '-');
}

function isGrouped(whole: string, thousands: DecimalSign): boolean {
  const [first = '', ...groups] = whole.split(thousands);
  return /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
}
