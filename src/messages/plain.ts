import { maskBsn } from '../domain/bsn.ts';

/** How much of a cell a message shows, in characters. */
const MOST_SHOWN = 40;

/**
 * A text on one line, safe for a terminal, a log and a page: without control characters (C0, C1), without the invisible characters of
 * Unicode that hide or reverse text (bidi, zero width, tags), line breaks and runs of spaces as one space, half surrogates replaced.
 */
export function plain(text: string): string {
  return text
    .replace(/[\p{Cf}\p{Cc}]/gu, (control) => (/\s|\u0085/.test(control) && control !== '\ufeff' ? ' ' : ''))
    .replace(/\s+/g, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim();
}

/** A plain text of at most 40 characters. */
export function shortened(text: string): string {
  const characters = [...plain(text)];
  return characters.length <= MOST_SHOWN
    ? characters.join('')
    : `${characters
        .slice(0, MOST_SHOWN - 1)
        .join('')
        .trimEnd()}…`;
}

/** A name of a file, folder or sheet as a message shows it: plain and in full, everything that could be a BSN hidden. */
export function fullName(text: string): string {
  return maskBsn(plain(text));
}

/** A text from a file as a message shows it: plain, everything that could be a BSN hidden, at most 40 characters. */
export function excerpt(text: string): string {
  return shortened(maskBsn(plain(text)));
}
