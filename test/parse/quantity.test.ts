import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DecimalReading, type Quantity, readQuantity, signProvenByQuantity } from '../../src/parse/quantity.ts';
import { minutesPerUnit } from '../../src/parse/units.ts';

const COMMA: DecimalReading = { sign: ',', settled: true };
const POINT: DecimalReading = { sign: '.', settled: true };
const OPEN: DecimalReading = { sign: ',', settled: false };
const OPEN_POINT: DecimalReading = { sign: '.', settled: false };

/** Minutes, or what is wrong. */
const of = (text: string, unit: string, reading = COMMA) => outcome(readQuantity(text, unit, 'text', reading));
const outcome = (quantity: Quantity) => (quantity.ok ? quantity.minutes : quantity.rule);

describe('units', () => {
  it.each([
    ['minuut minuten min min. MIN Minuut 01 1', 1],
    ['uur uren u h U Uur 04 4', 60],
    ['5minuten 5_minuten 5-minuten 5min 07 7', 5],
    ['kwartier kwartieren 15minuten 02 2', 15],
    ['halfuur half_uur half-uur 30min 03 3', 30],
    ['10minuten 10_minuten 10min 08 8', 10],
  ])('%s are %i minutes', (texts, minutes) => {
    expect(texts.split(' ').map(minutesPerUnit)).toEqual(texts.split(' ').map(() => minutes));
    expect(minutesPerUnit(texts.split(' ')[0]?.replace(/^(\d+)/, '$1\u00a0') ?? '')).toBe(minutes);
  });

  it.each(['dag', 'week', 'maand', 'stuk', 'M', 'd', '05', '06', '09', '00', '', 'uur per week', 'constructor'])(
    '„%s” is no unit of time that technology is billed in',
    (unit) => {
      expect(minutesPerUnit(unit)).toBeNull();
    },
  );
});

describe('a quantity', () => {
  it.each([
    ['6,5', 'uur', 390],
    ['6:30', 'uur', 390],
    ['06:30', 'uur', 390],
    ['6:30:00', 'uur', 390],
    ['390', 'min', 390],
    ['390', '01', 390],
    ['78', '07', 390],
    ['26', 'kwartier', 390],
    ['13', 'half uur', 390],
    ['39', '10 minuten', 390],
    ['2,5', 'uur', 150],
    ['4,0', 'uur', 240],
    ['0,25', 'uur', 15],
    ['1,75', 'uur', 105],
    ['390 min', 'min', 390],
    ['390 min', '', 390],
    ['6,5 uur', '', 390],
    ['6,5u', '', 390],
    ['6:30', '', 390],
    ['-6:30', 'uur', -390],
    ['\u22126,5', 'uur', -390],
    ['1.000', 'min', 1000],
    ['0', 'min', 0],
    ['-0', 'min', 0],
    ['100:00', 'uur', 6000],
  ])('%s in %s is %i minutes', (text, unit, minutes) => {
    expect(of(text, unit)).toBe(minutes);
  });

  it.each([
    ['6.5', 'uur', 390],
    ['6.50', 'uur', 390],
    ['6.30', 'uur', 378],
    ['390.0', 'min', 390],
  ])('%s in %s is %i minutes in a file with points', (text, unit, minutes) => {
    expect(of(text, unit, POINT)).toBe(minutes);
  });

  it.each([
    ['1,625', 'uur', 'fractional-minutes'],
    ['0,01', 'uur', 'fractional-minutes'],
    ['1,5', 'min', 'fractional-minutes'],
    ['0,1', '5 minuten', 'fractional-minutes'],
    ['6:30:30', 'uur', 'fractional-minutes'],
    ['6,5', 'week', 'unit-not-time'],
    ['6:30', 'stuk', 'unit-not-time'],
    ['390', '', 'missing-value'],
    ['6:60', 'uur', 'invalid-number'],
    ['6:5', 'uur', 'invalid-number'],
    ['6:30', 'kwartier', 'invalid-number'],
    ['6,5 uur', 'min', 'invalid-number'],
    ['5 weken', 'uur', 'invalid-number'],
    ['6u30', 'uur', 'invalid-number'],
    ['6.5', 'uur', 'invalid-number'],
    ['1e3', 'min', 'invalid-number'],
    ['#N/A', 'min', 'invalid-number'],
    ['100000001', 'min', 'invalid-number'],
  ])('%s in %s is %s', (text, unit, rule) => {
    expect(of(text, unit)).toBe(rule);
  });

  it('of a hundred million minutes is the largest that is believed', () => {
    expect(of('100000000', 'min')).toBe(100_000_000);
    expect(of('100000001', 'min')).toBe('invalid-number');
  });

  it('tells between which whole minutes a fraction lies', () => {
    expect(readQuantity('1,625', 'uur', 'text', COMMA)).toMatchObject({ below: 97, unitMinutes: 60 });
  });

  it('of a cell that was a number has a point whatever the sign of the file', () => {
    expect(outcome(readQuantity('6.5', 'uur', 'number', COMMA))).toBe(390);
    expect(outcome(readQuantity('6.25', 'uur', 'number', OPEN))).toBe(375);
    expect(outcome(readQuantity('1000.5', 'min', 'number', COMMA))).toBe('fractional-minutes');
  });

  it('of a duration cell is hours and minutes, above a day too', () => {
    expect(outcome(readQuantity('30:15', 'uur', 'time', COMMA))).toBe(1815);
  });

  it('is exact: no hundredth of an hour is lost in binary', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (twentieths) => {
        const hours = `${Math.floor(twentieths / 20)},${String((twentieths % 20) * 5).padStart(2, '0')}`;
        expect(of(hours, 'uur')).toBe(twentieths * 3);
      }),
    );
  });

  it('in any unit is that many minutes', () => {
    const units = [
      ['min', 1],
      ['uur', 60],
      ['07', 5],
      ['kwartier', 15],
      ['03', 30],
      ['08', 10],
    ] as const;
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 10_000 }), fc.constantFrom(...units), (count, [unit, minutes]) => {
        expect(of(String(count), unit)).toBe(count * minutes + 0);
      }),
    );
  });
});

