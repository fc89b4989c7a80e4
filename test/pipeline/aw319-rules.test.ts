import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EI_RULES } from '../../src/parse/ei-rules.ts';
import { CATALOGUE } from '../../src/pipeline/catalogue.ts';
import { type Aw319Fields, type Aw319Line, aw319, aw319File, withField } from '../builders/aw319.ts';
import { ledgerOf } from '../builders/delivery.ts';
import { brokenBsn, syntheticBsn } from '../oracle/synthetic-bsn.ts';
import { validated } from './delivered.ts';

const REGISTERS = {
  'leveringsvormen.csv': 'clientnummer;leveringsvorm;begindatum\nC9;MPT;01-01-2024\n',
  'indicaties.csv': `clientnummer;indicatie;begindatum\n${[1, 2].map((n) => `C${n};wijkverpleging;01-01-2024`).join('\n')}\n`,
  'clienten.csv': 'clientnummer;overlijdensdatum\nC1;\n',
};
const WLZ_REGISTERS = {
  ...REGISTERS,
  'leveringsvormen.csv': 'clientnummer;leveringsvorm;begindatum\nC1;MPT;01-01-2024\nC2;MPT;01-01-2024\n',
};
const BSN = syntheticBsn(1);
const INDICATION = { '0408': '1', '0409': 'CIZ', '0410': '123', '0411': '1', '0413': '751' };
const PARENT = { '0224': '1', '0225': 'CIZ' };

/** A message of one client with these lines (an ordinary one when none is given). */
function message(lines: readonly Aw319Line[] = [{}], header: Aw319Fields = {}, client: Aw319Fields = {}): string[] {
  return aw319([{ number: 'C1', bsn: BSN, fields: client, lines }], header);
}

/** The same for the Wlz: H138 with an indication. */
function wlz(lines: readonly Aw319Line[] = [{}], header: Aw319Fields = {}): string[] {
  const all = lines.map((line) => ({ code: 'H138', ...line, fields: { ...INDICATION, ...line.fields } }));
  return message(all, { '0102': '187', ...header }, PARENT);
}

/** The records with one field of one of them (0: the header) otherwise. */
function changed(records: readonly string[], at: number, field: string, text: string): string[] {
  return records.map((record, index) => (index === at ? withField(record, field, text) : record));
}

/** Findings as `rule row [field]` and the return code where the finding has one of its own. */
async function found(records: readonly string[] | string, settings: Parameters<typeof validated>[1] = {}) {
  const file = typeof records === 'string' ? records : aw319File(records);
  const registers = file.slice(2, 5) === '187' ? WLZ_REGISTERS : REGISTERS;
  const { findings } = await validated({ ...registers, 'a.asc': Buffer.from(file, 'latin1') }, settings);
  return findings.map(({ rule, places, data }) => {
    const field = typeof data.field === 'string' ? ` ${data.field}` : '';
    return `${rule} ${places[0]?.row ?? 0}${field}`;
  });
}

const CREDITED = { first: '20260301', last: '20260331', quantity: 60, reference: 'D-1' };
const CREDIT = { ...CREDITED, credit: true, reference: 'C-1', corrects: 'D-1' };
const FEBRUARY = { first: '20260202', quantity: 60, reference: 'E-1' };

/**
 * The rules a receiver checks a message by, in the order of the list this program follows (README of src/parse): a damage and the finding
 * it must cause, beside a message on the other side of the border that has none. An empty list: what no rule can say.
 */
