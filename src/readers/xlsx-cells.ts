import type { NumberFormat } from './xlsx-number-format.ts';
import { GENERAL } from './xlsx-number-format.ts';
import type { StringPool } from './xlsx-string-pool.ts';
import { unescaped } from './xlsx-strings.ts';
import type { CellValue, Epoch } from './xlsx-values.ts';
import { isoValue, numberValue } from './xlsx-values.ts';

/** What cells refer to. */
export interface CellContext {
  readonly strings: StringPool;
  readonly formats: readonly NumberFormat[];
  readonly epoch: Epoch;
}

/** What the value of a cell is; never 0. */
export const [NUMBER, SHARED, TEXT, BOOLEAN, ERROR, ISO] = [1, 2, 3, 4, 5, 6] as const;

/** The same by the attribute `t` of a cell. Whatever is not there counts as a number. */
export const CELL_TYPES: ReadonlyMap<string, number> = new Map([
  ['n', NUMBER],
  ['s', SHARED],
  ['str', TEXT],
  ['inlineStr', TEXT],
  ['b', BOOLEAN],
  ['e', ERROR],
  ['d', ISO],
]);

/** Stored numbers remembered of one style. */
const MOST_NUMBERS = 8192;
/** Styles of which they are. */
const MOST_STYLES = 256;

/** Stored values as text with a kind. A class, because it remembers: dates and quantities come again and again. */
export class CellValues {
  readonly #context: CellContext;
  readonly #numbers = new Map<number, Map<string, CellValue>>();

  constructor(context: CellContext) {
    this.#context = context;
  }

  /** The value of a cell by its tag in `SheetRecords`: of a number its style times eight beside its type, for only of a number the style means something. */
  ofTag(tag: number, value: string): CellValue {
    return this.of(tag & 7, tag >> 3, value);
  }

  of(type: number, style: number, value: string): CellValue {
    switch (type) {
      case SHARED:
        return value === '' ? { text: '', kind: 'text' } : this.#shared(Number(value));
      case TEXT:
        return { text: unescaped(value), kind: 'text' };
      case BOOLEAN:
        return { text: value === '' ? '' : /^(?:1|true)$/i.test(value.trim()) ? 'TRUE' : 'FALSE', kind: 'boolean' };
      case ERROR:
        return { text: value, kind: 'error' };
      case ISO:
        return isoValue(value);
      default:
        return this.#number(style, value);
    }
  }

  /** An index that points nowhere is shown as a reference that leads nowhere, so that the cell is doubted and never taken for an empty one. */
  #shared(number: number): CellValue {
    const text = this.#context.strings.text(number);
    return text === undefined ? { text: '#REF!', kind: 'error' } : { text, kind: 'text' };
  }

  #number(style: number, value: string): CellValue {
    const known = this.#numbers.get(style) ?? new Map<string, CellValue>();
    // A file that makes up a style per cell must not fill memory.
    if (this.#numbers.size < MOST_STYLES) this.#numbers.set(style, known);
    const met = known.get(value);
    if (met !== undefined) return met;
    const number = numberValue(value, this.#context.formats[style] ?? GENERAL, this.#context.epoch);
    if (known.size < MOST_NUMBERS && value.length <= LONGEST_NUMBER) known.set(value, number);
    return number;
  }
}

/** Characters of a number that is remembered; what is longer is none. */
const LONGEST_NUMBER = 40;
