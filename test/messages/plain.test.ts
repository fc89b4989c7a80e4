import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt, plain, shortened } from '../../src/messages/plain.ts';
import { brokenBsn, syntheticBsn, syntheticBsnWithZero } from '../oracle/synthetic-bsn.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 80 });

describe('plain', () => {
  it('makes one line of several, so that a cell cannot start a workflow command', () => {
    expect(plain('a\r\n::error::b\tc\u0085d\u2028e')).toBe('a ::error::b c d e');
  });

  it('removes terminal escapes, bidi controls and zero-width characters', () => {
    expect(plain('\u001b[31mrood\u009b\u202etxt\u2066\u200b\u200d\ufeff\u00ad')).toBe('[31mroodtxt');
  });

  it('replaces half a surrogate pair, which no UTF-8 file can hold', () => {
    expect(plain('a\ud83db')).toBe('a\ufffdb');
    expect(plain('a😀b')).toBe('a😀b');
  });

  it('turns every kind of space into a single one and drops them at the ends', () => {
    expect(plain(' \u00a0a \u2003 b\u202f')).toBe('a b');
  });

  it('keeps accents and quotes', () => {
    expect(plain('cliënt „x” ’s')).toBe('cliënt „x” ’s');
  });

  it('leaves nothing hidden in any text, and changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = plain(text);
        expect(once).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]| {2}|^ | $/u);
        expect(plain(once)).toBe(once);
      }),
    );
  });
});

describe('shortened', () => {
  it('keeps forty characters and cuts the forty-first', () => {
    expect(shortened('x'.repeat(40))).toBe('x'.repeat(40));
    expect(shortened('x'.repeat(41))).toBe(`${'x'.repeat(39)}…`);
  });

  it('counts an emoji as one character and never halves it', () => {
    expect(shortened('😀'.repeat(40))).toBe('😀'.repeat(40));
    expect(shortened('😀'.repeat(41))).toBe(`${'😀'.repeat(39)}…`);
  });
});

describe('excerpt', () => {
  it('hides a BSN, also one of eight digits or with invisible characters between the digits', () => {
    const bsn = syntheticBsn(3);
    expect(excerpt(`x ${bsn}`)).toBe('x •••••••••');
    expect(excerpt(`${bsn.slice(0, 4)}\u200b${bsn.slice(4)}`)).toBe('•••••••••');
    expect(excerpt(syntheticBsnWithZero(1).slice(1))).toBe('•••••••••');
  });

  it('shows nine digits that are no BSN', () => {
    expect(excerpt(brokenBsn(3))).toBe(brokenBsn(3));
  });

  it('hides a BSN before it cuts, so that no part of one is left at the end', () => {
    expect(excerpt(`${'x'.repeat(34)} ${syntheticBsn(5)}`)).toBe(`${'x'.repeat(34)} ••••…`);
  });
});
