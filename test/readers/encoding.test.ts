import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decode, NotUtf8 } from '../../src/readers/decode.ts';
import { detectEncoding, looksBinary, resolveEncoding } from '../../src/readers/encoding.ts';
import { chunksOf } from './csv-reading.ts';

const HEADER = 'clientnummer;prestatiecode\r\nC1001;1062\r\n';

async function textOf(bytes: Uint8Array, encoding: string, size?: number): Promise<string> {
  let text = '';
  for await (const piece of decode(chunksOf(bytes, size), encoding)) text += piece;
  return text;
}

async function faultOf(bytes: Uint8Array, size?: number): Promise<number | null> {
  try {
    await textOf(bytes, 'utf-8', size);
    return null;
  } catch (error) {
    if (error instanceof NotUtf8) return error.offset;
    throw error;
  }
}

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

describe('detecting an encoding', () => {
  test('a byte order mark decides', () => {
    expect(detectEncoding(Buffer.from(`\uFEFF${HEADER}`))).toEqual({ encoding: 'utf-8', bomBytes: 3, notUtf8At: null });
    expect(detectEncoding(Buffer.from(`\uFEFF${HEADER}`, 'utf16le'))).toMatchObject({
      encoding: 'utf-16le',
      bomBytes: 2,
    });
    expect(detectEncoding(utf16be(`\uFEFF${HEADER}`))).toMatchObject({ encoding: 'utf-16be', bomBytes: 2 });
  });

  test('UTF-16 without a mark shows by its NULs', () => {
    expect(detectEncoding(Buffer.from(HEADER, 'utf16le'))).toMatchObject({ encoding: 'utf-16le', bomBytes: 0 });
    expect(detectEncoding(utf16be(HEADER))).toMatchObject({ encoding: 'utf-16be', bomBytes: 0 });
  });

  test('without a mark it is UTF-8, also when the head ends within a character', () => {
    const bytes = Buffer.from('naam\r\nZoë €');
    for (let length = 0; length <= bytes.length; length++) {
      expect(detectEncoding(bytes.subarray(0, length)).encoding).toBe('utf-8');
    }
  });

  test('what is no UTF-8 is Windows-1252, and the first byte that proves it is named', () => {
    const bytes = iconv.encode('naam\r\nZoë;C1', 'windows-1252');
    expect(detectEncoding(bytes)).toEqual({ encoding: 'windows-1252', bomBytes: 0, notUtf8At: 8 });
  });

  test('an empty file and a lone NUL are text', () => {
    expect(detectEncoding(new Uint8Array(0)).encoding).toBe('utf-8');
    expect(detectEncoding(Buffer.from('\0')).encoding).toBe('utf-8');
  });
});

describe('telling text from other things', () => {
  test('a text with a stray NUL or three is text', () => {
    expect(looksBinary(Buffer.from('a;b\n1;\0'))).toBe(false);
    expect(looksBinary(Buffer.from('\0\0\0'))).toBe(false);
  });

  test('four control characters are binary only from one in twenty on', () => {
    expect(looksBinary(Buffer.from(`\0\0\0\0${'x'.repeat(76)}`))).toBe(false);
    expect(looksBinary(Buffer.from(`\0\0\0\0${'x'.repeat(75)}`))).toBe(true);
  });

  test('tabs, line ends and form feeds are no control characters in this sense', () => {
    expect(looksBinary(Buffer.from('\t\r\n\f\t\r\n\f'))).toBe(false);
  });

  test('UTF-16 is no binary, with and without a mark', () => {
    expect(looksBinary(Buffer.from(HEADER, 'utf16le'))).toBe(false);
    expect(looksBinary(Buffer.from(`\uFEFF${HEADER}`, 'utf16le'))).toBe(false);
  });

  test('a file of zeros, as a crash leaves it, is binary', () => {
    expect(looksBinary(new Uint8Array(512))).toBe(true);
  });
});

describe('naming an encoding', () => {
  test.each([
    ['utf-8', 'utf-8'],
    ['UTF8', 'utf-8'],
    [' utf-8-sig ', 'utf-8'],
    ['windows-1252', 'windows-1252'],
    ['CP1252', 'windows-1252'],
    ['latin1', 'windows-1252'],
    ['ISO-8859-1', 'windows-1252'],
    ['ansi', 'windows-1252'],
    ['iso-8859-15', 'iso-8859-15'],
    ['UTF-16', 'utf-16'],
    ['utf16le', 'utf-16le'],
    ['UTF-16BE', 'utf-16be'],
    ['cp850', 'cp850'],
  ])('%s is read as %s', (name, encoding) => {
    expect(resolveEncoding(name)).toBe(encoding);
  });

  test.each(['', 'utf-9', 'klingon', 'base64', 'hex'])('%j is no encoding', (name) => {
    expect(resolveEncoding(name)).toBeNull();
  });
});

