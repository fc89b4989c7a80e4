import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BytePool } from '../../src/domain/byte-pool.ts';
import { TextPool } from '../../src/domain/text-pool.ts';

test('a text keeps the number it was given first, and comes back as it was, whatever letters it has', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 4 }),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constant('\ud800'),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 60 }), (texts) => {
      const pool = new TextPool();
      const distinct = [...new Set(['', ...texts])];
      expect(texts.map((one) => pool.intern(one))).toEqual(texts.map((one) => distinct.indexOf(one)));
      expect(distinct.map((_, number) => pool.text(number))).toEqual(distinct);
      expect(texts.map((one) => pool.find(one))).toEqual(texts.map((one) => distinct.indexOf(one)));
      expect(pool.find('never seen: é')).toBe(-1);
    }),
  );
});

test('thousands of keys that differ in their last digits are all told apart', () => {
  const pool = new BytePool();
  const keys = Array.from({ length: 20_000 }, (_, number) => Buffer.from(`C${100_000 + number}`));
  expect(keys.map((key) => pool.intern(key, 0, key.length))).toEqual(keys.map((_, index) => index + 1));
  expect(keys.map((key) => pool.find(key, 0, key.length))).toEqual(keys.map((_, index) => index + 1));
  expect(Buffer.from(pool.bytesOf(20_000)).toString()).toBe('C119999');
});

test('the same bytes behind another prefix are another key', () => {
  const pool = new BytePool();
  const bytes = Buffer.from('1001');
  expect([pool.intern(bytes, 0, 4, 110), pool.intern(bytes, 0, 4, 98), pool.intern(bytes, 0, 4)]).toEqual([1, 2, 3]);
});

test('a number that was never given out is a mistake of ours', () => {
  expect(() => new BytePool().bytesOf(1)).toThrow(RangeError);
});