const RULES: readonly (readonly [
  rule: string,
  bad: readonly string[] | string,
  good: readonly string[],
  finding: string,
])[] = [
  [
    '1 every record is 310 positions',
    message().map((r, at) => (at === 2 ? `${r} ` : r)),
    message(),
    'ei-record-length 3',
  ],
  ['2 records end in CR LF', aw319File(message()).replaceAll('\r', ''), message(), 'ei-framing 1'],
  [
    '2 there are no empty records',
    message().flatMap((r, at) => (at === 3 ? ['', r] : [r])),
    message(),
    'ei-empty-record 4',
  ],
  ['3 types are known', message().map((r, at) => (at === 2 ? `05${r.slice(2)}` : r)), message(), 'ei-structure 3'],
  ['3 a message ends in 99', message().slice(0, -1), message(), 'ei-structure 3'],
  ['4 the sort of message', message([{}], { '0105': 'X' }), message(), 'ei-field-value 1 0105'],
  ['4 the payee', message([{}], { '0113': '05' }), message(), 'ei-field-value 1 0113'],
  ['4 the currency', changed(message(), 0, '0119', 'USD'), message(), 'ei-field-value 1 0119'],
  [
    '5 the party paid is filled',
    message([{}], { '0113': '03' }),
    message([{}], { '0113': '03', '0110': 41999998, '0111': 41999999 }),
    'ei-missing-field 1 0111',
  ],
  ['6 N fields are digits', changed(message(), 2, '0418', ' 60'), message(), 'ei-field 3 0418'],
  ['6 the reserve is empty', changed(message(), 0, '0180', 'x'), message(), 'ei-field 1 0180'],
  ['6 texts begin at the left', changed(message(), 1, '0206', ' C1'), message(), 'ei-field 2 0206'],
  [
    '6 the form of a service bureau',
    message([{}], { '0109': '41999999' }),
    message([{}], { '0109': '98999999' }),
    'ei-field-form 1 0109',
  ],
  [
    '6 the form of a VAT number',
    message([{}], { '0118': 'NL00009999B01' }),
    message([{}], { '0118': 'NL000099998B01' }),
    'ei-field-form 1 0118',
  ],
  [
    '6 the form of a postcode',
    message([{}], {}, { '0217': '1234ab' }),
    message([{}], {}, { '0217': '9999ZZ' }),
    'ei-field-form 2 0217',
  ],
  [
    '6 a vendor without version',
    message([{}], { '0106': '12' }),
    message([{}], { '0106': '12', '0107': '1' }),
    'ei-field-pair 1 0107',
  ],
  ['6 a version without vendor', message([{}], { '0107': '1' }), message(), 'ei-field-pair 1 0107'],
  [
    '6 a partner’s name without its code',
    message([{}], {}, { '0213': 'Voorbeeld' }),
    message([{}], {}, { '0212': '2', '0213': 'Voorbeeld' }),
    'ei-field-pair 2 0213',
  ],
  [
    '6 neither postcode nor country',
    message([{}], {}, { '0217': '' }),
    message([{}], {}, { '0217': '', '0221': 'BE' }),
    'ei-field-pair 2 0221',
  ],
  [
    '6 a postcode here and abroad',
    message([{}], {}, { '0218': '1000' }),
    message([{}], {}, { '0217': '', '0218': '1000', '0221': 'BE' }),
    'ei-field-pair 2 0218',
  ],
  [
    '6 no institution in 1.4',
    message([{}], { '0112': '', '0113': '03', '0110': 41999998, '0111': 41999999 }),
    message([{}], { '0104': '03', '0112': '', '0113': '03', '0110': 41999998, '0111': 41999999 }),
    'ei-conditional-field 1 0112',
  ],
  ['6 no insurer', message([{}], { '0108': '' }), message(), 'ei-conditional-field 1 0108'],
  [
    '6 a professional without practice',
    message([{}], { '0110': 41999998 }),
    message([{}], { '0110': 41999998, '0111': 41999999 }),
    'ei-conditional-field 1 0111',
  ],
  ['6 a debtor number', message([{}], {}, { '0222': '1' }), message(), 'ei-conditional-field 2 0222'],
  ['7 numbers run on', changed(message(), 2, '0402', '000000000003'), message(), 'ei-numbering 3 0402'],
  [
    '7 a comment has the number of its record',
    changed(message([{ comments: ['x'] }]), 3, '9802', '000000000001'),
    message([{ comments: ['x'] }]),
    'ei-numbering 4 9802',
  ],
  [
    '8 comments are numbered',
    changed(message([{ comments: ['x', 'y'] }]), 4, '9803', '0003'),
    message([{ comments: ['x', 'y'] }]),
    'ei-numbering 5 9803',
  ],
  ['9 the count of clients', changed(message(), 3, '9902', '000002'), message(), 'ei-counts 4 9902'],
  ['9 the count of debtors', changed(message(), 3, '9903', '000001'), message(), 'ei-counts 4 9903'],
  ['9 the count of performances', changed(message(), 3, '9904', '000002'), message(), 'ei-counts 4 9904'],
  ['9 the count of comments', changed(message(), 3, '9905', '000001'), message(), 'ei-counts 4 9905'],
  ['9 the count of all', changed(message(), 3, '9906', '0000003'), message(), 'ei-counts 4 9906'],
  ['10 the total', changed(message(), 3, '9907', '00000006001'), message(), 'ei-total 4 9907'],
  ['10 the sign of the total', changed(message(), 3, '9908', 'C'), message(), 'ei-total 4 9907'],
  [
    '11 the BSN is that of the client',
    message([{ fields: { '0403': syntheticBsn(2) } }]),
    message(),
    'ei-parent-mismatch 3 0403',
  ],
  [
    '11 the insured number is that of the client',
    message([{ fields: { '0405': '1' } }]),
    message([{}], {}, { '0205': '1' }),
    'ei-parent-mismatch 3 0405',
  ],
  [
    '11 the indication is that of the client',
    wlz([{ fields: { '0409': 'CIZ-2' } }]),
    wlz(),
    'ei-parent-mismatch 3 0409',
  ],
  [
    '12 the BSN of a client without technology',
    message([{ code: '1001' }], {}, { '0203': brokenBsn(1) }),
    message([{ code: '1001' }], {}, { '0203': '999999999' }),
    'ei-bsn 2 0203',
  ],
  [
    '12 zeros are no BSN',
    message([{ code: '1001' }], {}, { '0203': '000000000' }),
    message([{ code: '1001' }]),
    'ei-bsn 2 0203',
  ],
  ['12 the BSN of a technology line', message([{}], {}, { '0203': brokenBsn(1) }), message(), 'invalid-bsn 3'],
  ['13 the insurer of a client', message([{}], {}, { '0204': '9998' }), message(), 'ei-insurer 2 0204'],
  ['14 dates exist', changed(message(), 1, '0207', '19420231'), message(), 'ei-date 2 0207'],
  ['14 the dates of a technology line exist', message([{ first: '20260231' }]), message(), 'invalid-date 3 start'],
  [
    '14 the period is not reversed',
    message([{}], { '0115': '20260228' }),
    message([{ first: '20260301' }], { '0115': '20260301' }),
    'ei-date 1 0115',
  ],
  [
    '14 the invoice is not of tomorrow',
    message([{}], { '0117': '20260404' }),
    message([{}], { '0117': '20260403' }),
    'ei-date 1 0117',
  ],
  [
    '15 not after the invoice',
    message([{}], { '0117': '20260301' }),
    message([{}], { '0117': '20260302' }),
    'ei-date-after-invoice 3 0414',
  ],
  [
    '16 not after the period',
    message([{}], { '0115': '20260301' }),
    message([{}], { '0115': '20260302' }),
    'ei-date-after-period 3 0415',
  ],
  ['17 one year per message', wlz([{}, { first: '20251230' }]), wlz([{}, { first: '20260303' }]), 'ei-several-years 3'],
  ['17 one month per message', wlz([{}], { '0114': '20260201' }), wlz([{}], { '0114': '20260302' }), 'ei-period 1'],
  [
    '17 within 17 working days',
    wlz([{}], { '0115': '20260306' }),
    wlz([{}], { '0115': '20260309' }),
    'ei-late-message 1 0117',
  ],
  [
    '18 within one month',
    message([{ first: '20260228', last: '20260301' }]),
    message([{ first: '20260301', last: '20260331' }]),
    'line-spans-months 3',
  ],
  ['19 both signs are equal', message([{ fields: { '0427': 'C' } }]), message(), 'ei-debit-credit 3 0430'],
  [
    '20 the amount is the rate times the quantity',
    message([{ fields: { '0426': 6001, '0429': 6001 } }]),
    message(),
    'amount-mismatch 3',
  ],
  [
    '20 also when a part of it is declared',
    message([{ fields: { '0426': 6001 } }]),
    message([{ fields: { '0429': 5000 } }]),
    'ei-amount 3',
  ],
  [
    '21 no more is declared than computed',
    message([{ fields: { '0429': 6001 } }]),
    message([{ fields: { '0429': 5999 } }]),
    'ei-amount-above 3',
  ],
  ['22 all amounts are zero or none', message([{ fields: { '0429': 0 } }]), message([{ rate: 0 }]), 'ei-amount 3'],
  ['23 a quantity above zero', message([{ quantity: 0 }]), message([{ quantity: 10 }]), 'ei-missing-field 3 0418'],
  [
    '24 a unit of the wider list',
    message([{ unit: '02', quantity: 4 }]),
    message([{ unit: '07', quantity: 4 }]),
    'ei-unknown-value 3 0419',
  ],
  [
    '24 a unit of wijkverpleging in another message',
    wlz([{ unit: '31', quantity: 1 }]),
    wlz([{ unit: '04', quantity: 1 }]),
    'ei-field-value 3 0419',
  ],
  [
    '25 the list belongs to the message',
    message([{ fields: { '0416': '055' } }]),
    message([{ fields: { '0416': '990' } }]),
    'ei-code-list 3 0416',
  ],
  ['25 a list that nobody knows', message([{ fields: { '0416': '091' } }]), message(), 'ei-unknown-value 3 0416'],
  ['26 the code is in the list', message([{ fields: { '0416': '068' } }]), message(), 'ei-code 3 0416'],
  ['26 the code begins at the left', message([{ fields: { '0417': ' 1062' } }]), message(), 'ei-field 3 0417'],
  ['27 no indication in wijkverpleging', message([{ fields: { '0412': '41' } }]), message(), 'ei-indication 3 0412'],
  ['27 the number of the decision', wlz([{ fields: { '0411': 0 } }]), wlz(), 'ei-indication 3 0411'],
  [
    '27 a function or a profile beside it',
    wlz([{ fields: { '0413': 0 } }]),
    wlz([{ fields: { '0413': 0, '0412': '41' } }]),
    'ei-indication 3 0412',
  ],
  [
    '27 nothing of an indication',
    message([{ code: 'H138' }], { '0102': '187' }),
    message([{ code: 'H138', fields: { '0412': '41' } }], { '0102': '187' }),
    'ei-no-indication 3 0412',
  ],
  ['28 no authorisation number', message([{ fields: { '0406': '1' } }]), message(), 'ei-field-value 3 0406'],
  ['28 forwarding', message([{ fields: { '0407': '2' } }]), message(), 'ei-field-value 3 0407'],
  ['28 the specialism of who delivered', message([{ fields: { '0421': '0001' } }]), message(), 'ei-field-value 3 0421'],
  ['28 the specialism of who referred', message([{ fields: { '0423': '0001' } }]), message(), 'ei-field-value 3 0423'],
  ['28 the percentage', message([{ fields: { '0424': '00001' } }]), message(), 'ei-field-value 3 0424'],
  ['28 who delivered', message([{ fields: { '0420': '' } }]), message(), 'ei-missing-field 3 0420'],
  ['29 a reference', message([{ fields: { '0431': '' } }]), message(), 'ei-missing-field 3 0431'],
  [
    '29 of its own',
    message([{ reference: 'R-1' }, { reference: 'R-1', first: '20260303' }]),
    message([{ reference: 'R-1' }, { reference: 'R-2', first: '20260303' }]),
    'duplicate-reference 3',
  ],
  [
    '30 a credit names its debit',
    message([CREDITED, { ...CREDIT, corrects: '' }]),
    message(),
    'ei-credit-reference 4 0432',
  ],
  ['30 a debit names none', message([{ corrects: 'D-1' }]), message(), 'ei-debit-reference 3 0432'],
  ['31 a credit mirrors its debit', message([CREDITED, { ...CREDIT, quantity: 30 }]), message(), 'ei-credit-mirror 4'],
  [
    '32 the debit of a credit is known',
    message([CREDITED, { ...CREDIT, corrects: 'D-2' }]),
    message(),
    'credit-without-debit 4',
  ],
  [
    '33 a debit is credited once',
    message([CREDITED, CREDIT, { ...CREDIT, reference: 'C-2' }]),
    message(),
    'debit-credited-twice 4',
  ],
  ['34 no debit beside its credit', message([CREDITED, CREDIT]), message(), 'credit-beside-its-debit 3'],
  [
    '35 no days on two lines',
    message([
      { first: '20260301', last: '20260308' },
      { first: '20260308', last: '20260309' },
    ]),
    message([{ first: '20260301', last: '20260308' }, { first: '20260309' }]),
    'ei-overlap 4',
  ],
  [
    '36 the invoice number is new',
    message([{}], { '0116': 'F-1' }),
    message([{}], { '0116': 'F-2' }),
    'ei-invoice-used 1 0116',
  ],
  ['37 a test is no claim', message([{}], { '0105': 'T' }), message(), 'ei-test-message 1 0105'],
];

