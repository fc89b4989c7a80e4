/** Where a record with a quote in it ends and what is between, as far as the text at hand tells. */
export type QuotedRecord =
  /** The text ends before the record does. */
  | 'open'
  /** A quoted cell is followed by something other than a delimiter or a line end, or never closes. */
  | 'broken'
  | {
      /** Index of the line break behind the record, or the end of the text. */
      readonly end: number;
      readonly count: number;
      /** The cells when there is nothing to interpret in them; null when a reference parser should: doubled quotes, line breaks, quotes as data. */
      readonly cells: readonly string[] | null;
    };

const QUOTE = '"';

/**
 * Follows the quotes of one record from `start`. A quote opens only as the first character of a cell; a doubled quote inside is a quote;
 * a quote further on in an unquoted cell, or after a space, is data. `ended`: nothing comes after `text`.
 */
export function scanQuotedRecord(text: string, start: number, delimiter: string, ended: boolean): QuotedRecord {
  const cells: string[] = [];
  let plain = true;
  let position = start;
  for (;;) {
    if (text.startsWith(QUOTE, position)) {
      const close = closingQuote(text, position + 1, ended);
      if (typeof close === 'string') return close;
      const cell = text.slice(position + 1, close);
      plain &&= !/["\r\n]/.test(cell);
      cells.push(cell);
      position = close + 1;
    } else {
      const end = endOfCell(text, position, delimiter);
      if (end === text.length && !ended) return 'open';
      const cell = text.slice(position, end);
      plain &&= !cell.includes(QUOTE);
      cells.push(cell);
      position = end;
    }
    if (text.startsWith(delimiter, position)) {
      position += delimiter.length;
      continue;
    }
    if (position < text.length && !isLineBreak(text.charCodeAt(position))) return 'broken';
    return { end: position, count: cells.length, cells: plain ? cells : null };
  }
}

/** The quote that closes a cell; without the character behind it one cannot know that it is not the first of two. */
function closingQuote(text: string, from: number, ended: boolean): number | 'open' | 'broken' {
  let close = text.indexOf(QUOTE, from);
  while (close !== -1 && text.startsWith(QUOTE, close + 1)) close = text.indexOf(QUOTE, close + 2);
  if (close === -1) return ended ? 'broken' : 'open';
  return close + 1 === text.length && !ended ? 'open' : close;
}

function endOfCell(text: string, from: number, delimiter: string): number {
  const first = delimiter.charCodeAt(0);
  let end = from;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (isLineBreak(code) || (code === first && text.startsWith(delimiter, end))) break;
    end++;
  }
  return end;
}

function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}
