import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/domain/limits.ts';
import { UnreadableSource } from '../../src/domain/unreadable-source.ts';
import { openWorkbook } from '../../src/readers/xlsx.ts';
import { syntheticBsn } from '../oracle/synthetic-bsn.ts';
import { everythingOf } from './table-reading.ts';
import { memorySource, workbookBytes } from './xlsx-build.ts';

/** What every sheet of a workbook comes to, its rows read as records where they can be, or all as text. */
async function sheetsOf(reader: 'records' | 'text', bytes: Uint8Array): Promise<unknown> {
  try {
    const workbook = await openWorkbook(memorySource(bytes), DEFAULT_LIMITS);
    const sheets: unknown[] = [];
    for (const sheet of workbook.sheets) {
      const rows = (columns: () => number | null) => (reader === 'records' ? sheet.records(columns) : sheet.rows());
      sheets.push(await everythingOf({ format: 'xlsx', rows, assumedSign: ',' }));
    }
    return [sheets, workbook.notices];
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
    return [error.reason, error.data];
  }
}

async function expectSame(bytes: Uint8Array): Promise<void> {
  expect(await sheetsOf('records', bytes)).toEqual(await sheetsOf('text', bytes));
}

/** The content of a cell, with the attributes that say what it is. `$` is where its address comes. */
type Content = string;
const BSNS = [1, 2, 3].map(syntheticBsn);
const FORMATS = ['dd-mm-yyyy', '[h]:mm', '000000000', 'dd-mm-yyyy hh:mm'];
const number = (value: string, style = 0): Content => `<c$${style === 0 ? '' : ` s="${style}"`}><v>${value}</v></c>`;
const text = (own: string): Content => `<c$ t="str"><v>${own}</v></c>`;
const shared = (own: string): Content => `<c$ t="s"><v>[${own}]</v></c>`;
const inline = (own: string): Content => `<c$ t="inlineStr"><is><t>${own}</t></is></c>`;

/** Mostly what a workbook holds, now and then something that is not to be read at a glance. */
function cell(ordinary: readonly Content[], odd: readonly Content[]): fc.Arbitrary<Content> {
  const always = [
    ...[
      '',
      '<c$/>',
      '<c$ s="1"/>',
      shared(''),
      shared(' '),
      text('-'),
      '<c$ t="e"><v>#N/A</v></c>',
      '<c$ t="b"><v>1</v></c>',
    ],
    ...[
      number('46082', 1),
      number('1E+2'),
      shared('zo\u00eb'),
      shared('Begindatum'),
      '<c$ t="s"><v>99999</v></c>',
      '<c$><f>A1</f><v>60</v></c>',
    ],
  ];
  return fc.oneof(
    { weight: 14, arbitrary: fc.constantFrom(...ordinary) },
    { weight: 1, arbitrary: fc.constantFrom(...odd, ...always) },
  );
}

const DATES = cell(
  [number('46082', 1), number('46096', 1), number('46110', 1), shared('01-03-2026'), inline('2026-03-15')],
  [
    number('46082'),
    number('20260301'),
    number('46082.5', 4),
    number('41000', 1),
    number('46143', 1),
    text('31-02-2026'),
  ],
);
const CLAIM: readonly fc.Arbitrary<Content>[] = [
  cell(
    [shared('C1'), shared('C2'), number('1003'), text('C2'), number('12', 3)],
    [number('1003.5'), shared('C 1'), text('null')],
  ),
  cell(
    ['', ...BSNS.map(shared), ...BSNS.map((bsn) => number(bsn))],
    [number('123456789'), text('999999999'), number('12345678')],
  ),
  cell(
    [number('1062'), shared('H138'), shared('1000'), number('1000'), text('h139')],
    [shared('1O62'), number('1062.0'), shared('Prestatiecode')],
  ),
  DATES,
  fc.oneof({ weight: 4, arbitrary: fc.constant('') }, DATES),
  cell(
    [
      number('60'),
      number('6.5'),
      number('0.50'),
      number('390'),
      number('0.0625', 2),
      number('274.65999999999997'),
      number('0.10416666666666667', 2),
    ],
    [
      shared('6,5'),
      text('6.5'),
      text('6.30'),
      text('1.000'),
      shared('6:30'),
      number('-60'),
      number('0'),
      text('90 min'),
      number('1.333'),
    ],
  ),
  cell([shared('minuut'), shared('uur'), text('kwartier'), number('4')], [shared('stuk'), shared('UUR ')]),
  cell([shared('D'), shared('C'), ''], [shared('X'), text('credit')]),
  cell(
    [shared('R1'), shared('R2'), number('12345'), ''],
    [shared('R 1'), text('#VERW!'), number('0.5'), number('46082', 1)],
  ),
  cell(['', shared('R1')], [shared('R\u00a01'), shared('_x0041_1')]),
  cell([shared('Zvw'), shared('Wlz'), ''], [shared('Wmo')]),
  cell(
    [number('60.00'), number('1.04'), number('62.4')],
    [shared('60,00'), text('1.039,48'), shared('62.40'), text('1,234')],
  ),
  cell([number('60'), number('390.5'), ''], [number('12.345'), number('-60'), shared('60,00'), number('1e12')]),
  cell([shared('41999001'), number('41999002'), number('1234567')], [shared('4199900'), number('4199900.5')]),
  cell([number('9999'), shared('9001'), number('101'), ''], [text('999')]),
];
const CLAIM_HEADINGS =
  'Clientnummer;BSN;Prestatiecode;Begindatum;Einddatum;Aantal;Eenheid;Debet/credit;Referentienummer;Creditvoor;Wet;Tarief;Bedrag;AGB;UZOVI';