const LEDGER = {
  ...ledgerOf([]),
  runsWithInvoice: (number: string, payee: string) => (number === 'F-1' && payee === '41999999' ? ['booked'] : []),
};

describe('what a receiver checks a message by', () => {
  it.each(RULES)('%s', async (_, bad, good, finding) => {
    expect(await found(bad, { ledger: LEDGER })).toContain(finding);
    expect(await found(good, { ledger: LEDGER })).toEqual([]);
  });
});

describe('lines of one client that share days', () => {
  const first = { first: '20260301', last: '20260310', quantity: 30 };

  it('are told once for a client, code and month, with how many there are', async () => {
    const records = message([
      first,
      { first: '20260305', quantity: 30 },
      { first: '20260310', last: '20260312', quantity: 30 },
      FEBRUARY,
      { ...FEBRUARY, quantity: 30, reference: 'E-2' },
    ]);
    const { findings } = await validated({ ...REGISTERS, 'a.asc': aw319File(records) });
    const overlaps = findings.filter(({ rule }) => rule === 'ei-overlap');
    expect(overlaps.map(({ client, month, data }) => [client, month, data])).toEqual([
      ['C1', '2026-02', { code: '1062', first: '2026-02-02', last: '2026-02-02', otherRow: 6, lines: 1 }],
      ['C1', '2026-03', { code: '1062', first: '2026-03-05', last: '2026-03-05', otherRow: 3, lines: 2 }],
    ]);
  });

  it('are told when another record of the same client holds the other one', async () => {
    const one = { number: 'C1', bsn: BSN };
    const records = aw319([
      { ...one, lines: [first] },
      { number: 'C2', bsn: syntheticBsn(2), lines: [{ ...first, reference: 'E-1' }] },
      { ...one, lines: [{ first: '20260310', reference: 'E-2' }] },
    ]);
    expect((await found(records)).filter((rule) => rule.startsWith('ei-'))).toEqual(['ei-overlap 7']);
  });

  it.each([
    [
      'are no matter when one of them is taken back',
      [
        { ...first, reference: 'D-1' },
        { ...first, reference: 'C-1', corrects: 'D-1', credit: true },
        { ...first, quantity: 35, reference: 'D-2' },
      ],
    ],
    ['are duplicate lines when they are the same', [first, { ...first, reference: 'E-2' }]],
    [
      'have the same code',
      [
        { ...first, code: '1001' },
        { ...first, code: '1062', reference: 'E-2' },
      ],
    ],
  ])('%s', async (_, lines) => {
    expect((await found(message(lines))).filter((rule) => rule.startsWith('ei-overlap'))).toEqual([]);
  });
});