describe('decoding', () => {
  test('Windows-1252 keeps the euro sign, curly quotes and the dash', async () => {
    const bytes = Buffer.from([0x80, 0x91, 0x92, 0x96, 0xe9]);
    expect(await textOf(bytes, 'windows-1252')).toBe('€‘’–é');
  });

  test('other code pages go by their own table', async () => {
    expect(await textOf(Buffer.from([0xa4, 0xe9]), 'iso-8859-15')).toBe('€é');
    expect(await textOf(Buffer.from([0x82]), 'cp850')).toBe('é');
  });

  test('a mark is removed, whatever carries it', async () => {
    const marked = Buffer.from('\uFEFFid');
    expect(await textOf(marked, 'utf-8')).toBe('id');
    expect(await textOf(marked, 'windows-1252', 1)).toBe('id');
    expect(await textOf(marked, 'iso-8859-15')).toBe('id');
    expect(await textOf(Buffer.from('\uFEFFid', 'utf16le'), 'utf-16le', 1)).toBe('id');
    expect(await textOf(utf16be('\uFEFFid'), 'utf-16be', 1)).toBe('id');
  });

  test('only the first mark is one; a later one is a character of a cell', async () => {
    expect(await textOf(Buffer.from('\uFEFF\uFEFFid'), 'utf-8')).toBe('\uFEFFid');
    expect(await textOf(Buffer.from('\uFEFF\uFEFFid', 'utf16le'), 'utf-16le')).toBe('\uFEFFid');
  });

  test('utf-16 looks at the byte order itself and takes the little one when nothing tells', async () => {
    expect(await textOf(Buffer.from(`\uFEFF${HEADER}`, 'utf16le'), 'utf-16')).toBe(HEADER);
    expect(await textOf(utf16be(`\uFEFF${HEADER}`), 'utf-16')).toBe(HEADER);
    expect(await textOf(utf16be(HEADER), 'utf-16')).toBe(HEADER);
    expect(await textOf(Buffer.from('中国', 'utf16le'), 'utf-16')).toBe('中国');
  });

  test('half a UTF-16 character at the end shows, it does not vanish', async () => {
    expect(await textOf(Buffer.from([0x61, 0x00, 0x62]), 'utf-16le')).toBe('a\uFFFD');
  });

  test('a chunk may be used again by whoever gave it', async () => {
    const bytes = Buffer.from('a€b');
    async function* reusing(): AsyncGenerator<Uint8Array> {
      const buffer = new Uint8Array(5);
      for (const byte of [...Buffer.from('wxyz'), ...bytes]) yield buffer.fill(byte).subarray(0, 1);
    }
    let text = '';
    for await (const piece of decode(reusing(), 'utf-8')) text += piece;
    expect(text).toBe('wxyza€b');
  });

  test('no text is lost or changed wherever chunks end', async () => {
    const encodings = fc.constantFrom('utf-8', 'utf-16le');
    const texts = fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.replace(/^\uFEFF+/, ''));
    await fc.assert(
      fc.asyncProperty(texts, encodings, fc.integer({ min: 1, max: 9 }), async (text, encoding, size) => {
        const bytes = Buffer.from(text, encoding === 'utf-8' ? 'utf8' : 'utf16le');
        expect(await textOf(bytes, encoding, size)).toBe(text);
      }),
    );
  });
});

describe('bytes that are not UTF-8', () => {
  test('one in the last row is found there', async () => {
    const before = Buffer.from('id;naam\r\n1;Zoë\r\n2;Jos');
    expect(await faultOf(Buffer.concat([before, Buffer.from([0xe9]), Buffer.from('\r\n')]))).toBe(before.length);
  });

  test('a character that the end of the file cuts off is one', async () => {
    expect(await faultOf(Buffer.from([0x61, 0xe2, 0x82]))).toBe(1);
  });

  test('the mark counts in the offset', async () => {
    expect(await faultOf(Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xff]), 2)).toBe(4);
  });

  test('the offset is that of the first one: before it all is UTF-8, and nothing that begins there is a character', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 12 }),
      fc
        .tuple(fc.string({ unit: 'binary', maxLength: 8 }), fc.uint8Array({ minLength: 1, maxLength: 3 }), fc.string())
        .map(([before, middle, after]) => Buffer.concat([Buffer.from(before), middle, Buffer.from(after)])),
    );
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 9 }), async (all, size) => {
        const offset = await faultOf(all, size);
        expect(offset === null).toBe(isUtf8(all));
        if (offset === null) return;
        expect(isUtf8(all.subarray(0, offset))).toBe(true);
        for (let length = 1; length <= 4 && offset + length <= all.length; length++) {
          expect(isUtf8(all.subarray(offset, offset + length))).toBe(false);
        }
      }),
    );
  });
});

test('a character that two chunks share is read though their owner uses the memory again', async () => {
  const bytes = Buffer.from('abcdé€🙂f');
  async function* spoilt(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += 5) {
      const chunk = Buffer.from(bytes.subarray(at, at + 5));
      yield chunk;
      chunk.fill(0x3f);
    }
  }
  let text = '';
  for await (const part of decode(spoilt(), 'utf-8')) text += part;
  expect(text).toBe('abcdé€🙂f');
});
