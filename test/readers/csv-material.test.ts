import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { delimiterCandidates } from '../../src/readers/csv-dialect.ts';
import { decode } from '../../src/readers/decode.ts';
import { detectEncoding } from '../../src/readers/encoding.ts';
import { cellsOf, chunksOf, rowsOf } from './csv-reading.ts';

const MATERIAL = new URL('../material/csv/', import.meta.url);

function bytesOf(name: string): Buffer {
  return readFileSync(new URL(name, MATERIAL));
}

/** Read as the program reads: encoding by the bytes, delimiter by the text. */
async function recognised(name: string): Promise<(readonly string[])[]> {
  const bytes = bytesOf(name);
  const { encoding } = detectEncoding(bytes);
  let text = '';
  for await (const piece of decode(chunksOf(bytes), encoding)) text += piece;
  return cellsOf(bytes, { encoding, delimiter: delimiterCandidates(text)[0] ?? ';' });
}

/** `[row, number of cells]` of every row that has another number of cells than the first. */
async function ragged(name: string): Promise<[number, number][]> {
  const rows = await rowsOf(bytesOf(name), { delimiter: ',' });
  return rows
    .filter(({ cells }) => cells.length !== rows[0]?.cells.length)
    .map(({ row, cells }) => [row, cells.length]);
}

describe('csv-spectrum', () => {
  const names = readdirSync(new URL('csv-spectrum/', MATERIAL))
    .filter((name) => name.endsWith('.csv'))
    .map((name) => name.slice(0, -4));

  test('all eleven files are here', () => {
    expect(names).toHaveLength(11);
  });

  test.each(names)('%s is exactly what its authors expect', async (name) => {
    const [header, ...records] = await cellsOf(bytesOf(`csv-spectrum/${name}.csv`), { delimiter: ',' });
    const expected: unknown = JSON.parse(bytesOf(`csv-spectrum/${name}.expected.json`).toString());
    expect(records.map((cells) => Object.fromEntries((header ?? []).map((key, index) => [key, cells[index]])))).toEqual(
      expected,
    );
  });
});

