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
};

/** A prestatiecode as the policies have it: trimmed, in capitals, and `1062.0` of a spreadsheet as `1062`. */
export function normaliseCode(text: string): string {
  const code = text.trim().toUpperCase();
  return /^\d+[.,]0+$/.test(code) ? code.slice(0, code.search(/[.,]/)) : code;
}

/** The technology code that a code looks like without being it (`Н138` with a Cyrillic letter, `1O62`, `H 138`), or null. */
export function lookAlikeOf(code: string, technology: ReadonlySet<string>): string | null {
  if (technology.has(code) || code.length > 40) return null;
  const seen = skeleton(code);
  for (const candidate of technology) if (skeleton(candidate) === seen) return candidate;
  return null;
}

function skeleton(code: string): string {
  const visible = code.normalize('NFKC').replace(/[\s\p{Cf}\p{Cc}\p{M}'".,_-]/gu, '');
  return [...visible.toUpperCase()]
    .map((letter) => LOOK_ALIKES[letter] ?? letter)
    .join('')
    .replace(/^0+(?=\d{4}$)/, '');
}
