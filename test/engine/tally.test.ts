import { describe, expect, it } from 'vitest';
import { monthText } from '../../src/domain/month.ts';
import { mainMonthOf } from '../../src/engine/judge.ts';
import { sortedByKey } from '../../src/engine/sums-by-code.ts';
import { deliveryOf, judged, type RowFacts } from '../builders/delivery.ts';

const tallyOf = (rows: readonly RowFacts[]) => judged(rows).tally;

describe('the sums of a run', () => {
  it('count every line once, by its verdict', () => {
    expect(tallyOf([{}, { law: 'wlz' }, { client: 'C2', days: '2014-12-01' }]).lines).toEqual({
      approved: 1,
      rejected: 1,
      undecided: 1,
      ignored: 0,
    });
  });

  it('count client-months, over the cap from its first minute beyond', () => {
    const rows = [{ minutes: 390 }, { client: 'C2', minutes: 391 }, { client: 'C2', days: '2026-04-01' }];
    expect(tallyOf(rows).clientMonths).toEqual({ total: 3, withinCap: 2, overCap: 1 });
  });

  it('tell debit, credit and net minutes, whatever their verdict', () => {
    const rows = [{ minutes: 100 }, { minutes: 50, law: 'wlz' } as const, { minutes: 30, credit: true }];
    expect(tallyOf(rows).minutes).toMatchObject({ declared: 150, credited: 30, net: 120, eligible: 70 });
  });

  it('tell of rejected debits the whole line, or the part over the cap', () => {
    const rows = [{ minutes: 50, law: 'wlz' } as const, { minutes: 400, days: '2026-03-03' }];
    expect(tallyOf(rows).minutes.rejected).toBe(60);
  });

  it('tell nothing of a rejected credit, which was not to be billed', () => {
    expect(tallyOf([{ minutes: 100 }, { credit: true, law: 'wlz' }]).minutes.rejected).toBe(0);
  });

  it('attribute the minutes of a line over two months to none', () => {
    const tally = tallyOf([{ days: '2026-03-31/2026-04-01' }]);
    expect(tally.minutes).toMatchObject({ declared: 0, net: 0, eligible: 0, rejected: 60 });
    expect(tally.months()).toEqual([{ month: '2026-03', clients: 1, minutes: 0, byCode: {} }]);
  });

  it('add the caps of a month together', () => {
    const of2019 = { days: '2019-06-03' };
    expect(
      tallyOf([
        { ...of2019, code: '1017' },
        { ...of2019, code: '1019', minutes: 45 },
      ]).minutes.eligible,
    ).toBe(105);
  });

  it('are told per month in order of time, net and per code', () => {
    const rows = [
      { days: '2026-04-02', minutes: 20 },
      { minutes: 100 },
      { minutes: 30, credit: true },
      { client: 'C2', code: 'H138', minutes: 45 },
    ];
    expect(tallyOf(rows).months()).toEqual([
      { month: '2026-03', clients: 2, minutes: 115, byCode: { '1062': 70, H138: 45 } },
      { month: '2026-04', clients: 1, minutes: 20, byCode: { '1062': 20 } },
    ]);
  });

  it('have amounts only when the export has them', () => {
    expect(tallyOf([{}]).amountCents).toBeNull();
    expect(tallyOf([{}, { amount: 0 }]).amountCents).toEqual({ declared: 0, rejected: 0 });
  });

  it('tell the amounts of debit lines, and of rejected ones', () => {
    const rows = [{ amount: 1000 }, { amount: 250, law: 'wlz' } as const, { amount: 999, credit: true }];
    expect(tallyOf(rows).amountCents).toEqual({ declared: 1250, rejected: 250 });
  });

  it('do not depend on the order of keys in the input', () => {
    expect(Object.keys(sortedByKey({ b: 1, a: 2, H138: 3 }))).toEqual(['H138', 'a', 'b']);
  });
});

describe('the month a delivery is about', () => {
  const mainMonth = (days: readonly string[]) => {
    const month = mainMonthOf(deliveryOf(days.map((text) => ({ days: text }))).lines);
    return month === 0 ? null : monthText(month);
  };

  it('is that of most lines', () => {
    expect(mainMonth(['2026-02-02', '2026-03-02', '2026-02-03', '2026-04-01'])).toBe('2026-02');
  });

  it('is the latest of equals, in whatever order', () => {
    expect(mainMonth(['2026-03-02', '2026-02-02'])).toBe('2026-03');
    expect(mainMonth(['2026-02-02', '2026-03-02'])).toBe('2026-03');
  });

  it('is none without lines', () => {
    expect(mainMonth([])).toBeNull();
  });
});