/** A sheet: a header, then rows, of which some are left out, unusual, wide or a header again. */
function sheetOf(headings: string, columns: readonly fc.Arbitrary<Content>[]): fc.Arbitrary<Uint8Array> {
  const header = headings.split(';').map(inline);
  const row = fc.record({
    cells: fc.oneof(
      { weight: 20, arbitrary: fc.tuple(...columns) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          header,
          [shared('titel')],
          [],
          columns.map(() => '<c$/>'),
        ),
      },
    ),
    gap: fc.oneof({ weight: 20, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) }),
    end: fc.oneof(
      { weight: 20, arbitrary: fc.constant('') },
      fc.constantFrom(shared(''), text('x'), '<!-- -->', '<c$ cm="1"/>'),
    ),
  });
  return fc.array(row, { minLength: 40, maxLength: 80 }).map((rows) => {
    const texts = new Map<string, number>();
    let number = 1;
    let data = rowXml(number, header);
    for (const { cells, gap, end } of rows) {
      number += gap;
      data += rowXml(number, [...cells, end]);
    }
    data = data.replace(/\[([^\]]*)\]/g, (_, own: string) => {
      if (!texts.has(own)) texts.set(own, texts.size);
      return String(texts.get(own));
    });
    const strings = [...texts.keys()].map((own) => `<si><t xml:space="preserve">${own}</t></si>`).join('');
    return workbookBytes({ data, strings, formats: FORMATS });
  });
}

function rowXml(number: number, cells: readonly Content[]): string {
  const places = cells.map((content, column) =>
    content.replace('$', ` r="${String.fromCharCode(65 + column)}${number}"`),
  );
  return `<row r="${number}">${places.join('')}</row>`;
}

test('claims mean the same read from bytes and read as text, whatever is in them', async () => {
  await fc.assert(fc.asyncProperty(sheetOf(CLAIM_HEADINGS, CLAIM), expectSame), { numRuns: 300 });
});

test('claims of minutes alone mean the same read from bytes and read as text', async () => {
  const columns = [
    cell([shared('C1'), shared('C2')], []),
    cell([shared('1062'), number('1000')], []),
    DATES,
    cell([number('60'), number('5'), shared('15')], [shared('1.000'), text('7,5'), text('1:30')]),
    cell([number('60'), number('12.5')], [shared('60,00')]),
  ];
  const sheet = sheetOf('client;code;datum;minuten;tarief', columns);
  await fc.assert(fc.asyncProperty(sheet, expectSame), { numRuns: 100 });
});

test('registers mean the same read from bytes and read as text, whatever is in them', async () => {
  const key = cell([shared('C1'), shared('C2'), number('1003')], [number('1001.5'), text('onbekend')]);
  const bsn = cell(['', ...BSNS.map(shared), ...BSNS.map((own) => number(own, 3))], [number('123456789')]);
  const forms = cell([shared('VPT'), shared('MPT'), number('5')], [shared('ZZP'), text('pgb ')]);
  const kinds = cell([shared('Wlz'), shared('Zvw')], [text('v&amp;v'), text('x')]);
  const ends = fc.oneof(fc.constant(''), DATES);
  for (const [headings, columns] of [
    ['Clientnummer;BSN;Leveringsvorm;Begindatum;Einddatum', [key, bsn, forms, DATES, ends]],
    ['Clientnummer;BSN;Indicatie;Begindatum;Einddatum', [key, bsn, kinds, DATES, ends]],
    ['Clientnummer;BSN;Overlijdensdatum', [key, bsn, ends]],
  ] as const) {
    await fc.assert(fc.asyncProperty(sheetOf(headings, columns), expectSame), { numRuns: 100 });
  }
});

const FOLDERS = ['../../samples/', '../material/'].map((folder) => new URL(folder, import.meta.url));
const books = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xlsx'))
    .map((name) => [name, new URL(name, folder)] as const),
);

test.each(books)('%s means the same read from bytes and read as text', async (_, file) => {
  await expectSame(readFileSync(file));
});
