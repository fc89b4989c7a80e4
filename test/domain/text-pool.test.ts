import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextPool } from '../../src/domain/text-pool.ts';

const texts = fc.array(fc.oneof(fc.string(), fc.constantFrom('', '__proto__', 'constructor', 'é', 'é')));

describe('a pool of texts', () => {
  it('gives every text back as it was', () => {
    fc.assert(
      fc.property(texts, (some) => {
        const pool = new TextPool();
        const numbers = some.map((text) => pool.intern(text));
        expect(numbers.map((number) => pool.text(number))).toEqual(some);
      }),
    );
  });

  it('gives equal texts one number and different texts different ones', () => {
    fc.assert(
      fc.property(texts, (some) => {
        const pool = new TextPool();
        for (const text of some) pool.intern(text);
        expect(pool.size).toBe(new Set(['', ...some]).size);
        for (const text of some) expect(pool.find(text)).toBe(pool.intern(text));
      }),
    );
  });

  it('numbers the empty text 0', () => {
    expect(new TextPool().intern('')).toBe(0);
  });

  it('finds no text it was not given', () => {
    const pool = new TextPool();
    pool.intern('R-1');
    expect(pool.find('R-2')).toBe(-1);
  });

  it('has no text for a number it never gave out', () => {
    expect(() => new TextPool().text(1)).toThrow(RangeError);
  });
});
