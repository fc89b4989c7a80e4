import { readDate } from './dates.ts';
import { isNoValue } from './no-value.ts';

/** Letters that look like the characters of a technology code, in capitals: Cyrillic and Greek letters, and O, I, L, S for digits. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  Н: 'H',
  Η: 'H',
  О: '0',
  Ο: '0',
  O: '0',
  I: '1',
  L: '1',
  І: '1',
  Ι: '1',
  '|': '1',
  З: '3',
  S: '5',
  Z: '2',
  B: '8',
  В: '8',
  Һ: 'H',
  Ꮋ: 'H',
  Օ: '0',
  〇: '0',
  Ӏ: '1',
  ǀ: '1',
  '∣': '1',
  Ʒ: '3',
  Ӡ: '3',
  Б: '6',
  Ⲏ: 'H',
  ꓧ: 'H',
  Ⲟ: '0',
  ꓳ: '0',
};

/** The zeros of other digits that keyboards and fonts have: Arabic, Persian, Devanagari. */
const ZEROS: readonly number[] = [0x660, 0x6f0, 0x966];

/** No code is longer, with the words that exports put behind it; such a text would be kept and looked at letter by letter. */
export const LONGEST_CODE = 200;

/** A prestatiecode as the policies have it: trimmed, in capitals, and `1062.0` of a spreadsheet as `1062`. */
export function normaliseCode(text: string): string {
  const code = text.trim().toUpperCase();
  return /^\d+[.,]0+$/.test(code) ? code.slice(0, code.search(/[.,]/)) : code;
}

/**
 * The technology code that a code looks like without being it (`Н138` with a Cyrillic letter, `1O62`, `H 138`, `="1062"`, `1.062,00`),
 * or that stands in it as a word, also one run together with letters (`1062 Thuiszorgtechnologie`, `H138WLZ`), or null.
 */
export function lookAlikeOf(code: string, technology: ReadonlySet<string>): string | null {
  if (technology.has(code)) return null;
  const text = code.replace(FOOTNOTES, '');
  const seen = text.length > 40 ? '' : skeleton(text);
  const words = wordsOf(text);
  for (const [candidate, bare] of skeletonsOf(technology)) if (bare === seen || words.has(candidate)) return candidate;
  return null;
}

/** Raised and lowered digits, which would become digits of the code. */
const FOOTNOTES = /[¹²³⁰-₉]/g;

/** The words of a text, each as it stands and without the letters it was run together with; one letter in front makes another code (`A1062`). */
function wordsOf(text: string): ReadonlySet<string> {
  const words = text.normalize('NFKC').split(/[^\p{L}\p{N}]+/u);
  return new Set(
    words.flatMap((word) => [word, word.replace(/(?<=\d)\p{L}+$/u, ''), word.replace(/^\p{L}{2,}(?=\d)/u, '')]),
  );
}

/** Asked for with every new code, and the same for all of a run. */
const SKELETONS = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, string>>();

function skeletonsOf(technology: ReadonlySet<string>): ReadonlyMap<string, string> {
  const known = SKELETONS.get(technology) ?? new Map([...technology].map((code) => [code, skeleton(code)]));
  SKELETONS.set(technology, known);
  return known;
}

/**
 * Whether a code cell holds something that is no prestatiecode at all: a date (the row has shifted), only signs, the word for nothing, a text without end.
 * Whether such a row is a technology line cannot be known, so it may not be counted as another code.
 */
export function isNoCode(code: string): boolean {
  return code.length > LONGEST_CODE || isNoValue(code) || isWrittenDate(code);
}

/** Eight digits may be a product of some care system; a date with separators may not. */
function isWrittenDate(text: string): boolean {
  return !/^\d+$/.test(text) && readDate(text) !== null;
}

function skeleton(code: string): string {
  const visible = written(code)
    .normalize('NFKD')
    .replace(/[\s\p{Cf}\p{Cc}\p{M}\p{P}=]/gu, '');
  return [...visible.toUpperCase()]
    .map((letter) => LOOK_ALIKES[letter] ?? digit(letter) ?? letter)
    .join('')
    .replace(/^(H?)0+(?=[1-9])/, '$1');
}

/** A number as a spreadsheet may have written it (`1.062,00`, `1,062E+03`) without its decimals or exponent. */
function written(code: string): string {
  const [, whole = '', part = '', exponent = ''] = /^(\d+)(?:[.,](\d+))?E\+?0*(\d)$/i.exec(code) ?? [];
  if (whole !== '' && part.length <= Number(exponent)) return whole + part.padEnd(Number(exponent), '0');
  return code.replace(/^(\d+[.,]\d{3})[.,]0+$/, '$1');
}

function digit(letter: string): string | null {
  const value = letter.codePointAt(0) ?? 0;
  const zero = ZEROS.find((start) => value >= start && value < start + 10);
  return zero === undefined ? null : String(value - zero);
}
