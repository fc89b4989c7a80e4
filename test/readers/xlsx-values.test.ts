import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/domain/day.ts';
import { dayOf, isoOf, plusDays } from '../../src/domain/day.ts';
import { classifyFormat } from '../../src/readers/xlsx-number-format.ts';
import type { Epoch } from '../../src/readers/xlsx-values.ts';
import { isoValue, numberValue } from '../../src/readers/xlsx-values.ts';

function shown(stored: string, code = 'General', epoch: Epoch = 1900): string {
  const { kind, text } = numberValue(stored, classifyFormat(code), epoch);
  return `${kind} ${text}`;
}

describe('a number becomes the shortest decimal text', () => {
  it.each([
    ['274.65999999999997', '274.66'],
    ['0.30000000000000004', '0.3'],
    ['6.5', '6.5'],
    ['1062.0', '1062'],
    ['1062', '1062'],
    ['001062', '1062'],
    ['-0', '0'],
    ['-0.0', '0'],
    ['.5', '0.5'],
    ['4.51119775197299', '4.51119775197299'],
    ['1E+20', '100000000000000000000'],
    ['1.5E-7', '0.00000015'],
    ['-2.5e-8', '-0.000000025'],
    ['1.2345E+21', '1234500000000000000000'],
    ['1e300', '1e+300'],
    ['999999999999999', '999999999999999'],
    ['1234567890123456789', '1234567890123456789'],
    ['00001234567890123456', '1234567890123456'],
    [' 7 ', '7'],
  ])('%s is %s', (stored, text) => {
    expect(shown(stored)).toBe(`number ${text}`);
  });

  it('leaves what is no number as text', () => {
    expect(shown('abc')).toBe('text abc');
    expect(shown('0x10')).toBe('text 0x10');
    expect(shown('')).toBe('text ');
    expect(shown('1e999')).toBe('text 1e999');
  });

  it('keeps every decimal of at most 15 digits exactly, however a program stored it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999, max: 999_999_999 }),
        fc.integer({ min: 0, max: 6 }),
        (digits, scale) => {
          const exact = (digits / 10 ** scale)
            .toFixed(scale)
            .replace(/(\.\d*?)0+$/, '$1')
            .replace(/\.$/, '');
          const noisy = (digits / 10 ** scale).toPrecision(17);
          expect(shown(noisy)).toBe(`number ${exact === '-0' ? '0' : exact}`);
        },
      ),
    );
  });
});

describe('a padded number is an identifier', () => {
  it('gets the zeros back that the spreadsheet only shows', () => {
    expect(shown('12345678', '000000000')).toBe('text 012345678');
    expect(shown('0', '00')).toBe('text 00');
  });

  it('keeps longer numbers, and is a number when it has a fraction or a sign', () => {
    expect(shown('1234567890', '000000000')).toBe('text 1234567890');
    expect(shown('6.5', '00')).toBe('number 6.5');
    expect(shown('-6', '00')).toBe('number -6');
  });
});

describe('a serial number becomes a day', () => {
  it.each([
    ['1', 'date 1900-01-01'],
    ['59', 'date 1900-02-28'],
    ['60', 'number 60'],
    ['61', 'date 1900-03-01'],
    ['46082', 'date 2026-03-01'],
    ['2958465', 'date 9999-12-31'],
    ['2958466', 'number 2958466'],
    ['0', 'number 0'],
    ['0.5', 'number 0.5'],
    ['-1', 'number -1'],
  ])('%s in the epoch of 1900 is %s', (stored, text) => {
    expect(shown(stored, 'dd-mm-yyyy')).toBe(text);
  });

  it.each([
    ['0', 'date 1904-01-01'],
    ['60', 'date 1904-03-01'],
    ['44620', 'date 2026-03-01'],
    ['2957003', 'date 9999-12-31'],
    ['2957004', 'number 2957004'],
    ['-1', 'number -1'],
  ])('%s in the epoch of 1904 is %s', (stored, text) => {
    expect(shown(stored, 'dd-mm-yyyy', 1904)).toBe(text);
  });

  it('carries its time when that is not midnight, to the second', () => {
    expect(shown('46082.75', 'dd-mm-yyyy')).toBe('date 2026-03-01 18:00:00');
    expect(shown('46082.000011574', 'd-m-yyyy h:mm')).toBe('date 2026-03-01 00:00:01');
    expect(shown('46082.000001', 'd-m-yyyy h:mm')).toBe('date 2026-03-01');
    expect(shown('46081.9999999', 'd-m-yyyy')).toBe('date 2026-03-01');
  });

  it('is the same day in both epochs, 1462 days apart', () => {
    const first = dayOf(1904, 1, 1) as Day;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_957_003 }), (days) => {
        const iso = isoOf(plusDays(first, days));
        expect(shown(String(days), 'yyyy-mm-dd', 1904)).toBe(`date ${iso}`);
        expect(shown(String(days + 1462), 'yyyy-mm-dd', 1900)).toBe(`date ${iso}`);
      }),
    );
  });
});

describe('a number shown as time becomes hours and minutes', () => {
  it.each([
    ['0.2708333333333333', '[h]:mm', 'time 6:30'],
    ['0.2708333333333333', 'h:mm', 'time 6:30'],
    ['1.25', '[h]:mm', 'time 30:00'],
    ['0.27090277777778', '[h]:mm:ss', 'time 6:30:06'],
    ['0', '[h]:mm', 'time 0:00'],
    ['-0.0208333333333333', '[h]:mm', 'time -0:30'],
    ['10.632060185185185', '[hh]:mm:ss', 'time 255:10:10'],
  ])('%s as %s is %s', (stored, code, text) => {
    expect(shown(stored, code)).toBe(text);
  });

  it('counts on past 24 hours even where the format would start again, for that is what was summed', () => {
    expect(shown('1.25', 'h:mm')).toBe('time 30:00');
  });

  it('is the whole moment when only the hour of a date is shown', () => {
    expect(shown('46082.5', 'h:mm')).toBe('date 2026-03-01 12:00:00');
    expect(shown('9999.5', 'h:mm')).toBe('time 239988:00');
    expect(shown('46082.5', '[h]:mm')).toBe('time 1105980:00');
  });

  it('gives every whole number of minutes back exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (minutes) => {
        const text = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
        expect(shown(String(minutes / 1440), '[h]:mm')).toBe(`time ${text}`);
      }),
    );
  });
});

describe('a date stored as ISO 8601', () => {
  it.each([
    ['2026-03-01', 'date', '2026-03-01'],
    ['2026-03-01T00:00:00', 'date', '2026-03-01'],
    ['2026-03-01T10:10:10Z', 'date', '2026-03-01 10:10:10'],
    ['2026-02-28T23:59:59.9', 'date', '2026-03-01'],
    ['06:30:00', 'time', '6:30'],
    ['T06:30', 'time', '6:30'],
    ['2026-02-29', 'text', '2026-02-29'],
    ['1 maart', 'text', '1 maart'],
    ['', 'text', ''],
  ])('%s is %s %s', (stored, kind, text) => {
    expect(isoValue(stored)).toEqual({ kind, text });
  });
});