describe('the number of an invoice', () => {
  const march = aw319File(message([{ reference: 'M-1' }], { '0116': 'F-7' }));
  const late = (header: Aw319Fields) => aw319File(message([{ reference: 'M-2', first: '20260303' }], header));
  const rules = async (second: string) =>
    (await validated({ ...REGISTERS, 'maart.asc': march, 'later.asc': second })).findings
      .filter(({ rule }) => rule === 'ei-invoice-used')
      .map(({ places: [place], data }) => [place?.input, data.file]);

  it('stands in one message of a delivery only', async () => {
    expect(await rules(late({ '0116': 'F-7' }))).toEqual([['later.asc', 'maart.asc']]);
    expect(await rules(late({ '0116': 'F-8' }))).toEqual([]);
  });

  it('is that of whom is paid, and of no test', async () => {
    expect(await rules(late({ '0116': 'F-7', '0112': '41999998' }))).toEqual([]);
    expect(await rules(late({ '0116': 'F-7', '0105': 'T' }))).toEqual([]);
  });

  it('is no news when the booked run is this very file', async () => {
    const own = { ...LEDGER, runsWithFile: () => ['booked'] };
    expect(await found(message([{}], { '0116': 'F-1' }), { ledger: own })).toEqual([]);
    expect(await found(message([{}], { '0116': 'F-1' }), { ledger: LEDGER, replaces: ['booked'] })).toEqual([]);
  });
});

