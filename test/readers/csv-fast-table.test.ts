import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/domain/limits.ts';
import { readCsv } from '../../src/readers/csv.ts';
import { readCsvFast } from '../../src/readers/csv-fast.ts';
import { syntheticBsn } from '../oracle/synthetic-bsn.ts';
import { chunksOf } from './csv-reading.ts';
import { everythingOf } from './table-reading.ts';

function readWith(reader: 'fast' | 'text', bytes: Uint8Array, delimiter: ',' | ';'): Promise<unknown> {
  const options = { encoding: 'windows-1252', delimiter, limits: DEFAULT_LIMITS };
  const rows = (columns: () => number | null) =>
    reader === 'fast' ? readCsvFast(chunksOf(bytes, 777), options, columns) : readCsv(chunksOf(bytes), options);
  return everythingOf({ format: 'csv', rows, assumedSign: delimiter === ',' ? '.' : ',' });
}

async function expectSame(text: string | Uint8Array, delimiter: ',' | ';'): Promise<void> {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'latin1') : text;
  expect(await readWith('fast', bytes, delimiter)).toEqual(await readWith('text', bytes, delimiter));
}

/** Mostly what an export holds, now and then something that is not to be read at a glance. */
function cell(ordinary: readonly string[], odd: readonly string[]): fc.Arbitrary<string> {
  const either = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...ordinary) },
    { weight: 1, arbitrary: fc.constantFrom(...odd, '', ' ', '"a;b"', '#N/B', '-', '\u00e9', 'Begindatum') },
  );
  return either;
}

const BSNS = [1, 2, 3].map(syntheticBsn);
const DATES = cell(
  ['01-03-2026', '2026-03-15', '31/03/2026', '20260315'],
  ['31-02-2026', '1-3-2026', '01-03-2014', '01-05-2026', '01-03-2026 23:00', '"02-03-2026"', '01-03-26'],
);
const CLAIM = fc
  .tuple(
    cell(['C1', 'C2', '1003', '"C2"'], ['1001.0', 'C 1', 'null', 'C1 ']),
    cell(['', ...BSNS], ['123456789', '999999999', '12345678', ` ${BSNS[0]}`]),
    cell(['1062', 'H138', '1000', 'H126', 'h139', '1062.0'], ['1O62', '01-03-2026', 'Prestatiecode', 'z914', '"1062"']),
    DATES,
    fc.oneof({ weight: 4, arbitrary: fc.constant('') }, DATES),
    cell(['60', '6,5', '1,25', '390', '0,50'], ['6:30', '6.30', '-60', '0', '1.000', '1,333', '90 min', 'x', '1.5']),
    cell(['minuut', 'uur', 'kwartier', '04'], ['stuk', 'UUR ', 'dag']),
    cell(['D', 'C', 'd', ''], ['X', 'debet', 'credit']),
    cell(['R1', 'R2', 'R3', ''], ['R 1', '#VERW!', '"R1"']),
    cell(['', 'R1'], ['R\u00a01']),
    cell(['Zvw', 'Wlz', ''], ['Wmo', 'onzin']),
    cell(['60,00', '1,00', '62,40'], ['1.039,48', '\u20ac 3', 'x', '1,234', '62.40']),
    cell(['60,00', '390,00', ''], ['12,345', '-60,00', '99999999999,00', '1.234,00']),
    cell(['41999001', '41999002'], ['4199900', '00000000', '41 999001']),
    cell(['9999', '9001', ''], ['999', '0000']),
  )
  .map((cells) => cells.join(';'));
const CLAIM_HEADER =
  'Clientnummer;BSN;Prestatiecode;Begindatum;Einddatum;Aantal;Eenheid;Debet/credit;Referentienummer;Creditvoor;Wet;Tarief;Bedrag;AGB;UZOVI';
const ODD_ROW = fc.constantFrom(
  CLAIM_HEADER,
  ';;;;;;;;;;;;;;',
  'C1;;Jansen;1062;01-03-2026;;60;minuut;D;R9;;Zvw;;;41999001',
  'C1;;1062;01-03-2026;01-03-2026;;60;minuut;D;R9;;Zvw;;;41999001;',
  'C1;;1062;01-03-2026;;60;minuut;D;R9;;Zvw;;;41999001;;;',
  '',
  'C1;1062',
  'titel',
  '"open',
  'Clientnummer;Leveringsvorm;Begindatum',
);
const ROW = fc.oneof({ weight: 15, arbitrary: CLAIM }, { weight: 1, arbitrary: ODD_ROW });
/** Enough rows that the reader knows its table, none of which proves a decimal sign. */
const LEAD = 'C9;;1000;01-03-2026;;60;minuut;D;;;;;;41999001;9999\r\n'.repeat(25);

test('claims mean the same read from bytes and read as text, whatever is in them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(ROW, { maxLength: 40 }), fc.constantFrom('\n', '\r\n'), async (rows, lineEnd) => {
      await expectSame([CLAIM_HEADER, LEAD + rows.join(lineEnd)].join('\r\n'), ';');
    }),
    { numRuns: 300 },
  );
});

test('claims of minutes alone mean the same read from bytes and read as text', async () => {
  const row = fc
    .tuple(
      cell(['C1', 'C2'], ['?']),
      cell(['1062', '1000'], ['1O62']),
      DATES,
      cell(['60', '5'], ['1.000', '7,5', '1:30']),
      cell(['60,00', '12'], ['x']),
    )
    .map((cells) => cells.join(';'));
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 25, maxLength: 45 }), async (rows) => {
      await expectSame(['client;code;datum;minuten;tarief', ...rows, ''].join('\n'), ';');
    }),
    { numRuns: 100 },
  );
});

test('registers mean the same read from bytes and read as text, whatever is in them', async () => {
  const key = cell(['C1', 'C2', 'C3'], ['1001.0', 'onbekend']);
  const bsn = cell(['', ...BSNS], ['123456789']);
  const value = {
    vorm: cell(['VPT', 'MPT', '5'], ['ZZP', 'pgb ', 'x']),
    indicatie: cell(['Wlz', 'Zvw'], ['v&v', 'x']),
  };
  for (const [heading, cells] of [
    ['Leveringsvorm', value.vorm],
    ['Indicatie', value.indicatie],
  ] as const) {
    const row = fc.tuple(key, bsn, cells, DATES, DATES).map((all) => all.join(';'));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 15, arbitrary: row }, ODD_ROW), { minLength: 25, maxLength: 50 }),
        async (rows) => {
          await expectSame([`Clientnummer;BSN;${heading};Begindatum;Einddatum`, ...rows].join('\r\n'), ';');
        },
      ),
      { numRuns: 100 },
    );
  }
  const death = fc.tuple(key, bsn, fc.oneof(fc.constant(''), DATES)).map((all) => all.join(';'));
  await fc.assert(
    fc.asyncProperty(fc.array(death, { minLength: 25, maxLength: 50 }), async (rows) => {
      await expectSame(['Clientnummer;BSN;Overlijdensdatum', ...rows].join('\r\n'), ';');
    }),
    { numRuns: 50 },
  );
});

const SAMPLES = new URL('../../samples/', import.meta.url);
const samples = readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.csv'));

test.each(samples)('%s, its rows many times over, means the same read from bytes and read as text', async (name) => {
  const once = readFileSync(new URL(name, SAMPLES), 'latin1');
  const body = once.slice(once.indexOf('\n') + 1);
  const text = once + (once.endsWith('\n') ? '' : '\n') + body.repeat(30);
  await expectSame(text, ';');
  await expectSame(text, ',');
});
