import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enForms } from '../../src/messages/en/forms.ts';
import { nlForms } from '../../src/messages/nl/forms.ts';

describe('hours', () => {
  it.each([
    [0, '0:00 uur', '0:00 hours'],
    [5, '0:05 uur', '0:05 hours'],
    [59, '0:59 uur', '0:59 hours'],
    [60, '1:00 uur', '1:00 hours'],
    [390, '6:30 uur', '6:30 hours'],
    [-30, '-0:30 uur', '-0:30 hours'],
    [-90, '-1:30 uur', '-1:30 hours'],
    [59_999, '999:59 uur', '999:59 hours'],
    [60_000, '1.000:00 uur', '1,000:00 hours'],
    [75_000_005, '1.250.000:05 uur', '1,250,000:05 hours'],
  ])('writes %i minutes as %s', (minutes, dutch, english) => {
    expect(nlForms.hours(minutes)).toBe(dutch);
    expect(enForms.hours(minutes)).toBe(english);
  });
});

describe('euros', () => {
  it.each([
    [0, '€ 0,00', '€0.00'],
    [5, '€ 0,05', '€0.05'],
    [99_999, '€ 999,99', '€999.99'],
    [123_450, '€ 1.234,50', '€1,234.50'],
    [-7, '€ -0,07', '-€0.07'],
    [-123_450, '€ -1.234,50', '-€1,234.50'],
  ])('writes %i cents as %s', (cents, dutch, english) => {
    expect(nlForms.euros(cents)).toBe(dutch);
    expect(enForms.euros(cents)).toBe(english);
  });
});

describe('numbers', () => {
  it.each([
    [0, '0', '0'],
    [999, '999', '999'],
    [1000, '1.000', '1,000'],
    [-1_234_567, '-1.234.567', '-1,234,567'],
    [1234.5, '1.234,5', '1,234.5'],
  ])('writes %d as %s', (value, dutch, english) => {
    expect(nlForms.number(value)).toBe(dutch);
    expect(enForms.number(value)).toBe(english);
  });

  it('keeps all digits of any whole number', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(nlForms.number(value).replaceAll('.', '')).toBe(String(value));
        expect(enForms.number(value).replaceAll(',', '')).toBe(String(value));
      }),
    );
  });

  it('uses no space but the ordinary one, whatever version of Node or ICU writes it', () => {
    const written = [nlForms, enForms].flatMap((forms) => [
      forms.number(1_234_567),
      forms.euros(-123_450),
      forms.hours(600_000),
      forms.date('2026-09-01'),
      forms.month('2026-09'),
    ]);
    for (const text of written) expect(text).toMatch(/^[ -~€]*$/);
  });
});

describe('dates', () => {
  it('writes ISO days the Dutch way, and with the month in letters in English', () => {
    expect(nlForms.date('2026-03-01')).toBe('01-03-2026');
    expect(enForms.date('2026-03-01')).toBe('1 Mar 2026');
    expect(enForms.date('2026-09-30')).toBe('30 Sep 2026');
  });

  it('leaves out a time behind the day, and needs no time zone for it', () => {
    expect(nlForms.date('2026-03-31T23:59:59.999Z')).toBe('31-03-2026');
  });

  it.each(['', '2026-13-01', '2026-00-10', '2026-01-32', '31-03-2026', 'morgen'])('gives back %j as it is', (text) => {
    expect(nlForms.date(text)).toBe(text);
    expect(enForms.date(text)).toBe(text);
  });

  it('names months', () => {
    expect(nlForms.month('2026-01')).toBe('januari 2026');
    expect(nlForms.month('2026-12')).toBe('december 2026');
    expect(enForms.month('2026-05')).toBe('May 2026');
    expect(nlForms.month('2026-13')).toBe('2026-13');
    expect(enForms.month('2026')).toBe('2026');
  });

  it('writes a stretch of days, one day, and a stretch that is still open', () => {
    expect(nlForms.days({ first: '2026-03-01', last: '2026-03-15' })).toBe('01-03-2026 t/m 15-03-2026');
    expect(nlForms.days({ first: '2026-03-01', last: '2026-03-01' })).toBe('01-03-2026');
    expect(nlForms.days({ first: '2026-03-01', last: null })).toBe('vanaf 01-03-2026');
    expect(enForms.days({ first: '2026-03-01', last: '2026-03-15' })).toBe('1 Mar 2026 to 15 Mar 2026');
    expect(enForms.days({ first: '2026-03-01', last: '2026-03-01' })).toBe('1 Mar 2026');
    expect(enForms.days({ first: '2026-03-01', last: null })).toBe('from 1 Mar 2026');
  });
});

describe('lists', () => {
  it('puts a word before the last item only', () => {
    expect(nlForms.and([])).toBe('');
    expect(nlForms.and(['a'])).toBe('a');
    expect(nlForms.and(['a', 'b'])).toBe('a en b');
    expect(nlForms.or(['a', 'b', 'c'])).toBe('a, b of c');
    expect(enForms.and(['a', 'b', 'c'])).toBe('a, b and c');
    expect(enForms.or(['a', 'b'])).toBe('a or b');
  });

  it('quotes what a file says the same way everywhere, and shortens it', () => {
    expect(nlForms.quote('a\nb')).toBe('„a b”');
    expect(enForms.quote('x'.repeat(50))).toBe(`“${'x'.repeat(39)}…”`);
  });

  it('quotes the name of a file in full, since half a name finds nothing', () => {
    const name = `${'map/'.repeat(12)}declaraties.csv`;
    expect(nlForms.quoteName(name)).toBe(`„${name}”`);
    expect(enForms.quoteName(`${name}\n`)).toBe(`“${name}”`);
  });
});
