import type { Arranged } from './arrange.ts';
import { placeOf } from './arrange.ts';
import { monthTextOf, type Ymd, ymd } from './calendar.ts';
import type { ClaimRow } from './delivery.ts';
import { UNIT_MINUTES } from './delivery.ts';
import type { ExpectedFault } from './expected.ts';
import { amountIsOff, isNegative, type Report, readDays, readKeys, readMinutes, readSign } from './read-cells.ts';

/** A technology line that could be read: date, client, sign and minutes are known. */
export interface Line {
  readonly place: string;
  /** Its number in the order of the files. */
  readonly order: number;
  readonly keys: readonly string[];
  readonly code: string;
  readonly law: 'zvw' | 'wlz';
  readonly first: Ymd;
  readonly last: Ymd;
  readonly month: string;
  readonly spans: boolean;
  readonly minutes: number;
  readonly credit: boolean;
  readonly inMinutes: boolean;
  readonly reference: string;
  readonly corrects: string;
  readonly declaredLaw: 'zvw' | 'wlz' | 'other' | null;
  readonly provider: string;
  readonly amountIsOff: boolean;
  /** Ids of the error rules that touch it; the judge adds to them. */
  readonly errors: Set<string>;
}

/** What the claim rows hold; filled row by row. */
export interface Claims {
  readonly lines: Line[];
  /** Places of technology rows that cannot be judged. */
  readonly unreadable: string[];
  /** Rows without a code. */
  unknownRows: number;
  rows: number;
  readonly ignoredCodes: Record<string, number>;
  readonly faults: ExpectedFault[];
  /** Keys that stand together on a technology row, with the AGB of the row. */
  readonly pairs: KeyPair[];
}

export interface KeyPair {
  readonly number: string;
  readonly bsn: string;
  readonly provider: string;
}

/** The law of every code that is, or ever was, a technology code. */
export const LAW_OF_CODE: Readonly<Record<string, 'zvw' | 'wlz'>> = {
  1017: 'zvw',
  1018: 'zvw',
  1019: 'zvw',
  1062: 'zvw',
  H138: 'wlz',
  H139: 'wlz',
  H306: 'wlz',
};

const DECLARED_LAW: Readonly<Record<string, Line['declaredLaw']>> = { '': null, zvw: 'zvw', wlz: 'wlz', wmo: 'other' };

/** Reads the claim rows of an arranged delivery in the order of its files. */
export function readClaims({ claims, asOf }: Arranged): Claims {
  const today = ymd(asOf.year, asOf.month, asOf.day) as Ymd;
  const read: Claims = { lines: [], unreadable: [], unknownRows: 0, rows: 0, ignoredCodes: {}, faults: [], pairs: [] };
  for (const sheet of claims) {
    for (const [index, row] of sheet.rows.entries()) {
      if (row !== null) readRow(row, placeOf(sheet, index), today, read);
      // A row that is not in the XML of a worksheet is no row; in a CSV it is.
      else if (sheet.sheet === null) faultAt(placeOf(sheet, index), read)('empty-row', 'info');
    }
  }
  return read;
}

function readRow(row: ClaimRow, place: string, today: Ymd, read: Claims): void {
  const fault = faultAt(place, read);
  const code = row.code.trim().toUpperCase().replace(/\.0$/, '');
  read.rows += 1;
  if (code === '') {
    read.unknownRows += 1;
    fault('missing-value');
  } else if (LAW_OF_CODE[code] === undefined) {
    read.ignoredCodes[code] = (read.ignoredCodes[code] ?? 0) + 1;
    if (LAW_OF_CODE[code.replaceAll('O', '0').replaceAll(/[IL]/g, '1')] !== undefined) fault('suspect-code', 'warning');
  } else {
    const line = readLine(row, code, { place, order: read.lines.length }, today, fault, read.pairs);
    if (line === null) read.unreadable.push(place);
    else read.lines.push(line);
  }
}

function faultAt(place: string, { faults }: Claims): Report {
  return (rule, severity = 'error') => void faults.push({ rule, severity, place });
}

/** The line, or null when its date, client, sign or minutes cannot be known. Every fault of the row is reported either way. */
function readLine(
  row: ClaimRow,
  code: string,
  at: { place: string; order: number },
  today: Ymd,
  report: Report,
  pairs: KeyPair[],
): Line | null {
  const errors = new Set<string>();
  const fault: Report = (rule, severity = 'error') => {
    if (severity === 'error') errors.add(rule);
    report(rule, severity);
  };
  const keys = readKeys(row, fault);
  const days = readDays(row, today, fault);
  const size = readMinutes(row.quantity, row.unit, fault);
  const credit = readSign(row.sign, isNegative(row.quantity), fault);
  // What is no AGB code names no second provider either.
  const provider = /^(0[1-9]|[1-9]\d)\d{6}$/.test(row.provider) ? row.provider : '';
  if (provider !== row.provider) fault('invalid-agb');
  if (row.insurer !== '' && (!/^\d{4}$/.test(row.insurer) || row.insurer === '0000')) fault('invalid-uzovi', 'warning');
  if (keys?.number && keys.bsn) pairs.push({ number: keys.number, bsn: keys.bsn, provider });
  if (keys === null || days === null || size === null || credit === null) return null;
  return {
    ...at,
    keys: [keys.number && `number ${keys.number}`, keys.bsn && `bsn ${keys.bsn}`].filter((key) => key !== ''),
    code,
    law: LAW_OF_CODE[code] as 'zvw' | 'wlz',
    ...days,
    month: monthTextOf(days.first),
    spans: monthTextOf(days.first) !== monthTextOf(days.last),
    minutes: size,
    credit,
    inMinutes: UNIT_MINUTES[row.unit.toLowerCase()] === 1,
    reference: row.reference,
    corrects: row.corrects,
    declaredLaw: DECLARED_LAW[row.law.toLowerCase()] ?? null,
    provider,
    amountIsOff: amountIsOff(row),
    errors,
  };
}
