import table from '../../schemas/aw319-layout.json' with { type: 'json' };

/** One field of a record of AW319, as schemas/aw319-layout.json has it. Positions count from 1 and are inclusive. */
export interface EiField {
  /** Four digits: the record type and the number of the field in it. */
  readonly number: string;
  readonly name: string;
  /** N: digits, filled with zeros. AN: any characters, filled with spaces. */
  readonly type: 'N' | 'AN';
  readonly start: number;
  readonly end: number;
  /** Mandatory, conditional, optional, or reserve. */
  readonly obligation: 'M' | 'C' | 'O' | 'S';
  /** The only values admitted; '' is an empty text. */
  readonly values?: readonly string[];
  /** How a filled field is built: `n` a digit, `a` a capital letter, anything else itself. */
  readonly form?: string;
  readonly date?: boolean;
  /** Zeros are a value of this mandatory field, or another rule judges them. */
  readonly zeros?: boolean;
  /** It tells who the person is: its text never enters a finding. */
  readonly private?: boolean;
  /** What a payer answers when this field is wrong (COD954), as far as known. */
  readonly returnCode?: string;
}

/** What the layout says of the message as a whole. */
export interface EiTerms {
  readonly version: string;
  readonly subversions: readonly string[];
  /** Positions of every record. */
  readonly length: number;
  /** Code of the message (0102) → what it declares, and the lists of codes (0416) that may stand in it. */
  readonly messages: Readonly<Record<string, { readonly name: string; readonly codeLists: readonly string[] }>>;
  /** Identificatiecode betaling aan (0113) → the field of the party. */
  readonly payees: Readonly<Record<string, string>>;
  /** Prestatiecode → the list it stands in. */
  readonly codes: Readonly<Record<string, string>>;
  /** Units (0419) that uitgave 7 admits. */
  readonly units: readonly string[];
  /** Units that are admitted in one message (0102) only. */
  readonly unitsOnlyIn: Readonly<Record<string, string>>;
}

/** The message AW319 1.3 and 1.4 as data. */
export const EI_TERMS: EiTerms = table;

/** The fields of each record type, in order of position. */
export const EI_RECORDS: ReadonlyMap<string, readonly EiField[]> = new Map(
  Object.entries(table.records as Readonly<Record<string, readonly EiField[]>>),
);

const FIELDS = new Map([...EI_RECORDS.values()].flat().map((field) => [field.number, field]));

/** A field by its number; RangeError for a number that the layout does not have (our bug). */
export function eiField(number: string): EiField {
  const field = FIELDS.get(number);
  if (field === undefined) throw new RangeError(`no field ${number} in the layout of AW319`);
  return field;
}

/** The text of a field as it stands in a record; spaces where the record was cut. */
export function eiText(record: string, field: EiField): string {
  return record.slice(field.start - 1, field.end).padEnd(field.end - field.start + 1);
}

/**
 * The record with another value in one of its fields: a number is filled with zeros, a text with spaces. Every other position stays.
 * RangeError for a value that does not fit.
 */
export function eiWith(record: string, number: string, value: string | number): string {
  const { type, start, end } = eiField(number);
  const length = end - start + 1;
  const text = type === 'N' ? String(value).padStart(length, '0') : String(value).padEnd(length);
  if (text.length > length) throw new RangeError(`field ${number} holds ${length} positions`);
  return record.slice(0, start - 1).padEnd(start - 1) + text + record.slice(end);
}

/** How places name a field: `0418 Aantal uitgevoerde prestaties`. */
export function eiHeading({ number, name }: EiField): string {
  return `${number} ${name}`;
}
