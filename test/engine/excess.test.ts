import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Balance } from '../../src/domain/balance.ts';
import type { ClaimLine } from '../../src/domain/claim-line.ts';
import { minutes } from '../../src/domain/minutes.ts';
import { layExcess } from '../../src/engine/excess.ts';
import { type BalanceFacts, balancesOf } from '../builders/balances.ts';
import { credit, creditOf, creditOfElsewhere, creditOfUnknown, line } from '../builders/claim-line.ts';

/** The month held against the 390 minutes of today. */
function balance(lines: readonly ClaimLine[], facts: BalanceFacts = {}): Balance {
  const [legal] = balancesOf(lines, facts);
  if (legal === undefined) throw new RangeError('no cap in force');
  return legal;
}

const eligible = (lines: readonly ClaimLine[], facts?: BalanceFacts) => balance(lines, facts).eligibleMinutes;
const rejected = (lines: readonly ClaimLine[], facts?: BalanceFacts) =>
  balance(lines, facts).counted.map(({ rejectedMinutes }) => rejectedMinutes);

describe('the minutes that count', () => {
  it('are those of the debit lines together, of all codes that share the cap', () => {
    expect(eligible([line({ minutes: 100 }), line({ minutes: 50 }), line({ code: 'H138', minutes: 30 })])).toBe(180);
  });

  it('are not those of a line that another rule rejects', () => {
    const bad = line({ minutes: 50 });
    expect(eligible([line({ minutes: 100 }), bad], { rejected: [bad] })).toBe(100);
  });

  it('are less what a credit takes from the debit it names', () => {
    const debit = line({ minutes: 100 });
    expect(eligible([debit, creditOf(debit, { minutes: 40 })])).toBe(60);
  });

  it('are less by a credit that names a debit only as far as the minutes of that debit go', () => {
    const debit = line({ minutes: 30 });
    expect(eligible([line({ minutes: 100 }), debit, creditOf(debit, { minutes: 50 })])).toBe(100);
  });

  it('are less by all credits of one debit together', () => {
    const debit = line({ minutes: 100 });
    expect(eligible([debit, creditOf(debit, { minutes: 40 }), creditOf(debit, { minutes: 25 })])).toBe(35);
  });

  it.each([
    ['names nothing', credit({ minutes: 40 })],
    ['names a debit nobody knows', creditOfUnknown({ minutes: 40 })],
    ['names a debit of another month or client', creditOfElsewhere(60, { minutes: 40 })],
    ['names a booked debit', creditOf(line(), { minutes: 40 }, { target: 'booked', debit: null })],
  ])('are less by a credit that %s', (_, loose) => {
    expect(eligible([line({ minutes: 100 }), loose])).toBe(60);
  });

  it('get no room from the credit of a rejected debit', () => {
    const bad = line({ minutes: 50 });
    expect(eligible([line({ minutes: 390 }), bad, creditOf(bad)], { rejected: [bad] })).toBe(390);
  });

  it('get no room from a rejected credit', () => {
    const debit = line({ minutes: 100 });
    for (const bad of [creditOf(debit), credit({ minutes: 40 })]) {
      expect(eligible([debit, bad], { rejected: [bad] })).toBe(100);
    }
  });

  it('are less by a credit of another code than the debit it names', () => {
    const debit = line({ code: 'H138', minutes: 100 });
    const { byCode } = balance([debit, creditOf(debit, { code: '1062', minutes: 40 })]);
    expect(byCode).toEqual({ H138: 60 });
  });

  it('are less by a credit under another cap than the debit it names, in the cap of that debit', () => {
    const debit = line({ code: '1017', days: '2019-06-03', minutes: 100 });
    const wrongCode = creditOf(debit, { code: '1019', minutes: 40 });
    expect(balancesOf([debit, wrongCode]).map(({ eligibleMinutes }) => eligibleMinutes)).toEqual([60, 0]);
  });

  it('are more by what was booked earlier under the codes of the cap', () => {
    expect(balance([line({ minutes: 100 })], { booked: { '1062': 200, H306: 50, '1017': 999 } })).toMatchObject({
      eligibleMinutes: 350,
      bookedMinutes: 250,
      byCode: { '1062': 300, H306: 50 },
    });
  });

  it('are not those of a line over two months, nor of such a credit', () => {
    const days = '2026-03-31/2026-04-01';
    const debit = line({ minutes: 100 });
    expect(eligible([debit, line({ days, minutes: 50 }), credit({ days, minutes: 20 })])).toBe(100);
    expect(eligible([debit, creditOf(debit, { days, minutes: 20 })])).toBe(100);
  });

  it('are under the cap of an insurer those of its lines', () => {
    const lines = [line({ insurer: '9998', minutes: 100 }), line({ insurer: '9999', minutes: 70 })];
    expect(balancesOf(lines, { agreed: { '9998': 240 } })[1]?.eligibleMinutes).toBe(100);
  });

  it('are under the cap of an insurer less by a credit without UZOVI that names its line', () => {
    const debit = line({ insurer: '9998', minutes: 100 });
    const lines = [debit, creditOf(debit, { minutes: 40 })];
    expect(balancesOf(lines, { agreed: { '9998': 240 } })[1]?.eligibleMinutes).toBe(60);
  });
});