describe('frictionless', () => {
  const TABLE = [
    ['id', 'name'],
    ['1', 'english'],
    ['2', '中国人'],
  ];

  test.each(['table.csv', 'bom.csv', 'table-delimiter.csv', 'delimiter.csv'])(
    '%s is the table of two names',
    async (name) => {
      expect(await recognised(`frictionless/${name}`)).toEqual(TABLE);
    },
  );

  test('table.tsv is the same with tabs and one row more', async () => {
    expect(await recognised('frictionless/table.tsv')).toEqual([...TABLE, ['3', '\\N']]);
  });

  test.each(['comma', 'semicolon'])('issue-1009-%s has two columns', async (name) => {
    expect(await recognised(`frictionless/issue-1009-${name}.csv`)).toEqual([
      ['fieldNameA', 'fieldNameB'],
      ['0123', 'c'],
    ]);
  });

  test('latin1.csv is not UTF-8, the first bad byte is reported, and it reads as Windows-1252', async () => {
    expect(detectEncoding(bytesOf('frictionless/latin1.csv'))).toMatchObject({
      encoding: 'windows-1252',
      notUtf8At: 20,
    });
    expect((await recognised('frictionless/latin1.csv')).at(-1)).toEqual(['2', '©']);
  });

  test('table-infer-iso-8859-7.csv is not UTF-8 and reads in Greek when told so', async () => {
    const bytes = bytesOf('frictionless/table-infer-iso-8859-7.csv');
    expect(detectEncoding(bytes)).toMatchObject({ encoding: 'windows-1252', notUtf8At: 17 });
    expect((await cellsOf(bytes, { encoding: 'iso-8859-7', delimiter: ',' })).at(1)).toEqual(['1', '39', 'Λεωνιδας']);
  });

  test('encoding-issue-274.csv is UTF-8 with 507 rows of 17 cells', async () => {
    expect(detectEncoding(bytesOf('frictionless/encoding-issue-274.csv')).encoding).toBe('utf-8');
    const [header, ...rows] = await recognised('frictionless/encoding-issue-274.csv');
    expect(header).toHaveLength(17);
    expect(rows).toHaveLength(507);
    expect(rows.every((cells) => cells.length === 17)).toBe(true);
  });

  test('accent.csv has semicolons, an accent in its header and commas in its values', async () => {
    const rows = await recognised('frictionless/accent.csv');
    expect(rows.map((cells) => cells.length)).toEqual([17, 17, 17]);
    expect(rows[0]).toContain('accessibilité');
    expect(rows[1]).toContain('Payant (badge, appli et QR code)');
  });

  test('doublequote.csv has doubled quotes within quotes, five rows of 17 cells', async () => {
    const rows = await recognised('frictionless/doublequote.csv');
    expect(rows.map((cells) => cells.length)).toEqual([17, 17, 17, 17, 17, 17]);
    expect(rows.flat().some((cell) => cell.includes('"'))).toBe(true);
    expect(rows.flat().some((cell) => cell.includes('""'))).toBe(false);
  });

  test('escaping.csv: a backslash escapes nothing and a quote after a space is data', async () => {
    expect(await recognised('frictionless/escaping.csv')).toEqual([
      ['ID', ' Test'],
      ['1', ' "Test line 1"'],
      ['2', ' "Test "" line 2"'],
      ['3', ' "Test \\" line 3"'],
    ]);
  });

  test('dialect.csv keeps the quotes of another dialect as data, where everyone sees them', async () => {
    expect((await recognised('frictionless/dialect.csv')).at(1)).toEqual(['1', '#english#']);
  });

  test('headings that are doubled, blank or numbers come as they are', async () => {
    const header = async (name: string): Promise<readonly string[] | undefined> =>
      (await recognised(`frictionless/${name}`))[0];
    expect(await header('duplicate-headers.csv')).toEqual(['id', 'name', 'id', 'age', 'id']);
    expect(await header('duplicate-column.csv')).toEqual(['A', 'B', 'B', 'C']);
    expect(await header('blank-headers.csv')).toEqual(['id', '', 'age']);
    expect((await header('numeric-labels.csv'))?.at(1)).toBe('100022');
  });

  test.each([
    [
      'invalid.csv',
      [
        [2, 2],
        [3, 2],
        [4, 1],
        [5, 5],
      ],
    ],
    [
      'defective-rows.csv',
      [
        [2, 2],
        [3, 4],
      ],
    ],
    ['structure-errors.csv', [[5, 6]]],
    ['schema-errors.csv', [[5, 6]]],
    [
      'capital-invalid.csv',
      [
        [10, 2],
        [11, 1],
        [12, 4],
      ],
    ],
    [
      'skip-blank-at-the-end.csv',
      [
        [2, 1],
        [4, 1],
      ],
    ],
    [
      'matrix-with-comment.csv',
      [
        [2, 4],
        [3, 4],
        [4, 4],
        [5, 4],
        [6, 4],
      ],
    ],
    [
      'skip-rows-before-headers.csv',
      [
        [2, 2],
        [3, 2],
        [4, 2],
      ],
    ],
    [
      'skip-rows.csv',
      [
        [2, 2],
        [3, 2],
        [5, 2],
      ],
    ],
  ] as [string, [number, number][]][])(
    '%s has its short, long and blank rows where the file has them',
    async (name, expected) => {
      expect(await ragged(`frictionless/${name}`)).toEqual(expected);
    },
  );

  test('rows of empty cells are rows', async () => {
    expect((await recognised('frictionless/blank-rows.csv')).at(3)).toEqual(['', '', '']);
    expect(await recognised('frictionless/blank-rows-multiple.csv')).toHaveLength(14);
    expect((await recognised('frictionless/blank-cells.csv')).at(-1)).toEqual(['5', '']);
  });

  test('leading zeros stay', async () => {
    expect(await recognised('frictionless/leading-zeros.csv')).toEqual([['value'], ['01'], ['002'], ['00003']]);
  });

  test('long.csv has six rows below its header, empty.csv none at all', async () => {
    expect(await recognised('frictionless/long.csv')).toHaveLength(7);
    expect(await recognised('frictionless/empty.csv')).toEqual([]);
  });
});
