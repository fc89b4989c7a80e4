import { describe, expect, it } from 'vitest';
import type { ClaimLine } from '../../src/domain/claim-line.ts';
import { monthlyCapExceeded } from '../../src/rules/monthly-cap-exceeded.ts';
import { type BalanceFacts, balancesOf } from '../builders/balances.ts';
import { credit, line } from '../builders/claim-line.ts';
import { violationsOf } from '../builders/violations.ts';

function found(lines: readonly ClaimLine[], facts: BalanceFacts = {}) {
  return violationsOf(monthlyCapExceeded, lines, { balances: balancesOf(lines, facts) });
}

describe('monthly-cap-exceeded', () => {
  it.each([
    [389, false],
    [390, false],
    [391, true],
  ])('judges a month of %i minutes', (size, over) => {
    expect(found([line({ minutes: size })])).toHaveLength(over ? 1 : 0);
  });

  it('adds up the lines of a month', () => {
    expect(found([line({ minutes: 200 }), line({ minutes: 190 })])).toEqual([]);
    expect(found([line({ minutes: 200 }), line({ minutes: 191 })])).toHaveLength(1);
  });

  it('says how much is too much, and of the line how much fits', () => {
    const [violation] = found([line({ minutes: 300 }), line({ minutes: 150 })]);
    expect(violation?.data).toEqual({
      capMinutes: 390,
      netMinutes: 450,
      excessMinutes: 60,
      bookedMinutes: 0,
      bookedRuns: [],
      byCode: { '1062': 450 },
      onlyTogether: false,
    });
    expect(violation?.lines.map(({ data }) => data)).toEqual([
      { code: '1062', minutes: 150, rejectedMinutes: 60, allowedMinutes: 90 },
    ]);
  });

  it('names only the lines that carry the excess', () => {
    const lines = [line({ minutes: 390 }), line({ minutes: 10 }), line({ minutes: 20 })];
    expect(found(lines)[0]?.lines.map((hit) => hit.line)).toEqual(lines.slice(1));
  });

  it.each([
    ['each law stays within and only the sum exceeds', 300, 100, true],
    ['one law reaches exactly the cap by itself', 390, 10, true],
    ['one law exceeds by itself', 391, 10, false],
  ])('says when %s', (_, zvw, wlz, together) => {
    const lines = [line({ minutes: zvw }), line({ code: 'H138', minutes: wlz })];
    expect(found(lines)[0]?.data).toMatchObject({
      byCode: { '1062': zvw, H138: wlz },
      onlyTogether: together,
    });
  });

  it('counts what was booked earlier, and lays nothing on it', () => {
    const late = line({ minutes: 60 });
    expect(found([late], { booked: { '1062': 330 } })).toEqual([]);
    const [violation] = found([late], { booked: { '1062': 400 } });
    expect(violation?.data).toMatchObject({ netMinutes: 460, excessMinutes: 70, bookedMinutes: 400 });
    expect(violation?.lines.map(({ data }) => data)).toMatchObject([{ rejectedMinutes: 60, allowedMinutes: 0 }]);
  });

  it('has nothing to reject when everything over the cap was booked earlier', () => {
    expect(found([credit({ minutes: 5 })], { booked: { '1062': 400 } })).toEqual([]);
  });

  it('counts no line that another rule rejects', () => {
    const [good, bad] = [line({ minutes: 390 }), line({ minutes: 60 })];
    expect(found([good, bad], { rejected: [bad] })).toEqual([]);
  });

  it.each([
    ['1017', 240],
    ['1018', 240],
    ['1019', 150],
  ])('holds %s in 2019 against %i minutes', (code, cap) => {
    expect(found([line({ code, days: '2019-06-03', minutes: cap })])).toEqual([]);
    expect(found([line({ code, days: '2019-06-03', minutes: cap + 1 })])[0]?.data.capMinutes).toBe(cap);
  });

  it('lets 1017 and 1018 share their cap of 2019, and 1019 have its own', () => {
    const of2019 = (code: string, size: number) => line({ code, days: '2019-06-03', minutes: size });
    expect(found([of2019('1017', 200), of2019('1019', 150)])).toEqual([]);
    expect(found([of2019('1017', 200), of2019('1018', 50)])[0]?.data.capMinutes).toBe(240);
  });

  it('is found per cap when both caps of 2019 are exceeded', () => {
    const of2019 = (code: string, size: number) => line({ code, days: '2019-06-03', minutes: size });
    expect(found([of2019('1017', 250), of2019('1019', 160)]).map(({ data }) => data.capMinutes)).toEqual([240, 150]);
  });

  it('leaves a lower cap agreed with an insurer to its own rule', () => {
    expect(found([line({ minutes: 300, insurer: '9998' })], { agreed: { '9998': 240 } })).toEqual([]);
  });
});
