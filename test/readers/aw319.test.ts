import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EiRecord } from '../../src/domain/ei-record.ts';
import { readAw319 } from '../../src/readers/aw319.ts';
import { aw319Record } from '../builders/aw319.ts';

async function read(text: string | Uint8Array, size = 7): Promise<EiRecord[]> {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'latin1') : text;
  const chunks: Uint8Array[] = [];
  for (let start = 0; start < bytes.length; start += size) chunks.push(bytes.subarray(start, start + size));
  const records: EiRecord[] = [];
  for await (const batch of readAw319(Readable.from(chunks))) records.push(...batch);
  return records;
}

describe('the records of a message', () => {
  it('end in CR LF, LF or a lone CR, and each says which', async () => {
    const records = await read('01a\r\n02b\n04c\r99d');
    expect(records.map(({ row, text, lineEnd }) => [row, text, lineEnd])).toEqual([
      [1, '01a', 'crlf'],
      [2, '02b', 'lf'],
      [3, '04c', 'cr'],
      [4, '99d', 'none'],
    ]);
  });

  it('are the same however the bytes arrive', async () => {
    const piece = fc.constantFrom('01', '\r', '\n', '\r\n', ' ', '\u001a', '\u00ef\u00bb\u00bf', 'x'.repeat(400));
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), fc.integer({ min: 1, max: 9 }), async (pieces, size) => {
        const text = pieces.join('');
        expect(await read(text, size)).toEqual(await read(text, Math.max(text.length, 1)));
      }),
    );
  });

  it('count an empty line as a record without length', async () => {
    expect((await read('01\r\n\r\n99\r\n')).map(({ bytes }) => bytes)).toEqual([2, 0, 2]);
  });

  it('lose a byte order mark and the end-of-file mark of DOS, and say so', async () => {
    const records = await read('\u00ef\u00bb\u00bf01\r\n99\r\n\u001a');
    expect(records.map(({ text, marks }) => [text, marks])).toEqual([
      ['01', ['byte-order-mark']],
      ['99', ['end-of-file-mark']],
    ]);
  });

  it('have one character per byte, also for letters of Windows-1252 that ISO 8859-1 does not have', async () => {
    const [record] = await read(Buffer.from([0x30, 0x32, 0x80, 0xeb, 0x0d, 0x0a]));
    expect(record).toMatchObject({ text: '02€ë', bytes: 4, utf8Characters: null });
  });

  it('tell how many characters they have when they are UTF-8 with letters of two bytes', async () => {
    const [record] = await read(Buffer.from('02Zoë\r\n', 'utf8'));
    expect(record).toMatchObject({ bytes: 6, utf8Characters: 5 });
  });

  it('are kept only in part when they are far too long, and the next one is whole', async () => {
    const records = await read(`01${'x'.repeat(5000)}\r\n99\r\n`, 100);
    expect(records.map(({ text, bytes }) => [text.length, bytes])).toEqual([
      [1000, 5002],
      [2, 2],
    ]);
  });

  it('have 310 positions when they are written by the layout', () => {
    for (const type of ['01', '02', '03', '04', '98', '99']) expect(aw319Record(type, {})).toHaveLength(310);
  });
});
