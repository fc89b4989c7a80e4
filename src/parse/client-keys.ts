import { DUMMY_BSN, isBsn } from '../domain/bsn.ts';
import type { Row } from '../domain/table.ts';
import { type IntakeLog, shown } from './intake-log.ts';
import { keyText, LONGEST_KEY } from './key-text.ts';
import type { Layout } from './layout.ts';
import { isNoValue } from './no-value.ts';

/** The keys a row names its client by; '' for one it does not have. */
export interface ClientKeys {
  readonly clientNumber: string;
  readonly bsn: string;
}

/** Reads clientnummer and BSN of a row; null when it has neither, which is reported. */
export function readClientKeys(row: Row, layout: Layout, log: IntakeLog): ClientKeys | null {
  const numberColumn = layout.columns.get('client');
  const bsnColumn = layout.columns.get('bsn');
  const clientNumber = numberColumn === undefined ? '' : readClientNumber(row, numberColumn, log);
  const bsn = bsnColumn === undefined ? '' : readBsn(row, bsnColumn, log);
  if (clientNumber || bsn) return { clientNumber: clientNumber ?? '', bsn: bsn ?? '' };
  const column = numberColumn ?? bsnColumn;
  // Without a column for it the file has been reported, and a key that is none has been reported as such.
  if (column !== undefined && bsn !== null && clientNumber !== null) {
    log.row('missing-value', row, column, { field: numberColumn === undefined ? 'bsn' : 'client' });
  }
  return null;
}

/** The clientnummer, `1001.0` of a spreadsheet as `1001`; '' when there is none, null when what is there (`#N/B`, `-`, a text without end) names nobody. */
function readClientNumber(row: Row, column: number, log: IntakeLog): string | null {
  const text = keyText(row.cells[column] ?? '');
  if (text === '') return '';
  if (text.length <= LONGEST_KEY && !isNoValue(text)) return /^\d+\.0$/.test(text) ? text.slice(0, -2) : text;
  log.row('invalid-value', row, column, { field: 'client', value: shown(text), allowed: [] });
  return null;
}

/** The BSN; '' when there is none, null when what is there is no BSN. */
function readBsn(row: Row, column: number, log: IntakeLog): string | null {
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
  return null;
}
