import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/domain/limits.ts';
import type { RowBytes } from '../../src/domain/table.ts';
import { NotReversible, readCsvBytes } from '../../src/readers/csv-row-bytes.ts';
import { chunksOf, rowsOf } from './csv-reading.ts';

/** Encodings as `decode` names them, with the bytes of a text and of its mark. */
const ENCODINGS: Readonly<Record<string, (text: string) => Buffer>> = {
  'utf-8': (text) => Buffer.from(text),
  'utf-8 with mark': (text) => Buffer.from(`\ufeff${text}`),
  'windows-1252': (text) => iconv.encode(text, 'windows-1252'),
  'utf-16le': (text) => Buffer.from(text, 'utf16le'),
  'utf-16le with mark': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'utf-16be': (text) => Buffer.from(text, 'utf16le').swap16(),
  'utf-16 with mark': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  'iso-8859-15': (text) => iconv.encode(text, 'iso-8859-15'),
  shift_jis: (text) => iconv.encode(text.replaceAll('é', 'ﾆ').replaceAll('€', '日'), 'shift_jis'),
};
/** Texts in which quotes go astray, line ends are mixed and rows are longer than the limit. */
const texts = fc
  .array(fc.constantFrom(';', ';', '"', '""', ';"', '";', '\n', '\r\n', '\r', 'a', ' ', '€', 'é', '"x"', 'abcdef'), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));
const LIMITS = [{ rowLength: 6, columns: 3 }, { rowLength: 20, columns: 2 }, DEFAULT_LIMITS];

async function bytesOf(bytes: Uint8Array, encoding: string, limits = LIMITS[2]!, size = 65_536): Promise<RowBytes[]> {
  const all: RowBytes[] = [];
  const options = { encoding, delimiter: ';', limits };
  for await (const { rows } of readCsvBytes(chunksOf(bytes, size), options)) all.push(...rows);
  return all;
}

function joined(rows: readonly RowBytes[]): Buffer {
  return Buffer.concat(rows.flatMap(({ content, lineEnd }) => [content, lineEnd]));
}

describe.each(Object.keys(ENCODINGS))('a CSV in %s', (name) => {
  const encoding = name.replace(' with mark', '');

  it('is the bytes of its rows, one after the other, wherever its chunks end', async () => {
    await fc.assert(
      fc.asyncProperty(
        texts,
        fc.constantFrom(...LIMITS),
        fc.integer({ min: 1, max: 50 }),
        async (text, limits, size) => {
          const bytes = ENCODINGS[name]!(text);
          expect(
            joined(await bytesOf(bytes, encoding, limits, size)).equals(text === '' ? Buffer.alloc(0) : bytes),
          ).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('has the rows that are read without bytes, and parts of rows over the limit without cells', async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.constantFrom(...LIMITS), async (text, limits) => {
        const bytes = ENCODINGS[name]!(text);
        const rows = (await bytesOf(bytes, encoding, limits, 7)).map(({ row: { raw: _, ...row } }) => row);
        const whole = rows.filter(({ row, cells }, index) => cells.length > 0 || rows[index - 1]?.row !== row);
        expect(whole).toEqual(await rowsOf(bytes, { encoding, limits }));
      }),
      { numRuns: 300 },
    );
  });

  it('makes the bytes of a new text in its own encoding', async () => {
    for await (const { encode } of readCsvBytes(chunksOf(ENCODINGS[name]!('kop;a\r\n')), {
      encoding,
      delimiter: ';',
      limits: DEFAULT_LIMITS,
    })) {
      expect(iconv.decode(Buffer.from(encode('tzt;1')), encoding)).toBe('tzt;1');
    }
  });
});

it('keeps bytes that mean nothing in Windows-1252', async () => {
  const bytes = Buffer.from([0x61, 0x81, 0x8d, 0x3b, 0x9d, 0x0a, 0x90]);
  expect(joined(await bytesOf(bytes, 'windows-1252')).equals(bytes)).toBe(true);
});

it('keeps half a surrogate pair', async () => {
  const bytes = Buffer.from('a\ud83d;b\udc00\nc', 'utf16le');
  expect(joined(await bytesOf(bytes, 'utf-16le')).equals(bytes)).toBe(true);
});

it.each([
  ['a byte too many in UTF-16', 'utf-16le', Buffer.concat([Buffer.from('a;b\n', 'utf16le'), Buffer.from([0x61])])],
  [
    'bytes without meaning in an encoding that is none of the usual',
    'iso-8859-7',
    Buffer.from([0x61, 0xae, 0xff, 0x0a]),
  ],
  ['a mark that is not known to be one', 'utf-32le', Buffer.from('\ufeffa', 'utf16le')],
])('says that %s cannot be found back from the text', async (_, encoding, bytes) => {
  await expect(bytesOf(bytes, encoding)).rejects.toThrow(NotReversible);
});
