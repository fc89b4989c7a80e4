import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DecimalSign, readNumber, signProvenBy } from '../../src/parse/numbers.ts';

const SIGNS: readonly DecimalSign[] = [',', '.'];
const value = (text: string, sign: DecimalSign) => {
  const number = readNumber(text, sign);
  return number === null ? null : number.digits / 10 ** number.scale;
};

describe('a number with a decimal comma', () => {
  it.each([
    ['390', 390],
    ['6,5', 6.5],
    ['6,50', 6.5],
    ['4,0', 4],
    [',5', 0.5],
    ['6,', 6],
    ['0006,5', 6.5],
    ['1.039,48', 1039.48],
    ['1.234', 1234],
    ['12.345.678', 12345678],
    ['1 234,5', 1234.5],
    ['1\u00a0234,5', 1234.5],
    ['1\u202f234', 1234],
    [' 6,5 ', 6.5],
    ['\u00a06,5\u00a0', 6.5],
    ['€ 12,50', 12.5],
    ['€12,50', 12.5],
    ['-€ 12,50', -12.5],
    ['+6,5', 6.5],
    ['-6,5', -6.5],
    ['\u22126,5', -6.5],
    ['0', 0],
    ['0,00', 0],
    ['999999999999999', 999999999999999],
  ])('%s', (text, expected) => {
    expect(value(text, ',')).toBe(expected);
  });
});

describe('a number with a decimal point', () => {
  it.each([
    ['6.5', 6.5],
    ['89.50', 89.5],
    ['1,039.48', 1039.48],
    ['1,234', 1234],
    ['.5', 0.5],
  ])('%s', (text, expected) => {
    expect(value(text, '.')).toBe(expected);
  });
});

describe('no number', () => {
  it.each([
    '',
    '-',
    ',',
    '6,5,0',
    '6.5.0',
    '1.23,4.5',
    '1.2345,6',
    '12.34',
    '1e3',
    '∞',
    'NaN',
    '50%',
    '1/2',
    '(60)',
    '60-',
    '--6',
    '0x3C',
    '６０',
    '٦٠',
    '#N/A',
    'zestig',
    '6 5',
    '1000000000000000',
    '99999999999999999999',
  ])('is „%s” in a file with commas', (text) => {
    expect(readNumber(text, ',')).toBeNull();
  });

  it.each(['6,5', '1,23', '1,2345'])('is %s in a file with points: the comma is no thousands sign there', (text) => {
    expect(readNumber(text, '.')).toBeNull();
  });

  it('is a cell full of spaces, however long', () => {
    expect(readNumber(`6${' '.repeat(1_000_000)}x`, ',')).toBeNull();
    expect(signProvenBy(`6,5${' '.repeat(1_000_000)}x`, true)).toBeNull();
  });

  it('has one digit more than can be kept exactly', () => {
    expect(readNumber('123456789012345', ',')).not.toBeNull();
    expect(readNumber('1234567890123456', ',')).toBeNull();
    expect(readNumber('0,123456789012345', ',')).not.toBeNull();
    expect(readNumber('0,1234567890123456', ',')).toBeNull();
  });
});

describe('reading a number', () => {
  it('gives exactly what was written, with thousands or without, whichever the sign', () => {
    const parts = fc.tuple(fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 0, max: 999 }), fc.boolean());
    fc.assert(
      fc.property(parts, fc.constantFrom(...SIGNS), ([whole, thousandths, negative], sign) => {
        const other = sign === ',' ? '.' : ',';
        const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, other);
        const fraction = String(thousandths).padStart(3, '0');
        for (const text of [`${whole}${sign}${fraction}`, `${grouped}${sign}${fraction}`]) {
          const number = readNumber(`${negative ? '-' : ''}${text}`, sign);
          const inThousandths = number && number.digits * 10 ** (3 - number.scale);
          expect(inThousandths).toBe((negative ? -1 : 1) * (whole * 1000 + thousandths) + 0);
        }
      }),
    );
  });

  it('never throws, and gives a safe integer or nothing, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...SIGNS), (text, sign) => {
        const number = readNumber(text, sign);
        expect(number === null || Number.isSafeInteger(number.digits)).toBe(true);
      }),
    );
  });
});

describe('the sign a number proves', () => {
  it.each([
    ['6,5', ','],
    ['6.5', '.'],
    ['0,125', ','],
    ['0.125', '.'],
    ['1.039,48', ','],
    ['1,039.48', '.'],
    ['1.234.567', ','],
    ['1,234,567', '.'],
    ['1234,567', ','],
    ['€ 12,50', ','],
    ['-6,5', ','],
    ['390', null],
    ['1.234', null],
    ['1,234', null],
    ['12.345', null],
    ['6,5,0', null],
    ['1.2,3.4', null],
    ['tekst', null],
    ['', null],
  ])('%s proves %s', (text, sign) => {
    expect(signProvenBy(text, false)).toBe(sign);
  });

  it.each([
    ['6.30', null],
    ['6.59', null],
    ['6.60', '.'],
    ['6.5', '.'],
    ['6.300', null],
    ['6,30', ','],
  ])('of hours, that may be a time: %s proves %s', (text, sign) => {
    expect(signProvenBy(text, true)).toBe(sign);
  });
});
