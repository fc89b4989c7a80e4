import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hmacSha256 } from '../../src/store/hmac-sha256.ts';

const byNode = (key: Uint8Array, text: string) => createHmac('sha256', key).update(text, 'utf8').digest('hex');
const hex = (words: Int32Array) => [...words].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
const key = fc.uint8Array({ minLength: 32, maxLength: 32 });

test('the keyed hash of any text is that of Node, text after text', () => {
  fc.assert(
    fc.property(
      key,
      fc.array(fc.oneof(fc.string({ maxLength: 70 }), fc.string({ unit: 'grapheme' }))),
      (bytes, texts) => {
        const hmac = hmacSha256(bytes);
        for (const text of texts) expect(hex(hmac(text))).toBe(byNode(bytes, text));
      },
    ),
    { numRuns: 200 },
  );
});

test.each([0, 1, 3, 4, 54, 55, 56, 63, 64, 65, 200])('of a text of %i bytes too', (length) => {
  const bytes = Uint8Array.from({ length: 32 }, (_, index) => index * 7);
  const text = 'x'.repeat(length);
  expect(hex(hmacSha256(bytes)(text))).toBe(byNode(bytes, text));
});
