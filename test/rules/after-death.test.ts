import { describe, expect, it } from 'vitest';
import { afterDeath } from '../../src/rules/after-death.ts';
import { creditOf, line } from '../builders/claim-line.ts';
import { lineFactsFound, linesFound, violationsOf } from '../builders/violations.ts';

const died = { register: { death: '2026-03-20' } };

describe('after-death', () => {
  it('leaves a line on the day of death itself', () => {
    expect(linesFound(afterDeath, [line({ days: '2026-03-20' })], died)).toEqual([]);
  });

  it('finds a line on the day after', () => {
    const late = line({ days: '2026-03-21' });
    expect(linesFound(afterDeath, [line({ days: '2026-03-19' }), late], died)).toEqual([late]);
  });

  it('finds a line of which only the last day comes after, and says that it is only a part', () => {
    expect(lineFactsFound(afterDeath, [line({ days: '2026-03-20/2026-03-21' })], died)).toEqual([{ partly: true }]);
    expect(lineFactsFound(afterDeath, [line({ days: '2026-03-21/2026-03-22' })], died)).toEqual([{ partly: false }]);
  });

  it('names the date of death', () => {
    expect(violationsOf(afterDeath, [line({ days: '2026-03-21' })], died)[0]?.data).toEqual({
      dateOfDeath: '2026-03-20',
    });
  });

  it('leaves a client of whom no date of death is known', () => {
    expect(linesFound(afterDeath, [line()])).toEqual([]);
  });

  it('leaves the credit of a line after death: it is the correction', () => {
    const late = line({ days: '2026-03-21' });
    expect(linesFound(afterDeath, [late, creditOf(late)], died)).toEqual([late]);
  });
});
