/**
 * A delivery as plain objects: what a care system would export, with meaning and notation apart. The serialisers write it
 * to files; the judge reads these objects and never the files.
 */

/** A date as someone typed it; it need not exist (31-04). */
export interface WrittenDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A date cell: a date, a text that is none, or nothing. */
export type DateCell = WrittenDate | string | null;

/** A quantity cell: a number in thousandths of its unit, a time `h:mm`, a text that is no number, or nothing. */
export type QuantityCell =
  | { readonly thousandths: number }
  | { readonly clockMinutes: number; readonly negative: boolean }
  | string
  | null;

/** A declaratieregel of any code. Texts are as written. */
export interface ClaimRow {
  readonly clientNumber: string;
  readonly bsn: string;
  readonly code: string;
  readonly start: DateCell;
  readonly end: DateCell;
  readonly quantity: QuantityCell;
  readonly unit: string;
  readonly reference: string;
  readonly corrects: string;
  readonly sign: string;
  readonly law: string;
  /** Cents per unit; null when the cell is empty. */
  readonly rate: number | null;
  /** Cents with sign; null when the cell is empty. */
  readonly amount: number | null;
  readonly provider: string;
  readonly insurer: string;
  readonly remark: string;
}

/** A row of the register of leveringsvormen or of indicaties; `value` is the leveringsvorm or the indicatie as written. */
export interface PeriodRow {
  readonly clientNumber: string;
  readonly bsn: string;
  readonly value: string;
  readonly start: DateCell;
  readonly end: DateCell;
}

/** A row of the register of clients. */
export interface ClientRow {
  readonly clientNumber: string;
  readonly bsn: string;
  readonly death: DateCell;
}

/** null in place of a row is a blank row; null in place of a register means it is not given. */
export interface Delivery {
  readonly claims: readonly (ClaimRow | null)[];
  readonly deliveryForms: readonly PeriodRow[] | null;
  readonly indications: readonly PeriodRow[] | null;
  readonly clients: readonly ClientRow[] | null;
  /** "Today". */
  readonly asOf: WrittenDate;
}

/** Minutes in one of each unit of time; a unit that is not here is none. */
export const UNIT_MINUTES: Readonly<Record<string, number>> = {
  minuut: 1,
  min: 1,
  '01': 1,
  '5 minuten': 5,
  '07': 5,
  '10 minuten': 10,
  '08': 10,
  kwartier: 15,
  '02': 15,
  'half uur': 30,
  '03': 30,
  uur: 60,
  u: 60,
  '04': 60,
};
