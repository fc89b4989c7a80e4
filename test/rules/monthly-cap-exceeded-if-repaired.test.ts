import { describe, expect, it } from 'vitest';
import type { ClaimLine } from '../../src/domain/claim-line.ts';
import { monthlyCapExceededIfRepaired } from '../../src/rules/monthly-cap-exceeded-if-repaired.ts';
import { type BalanceFacts, balancesOf } from '../builders/balances.ts';
import { line } from '../builders/claim-line.ts';
import { violationsOf } from '../builders/violations.ts';

function found(lines: readonly ClaimLine[], facts: BalanceFacts) {
  return violationsOf(monthlyCapExceededIfRepaired, lines, { balances: balancesOf(lines, facts) });
}

describe('monthly-cap-exceeded-if-repaired', () => {
  it.each([
    [90, false],
    [91, true],
  ])('judges a rejected line of %i minutes beside 300 good ones', (size, warned) => {
    const [good, bad] = [line({ minutes: 300 }), line({ minutes: size })];
    expect(found([good, bad], { rejected: [bad] })).toHaveLength(warned ? 1 : 0);
  });

  it('names the rejected lines and both sums', () => {
    const [good, bad] = [line({ minutes: 300 }), line({ minutes: 120 })];
    const [violation] = found([good, bad], { rejected: [bad] });
    expect(violation?.data).toEqual({ capMinutes: 390, declaredMinutes: 420, netMinutes: 300, bookedMinutes: 0 });
    expect(violation?.lines).toEqual([{ line: bad, data: { code: '1062', minutes: 120 } }]);
  });

  it('leaves a month that exceeds the cap already: that is an error of its own', () => {
    const [good, bad] = [line({ minutes: 391 }), line({ minutes: 120 })];
    expect(found([good, bad], { rejected: [bad] })).toEqual([]);
  });

  it('warns when the good lines fill the cap exactly', () => {
    const [good, bad] = [line({ minutes: 390 }), line({ minutes: 1 })];
    expect(found([good, bad], { rejected: [bad] })).toHaveLength(1);
  });

  it('leaves a month in which nothing is rejected', () => {
    expect(found([line({ minutes: 390 })], {})).toEqual([]);
  });

  it('counts what was booked earlier', () => {
    const bad = line({ minutes: 60 });
    expect(found([bad], { rejected: [bad], booked: { '1062': 330 } })).toEqual([]);
    expect(found([bad], { rejected: [bad], booked: { '1062': 331 } })).toHaveLength(1);
  });

  it('counts no line over two months, which could not be attributed', () => {
    const spanning = line({ days: '2026-03-31/2026-04-01', minutes: 300 });
    expect(found([line({ minutes: 300 }), spanning], { rejected: [spanning] })).toEqual([]);
  });

  it('says nothing of a lower cap agreed with an insurer', () => {
    const bad = line({ minutes: 100, insurer: '9998' });
    const lines = [line({ minutes: 200, insurer: '9998' }), bad];
    expect(found(lines, { rejected: [bad], agreed: { '9998': 240 } })).toEqual([]);
  });
});
