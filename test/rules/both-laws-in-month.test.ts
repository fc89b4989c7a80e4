import { describe, expect, it } from 'vitest';
import { bothLawsInMonth } from '../../src/rules/both-laws-in-month.ts';
import { credit, line } from '../builders/claim-line.ts';
import type { RegisterFacts } from '../builders/register.ts';
import { lineFactsFound, linesFound, violationsOf } from '../builders/violations.ts';

const zvw = () => line({ code: '1062', days: '2026-03-02' });
const wlz = () => line({ code: 'H138', days: '2026-03-20' });
const switchDate = (register: RegisterFacts) =>
  violationsOf(bothLawsInMonth, [zvw(), wlz()], { register })[0]?.data.switchDate;

describe('both-laws-in-month', () => {
  it('finds a Zvw line and a Wlz line in one month', () => {
    expect(lineFactsFound(bothLawsInMonth, [zvw(), wlz()])).toEqual([
      { code: '1062', law: 'zvw' },
      { code: 'H138', law: 'wlz' },
    ]);
  });

  it.each([
    ['two Zvw lines', [zvw(), zvw()]],
    ['Wlz lines of several codes', [wlz(), line({ code: 'H306' })]],
    ['a Zvw line and a Wlz credit: only what is billed counts', [zvw(), credit({ code: 'H138' })]],
  ])('leaves %s', (_, lines) => {
    expect(linesFound(bothLawsInMonth, lines)).toEqual([]);
  });

  it('names the day the Wlz begins, by its indication', () => {
    expect(switchDate({ wijkverpleging: ['2026-01-01/2026-03-14'], wlz: ['2026-03-15/'] })).toBe('2026-03-15');
  });

  it('names the day the Wlz begins, by its leveringsvorm', () => {
    expect(switchDate({ MPT: ['2026-03-16/'] })).toBe('2026-03-16');
  });

  it('takes the first of an indication and a leveringsvorm that came later', () => {
    expect(switchDate({ wlz: ['2026-03-15/'], MPT: ['2026-03-18/'] })).toBe('2026-03-15');
  });

  it.each([
    ['the first day of the month', '2026-03-01', '2026-03-01'],
    ['the last day of the month', '2026-03-31', '2026-03-31'],
    ['the last day of the month before', '2026-02-28', null],
    ['the first day of the next month', '2026-04-01', null],
  ])('judges a Wlz that begins on %s', (_, first, expected) => {
    expect(switchDate({ wlz: [`${first}/`] })).toBe(expected);
  });

  it('does not take another leveringsvorm for the beginning of the Wlz', () => {
    expect(switchDate({ wlz: ['2025-01-01/'], MPT: ['2025-01-01/2026-03-09'], VPT: ['2026-03-10/'] })).toBeNull();
  });

  it('does not take the renewal of an indication for the beginning of the Wlz', () => {
    expect(switchDate({ wlz: ['2025-01-01/2026-03-09', '2026-03-10/'] })).toBeNull();
  });

  it('names none when the registers show none', () => {
    expect(switchDate({})).toBeNull();
  });
});
