import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBsn, maskBsn } from '../../src/domain/bsn.ts';
import { createPseudonyms } from '../../src/store/pseudonyms.ts';

const key = new Uint8Array(32).fill(7);
const otherKey = new Uint8Array(32).fill(8);
const names = createPseudonyms(key);

/** A BSN made for a test: eight digits, and the ninth that makes the 11-proef hold; null when no digit does. */
function syntheticBsn(eight: number): string | null {
  const digits = String(eight).padStart(8, '0');
  return [...'0123456789'].map((last) => digits + last).find(isBsn) ?? null;
}

describe('a pseudonym', () => {
  test('is the same for the same key and client, now and in every later version', () => {
    expect(names.client('n1001')).toBe('p-cbnkpcnfqlghrdsrhhdd');
    expect(names.reference('R-1')).toBe('r-jgbcsnkfsdsrhghdbqmt');
    expect(names.fingerprint(['vpt-client', 'p-x', '2026-03'])).toBe('pgtkbqdrqmhgnqmqhbfhdcch');
    expect(names.keyCheck).toBe('qrpfkgqqccntfldhsmkqlfrk');
  });

  test('has only letters, so that it is never a BSN, a number or a date', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(names.client(text)).toMatch(/^p-[b-t]{20}$/);
        expect(names.reference(text)).toMatch(/^r-[b-t]{20}$/);
        expect(names.fingerprint([text])).toMatch(/^[b-t]{24}$/);
      }),
    );
  });

  test('of a BSN does not hold the BSN and passes the mask unchanged', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (eight) => {
        const bsn = syntheticBsn(eight);
        fc.pre(bsn !== null);
        const pseudonym = names.client(`b${bsn}`);
        expect(pseudonym).not.toContain(bsn);
        expect(maskBsn(pseudonym)).toBe(pseudonym);
      }),
    );
  });

  test('is another one with another key', () => {
    const others = createPseudonyms(otherKey);
    expect(others.client('n1001')).not.toBe(names.client('n1001'));
    expect(others.fingerprint(['a'])).not.toBe(names.fingerprint(['a']));
    expect(others.keyCheck).not.toBe(names.keyCheck);
  });

  test('of a client does not tell which reference has the same text', () => {
    expect(names.client('1001').slice(2)).not.toBe(names.reference('1001').slice(2));
  });
});

describe('a fingerprint', () => {
  test('differs whenever its parts differ, also when they read the same in one go', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (a, b) => {
        expect(names.fingerprint(a) === names.fingerprint(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
    expect(names.fingerprint(['ab', 'c'])).not.toBe(names.fingerprint(['a', 'bc']));
  });
});

test('a key of another length is our mistake', () => {
  expect(() => createPseudonyms(new Uint8Array(31))).toThrow(RangeError);
});
