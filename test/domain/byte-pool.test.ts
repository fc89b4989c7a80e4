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
      pool.rest();
      expect(pool.find('never seen: é')).toBe(-1);
      expect(texts.map((one) => pool.intern(one))).toEqual(texts.map((one) => distinct.indexOf(one)));
      expect(pool.size).toBe(distinct.length);
    }),
  );
});

test.each([766, 767, 768, 769, 1535, 1536])('a pool of %i texts that rested tells all of them apart again', (most) => {
  const pool = new TextPool();
  const texts = Array.from({ length: most }, (_, number) => `R-${number}`);
  for (const text of texts) pool.intern(text);
  pool.rest();
  expect(pool.intern('another')).toBe(most + 1);
  expect(texts.map((text) => pool.find(text))).toEqual(texts.map((_, index) => index + 1));
});

/** The bytes of a text as the pool wants them: with four behind them, whatever they are. */
function viewOf(text: string): DataView {
  return new DataView(Uint8Array.from([...Buffer.from(text), 0x3f, 0x3f, 0x3f, 0x3f]).buffer);
}

test('thousands of keys that differ in their last digits are all told apart', () => {
  const pool = new BytePool();
  const keys = Array.from({ length: 20_000 }, (_, number) => viewOf(`C${100_000 + number}`));
  expect(keys.map((key) => pool.intern(key, 0, 7))).toEqual(keys.map((_, index) => index + 1));
  expect(keys.map((key) => pool.find(key, 0, 7))).toEqual(keys.map((_, index) => index + 1));
  expect(Buffer.from(pool.bytesOf(20_000)).toString()).toBe('C119999');
});

test('the same bytes before another suffix are another key', () => {
  const pool = new BytePool();
  const bytes = viewOf('1001');
  expect([pool.intern(bytes, 0, 4, 110), pool.intern(bytes, 0, 4, 98), pool.intern(bytes, 0, 4)]).toEqual([1, 2, 3]);
});

test('bytes that begin or end another way are another text, whatever their length and wherever they stand', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 9 });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 40 }), fc.constantFrom(0, 110), (texts, suffix) => {
      const pool = new BytePool();
      const all = viewOf(texts.join(''));
      const distinct = [...new Set(suffix === 0 ? ['', ...texts] : texts)];
      const starts = texts.map((_, turn) => texts.slice(0, turn).join('').length);
      const numbers = texts.map((one, turn) => pool.intern(all, starts[turn]!, starts[turn]! + one.length, suffix));
      expect(numbers).toEqual(texts.map((one) => distinct.indexOf(one) + (suffix === 0 ? 0 : 1)));
      const kept = distinct.map((_, index) => Buffer.from(pool.bytesOf(index + (suffix === 0 ? 0 : 1))).toString());
      expect(kept).toEqual(distinct.map((one) => one + (suffix === 0 ? '' : 'n')));
      const whole = distinct.map((one) => one + (suffix === 0 ? '' : 'n'));
      expect(whole.map((one) => pool.find(viewOf(one), 0, one.length))).toEqual(
        distinct.map((_, index) => index + (suffix === 0 ? 0 : 1)),
      );
    }),
  );
});

test('a number that was never given out is a mistake of ours', () => {
  expect(() => new BytePool().bytesOf(1)).toThrow(RangeError);
});
