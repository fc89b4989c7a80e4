import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilOf, type Day, isoOf } from '../../src/domain/day.ts';
import { readDate } from '../../src/parse/dates.ts';
import { day } from '../builders/days.ts';

const read = (text: string) => {
  const found = readDate(text);
  return found === null ? null : isoOf(found);
};

describe('a date', () => {
  it.each([
    ['dd-mm-jjjj', '02-03-2026'],
    ['d-m-jjjj', '2-3-2026'],
    ['jjjj-mm-dd', '2026-03-02'],
    ['jjjjmmdd', '20260302'],
    ['dd/mm/jjjj', '02/03/2026'],
    ['d/m/jjjj', '2/3/2026'],
    ['spaces around it', ' 02-03-2026 '],
    ['a no-break space behind it', '02-03-2026\u00a0'],
    ['midnight behind it', '02-03-2026 00:00:00'],
    ['a time of a workbook', '2026-03-02 13:45:00'],
    ['a time of a database', '2026-03-02T23:59:59.999'],
    ['midnight in UTC', '2026-03-02T00:00:00Z'],
  ])('may be written as %s', (_, text) => {
    expect(read(text)).toBe('2026-03-02');
  });

  it.each([
    ['29 February of a year without one', '29-02-2026'],
    ['31 April', '31-04-2026'],
    ['day 0', '00-03-2026'],
    ['month 0', '02-00-2026'],
    ['month 13, as an American writes it', '03/31/2026'],
    ['all zeros', '00-00-0000'],
    ['a year of two digits', '02-03-26'],
    ['the year 26', '02-03-0026'],
    ['a year of five digits', '02-03-20226'],
    ['the year 1899', '31-12-1899'],
    ['a serial number of Excel', '46083'],
    ['a month in letters', '2 maart 2026'],
    ['points', '02.03.2026'],
    ['signs that differ', '02-03/2026'],
    ['one digit after a year', '2026-3-2'],
    ['seven digits', '2026302'],
    ['an hour that does not exist', '02-03-2026 24:00'],
    ['a time in UTC that is the next day here', '2026-03-02T23:00:00Z'],
    ['a period', '02-03-2026 - 03-03-2026'],
    ['the error of a formula', '#N/A'],
    ['a dash', '-'],
    ['nothing', ''],
    ['full-width digits', '０２-０３-２０２６'],
  ])('is not guessed from %s', (_, text) => {
    expect(read(text)).toBeNull();
  });

  it('knows leap days, of centuries too', () => {
    expect(['29-02-2024', '29-02-2000', '29-02-1900', '29-02-2100'].map(read)).toEqual([
      '2024-02-29',
      '2000-02-29',
      null,
      null,
    ]);
  });

  it('has 1900 as its first year', () => {
    expect(read('01-01-1900')).toBe('1900-01-01');
  });

  it('reads back every day in every form', () => {
    const days = fc.integer({ min: day('1900-01-01'), max: day('9999-12-31') }).map((number) => number as Day);
    fc.assert(
      fc.property(days, (number) => {
        const { year, month, day: date } = civilOf(number);
        const [mm, dd] = [month, date].map((part) => String(part).padStart(2, '0'));
        const forms = [`${dd}-${mm}-${year}`, `${date}-${month}-${year}`, `${dd}/${mm}/${year}`];
        for (const text of [...forms, `${year}-${mm}-${dd}`, `${year}${mm}${dd}`]) expect(readDate(text)).toBe(number);
      }),
    );
  });
});