describe('a time that can be read in two ways', () => {
  it('is 6.30 hours while the file does not settle its decimal sign', () => {
    expect(readQuantity('6.30', 'uur', 'text', OPEN)).toEqual({
      ok: false,
      rule: 'ambiguous-time',
      asClock: 390,
      asDecimal: 378,
    });
    expect(of('6.30', 'uur', OPEN_POINT)).toBe('ambiguous-time');
  });

  it('is 6.30 hours in a file with commas too, where the point can hardly be a decimal sign', () => {
    expect(of('6.30', 'uur', COMMA)).toBe('ambiguous-time');
  });

  it.each([
    ['in a file with points', '6.30', 'uur', POINT, 378],
    ['in minutes', '6.30', 'min', OPEN_POINT, 'fractional-minutes'],
    ['with one digit behind the point', '6.5', 'uur', OPEN_POINT, 390],
    ['beyond 59', '6.60', 'uur', OPEN_POINT, 396],
    ['with a comma', '6,30', 'uur', OPEN, 378],
    ['with a colon', '6:30', 'uur', OPEN, 390],
  ] as const)('is not 6.30 %s', (_, text, unit, reading, expected) => {
    expect(of(text, unit, reading)).toBe(expected);
  });

  it('is 6:30 in a column of minutes', () => {
    expect(of('6:30', 'min')).toBe('ambiguous-time');
  });

  it('is one or a thousand minutes while the decimal sign is only assumed', () => {
    expect(of('1.000', 'min', OPEN_POINT)).toBe('ambiguous-time');
    expect(of('1,000', 'min', OPEN)).toBe('ambiguous-time');
    expect(readQuantity('-12.000', 'min', 'text', OPEN_POINT)).toMatchObject({ asClock: 12_000, asDecimal: 12 });
  });

  it.each([
    ['the file settles its sign', '1.000', 'min', POINT, 1],
    ['the sign that is assumed makes it a thousand', '1.000', 'min', OPEN, 1000],
    ['it is in hours', '1,000', 'uur', OPEN, 60],
    ['it begins with a zero', '0.000', 'min', OPEN_POINT, 0],
  ] as const)('is not that when %s', (_, text, unit, reading, expected) => {
    expect(of(text, unit, reading)).toBe(expected);
  });
});

describe('the sign a quantity proves', () => {
  it.each([
    ['6.30', 'uur', null],
    ['6.30', '', null],
    ['6.30', 'min', '.'],
    ['6.30 min', '', '.'],
    ['6,5', 'uur', ','],
    ['6,5 uur', '', ','],
    ['6:30', 'uur', null],
    ['390', 'min', null],
  ])('%s in „%s” proves %s', (text, unit, sign) => {
    expect(signProvenByQuantity(text, unit)).toBe(sign);
  });
});
