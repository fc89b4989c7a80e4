import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aw319, aw319File, withField } from '../builders/aw319.ts';
import { syntheticBsn } from '../oracle/synthetic-bsn.ts';
import { deliver, faults, linesOf, sentences, validated } from './delivered.ts';
import { workbookOf } from './workbooks.ts';

const REGISTERS = {
  'leveringsvormen.csv': 'clientnummer;leveringsvorm;begindatum\nC9;MPT;01-01-2024\n',
  'indicaties.csv': `clientnummer;indicatie;begindatum\n${[1, 2, 3].map((n) => `C${n};wijkverpleging;01-01-2024`).join('\n')}\n`,
  'clienten.csv': 'clientnummer;overlijdensdatum\nC1;\n',
};
const PERSONS = [1, 2, 3].map((n) => ({ number: `C${n}`, bsn: syntheticBsn(n) }));
const RIGHT = aw319(PERSONS.map((person, n) => ({ ...person, lines: [{ reference: `R${n}` }] })));

async function faultsOf(file: string | Uint8Array): Promise<string[]> {
  return faults(await deliver({ 'a.asc': typeof file === 'string' ? Buffer.from(file, 'latin1') : file }));
}

describe('a message that is right', () => {
  it.each([
    ['AW319 1.3', { '0104': '03' }],
    ['AW319 1.4', { '0104': '04' }],
  ])('is approved as %s', async (_, header) => {
    const clients = PERSONS.map((person, n) => ({ ...person, lines: [{ reference: `R${n}` }] }));
    const result = await validated({ ...REGISTERS, 'a.asc': aw319File(aw319(clients, header)) });
    expect(result.findings).toEqual([]);
    expect(result.run.verdict).toBe('approved');
  });
});

describe('what a reader tolerates, once per message', () => {
  it.each([
    ['LF only', RIGHT.map((record) => `${record}\n`).join(''), 'a.asc:1 ei-framing'],
    ['CR only', RIGHT.map((record) => `${record}\r`).join(''), 'a.asc:1 ei-framing'],
    ['no line end after the last record', aw319File(RIGHT).slice(0, -2), 'a.asc:8 ei-framing'],
    ['a byte order mark', `\u00ef\u00bb\u00bf${aw319File(RIGHT)}`, 'a.asc:1 ei-framing'],
    ['an end-of-file mark', `${aw319File(RIGHT)}\u001a`, 'a.asc:8 ei-framing'],
    [
      'spaces in an empty N field',
      aw319File(RIGHT.map((record) => (record.startsWith('04') ? withField(record, '0422', '') : record))),
      'a.asc:3 ei-blank-number 0422 Zorgverlenerscode voorschrijver/verwijzer',
    ],
    [
      'cut trailing spaces',
      aw319File(RIGHT.map((record) => (record.startsWith('04') ? record.trimEnd() : record))),
      'a.asc:3 ei-record-cut',
    ],
  ])('%s', async (_, file, finding) => {
    expect(await faultsOf(file)).toEqual([finding]);
    expect(linesOf(await deliver({ 'a.asc': Buffer.from(file, 'latin1') }))).toHaveLength(3);
  });
});

describe('what a reader refuses', () => {
  it.each([
    ['a line longer than 310', RIGHT.map((record, at) => (at === 2 ? `${record} ` : record)), /:3 ei-record-length/],
    ['a record cut within its fields', RIGHT.map((r, at) => (at === 2 ? r.slice(0, 190) : r)), /:3 ei-record-length/],
    ['an unknown record', RIGHT.map((r, at) => (at === 2 ? `05${r.slice(2)}` : r)), /:3 ei-structure/],
    ['a message without its header record', RIGHT.slice(1), /:1 ei-structure/],
    ['a message without its closing record', RIGHT.slice(0, -1), /:7 ei-structure/],
    ['two messages in one file', [...RIGHT, ...RIGHT], /:9 ei-structure/],
  ])('%s', async (_, records, finding) => {
    const result = await validated({ ...REGISTERS, 'a.asc': aw319File(records) });
    expect(faults(await deliver({ 'a.asc': aw319File(records) })).join('\n')).toMatch(finding);
    expect(result.run.verdict).toBe('rejected');
  });

  it('letters of two bytes, which shift the positions, by saying so', async () => {
    const [header = '', client = '', ...rest] = RIGHT;
    const shifted = [header, withField(client, '0210', 'Zoë'), ...rest];
    const result = await validated({ 'a.asc': Buffer.from(aw319File(shifted), 'utf8') });
    expect(sentences(result).join('\n')).toContain('Het telt wel 310 tekens: het is als UTF-8 geschreven');
  });

  it.each([
    ['another version', { '0104': '05' }, 'AW319 (wijkverpleging), versie 1.5'],
    ['a return message', { '0102': '188' }, 'AW320 (retourbericht Wlz), versie 1.4'],
    ['another message', { '0102': '107' }, 'EI-bericht (107, versie 1.4)'],
  ])('%s, by its name', async (_, header, name) => {
    const result = await validated({ 'a.asc': aw319File(aw319([], header)) });
    expect(result.run.verdict).toBe('rejected');
    expect(sentences(result).join('\n')).toContain(name);
  });

  it.each([
    ['GDS801', '<?xml version="1.0"?><Bericht xmlns="http://ei.vektis.nl/declaratiebericht573">', 'GDS801'],
    ['GDS802', '<?xml version="1.0"?><Bericht xmlns="http://ei.vektis.nl/declaratiebericht574">', 'GDS802'],
    ['iWlz', '<iwlz:AW33 xmlns:iwlz="http://www.istandaarden.nl/iwlz/2_1/aw33">', 'iWlz AW33'],
  ])('an XML message %s, by its name', async (_, xml, name) => {
    expect(sentences(await validated({ 'a.xml': xml })).join('\n')).toContain(name);
  });
});

