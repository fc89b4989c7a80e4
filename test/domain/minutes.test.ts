import { describe, expect, it } from 'vitest';
import { cents } from '../../src/domain/cents.ts';
import { hoursText, minutes } from '../../src/domain/minutes.ts';

describe('minutes', () => {
  it.each([
    [390, '6:30'],
    [391, '6:31'],
    [0, '0:00'],
    [5, '0:05'],
    [59, '0:59'],
    [60, '1:00'],
    [6000, '100:00'],
    [-30, '-0:30'],
  ])('%i are shown as %s', (value, text) => {
    expect(hoursText(value)).toBe(text);
  });

  it('and cents are whole: a fraction is a mistake of the program', () => {
    expect(() => minutes(0.5)).toThrow(RangeError);
    expect(() => cents(0.1 + 0.2)).toThrow(RangeError);
    expect(() => minutes(Number.NaN)).toThrow(RangeError);
    expect(minutes(-5)).toBe(-5);
  });
});
