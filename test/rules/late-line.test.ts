import { describe, expect, it } from 'vitest';
import { lateLine } from '../../src/rules/late-line.ts';
import { credit, line } from '../builders/claim-line.ts';
import { linesFound, violationsOf } from '../builders/violations.ts';

describe('late-line', () => {
  it.each([
    ['2026-02-28', true],
    ['2026-03-01', false],
    ['2026-04-01', false],
    ['2025-12-31', true],
  ])('judges a line of %s in a delivery about March 2026', (days, found) => {
    expect(linesFound(lateLine, [line({ days })], { mainMonth: '2026-03' })).toHaveLength(found ? 1 : 0);
  });

  it('names the month the delivery is about', () => {
    const [found] = violationsOf(lateLine, [line({ days: '2026-02-02' })], { mainMonth: '2026-03' });
    expect(found?.data).toEqual({ mainMonth: '2026-03' });
  });

  it('holds for a credit too', () => {
    expect(linesFound(lateLine, [credit({ days: '2026-02-02' })], { mainMonth: '2026-03' })).toHaveLength(1);
  });
});
