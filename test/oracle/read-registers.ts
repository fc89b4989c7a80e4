import { type Arranged, placeOf, type Sheet } from './arrange.ts';
import { daysOf, type Ymd } from './calendar.ts';
import type { ClientRow, PeriodRow } from './delivery.ts';
import type { ExpectedClientFault, ExpectedFault } from './expected.ts';
import { type Report, readDay, readKeys } from './read-cells.ts';
import type { KeyPair } from './read-claims.ts';

/** A period of a register; `last: null` is open. */
export interface RegisterPeriod {
  readonly value: string;
  readonly first: Ymd;
  readonly last: Ymd | null;
}

export interface RegisterEntry extends RegisterPeriod {
  readonly key: string;
}

/** The registers as read, not yet sorted by client. */
export interface Registers {
  readonly deliveryForms: readonly RegisterEntry[] | null;
  readonly indications: readonly RegisterEntry[] | null;
  readonly deaths: readonly { readonly key: string; readonly day: Ymd }[] | null;
  readonly pairs: readonly KeyPair[];
  readonly faults: readonly ExpectedFault[];
}

const FORMS: Readonly<Record<string, string>> = {
  vpt: 'VPT',
  5: 'VPT',
  'volledig pakket thuis': 'VPT',
  mpt: 'MPT',
  7: 'MPT',
  'modulair pakket thuis': 'MPT',
  pgb: 'PGB',
  2: 'PGB',
  verblijf: 'VERBLIJF',
  4: 'VERBLIJF',
  dtv: 'DTV',
  8: 'DTV',
  vkb: 'VKB',
  9: 'VKB',
};

const INDICATIONS: Readonly<Record<string, string>> = {
  wijkverpleging: 'wijkverpleging',
  zvw: 'wijkverpleging',
  'zvw wijkverpleging': 'wijkverpleging',
  'v&v': 'wijkverpleging',
  wlz: 'wlz',
};

/** The first day on which the iWlz knew a leveringsvorm, for those that came later (COD578). */
const KNOWN_SINCE: Readonly<Record<string, Ymd>> = { MPT: 20_180_401, DTV: 20_200_101, VKB: 20_210_101 };

/** Reads the registers that were given. */
export function readRegisters(arranged: Arranged): Registers {
  const faults: ExpectedFault[] = [];
  const pairs: KeyPair[] = [];
  const entries = (sheet: Sheet<PeriodRow> | null, values: Readonly<Record<string, string>>, unknown: string) =>
    sheet === null ? null : [...readPeriods(sheet, values, unknown, faults, pairs)];
  return {
    deliveryForms: entries(arranged.deliveryForms, FORMS, 'unknown-delivery-form'),
    indications: entries(arranged.indications, INDICATIONS, 'unknown-indication'),
    deaths: arranged.clients === null ? null : [...readDeaths(arranged.clients, faults, pairs)],
    pairs,
    faults,
  };
}

/** Whether some period of the value holds the day. */
export function holds(periods: readonly RegisterPeriod[], value: string, day: Ymd): boolean {
  return periods.some(
    (period) => period.value === value && period.first <= day && (period.last === null || day <= period.last),
  );
}

/** Clients with VPT and MPT on one day. */
export function overlapsOf(byClient: ReadonlyMap<string, readonly RegisterEntry[]>): ExpectedClientFault[] {
  const clients: ExpectedClientFault[] = [];
  for (const [client, periods] of byClient) {
    // A day in common exists exactly when one starts on a day the other holds.
    const clash = periods.some(
      (one) =>
        (one.value === 'VPT' && holds(periods, 'MPT', one.first)) ||
        (one.value === 'MPT' && holds(periods, 'VPT', one.first)),
    );
    if (clash) clients.push({ rule: 'overlapping-delivery-forms', severity: 'error', client });
  }
  return clients;
}

/** All days of a line on which the test holds. */
export function daysWhere(line: { first: Ymd; last: Ymd }, test: (day: Ymd) => boolean): Ymd[] {
  return daysOf(line.first, line.last).filter(test);
}

function* readPeriods(
  sheet: Sheet<PeriodRow>,
  values: Readonly<Record<string, string>>,
  unknownRule: string,
  faults: ExpectedFault[],
  pairs: KeyPair[],
): Generator<RegisterEntry> {
  for (const [index, row] of sheet.rows.entries()) {
    if (row === null) continue;
    const fault = faultAt(placeOf(sheet, index), faults);
    const keys = readKeys(row, fault);
    if (keys?.number && keys.bsn) pairs.push({ number: keys.number, bsn: keys.bsn, provider: '' });
    const value = values[row.value.toLowerCase()];
    if (row.value === '') fault('missing-value');
    else if (value === undefined) fault(unknownRule);
    const days = readPeriod(row, fault);
    if (keys === null || value === undefined || days === null) continue;
    if (days.first < (KNOWN_SINCE[value] ?? 0)) fault('delivery-form-before-its-time', 'warning');
    yield { key: keyOf(keys), value, ...days };
  }
}

function readPeriod(row: PeriodRow, fault: Report): { first: Ymd; last: Ymd | null } | null {
  if (row.start === null) fault('missing-value');
  const first = readDay(row.start, fault);
  const last = readDay(row.end, fault);
  if (first === null || (last === null && row.end !== null)) return null;
  if (last === null || first <= last) return { first, last };
  fault('period-reversed');
  return null;
}

function* readDeaths(
  sheet: Sheet<ClientRow>,
  faults: ExpectedFault[],
  pairs: KeyPair[],
): Generator<{ key: string; day: Ymd }> {
  for (const [index, row] of sheet.rows.entries()) {
    if (row === null) continue;
    const fault = faultAt(placeOf(sheet, index), faults);
    const keys = readKeys(row, fault);
    if (keys?.number && keys.bsn) pairs.push({ number: keys.number, bsn: keys.bsn, provider: '' });
    const day = readDay(row.death, fault);
    if (keys !== null && day !== null) yield { key: keyOf(keys), day };
  }
}

function keyOf({ number, bsn }: { number: string; bsn: string }): string {
  return number === '' ? `bsn ${bsn}` : `number ${number}`;
}

function faultAt(place: string, faults: ExpectedFault[]): Report {
  return (rule, severity = 'error') => void faults.push({ rule, severity, place });
}
