import catalogue from '../../schemas/return-codes.json' with { type: 'json' };

/** A return code as schemas/return-codes.json has it, after the Vektis list COD954 as far as public sources tell it. */
export interface ReturnCode {
  readonly code: string;
  /** X: the whole file refused on technical grounds. T: by content. D: this line refused. O: a remark. null: no source says. */
  readonly weight: 'X' | 'T' | 'D' | 'O' | null;
  /** A key of `ReturnCodeCatalogue.topics`. */
  readonly topic: string;
  /** What a payer means by it, in our own words; null where no source says. */
  readonly nl: string | null;
  readonly en: string | null;
  /** Whether a source gives the meaning, it was derived from the field the source names it with, or it is not known. */
  readonly basis: 'source' | 'derived' | 'unknown';
  /** Keys of `ReturnCodeCatalogue.sources`. */
  readonly sources: readonly string[];
}

/** A name in both languages. */
export interface Bilingual {
  readonly nl: string;
  readonly en: string;
}

/** The whole of schemas/return-codes.json. */
export interface ReturnCodeCatalogue {
  readonly sources: Readonly<Record<string, string>>;
  readonly topics: Readonly<Record<string, Bilingual>>;
  readonly codes: readonly ReturnCode[];
}

/** What is known of return codes, and from where. Not the whole list: that is published by Vektis. */
export const RETURN_CODES = catalogue as ReturnCodeCatalogue;

const BY_CODE = new Map(RETURN_CODES.codes.map((entry) => [entry.code, entry]));

/** What is known of a return code; undefined when no source of ours names it. */
export function returnCode(code: string): ReturnCode | undefined {
  return BY_CODE.get(code);
}

/** Whether a code refuses a line, or the whole file with it. A code of unknown weight does not: the amounts tell. */
export function isRefusal(code: string): boolean {
  const weight = BY_CODE.get(code)?.weight;
  return weight === 'X' || weight === 'T' || weight === 'D';
}

/** Whether a code refuses a file as a whole. */
export function refusesFile(code: string): boolean {
  const weight = BY_CODE.get(code)?.weight;
  return weight === 'X' || weight === 'T';
}
