import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatKey, parseKey, parseStoredKey } from '../../src/store/key.ts';

const anyKey = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('a key of 32 bytes', () => {
  test('is read back from the text of its file', () => {
    fc.assert(
      fc.property(anyKey, (key) => {
        expect(parseStoredKey(`${formatKey(key)}\n`)).toEqual(key);
      }),
    );
  });

  test('may be given as base64, padded or not, plain or URL-safe', () => {
    fc.assert(
      fc.property(anyKey, (key) => {
        const base64 = Buffer.from(key).toString('base64');
        expect(parseKey(base64)).toEqual(key);
        expect(parseKey(base64.replace('=', ''))).toEqual(key);
        expect(parseKey(Buffer.from(key).toString('base64url'))).toEqual(key);
      }),
    );
  });

  test('may be given as hex in capitals', () => {
    expect(parseKey('AB'.repeat(32))).toEqual(parseKey('ab'.repeat(32)));
  });
});

describe('a passphrase', () => {
  test('of 16 characters is a key, of 15 it is not', () => {
    expect(parseKey('zestien letters!')).toHaveLength(32);
    expect(parseKey('vijftien tekens')).toBeNull();
  });

  test('is the SHA-256 of its text', () => {
    expect(formatKey(parseKey('zestien letters!')!)).toBe(
      'b76cf1982656bbb06d0cf90270f4d20f58d75eac1aa332fa38eb1866aaf34986',
    );
  });

  test('is the same with space around it, and however its accents were typed', () => {
    expect(parseKey(' geheim van Zeeën \n')).toEqual(parseKey('geheim van Zeee\u0308n'));
  });

  test('counts characters, not the units an emoji takes', () => {
    expect(parseKey('😀'.repeat(15))).toBeNull();
    expect(parseKey('😀'.repeat(16))).toHaveLength(32);
  });

  test('made of spaces is none', () => {
    expect(parseKey(' '.repeat(40))).toBeNull();
  });
});

describe('a key file', () => {
  test('that was cut short is noticed and not taken for a passphrase', () => {
    expect(parseStoredKey('ab'.repeat(31))).toBeNull();
    expect(parseStoredKey('')).toBeNull();
  });
});
