import type { RunPlace } from '../../src/domain/run.ts';
import type { About, RuleCatalogue } from '../../src/messages/catalogue.ts';
import { EI_SAMPLES } from './ei-samples.ts';

type Sample<Id extends keyof RuleCatalogue> = {
  readonly data: Parameters<RuleCatalogue[Id]['message']>[0];
  readonly about: About;
};

const nowhere: About = { client: null, month: null, places: [] };
const WAIVER = {
  fingerprint: 'bcdfghjklmnpqrstbcdfghjk',
  owner: 'A. Jansen',
  reason: 'Zorgkantoor is akkoord tot de herindicatie',
  until: '2026-06-30',
};

/** Realistic findings, several where a rule has several things to say. Invented clients, files and amounts. */
export const SAMPLES: { readonly [Id in keyof RuleCatalogue]: readonly Sample<Id>[] } = {
  'monthly-cap-exceeded': [
    {
      data: {
        capMinutes: 390,
        netMinutes: 420,
        excessMinutes: 30,
        bookedMinutes: 0,
        bookedRuns: [],
        byCode: { '1062': 420 },
        onlyTogether: false,
        lines: [{ code: '1062', minutes: 120, rejectedMinutes: 30, allowedMinutes: 90 }],
      },
      about: month(12),
    },
    {
      data: {
        capMinutes: 390,
        netMinutes: 510,
        excessMinutes: 120,
        bookedMinutes: 60,
        bookedRuns: [
          { run: '20260203-081500-a1b2c3', minutes: 45 },
          { run: '20260303-081500-d4e5f6', minutes: 15 },
        ],
        byCode: { '1062': 210, H138: 300 },
        onlyTogether: true,
        lines: [
          { code: 'H138', minutes: 60, rejectedMinutes: 30, allowedMinutes: 30 },
          { code: 'H138', minutes: 45, rejectedMinutes: 45, allowedMinutes: 0 },
          { code: '1062', minutes: 45, rejectedMinutes: 45, allowedMinutes: 0 },
        ],
      },
      about: month(12, 14, 15),
    },
  ],
  'monthly-cap-exceeded-if-repaired': [
    {
      data: {
        capMinutes: 390,
        declaredMinutes: 450,
        netMinutes: 330,
        bookedMinutes: 30,
        lines: [
          { code: '1062', minutes: 60 },
          { code: '1062', minutes: 60 },
        ],
      },
      about: month(8, 9),
    },
  ],
  'payer-cap-exceeded': [
    {
      data: {
        insurer: '9999',
        capMinutes: 240,
        netMinutes: 300,
        excessMinutes: 60,
        bookedMinutes: 0,
        lines: [
          { code: '1062', minutes: 90, rejectedMinutes: 60, allowedMinutes: 30 },
          { code: '1062', minutes: 0, rejectedMinutes: 0, allowedMinutes: 0 },
        ],
      },
      about: month(20, 21),
    },
  ],
  'line-spans-months': [
    {
      data: { lines: [{ first: '2026-03-28', last: '2026-04-03', splitAfter: '2026-03-31' }] },
      about: month(14),
    },
  ],
  'code-not-in-force': [
    {
      data: { policy: 'nza-2015', codes: ['1017', '1018', '1019'], lines: [{ code: '1062' }, { code: '1062' }] },
      about: { ...month(3, 4), month: '2019-11' },
    },
    { data: { policy: 'none', codes: [], lines: [{ code: '1019' }] }, about: month(3) },
    { data: { policy: 'one', codes: ['1062'], lines: [{ code: '1019' }] }, about: month(3) },
  ],
  'vpt-client': [
    {
      data: {
        lines: [
          { code: 'H138', days: [days('01', '10')], outside: [days('11', '31')], partly: true },
          { code: 'H139', days: [days('05', '05')], outside: [], partly: false },
        ],
      },
      about: month(12, 13),
    },
    {
      data: {
        lines: [
          { code: 'H138', days: [days('10', '12')], outside: [days('01', '09'), days('13', '31')], partly: true },
        ],
      },
      about: month(12),
    },
  ],
  'zvw-without-indication': [
    {
      data: { indicated: true, lines: [{ uncovered: [days('01', '04'), days('30', '31')], partly: true }] },
      about: month(12),
    },
    {
      data: {
        indicated: false,
        lines: [
          { uncovered: [days('01', '31')], partly: false },
          { uncovered: [days('01', '31')], partly: false },
        ],
      },
      about: month(12, 15),
    },
  ],
  'zvw-under-wlz': [
    {
      data: { lines: [{ days: [days('16', '31')], indication: true, forms: ['MPT'], partly: true }] },
      about: month(12),
    },
    {
      data: { lines: [{ days: [days('01', '31')], indication: false, forms: ['PGB', 'VERBLIJF'], partly: false }] },
      about: month(12),
    },
  ],
  'wlz-without-mpt': [
    {
      data: {
        lines: [
          { code: 'H306', uncovered: [days('01', '31')], forms: ['PGB'], partly: false },
          { code: 'H138', uncovered: [days('01', '09')], forms: [], partly: true },
        ],
      },
      about: month(6, 7),
    },
  ],
  'wlz-dtv-or-vkb': [
    {
      data: {
        lines: [
          { code: 'H138', form: 'DTV', days: [days('02', '06')] },
          { code: 'H138', form: 'VKB', days: [days('09', '09')] },
        ],
      },
      about: month(6, 7),
    },
  ],
  'law-mismatch': [
    {
      data: {
        lines: [
          { code: '1062', declared: 'wlz', expected: 'zvw' },
          { code: 'H138', declared: 'other', expected: 'wlz' },
        ],
      },
      about: month(6, 7),
    },
  ],
  'after-death': [
    {
      data: { dateOfDeath: '2026-03-10', lines: [{ partly: true }, { partly: false }, { partly: false }] },
      about: month(6, 7, 8),
    },
  ],
  'both-laws-in-month': [
    {
      data: {
        switchDate: '2026-03-16',
        lines: [
          { code: '1062', law: 'zvw' },
          { code: '1062', law: 'zvw' },
          { code: 'H138', law: 'wlz' },
        ],
      },
      about: month(6, 7, 8),
    },
    {
      data: {
        switchDate: null,
        lines: [
          { code: '1062', law: 'zvw' },
          { code: 'H138', law: 'wlz' },
        ],
      },
      about: month(6, 7),
    },
  ],
  'duplicate-reference': [
    { data: { lines: [{ bearers: 2, others: [{ input: 'maart.csv', row: 15 }] }] }, about: month(12) },
    {
      data: { lines: [{ bearers: 5, others: [15, 16, 17, 18].map((row) => ({ input: 'nagekomen.csv', row })) }] },
      about: month(12),
    },
  ],
  'duplicate-line': [
    {
      data: {
        lines: [
          { copies: 2, minutes: 30 },
          { copies: 2, minutes: 30 },
        ],
      },
      about: month(12, 15),
    },
  ],
  'credit-without-debit': [
    {
      data: {
        lines: [
          { reason: 'empty', minutes: 30 },
          { reason: 'unknown', minutes: 45 },
        ],
      },
      about: month(12, 15),
    },
  ],
  'debit-credited-twice': [
    {
      data: {
        lines: [
          { credits: 2, minutes: 30 },
          { credits: 2, minutes: 30 },
        ],
      },
      about: month(12, 15),
    },
  ],
  'credit-beside-its-debit': [
    {
      data: {
        lines: [
          { side: 'credit', minutes: 30 },
          { side: 'debit', minutes: 30 },
        ],
      },
      about: month(15, 12),
    },
  ],
  'credit-exceeds-debit': [
    {
      data: {
        netMinutes: -30,
        bookedMinutes: 0,
        lines: [
          { minutes: 60, debitMinutes: 30, creditedMinutes: 60 },
          { minutes: 20, debitMinutes: null, creditedMinutes: 20 },
        ],
      },
      about: month(15, 16),
    },
    {
      data: {
        netMinutes: 90,
        bookedMinutes: 120,
        lines: [{ minutes: 60, debitMinutes: 90, creditedMinutes: 120 }],
      },
      about: month(15),
    },
  ],
  'already-booked': [
    {
      data: {
        lines: [
          { run: '20260203-081500-a1b2c3', minutes: 45 },
          { run: '20260203-081500-a1b2c3', minutes: 30 },
        ],
      },
      about: month(12, 14),
    },
  ],
  'late-line': [
    { data: { mainMonth: '2026-04', lines: [{}, {}] }, about: month(2, 3) },
    { data: { mainMonth: '2026-04', lines: [{}] }, about: month(2) },
  ],
  'several-providers': [
    {
      data: {
        providers: ['41000001', '41000002'],
        lines: [{ provider: '41000001' }, { provider: '41000002' }],
      },
      about: month(2, 3),
    },
  ],
  'not-multiple-of-five': [
    {
      data: {
        lines: [
          { minutes: 33, rounded: 35 },
          { minutes: 62, rounded: 60 },
        ],
      },
      about: month(2, 3),
    },
  ],
  'suspect-unit': [
    {
      data: {
        lines: [
          { minutes: 23400, hint: 'hours-are-minutes' },
          { minutes: 6, hint: 'minutes-are-hours' },
        ],
      },
      about: month(2, 3),
    },
  ],
  'amount-mismatch': [
    {
      data: {
        lines: [
          { amountCents: 123450, expectedCents: 7407000, hourlyRate: true },
          { amountCents: 5005, expectedCents: 5000, hourlyRate: false },
        ],
      },
      about: month(2, 3),
    },
  ],
  'unreadable-file': [
    { data: { reason: 'legacy-xls', facts: {} }, about: wholeFile('maart.xls') },
    {
      data: { reason: 'damaged-workbook', facts: { row: 120, sheet: 'Maart', detail: 'checksum' } },
      about: wholeFile('maart.xlsx'),
    },
    {
      data: { reason: 'limit-exceeded', facts: { limit: 'cells', value: 200_000_001, maximum: 200_000_000 } },
      about: wholeFile('maart.xlsx'),
    },
  ],
  'unknown-role': [
    { data: { headings: ['Naam', 'Adres', ''] }, about: wholeFile('adressen.csv') },
    { data: { headings: ['', ' '] }, about: wholeFile('leeg.csv') },
    { data: { headings: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] }, about: wholeFile('breed.csv') },
  ],
  'missing-column': [
    {
      data: { role: 'claims', header: 'begindatum', aliases: ['startdatum', 'datum', 'van'], rows: 1234 },
      about: wholeFile('maart.csv'),
    },
    {
      data: { role: 'claims', header: 'aantal + eenheid / minuten / uren', aliases: ['hoeveelheid'], rows: 2 },
      about: wholeFile('maart.csv'),
    },
    { data: { role: 'indications', header: 'clientnummer / bsn', aliases: [], rows: 1 }, about: wholeFile('ind.csv') },
  ],
  'duplicate-column': [{ data: { heading: 'Aantal', columns: [4, 9] }, about: wholeFile('maart.csv') }],
  'ragged-row': [
    { data: { expected: 9, found: 8, fault: null }, about: cellAt(null) },
    { data: { expected: 9, found: 1, fault: 'unclosed-quote' }, about: cellAt(null) },
    { data: { expected: 9, found: 1, fault: 'row-too-long' }, about: cellAt(null) },
    { data: { expected: 9, found: 9, fault: 'header-repeated' }, about: cellAt(null) },
    { data: { expected: 9, found: 5, fault: 'other-table' }, about: cellAt(null) },
    { data: { expected: 9, found: 9, fault: 'above-header' }, about: cellAt(null) },
    { data: { expected: 9, found: 9, fault: 'shifted' }, about: cellAt(null) },
    { data: { expected: 9, found: 10, fault: 'unusual-width' }, about: cellAt(null) },
  ],
  'missing-value': [{ data: { field: 'start' }, about: cellAt('Begindatum') }],
  'invalid-date': [
    { data: { field: 'start', value: '31-02-2026' }, about: cellAt('Begindatum') },
    { data: { field: 'end', value: '2026' }, about: { ...cellAt(null), places: [] } },
  ],
  'invalid-number': [
    { data: { field: 'quantity', value: '1.5', decimal: ',' }, about: cellAt('Aantal') },
    { data: { field: 'amount', value: 'tien', decimal: null }, about: cellAt('Bedrag') },
  ],
  'invalid-value': [
    { data: { field: 'debitCredit', value: 'X', allowed: ['D', 'C'] }, about: cellAt('Debet/credit') },
    { data: { field: 'code', value: '#N/A', allowed: [] }, about: cellAt('Prestatiecode') },
  ],
  'ambiguous-time': [{ data: { value: '6.30', asClock: '6:30', asDecimal: '6:18' }, about: cellAt('Uren') }],
  'unit-not-time': [{ data: { value: 'dagdeel' }, about: cellAt('Eenheid') }],
  'fractional-minutes': [
    { data: { value: '6,33', below: 379, unitMinutes: 60 }, about: cellAt('Uren') },
    { data: { value: '10,5', below: 10, unitMinutes: 1 }, about: cellAt('Minuten') },
  ],
  'suspect-code': [{ data: { value: 'H13B', code: 'H138' }, about: cellAt('Prestatiecode') }],
  'zero-quantity': [{ data: { value: '0,0' }, about: cellAt('Aantal') }],
  'double-negation': [{ data: { value: '-30' }, about: cellAt('Minuten') }],
  'end-before-start': [{ data: { first: '2026-03-10', last: '2026-03-01' }, about: cellAt('Einddatum') }],
  'future-date': [{ data: { field: 'start', date: '2026-05-01', asOf: '2026-04-02' }, about: cellAt('Begindatum') }],
  'before-2015': [{ data: { field: 'start', date: '2002-03-01' }, about: cellAt('Begindatum') }],
  'invalid-bsn': [
    { data: { digits: 9 }, about: cellAt('BSN') },
    { data: { digits: 7 }, about: cellAt('BSN') },
    { data: { digits: 1 }, about: cellAt('BSN') },
  ],
  'dummy-bsn': [{ data: {}, about: cellAt('BSN') }],
  'padded-bsn': [{ data: {}, about: cellAt('BSN') }],
  'invalid-agb': [{ data: { value: '1234567' }, about: cellAt('AGB') }],
  'invalid-uzovi': [{ data: { value: '0000' }, about: cellAt('UZOVI') }],
  'client-key-conflict': [
    {
      data: { kinds: ['one-bsn-several-numbers'], numbers: ['C1001', 'C2001'], bsns: 1, lines: 4 },
      about: { ...month(2, 7), month: null },
    },
    {
      data: {
        kinds: ['one-bsn-several-numbers', 'one-number-several-bsns'],
        numbers: ['C1001', 'C2001'],
        bsns: 2,
        lines: 1,
      },
      about: { ...month(2, 7), client: 'p-3f9a', month: null },
    },
  ],
  'assumed-encoding': [{ data: { encoding: 'windows-1252' }, about: wholeFile('maart.csv') }],
  'empty-row': [
    { data: { rows: 1 }, about: cellAt(null) },
    { data: { rows: 3 }, about: cellAt(null) },
  ],
  'period-reversed': [{ data: { first: '2026-03-10', last: '2026-03-01' }, about: cellAt('einddatum') }],
  'overlapping-delivery-forms': [
    { data: { first: '2026-03-01', last: '2026-03-14' }, about: { ...month(4, 9), month: null } },
    { data: { first: '2026-03-01', last: null }, about: { ...month(4, 9), month: null } },
  ],
  'delivery-form-before-its-time': [
    { data: { form: 'DTV', first: '2019-06-01', exists: '2020-01-01' }, about: cellAt('begindatum') },
  ],
  'unknown-delivery-form': [
    {
      data: { value: 'thuis', allowed: ['VPT', 'MPT', 'PGB', 'verblijf', 'DTV', 'VKB'] },
      about: cellAt('leveringsvorm'),
    },
  ],
  'unknown-indication': [{ data: { value: 'wmo', allowed: ['wijkverpleging', 'wlz'] }, about: cellAt('indicatie') }],
  ...EI_SAMPLES,
  'waiver-expired': [
    { data: { ...WAIVER, until: '2026-03-31', rule: 'vpt-client' }, about: month(12) },
    { data: { ...WAIVER, until: '2026-03-31', rule: 'invalid-date' }, about: cellAt('begindatum') },
    { data: { ...WAIVER, until: '2026-03-31', rule: null }, about: nowhere },
  ],
  'waiver-unused': [{ data: WAIVER, about: nowhere }],
  'waiver-expiring': [
    { data: { ...WAIVER, until: '2026-04-16', rule: 'vpt-client', daysLeft: 14 }, about: month(12) },
    { data: { ...WAIVER, until: '2026-04-03', rule: 'vpt-client', daysLeft: 1 }, about: month(12) },
    { data: { ...WAIVER, until: '2026-04-02', rule: null, daysLeft: 0 }, about: nowhere },
  ],
};

/** A place on a row of a file. */
export function place(row: number, rest: Partial<RunPlace> = {}): RunPlace {
  return { input: 'maart.csv', sheet: null, row, column: null, cell: null, reference: `R-${row}`, ...rest };
}

function month(...rows: number[]): About {
  return { client: 'C1001', month: '2026-03', places: rows.map((row) => place(row)) };
}

function cellAt(column: string | null): About {
  return { client: null, month: null, places: [place(12, { column })] };
}

function wholeFile(input: string): About {
  return { client: null, month: null, places: [place(0, { input, reference: null })] };
}

function days(first: string, last: string): { first: string; last: string } {
  return { first: `2026-03-${first}`, last: `2026-03-${last}` };
}
