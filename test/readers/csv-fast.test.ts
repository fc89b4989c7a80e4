import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS, type Limits } from '../../src/domain/limits.ts';
import type { Row } from '../../src/domain/table.ts';
import { readCsv } from '../../src/readers/csv.ts';
import { readCsvFast } from '../../src/readers/csv-fast.ts';
import { NotUtf8 } from '../../src/readers/decode.ts';
import { collect } from './csv-reading.ts';

interface Reading {
  readonly encoding: string;
  readonly delimiter: string;
  readonly limits: Pick<Limits, 'rowLength' | 'columns'>;
}

const ORDINARY: Reading = { encoding: 'utf-8', delimiter: ';', limits: DEFAULT_LIMITS };
/** Rows from which the splitter learns how wide records are: nothing is read as bytes before them. */
const HEAD = 'a;b;c\n'.repeat(20);

/** The bytes in chunks that end at these positions. */
async function* cut(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  let start = 0;
  for (const end of [...cuts.map((position) => position % (bytes.length + 1)), bytes.length].sort((a, b) => a - b)) {
    // A copy that is spoilt afterwards: who gives chunks may use them again.
    const chunk = Uint8Array.from(bytes.subarray(start, end));
    yield chunk;
    chunk.fill(0x3f);
    start = end;
  }
}

interface FastRows {
  readonly rows: readonly Row[];
  readonly plain: number;
}

async function fast(bytes: Uint8Array, columns: number, cuts: readonly number[], reading: Reading): Promise<FastRows> {
  const rows: Row[] = [];
  let plain = 0;
  for await (const batch of readCsvFast(cut(bytes, cuts), reading, () => columns)) {
    if ('bounds' in batch) {
      for (let index = 0; index < batch.count; index++) rows.push(batch.row(index));
      plain += batch.count;
    } else rows.push(...batch);
  }
  return { rows, plain };
}

/** What a reading came to: its rows, or where it found that the bytes are no UTF-8. */
async function outcome(rows: Promise<readonly Row[]>): Promise<readonly Row[] | number> {
  try {
    return await rows;
  } catch (error) {
    if (error instanceof NotUtf8) return error.offset;
    throw error;
  }
}

async function expectSame(
  bytes: Uint8Array,
  columns: number,
  cuts: readonly number[],
  reading: Reading,
): Promise<void> {
  const slow = await outcome(collect(readCsv(cut(bytes, []), reading)));
  expect(await outcome(fast(bytes, columns, cuts, reading).then(({ rows }) => rows))).toEqual(slow);
}

const PIECE = fc.constantFrom(
  ...[
    'a',
    '1062',
    'é',
    '€',
    ';',
    ';',
    ';',
    '"',
    '""',
    '\n',
    '\n',
    '\r\n',
    '\r',
    ' ',
    ',',
    '\0',
    'a;b;c\n',
    '\n\n\n',
    '\r\n\r\n',
    '"x;y";b;c\r\n',
    'a;"p""q";c\n',
  ],
);
const TEXT = fc.array(PIECE, { maxLength: 60 }).map((pieces) => pieces.join(''));
const CUTS = fc.array(fc.nat(), { maxLength: 6 });
const READING = fc.record({
  encoding: fc.constantFrom('utf-8', 'windows-1252', 'utf-16le', 'iso-8859-15'),
  delimiter: fc.constantFrom(';', ','),
  limits: fc.record({ rowLength: fc.constantFrom(1_000_000, 12), columns: fc.constantFrom(16_384, 2) }),
});

test('whatever the text, the chunks and the dialect, the rows are those of the splitter and csv-parse', async () => {
  await fc.assert(
    fc.asyncProperty(TEXT, CUTS, READING, fc.integer({ min: 1, max: 4 }), async (text, cuts, reading, columns) => {
      await expectSame(Buffer.from(HEAD + text), columns, cuts, reading);
    }),
    { numRuns: 1000 },
  );
});

test('whatever the bytes, the first that is no UTF-8 is found at the same place', async () => {
  const bytes = fc.array(fc.constantFrom(0x61, 0x3b, 0x0a, 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xff), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(bytes, CUTS, async (tail, cuts) => {
      await expectSame(Buffer.concat([Buffer.from(HEAD), Buffer.from(tail)]), 3, cuts, ORDINARY);
    }),
  );
});

test('every byte by itself gives the same rows, with a byte order mark too', async () => {
  const bytes = Buffer.from(`\uFEFF${HEAD}"é;1";b;c\r\nd;e;f`);
  await expectSame(bytes, 3, [...bytes.keys()], ORDINARY);
  await expectSame(bytes, 3, [...bytes.keys()], { ...ORDINARY, encoding: 'windows-1252' });
});

test('records with quotes around whole cells come as bytes too, those with other quotes do not', async () => {
  const bytes = Buffer.from(`${HEAD}a;"b;""1""";c\na"b;c;d\n"a\nb";c;d\na;b;c\n`);
  expect((await fast(bytes, 3, [], ORDINARY)).plain).toBe(2);
});

test('wherever in a block of the scanner quotes open and close, and lines end', async () => {
  for (let length = 0; length < 140; length++) {
    const text = 'x'.repeat(length);
    const cells = [
      `${text};b;c`,
      `a;"${text}";c`,
      `a;"${text};""";c`,
      `"${text}""";"";"`,
      `a;b;"${text}"x`,
      `a;b;"${text}"`,
    ];
    const bytes = Buffer.from(`${HEAD}${cells.join('\n')}\n${cells.join('\r\n')}\r\n`);
    await expectSame(bytes, 3, [], ORDINARY);
  }
});

test('the scanner is what its source gives', () => {
  const tool = fileURLToPath(new URL('../../.tools/wasm.mjs', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [tool, '--check'], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
});

test('a lone carriage return makes all behind it text', async () => {
  const bytes = Buffer.from(`${HEAD}a;b;c\na;b;c\rd;e;f\na;b;c\n`);
  const { rows, plain } = await fast(bytes, 3, [], ORDINARY);
  expect(plain).toBe(1);
  expect(rows).toHaveLength(24);
});

test('a file that is one endless line is not kept waiting for its end', async () => {
  const line = 'a;b;c;'.repeat(120_000);
  await expectSame(Buffer.from(`${HEAD}${line}\nx;y;z\n`), 3, [100_000, 400_000, 700_000], ORDINARY);
});

const MATERIAL = new URL('../material/csv/', import.meta.url);
const SAMPLES = new URL('../../samples/', import.meta.url);
const files = [MATERIAL, SAMPLES].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.csv'))
    .map((name) => ({ name, url: new URL(name, folder) })),
);

test.each(files)('$name, long enough to be read as bytes, gives the rows of the splitter', async ({ url }) => {
  const once = readFileSync(url);
  const bytes = Buffer.concat(Array.from({ length: 40 }, () => once));
  for (const delimiter of [';', ',']) {
    const columns = (once.toString('latin1').split('\n')[0] ?? '').split(delimiter).length;
    for (const encoding of ['utf-8', 'windows-1252']) {
      await expectSame(bytes, columns, [7, 65, 331, 1009], { ...ORDINARY, encoding, delimiter });
    }
  }
});
