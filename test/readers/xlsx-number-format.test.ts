import { describe, expect, it } from 'vitest';
import { builtInFormat, classifyFormat } from '../../src/readers/xlsx-number-format.ts';

describe('a number format tells what a number means', () => {
  it.each([
    'dd-mm-yyyy',
    'd/m/yy',
    'mmm-yy',
    'mmmm',
    'yyyy\\-mm\\-dd;@',
    '[$-413]d mmmm yyyy',
    '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
    'mmmm" "yyyy',
    '[$-411]ggge"年"m"月"d"日";@',
    'dd-mm-jjjj',
    'd-m-yyyy h:mm',
    '[=0]"-";yyyy-mm-dd',
    '[=0]0;yyyy-mm-dd',
  ])('%s is a date', (code) => {
    expect(classifyFormat(code)).toEqual({ kind: 'date' });
  });

  it.each(['h:mm', 'hh:mm:ss', 'h:mm AM/PM', 'mm:ss', 'mm:ss.0', '[$-F400]h:mm:ss\\ AM/PM'])(
    '%s is a time of the day',
    (code) => {
      expect(classifyFormat(code)).toEqual({ kind: 'clock' });
    },
  );

  it.each([
    ...['[h]:mm', '[hh]:mm:ss', '[m]', '[ss]', '[Red][H]:mm'],
    // What a timesheet has: nothing for zero, seconds for less than a hundred hours.
    ...['[=0]?;[hh]:mm', '[=0]?;[<4.16666666666667][hh]:mm:ss;[hh]:mm', '[Red][=0]0;[h]:mm'],
  ])('%s is a duration', (code) => {
    expect(classifyFormat(code)).toEqual({ kind: 'elapsed' });
  });

  it.each([
    ['000000000', 9],
    ['00', 2],
    ['0000;-0000', 4],
    ['"C"00000', 5],
    ['[Blue]0000\\ ', 4],
  ])('%s pads an identifier to %i digits', (code, width) => {
    expect(classifyFormat(code)).toEqual({ kind: 'padded', width });
  });

  it.each([
    'General',
    'Standaard',
    '0',
    '0.00',
    '#,##0.00',
    '0.0_);[RED]\\(0.0\\)',
    '0%',
    '0.00E+00',
    '##0.0e-0',
    '"dag "0',
    '0\\d',
    '0" uur"',
    '[$€-413] #,##0.00',
    '[Red]0;[Blue]-0',
    '[=0]?;0%',
    '[=1]0',
    '@',
    '',
    ';;;',
    '"unfinished dd',
  ])('%s is a plain number', (code) => {
    expect(classifyFormat(code)).toEqual({ kind: 'number' });
  });

  it.each([
    [0, 'number'],
    [13, 'number'],
    [14, 'date'],
    [17, 'date'],
    [18, 'clock'],
    [21, 'clock'],
    [22, 'date'],
    [23, 'number'],
    [44, 'number'],
    [45, 'clock'],
    [46, 'elapsed'],
    [47, 'clock'],
    [48, 'number'],
    [49, 'number'],
  ])('built-in format %i is a %s', (id, kind) => {
    expect(builtInFormat(id).kind).toBe(kind);
  });
});