describe('a client of whom the message says that they have died', () => {
  const died = message([{}], {}, { '0223': '1' });
  const rules = async (clients: string) =>
    (await validated({ ...REGISTERS, 'clienten.csv': clients, 'a.asc': aw319File(died) })).findings.map(
      ({ rule }) => rule,
    );

  it('is a warning, for the day is not in the message', async () => {
    expect(await rules('clientnummer;overlijdensdatum\nC1;\n')).toEqual(['ei-deceased']);
  });

  it('is judged by the day when a register has it', async () => {
    expect(await rules('clientnummer;overlijdensdatum\nC1;01-03-2026\n')).toEqual(['after-death']);
    expect(await rules('clientnummer;overlijdensdatum\nC1;02-03-2026\n')).toEqual([]);
  });

  it('is no matter for a credit', async () => {
    const credited = message([CREDITED, CREDIT], {}, { '0223': '1' });
    expect((await found(credited)).filter((rule) => rule.startsWith('ei-deceased'))).toEqual(['ei-deceased 3']);
  });
});

describe('the table of what a receiver checks', () => {
  const table = readFileSync(new URL('../../src/parse/aw319-rules.md', import.meta.url), 'utf8');
  const rows = [...table.matchAll(/^\| (\d+) \|(.*)$/gm)].map(([, number, text]) => ({ number, text: text ?? '' }));
  const idsIn = (text: string) => [...text.matchAll(/`([a-z]+-[a-z-]+)` ([EW])/g)].map(([, id, level]) => [id, level]);

  it('has all 37, each with a case here', () => {
    expect(rows.map(({ number }) => Number(number))).toEqual(Array.from({ length: 37 }, (_, index) => index + 1));
    const tested = new Set(RULES.map(([title]) => title.split(' ')[0]));
    expect(rows.filter(({ number }) => !tested.has(number ?? ''))).toEqual([]);
  });

  it('names rules of the catalogue by their severity, and every rule of a message', () => {
    const severities = new Map(CATALOGUE.map(({ id, severity }) => [id as string, severity === 'error' ? 'E' : 'W']));
    const named = idsIn(table);
    expect(named.filter(([id = '', level]) => severities.get(id) !== level)).toEqual([]);
    const all = new Set(named.map(([id]) => id));
    expect(EI_RULES.filter(({ id }) => !all.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('has in each row the rules that the cases find', () => {
    const wrong = RULES.filter(([title, , , finding]) => {
      const row = rows.find(({ number }) => number === title.split(' ')[0]);
      return !row?.text.includes(`\`${finding.split(' ')[0]}\``);
    });
    expect(wrong.map(([title, , , finding]) => `${title}: ${finding}`)).toEqual([]);
  });
});
