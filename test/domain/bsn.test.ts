import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DUMMY_BSN, isBsn, maskBsn, withoutBsn } from '../../src/domain/bsn.ts';
import { brokenBsn, syntheticBsn, syntheticBsnWithZero } from '../oracle/synthetic-bsn.ts';

const bsn = fc.nat(5000).map(syntheticBsn);

describe('a BSN', () => {
  it('passes the 11-proef', () => {
    fc.assert(fc.property(bsn, (text) => isBsn(text)));
  });

  it('is no BSN any more when one digit is wrong', () => {
    fc.assert(
      fc.property(bsn, fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), (text, at, by) => {
        const digit = String((Number(text[at]) + by) % 10);
        return !isBsn(text.slice(0, at) + digit + text.slice(at + 1));
      }),
    );
  });

  it.each([DUMMY_BSN, '000000000', '', brokenBsn(1), `${syntheticBsn(1)}0`, syntheticBsn(1).slice(1)])(
    'is not %s',
    (text) => {
      expect(isBsn(text)).toBe(false);
    },
  );
});

describe('a text with what could be a BSN hidden', () => {
  it('has no BSN left, whatever stands around it', () => {
    const around = fc.constantFrom('', ' ', 'cliënt ', 'R-', '(', ';');
    fc.assert(
      fc.property(around, bsn, around, (before, text, after) => !maskBsn(`${before}${text}${after}`).includes(text)),
    );
  });

  it('has none left when its groups are parted, or its zero was eaten', () => {
    const text = syntheticBsn(3);
    expect(maskBsn(`${text.slice(0, 4)}.${text.slice(4, 6)}.${text.slice(6)}`)).not.toMatch(/\d/);
    expect(maskBsn(syntheticBsnWithZero(3).slice(1))).not.toMatch(/\d/);
  });

  it.each(['12345', brokenBsn(2), '2026-03-01', '20260301', '01032026', 'R-000012'])('keeps %s', (text) => {
    expect(maskBsn(text)).toBe(text);
  });

  // Days with which programs say that they have none: .NET, Excel, SQL Server; all pass the 11-proef with a zero in front.
  it.each(['01-01-0001', '30-12-1899', '0001-01-01', '31-12-9999', '01.01.0001'])('keeps the day %s', (text) => {
    expect(maskBsn(text)).toBe(text);
  });

  it('hides the dummy BSN as well: a reader cannot know it is one', () => {
    expect(maskBsn(DUMMY_BSN)).not.toContain(DUMMY_BSN);
  });
});

describe('a BSN among other digits', () => {
  it('hides the whole text, so that nobody can cut it out', () => {
    expect(withoutBsn(`000${syntheticBsn(1)}9999`)).toBe('•••');
    expect(withoutBsn(`a ${syntheticBsn(1)}1`)).toBe('•••');
  });

  it('is not what a number of a record passes for', () => {
    for (let number = 0; number < 3000; number++) {
      const text = String(number).padStart(12, '0');
      expect(withoutBsn(text)).toBe(text);
    }
    expect(withoutBsn('F-2026-03')).toBe('F-2026-03');
  });
});
