/** What a number format makes of a number. A `padded` number is an identifier whose zeros a spreadsheet shows but does not keep. */
export type NumberFormat =
  | { readonly kind: 'number' }
  | { readonly kind: 'date' }
  /** A time of the day: `h:mm`. */
  | { readonly kind: 'clock' }
  /** Time that runs past 24 hours: `[h]:mm`. */
  | { readonly kind: 'elapsed' }
  | { readonly kind: 'padded'; readonly width: number };

/** The format of a cell without style. */
export const GENERAL: NumberFormat = { kind: 'number' };

/** What a format code (`dd-mm-yyyy`, `[h]:mm`, `000000000`) makes of a number; literals, colours, conditions and locales are looked through. */
export function classifyFormat(code: string): NumberFormat {
  for (const section of sectionsOf(code)) {
    const format = classifySection(section);
    if (format) return format;
  }
  return GENERAL;
}

/** The formats that have a number but no code in the file (ECMA-376 part 1, 18.8.30); the Asian ones are taken by their meaning. */
export function builtInFormat(id: number): NumberFormat {
  if ((id >= 18 && id <= 21) || id === 32 || id === 33 || id === 45 || id === 47) return CLOCK;
  if (id === 46) return ELAPSED;
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return DATE;
  return GENERAL;
}

const DATE: NumberFormat = { kind: 'date' };
const CLOCK: NumberFormat = { kind: 'clock' };
const ELAPSED: NumberFormat = { kind: 'elapsed' };

/** Quoted text, an escaped character, a width (`_x`), a filler (`*x`). An open quote runs to the end. */
const LITERAL = /"[^"]*(?:"|$)|[\\_*].?/gs;

/** The sections (positive; negative; zero; text) with everything taken out that stands for itself. */
function sectionsOf(code: string): readonly string[] {
  return code.replace(LITERAL, '').split(';');
}

/** The first section that shows something of the number decides; null for one that shows nothing (`"-"`) or one number only (`[=0]?`). */
function classifySection(section: string): NumberFormat | null {
  if (section.includes('[=')) return null;
  if (/\[(?:h+|m+|s+)\]/i.test(section)) return ELAPSED;
  const bare = section
    .replace(/\[[^\]]*\]/g, '')
    // Words with letters of dates in them. `Standaard` and `Standard` are written by programs that translate too much.
    .replace(/general|standaa?rd/gi, '0#')
    .replace(/e[+-]/gi, '');
  const clock = /am\/pm|a\/p|[hs]/i.test(bare);
  // An m alone is a month; beside hours or seconds it is minutes.
  if (/[ydegbj]/i.test(bare) || (/m/i.test(bare) && !clock)) return DATE;
  if (clock) return CLOCK;
  if (/^0{2,}$/.test(bare.trim())) return { kind: 'padded', width: bare.trim().length };
  return /[0#?@]/.test(bare) ? GENERAL : null;
}
