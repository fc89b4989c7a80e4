import type { ClaimRow, ClientRow, DateCell, PeriodRow, QuantityCell } from './delivery.ts';

/** What a cell holds, before it is written in one notation or another. */
export type CellValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'date'; readonly date: DateCell }
  | { readonly kind: 'quantity'; readonly quantity: QuantityCell }
  | { readonly kind: 'cents'; readonly cents: number | null }
  /** Digits that a spreadsheet would keep as a number. */
  | { readonly kind: 'digits'; readonly text: string };

/** A column: its heading and what it shows of a row. */
export interface Column<R> {
  readonly heading: string;
  readonly cell: (row: R) => CellValue;
}

/** Headings as care systems write them, so that recognising columns is tried as well. */
export const CLAIM_COLUMNS: readonly Column<ClaimRow>[] = [
  { heading: 'Cliëntnummer', cell: (row) => text(row.clientNumber) },
  { heading: 'BSN', cell: (row) => digits(row.bsn) },
  { heading: 'Prestatiecode', cell: (row) => digits(row.code) },
  { heading: 'Begindatum', cell: (row) => date(row.start) },
  { heading: 'Einddatum', cell: (row) => date(row.end) },
  { heading: 'Aantal', cell: (row) => ({ kind: 'quantity', quantity: row.quantity }) },
  { heading: 'Eenheid', cell: (row) => text(row.unit) },
  { heading: 'Referentienummer', cell: (row) => text(row.reference) },
  { heading: 'Credit voor', cell: (row) => text(row.corrects) },
  { heading: 'Debet / credit', cell: (row) => text(row.sign) },
  { heading: 'Wet', cell: (row) => text(row.law) },
  { heading: 'Tarief', cell: (row) => ({ kind: 'cents', cents: row.rate }) },
  { heading: 'Bedrag', cell: (row) => ({ kind: 'cents', cents: row.amount }) },
  { heading: 'AGB-code', cell: (row) => text(row.provider) },
  { heading: 'UZOVI-nummer', cell: (row) => text(row.insurer) },
  { heading: 'Opmerkingen', cell: (row) => text(row.remark) },
];

/** The columns of the register of leveringsvormen, and of indicaties. */
export function periodColumns(heading: 'Leveringsvorm' | 'Indicatie'): readonly Column<PeriodRow>[] {
  return [
    { heading: 'Cliëntnummer', cell: (row) => text(row.clientNumber) },
    { heading: 'BSN', cell: (row) => digits(row.bsn) },
    { heading, cell: (row) => text(row.value) },
    { heading: 'Ingangsdatum', cell: (row) => date(row.start) },
    { heading: 'Tot en met', cell: (row) => date(row.end) },
  ];
}

/** The columns of the register of clients. */
export const CLIENT_COLUMNS: readonly Column<ClientRow>[] = [
  { heading: 'Cliëntnummer', cell: (row) => text(row.clientNumber) },
  { heading: 'BSN', cell: (row) => digits(row.bsn) },
  { heading: 'Overlijdensdatum', cell: (row) => date(row.death) },
];

function text(value: string): CellValue {
  return { kind: 'text', text: value };
}

function digits(value: string): CellValue {
  return { kind: 'digits', text: value };
}

function date(value: DateCell): CellValue {
  return { kind: 'date', date: value };
}
