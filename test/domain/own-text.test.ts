import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ownText } from '../../src/domain/own-text.ts';

it('a text of its own is the same text, whatever units it has', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => ownText(text) === text));
  expect(ownText('\ud800 half a character')).toBe('\ud800 half a character');
});
