import table from '../../schemas/aw320-layout.json' with { type: 'json' };
import { EI_RECORDS, type EiField } from './ei-layout.ts';

/** What the layout of the return message (AW320) says of it as a whole. */
export interface ReturnTerms {
  readonly version: string;
  /** Subversion → how sure its layout is, in Dutch. */
  readonly subversions: Readonly<Record<string, string>>;
  /** Positions of every record. */
  readonly length: number;
  /** Code of the message (0102) → what it is about, and the code of the message that it answers. */
  readonly messages: Readonly<Record<string, { readonly name: string; readonly answers: string }>>;
  /** What no source settles, in Dutch. */
  readonly open: readonly string[];
}

/** The message AW320 1.3 and 1.4 as data. */
export const RETURN_TERMS: ReturnTerms = table;

const ADDED = table.records as Readonly<Record<string, readonly EiField[]>>;

/** The fields of each record type in order of position: those of the declared record and what the payer added; 99 is the payer's own. */
export const RETURN_RECORDS: ReadonlyMap<string, readonly EiField[]> = new Map(
  Object.entries(ADDED).map(([type, added]) => [
    type,
    type === '99' ? added : [...(EI_RECORDS.get(type) ?? []), ...added],
  ]),
);

const FIELDS = new Map([...RETURN_RECORDS.values()].flat().map((field) => [field.number, field]));

/** A field of the return message by its number; RangeError for a number that its layout does not have (our bug). */
export function returnField(number: string): EiField {
  const field = FIELDS.get(number);
  if (field === undefined) throw new RangeError(`no field ${number} in the layout of AW320`);
  return field;
}
