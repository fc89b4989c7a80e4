import type { About } from '../../src/messages/catalogue.ts';
import type { EiData, EiRuleId } from '../../src/parse/ei-rules.ts';

const at = (field: string, name: string, from: number, to: number) => ({ field, name, from, to });
const QUANTITY = at('0418', 'Aantal uitgevoerde prestaties', 130, 133);
const START = at('0414', 'Begindatum prestatie', 106, 113);
const END = at('0415', 'Einddatum prestatie', 114, 121);
const LIST = at('0416', 'Aanduiding prestatiecodelijst', 122, 124);
const INVOICE = at('0116', 'Factuurnummer declarant', 81, 92);
const PREVIOUS = at('0432', 'Referentienummer voorgaande gerelateerde prestatierecord', 215, 234);

/** Realistic findings of EI messages, several where a rule has several things to say. */
export const EI_SAMPLES: {
  readonly [Id in EiRuleId]: readonly { readonly data: EiData<Id>; readonly about: About }[];
} = {
  'ei-record-length': [
    { data: { type: '04', length: 311, expected: 310, characters: null }, about: record(12) },
    { data: { type: '02', length: 311, expected: 310, characters: 310 }, about: record(2) },
  ],
  'ei-record-cut': [
    { data: { type: '04', length: 214, expected: 310, records: 1 }, about: record(3) },
    { data: { type: '04', length: 214, expected: 310, records: 1200 }, about: record(3) },
  ],
  'ei-framing': [
    { data: { fault: 'lf', records: 9 }, about: record(1) },
    { data: { fault: 'cr', records: 9 }, about: record(1) },
    { data: { fault: 'no-last-line-end', records: 1 }, about: record(9) },
    { data: { fault: 'byte-order-mark', records: 1 }, about: record(1) },
    { data: { fault: 'end-of-file-mark', records: 1 }, about: record(9) },
  ],
  'ei-empty-record': [
    { data: { records: 1 }, about: record(4) },
    { data: { records: 3 }, about: record(4) },
  ],
  'ei-structure': (
    [
      'unknown-record',
      'no-first',
      'first-again',
      'no-last',
      'after-last',
      'no-client',
      'no-performance',
      'no-client-above',
      'nothing-above',
      'debtor-record',
    ] as const
  ).map((fault) => ({ data: { fault, type: '04', returnCode: '8026' }, about: record(5) })),
  'ei-test-message': [{ data: at('0105', 'Soort bericht', 10, 10), about: record(1) }],
  'ei-field': [
    { data: { fault: 'not-digits', ...QUANTITY, found: ' 390', returnCode: '0638' }, about: record(3) },
    {
      data: { fault: 'not-blank', ...at('0480', 'Reserve', 235, 310), found: 'x', returnCode: null },
      about: record(3),
    },
    {
      data: { fault: 'leading-space', ...at('0417', 'Prestatiecode', 125, 129), found: ' 1062', returnCode: '0582' },
      about: record(3),
    },
    {
      data: {
        fault: 'control-character',
        ...at('0116', 'Factuurnummer declarant', 81, 92),
        found: 'F',
        returnCode: null,
      },
      about: record(1),
    },
  ],
  'ei-blank-number': [
    { data: { ...at('0421', 'Specialisme behandelaar/uitvoerder', 144, 147), records: 1 }, about: record(3) },
    { data: { ...at('0421', 'Specialisme behandelaar/uitvoerder', 144, 147), records: 40 }, about: record(3) },
  ],
  'ei-field-value': [
    {
      data: { ...at('0407', 'Doorsturen toegestaan', 58, 58), found: '2', allowed: ['1'], returnCode: '8011' },
      about: record(3),
    },
    {
      data: { ...at('0406', 'Machtigingsnummer', 43, 57), found: 'M1', allowed: [''], returnCode: '8031' },
      about: record(3),
    },
    {
      data: {
        ...at('0424', 'Verrekenpercentage', 160, 164),
        found: '00100',
        allowed: ['00000'],
        returnCode: null,
      },
      about: record(3),
    },
  ],
  'ei-field-form': [
    {
      data: {
        ...at('0118', 'BTW-identificatienummer', 101, 114),
        found: 'NL0B01',
        form: 'NLnnnnnnnnnBnn',
        returnCode: null,
      },
      about: record(1),
    },
    {
      data: {
        ...at('0217', 'Postcode (huisadres) verzekerde', 142, 147),
        found: '•••',
        form: 'nnnnaa',
        returnCode: null,
      },
      about: record(2),
    },
  ],
  'ei-field-pair': (
    [
      ['empty-beside-filled', '0106', 'Code informatiesysteem softwareleverancier'],
      ['filled-beside-empty', '0106', 'Code informatiesysteem softwareleverancier'],
      ['both-empty', '0217', 'Postcode (huisadres) verzekerde'],
      ['both-filled', '0217', 'Postcode (huisadres) verzekerde'],
      ['filled-without-partner', '0212', 'Naamcode/naamgebruik (02)'],
    ] as const
  ).map(([fault, other, otherName]) => ({
    data: { fault, ...at('0107', 'Versieaanduiding informatiesysteem', 17, 26), other, otherName },
    about: record(1),
  })),
  'ei-conditional-field': (['insurer', 'practice', 'institution', 'debtor'] as const).map((fault) => ({
    data: { fault, ...at('0112', 'Instellingscode', 55, 62), records: fault === 'debtor' ? 12 : 1 },
    about: record(1),
  })),
  'ei-missing-field': [
    { data: { ...QUANTITY, payee: null, returnCode: '0638' }, about: record(3) },
    { data: { ...at('0111', 'Praktijkcode', 47, 54), payee: '03', returnCode: '8029' }, about: record(1) },
  ],
  'ei-unknown-value': [
    {
      data: {
        ...at('0419', 'Tijdseenheid zorgperiode', 134, 135),
        found: '02',
        allowed: ['01', '04'],
        returnCode: null,
      },
      about: record(3),
    },
  ],
  'ei-date': [
    { data: { fault: 'no-date', ...START, found: '20260231', limit: null, returnCode: '8007' }, about: record(3) },
    {
      data: {
        fault: 'future',
        ...at('0117', 'Dagtekening factuur', 93, 100),
        found: '20270101',
        limit: '2026-04-02',
        returnCode: null,
      },
      about: record(1),
    },
    {
      data: {
        fault: 'before-start',
        ...at('0115', 'Einddatum declaratieperiode', 73, 80),
        found: '20260131',
        limit: '2026-02-01',
        returnCode: '0021',
      },
      about: record(1),
    },
  ],
  'ei-date-after-invoice': [
    { data: { ...END, found: '20260306', expected: '20260305', returnCode: '8178' }, about: record(3) },
  ],
  'ei-date-after-period': [{ data: { ...END, found: '20260301', expected: '20260228' }, about: record(3) }],
  'ei-several-years': [{ data: { years: [2025, 2026] }, about: record(1) }],
  'ei-period': [{ data: { first: '2026-01-01', last: '2026-03-31' }, about: record(1) }],
  'ei-late-message': [
    {
      data: {
        ...at('0117', 'Dagtekening factuur', 93, 100),
        invoiceDay: '2026-04-28',
        periodEnd: '2026-03-31',
        limit: '2026-04-24',
        workingDays: 17,
      },
      about: record(1),
    },
  ],
  'ei-invoice-used': [
    {
      data: { ...INVOICE, found: 'F-2026-02', run: '20260302-090000-b00ed1', file: null },
      about: record(1),
    },
    { data: { ...INVOICE, found: 'F-2026-02', run: null, file: 'februari.asc' }, about: record(1) },
  ],
  'ei-bsn': (['proof', 'zeros'] as const).map((fault) => ({
    data: { fault, ...at('0203', 'Burgerservicenummer (BSN) verzekerde', 15, 23) },
    about: record(2),
  })),
  'ei-numbering': [
    {
      data: {
        ...at('0402', 'Identificatie detailrecord', 3, 14),
        found: '000000000009',
        expected: '000000000002',
        returnCode: '0801',
      },
      about: record(3),
    },
  ],
  'ei-counts': [
    {
      data: {
        ...at('9904', 'Aantal prestatierecords', 15, 20),
        found: '000005',
        expected: '000004',
        returnCode: '0158',
      },
      about: record(9),
    },
  ],
  'ei-total': [
    { data: { ...at('9907', 'Totaal declaratiebedrag', 34, 44), found: 69000, expected: -12000 }, about: record(9) },
  ],
  'ei-parent-mismatch': [
    { data: { ...at('0404', 'UZOVI-nummer', 24, 27), parent: '0204', returnCode: '0423' }, about: record(3) },
  ],
  'ei-insurer': [
    { data: { ...at('0204', 'UZOVI-nummer', 24, 27), found: '9998', expected: '9999', records: 1 }, about: record(2) },
    { data: { ...at('0204', 'UZOVI-nummer', 24, 27), found: '9998', expected: '9999', records: 7 }, about: record(2) },
  ],
  'ei-debit-credit': [
    { data: { ...at('0430', 'Indicatie debet/credit (02)', 194, 194), found: 'C', expected: 'D' }, about: record(3) },
  ],
  'ei-amount': [
    {
      data: {
        fault: 'product',
        rateCents: 6000,
        quantity: 2,
        computedCents: 11000,
        declaredCents: 11000,
        returnCode: '8032',
      },
      about: record(7),
    },
    {
      data: {
        fault: 'some-zero',
        rateCents: 0,
        quantity: 4,
        computedCents: 0,
        declaredCents: 24000,
        returnCode: '0611',
      },
      about: record(3),
    },
  ],
  'ei-amount-above': [{ data: { computedCents: 24000, declaredCents: 25000 }, about: record(3) }],
  'ei-mixed-units': [{ data: { code: '1062', units: ['01', '04', '07'] }, about: record(1) }],
  'ei-code-list': [
    { data: { ...LIST, found: '055', allowed: ['065', '068', '990'], message: '428' }, about: record(3) },
  ],
  'ei-code': [{ data: { ...LIST, found: '068', expected: '065', code: '1062' }, about: record(3) }],
  'ei-indication': [
    {
      data: { fault: 'not-empty', ...at('0412', 'Functiecode', 101, 102), found: '41' },
      about: record(3),
    },
    {
      data: { fault: 'missing', ...at('0411', 'Indicatiebesluitnummer indicatieorgaan', 92, 100), found: '000000000' },
      about: record(3),
    },
  ],
  'ei-no-indication': [{ data: { ...at('0412', 'Functiecode', 101, 102), records: 12 }, about: record(3) }],
  'ei-overlap': [
    { data: { code: '1062', first: '2026-03-02', last: '2026-03-02', otherRow: 3, lines: 1 }, about: record(4) },
    { data: { code: '1062', first: '2026-03-02', last: '2026-03-15', otherRow: 3, lines: 9 }, about: record(4) },
  ],
  'ei-credit-reference': [{ data: PREVIOUS, about: record(7) }],
  'ei-debit-reference': [{ data: { ...PREVIOUS, found: 'P-2026-01-0009' }, about: record(3) }],
  'ei-credit-mirror': [
    { data: { debitRow: 3, differs: ['minutes'] }, about: record(7) },
    { data: { debitRow: 3, differs: ['client', 'code', 'dates', 'amount'] }, about: record(7) },
  ],
  'ei-deceased': [{ data: { clientRow: 2 }, about: record(3) }],
};

function record(row: number): About {
  const place = { input: 'maart.asc', sheet: null, row, column: null, cell: null, reference: null };
  return { client: null, month: null, places: [place] };
}