describe('fields that were cut wrong by others', () => {
  it('a VAT percentage of four positions leaves the declared amount whole', async () => {
    const records = aw319([{ ...PERSONS[0]!, lines: [{ rate: 12345, quantity: 45, fields: { '0428': '2100' } }] }]);
    const { lines } = await deliver({ 'a.asc': aw319File(records) });
    expect([lines.amount(0), lines.expectedAmount(0)]).toEqual([555525, 555525]);
  });
});

describe('laws of a message', () => {
  const line = fc.record({
    first: fc.integer({ min: 1, max: 28 }).map((day) => `202603${String(day).padStart(2, '0')}`),
    quantity: fc.integer({ min: 1, max: 40 }).map((count) => count * 5),
    rate: fc.integer({ min: 1, max: 500 }),
    credit: fc.constantFrom(false, false, false, true),
  });
  const delivery = fc.array(fc.array(line, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 });

  it('the same delivery as CSV, as a workbook and as AW319 gives the same lines and the same domain findings', async () => {
    await fc.assert(
      fc.asyncProperty(delivery, async (clients) => {
        let number = 0;
        const all = clients.map((lines, n) => ({
          ...PERSONS[n]!,
          lines: lines.map((one) => ({ ...one, reference: `R${++number}`, ...(one.credit ? { corrects: 'R1' } : {}) })),
        }));
        const rows = all.flatMap(({ number: client, bsn, lines }) =>
          lines.map(({ first, quantity, rate, credit, reference }) =>
            [
              client,
              bsn,
              '1062',
              first,
              quantity,
              credit ? 'C' : 'D',
              reference,
              credit ? 'R1' : '',
              euros(rate),
              euros(rate * quantity),
              '9999',
              '41999999',
            ].join(';'),
          ),
        );
        const heading =
          'clientnummer;bsn;prestatiecode;begindatum;minuten;dc;referentienummer;creditvoor;tarief;bedrag;uzovi;agb';
        const message = { ...REGISTERS, 'a.asc': aw319File(aw319(all)) };
        const table = { ...REGISTERS, 'a.csv': [heading, ...rows, ''].join('\n') };
        const [asMessage, asTable] = [await validated(message), await validated(table)];
        expect(judged(asMessage)).toEqual(judged(asTable));
        const cells = [heading, ...rows].map((row) => row.split(';').map((cell) => (cell === '' ? null : cell)));
        const book = { ...REGISTERS, 'a.xlsx': await workbookOf({ Blad1: cells }) };
        expect(judged(await validated(book))).toEqual(judged(asTable));
        const [read, wanted] = [await deliver(message), await deliver(table)];
        expect(linesOf(read).map(withoutRow)).toEqual(linesOf(wanted).map(withoutRow));
        expect(linesOf(await deliver(book))).toEqual(linesOf(wanted));
      }),
      { numRuns: 25 },
    );
  });
});

function euros(cents: number): string {
  return `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`;
}

function withoutRow(line: string): string {
  return line.replace(/^\d+ /, '');
}

/** Findings of the domain rules, without the places. */
function judged({ findings, summary }: Awaited<ReturnType<typeof validated>>) {
  const domain = findings.filter(({ rule }) => !rule.startsWith('ei-'));
  return [
    summary.minutes,
    summary.amountCents,
    domain.map(({ rule, client, month, data }) => [rule, client, month, data]),
  ];
}
