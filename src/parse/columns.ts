import type { Role } from '../domain/role.ts';

/** The columns of every role: canonical header and the other headings that are matched. As data in schemas/columns.json. */
export type ColumnNames = Readonly<
  Record<Role, Readonly<Record<string, { readonly header: string; readonly aliases: readonly string[] }>>>
>;

export type ClaimField =
  | 'client'
  | 'bsn'
  | 'code'
  | 'start'
  | 'end'
  | 'quantity'
  | 'unit'
  | 'minutes'
  | 'hours'
  | 'reference'
  | 'corrects'
  | 'debitCredit'
  | 'law'
  | 'rate'
  | 'amount'
  | 'provider'
  | 'insurer'
  | 'invoice'
  | 'invoiceDate';

export type RegisterField = 'client' | 'bsn' | 'form' | 'indication' | 'start' | 'end' | 'death';

/** Fields that no register has: a header with some of these is one of claims, whether or not all its headings are known. */
export const CLAIM_MARKS: readonly ClaimField[] = [
  'code',
  'quantity',
  'unit',
  'minutes',
  'hours',
  'reference',
  'corrects',
  'debitCredit',
  'rate',
  'amount',
  'invoice',
];

/** A requirement is met when one of its alternatives is: a set of fields that must all be there. */
export type Requirement = readonly (readonly string[])[];

/** What a role cannot do without. */
export const REQUIRED: Readonly<Record<Role, readonly Requirement[]>> = {
  claims: [[['code']], [['start']], [['quantity', 'unit'], ['minutes'], ['hours']], [['client'], ['bsn']]],
  deliveryForms: [[['form']], [['start']], [['client'], ['bsn']]],
  indications: [[['indication']], [['start']], [['client'], ['bsn']]],
  clients: [
    [['client'], ['bsn']],
    [['client', 'bsn'], ['death']],
  ],
};

/** By which columns a role is recognised, in this order: the first role whose columns are all there. */
export const RECOGNISED_BY: readonly { readonly role: Role; readonly any: readonly (readonly string[])[] }[] = [
  { role: 'claims', any: [['code', 'start']] },
  { role: 'deliveryForms', any: [['form']] },
  { role: 'indications', any: [['indication']] },
  { role: 'clients', any: [['death'], ['client', 'bsn']] },
];

/** Without accents and signs, as nearly every cell that is compared with a heading. */
const PLAIN = /^[^\u0080-\uffff]*$/;

/**
 * A heading as it is compared: without case, accents, spaces (no-break and zero-width ones too), `_`, `-`, `.` and `/`.
 */
export function comparable(heading: string): string {
  if (PLAIN.test(heading)) return heading.replace(/[\s_\-./]/g, '').toLowerCase();
  return heading
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\s_\-./]/gu, '')
    .toLowerCase();
}