describe('the minutes that were declared', () => {
  it('are those of rejected lines too', () => {
    const bad = line({ minutes: 50 });
    expect(balance([line({ minutes: 100 }), bad], { rejected: [bad] })).toMatchObject({
      declaredMinutes: 150,
      eligibleMinutes: 100,
    });
  });

  it('are less by the credit of a rejected debit', () => {
    const bad = line({ minutes: 50 });
    expect(balance([bad, creditOf(bad, { minutes: 20 })], { rejected: [bad] }).declaredMinutes).toBe(30);
  });

  it('are not those of a line over two months, which cannot be attributed', () => {
    const spanning = line({ days: '2026-03-31/2026-04-01', minutes: 50 });
    expect(balance([line({ minutes: 100 }), spanning], { rejected: [spanning] }).declaredMinutes).toBe(100);
  });

  it('are more by what was booked', () => {
    expect(balance([line({ minutes: 100 })], { booked: { '1062': 20 } }).declaredMinutes).toBe(120);
  });
});

describe('what lies over the cap', () => {
  it('is laid on the last line first', () => {
    expect(rejected([line({ minutes: 200 }), line({ minutes: 200 })])).toEqual([0, 10]);
  });

  it('goes on to the line before when the last has not enough', () => {
    expect(rejected([line({ minutes: 380 }), line({ minutes: 100 }), line({ minutes: 20 })])).toEqual([0, 90, 20]);
  });

  it('takes of a line only the minutes that count, not those a credit took already', () => {
    const last = line({ minutes: 100 });
    const lines = [line({ minutes: 380 }), last, creditOf(last, { minutes: 70 })];
    expect(balance(lines).counted).toMatchObject([
      { minutes: 380, rejectedMinutes: 0 },
      { minutes: 30, rejectedMinutes: 20 },
    ]);
  });

  it('is never laid on booked lines: what this run cannot carry stays', () => {
    const { excessMinutes, counted } = balance([line({ minutes: 30 })], { booked: { '1062': 400 } });
    expect(excessMinutes).toBe(40);
    expect(counted).toMatchObject([{ rejectedMinutes: 30 }]);
  });

  it('is nothing up to the cap itself', () => {
    expect(balance([line({ minutes: 390 })])).toMatchObject({ excessMinutes: 0 });
    expect(balance([line({ minutes: 391 })])).toMatchObject({ excessMinutes: 1 });
  });
});

describe('laying an excess', () => {
  const sizes = fc.array(fc.nat(400), { maxLength: 20 });
  const laid = (some: readonly number[], excess: number) =>
    layExcess(
      some.map((size) => ({ line: line({ minutes: size }), minutes: minutes(size) })),
      excess,
    ).map(({ rejectedMinutes }) => rejectedMinutes);
  const sum = (some: readonly number[]) => some.reduce((total, size) => total + size, 0);

  it('rejects all of it, or all there is', () => {
    fc.assert(
      fc.property(sizes, fc.nat(4000), (some, excess) => {
        expect(sum(laid(some, excess))).toBe(Math.min(excess, sum(some)));
      }),
    );
  });

  it('rejects of no line more than it has', () => {
    fc.assert(
      fc.property(sizes, fc.nat(4000), (some, excess) => {
        expect(laid(some, excess).every((part, index) => part >= 0 && part <= (some[index] ?? 0))).toBe(true);
      }),
    );
  });

  it('leaves an earlier line whole as long as a later one has minutes left', () => {
    fc.assert(
      fc.property(sizes, fc.nat(4000), (some, excess) => {
        const parts = laid(some, excess);
        const first = parts.findIndex((part) => part > 0);
        if (first !== -1) expect(parts.slice(first + 1)).toEqual(some.slice(first + 1));
      }),
    );
  });

  it('leaves what fits when the month is filled from its first line on', () => {
    fc.assert(
      fc.property(sizes, fc.nat(1000), (some, cap) => {
        let room = cap;
        const fitting = some.map((size) => {
          const part = Math.min(size, room);
          room -= part;
          return part;
        });
        const parts = laid(some, Math.max(0, sum(some) - cap));
        expect(some.map((size, index) => size - (parts[index] ?? 0))).toEqual(fitting);
      }),
    );
  });
});
