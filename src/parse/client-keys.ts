import { DUMMY_BSN, isBsn } from '../domain/bsn.ts';
import type { Row } from '../domain/table.ts';
import type { IntakeLog } from './intake-log.ts';
import type { Layout } from './layout.ts';

/** The keys a row names its client by; '' for one it does not have. */
export interface ClientKeys {
  readonly clientNumber: string;
  readonly bsn: string;
}

/** Reads clientnummer and BSN of a row; null when it has neither, which is reported. */
export function readClientKeys(row: Row, layout: Layout, log: IntakeLog): ClientKeys | null {
  const numberColumn = layout.columns.get('client');
  const bsnColumn = layout.columns.get('bsn');
  const clientNumber = numberColumn === undefined ? '' : (row.cells[numberColumn] ?? '').trim();
  const bsn = bsnColumn === undefined ? '' : readBsn(row, bsnColumn, log);
  if (clientNumber !== '' || bsn !== '') return { clientNumber, bsn };
  const column = numberColumn ?? bsnColumn;
  // With a column missing, or a BSN that is there but no key, the row has been reported already.
  const reported = column === undefined || (numberColumn === undefined && log.rowHasError());
  if (!reported) log.row('missing-value', row, column, { field: numberColumn === undefined ? 'bsn' : 'client' });
  return null;
}

function readBsn(row: Row, column: number, log: IntakeLog): string {
  const text = (row.cells[column] ?? '').trim();
  if (text === '') return '';
  const digits = text.replace(/[\s.\u00a0-]/g, '');
  if (digits === DUMMY_BSN) {
    log.row('dummy-bsn', row, column, {});
    return '';
  }
  if (isBsn(digits)) return digits;
  if (/^\d{8}$/.test(digits) && isBsn(`0${digits}`)) {
    log.row('padded-bsn', row, column, {});
    return `0${digits}`;
  }
  log.row('invalid-bsn', row, column, { digits: digits.replace(/\D/g, '').length });
  return '';
}
