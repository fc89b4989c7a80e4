import { DUMMY_BSN, isBsn, withoutBsn } from '../domain/bsn.ts';
import { eiField, eiHeading } from '../domain/ei-layout.ts';
import type { CellKind, Row } from '../domain/table.ts';
import { numberIn, valueIn } from './aw319-text.ts';
import type { Layout } from './layout.ts';

/** Which field of the message is which column of claims. The sign of the line is that of the declared amount. */
const FIELDS = [
  ['client', '0206'],
  ['bsn', '0403'],
  ['code', '0417'],
  ['start', '0414'],
  ['end', '0415'],
  ['quantity', '0418'],
  ['unit', '0419'],
  ['rate', '0425'],
  ['amount', '0429'],
  ['debitCredit', '0430'],
  ['reference', '0431'],
  ['corrects', '0432'],
  ['provider', '0420'],
  ['insurer', '0404'],
] as const;

/** The performance record as a row of claims: headings are number and name of the fields. */
export const AW319_LAYOUT: Layout = {
  role: 'claims',
  headerRow: 0,
  headings: FIELDS.map(([, number]) => eiHeading(eiField(number))),
  columns: new Map(FIELDS.map(([column], index) => [column, index])),
  unknown: [],
  duplicates: [],
  rivals: [],
  missing: [],
};

/** Amounts and quantities are numbers with a point, as a workbook has them. */
const KINDS: readonly CellKind[] = FIELDS.map(([column]) =>
  column === 'rate' || column === 'amount' || column === 'quantity' ? 'number' : 'text',
);

/** A row of which only the code counts: nothing else is read of a line that is no technology. */
export function otherRow(row: number, code: string): Row {
  return { row, cells: FIELDS.map(([column]) => (column === 'code' ? code : '')), kinds: KINDS };
}

/** A technology line. `clientNumber` is that of the client record above, when its BSN is that of the performance record; else '': whose line it is, is not known then. */
export function claimRow(row: number, record: string, clientNumber: string): Row {
  const declared = numberIn(record, '0429');
  const bsn = record.slice(14, 23).trim();
  const cells = FIELDS.map(([column, number]) => {
    switch (column) {
      case 'client':
        return clientNumber;
      case 'bsn':
        return bsn;
      case 'reference':
        return referenceIn(record, clientNumber !== '');
      case 'quantity':
        return record.slice(129, 133).trim();
      case 'unit':
        return record.slice(133, 135).trim();
      case 'rate':
        // Of a part of the computed amount the rate says nothing; such a record is judged by its own rules.
        return numberIn(record, '0426') === declared ? euros(numberIn(record, '0425')) : '';
      case 'amount':
        return euros(declared);
      default:
        return valueIn(record, number);
    }
  });
  return { row, cells, kinds: KINDS };
}

/**
 * The reference number (0431) as it may be shown. A record of nobody may have shifted, and then a BSN may stand in it; `isSomebodys`: its
 * client is known by number.
 */
export function referenceIn(record: string, isSomebodys: boolean): string {
  const reference = valueIn(record, '0431');
  const bsn = record.slice(14, 23);
  return isSomebodys || isBsn(bsn) || bsn === DUMMY_BSN ? reference : withoutBsn(reference);
}

function euros(cents: number | null): string {
  return cents === null ? '' : `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}
