import { describe, expect, it } from 'vitest';
import type { ClaimLine } from '../../src/domain/claim-line.ts';
import type { ClientId } from '../../src/domain/client-identity.ts';
import { LineTable } from '../../src/domain/line-table.ts';
import { Overview } from '../../src/engine/overview.ts';
import { balancesOf } from '../builders/balances.ts';
import { line, monthOfLines } from '../builders/claim-line.ts';

const overviewOf = (...months: readonly (readonly ClaimLine[])[]) => {
  const overview = new Overview(new LineTable());
  for (const [index, lines] of months.entries()) {
    overview.add({ ...monthOfLines(lines), client: index as ClientId }, balancesOf(lines));
  }
  return overview.result();
};
const classOf = (minutes: number) => overviewOf([line({ minutes })]).distributions[0]!.counts.length - 1;

describe('the distribution of client-months', () => {
  it('puts a month of exactly the cap in the last class before it, and one minute more in the next', () => {
    expect([390, 391].map(classOf)).toEqual([12, 13]);
  });

  it('keeps what is absurd in one last class that says it is open', () => {
    const [distribution] = overviewOf([line({ minutes: 100_000 })]).distributions;
    expect(distribution).toMatchObject({ capMinutes: 390, step: 30, open: true });
    expect(distribution?.counts).toHaveLength(40);
  });

  it('counts a month once, and only under caps that concern one of its codes', () => {
    const { distributions } = overviewOf([line({ days: '2019-03-02', code: '1019', minutes: 60 })]);
    expect(distributions.map(({ capMinutes, counts }) => [capMinutes, counts])).toEqual([[150, [0, 1]]]);
  });
});

describe('minutes and clients', () => {
  it('are net per code and insurer', () => {
    const { codes, insurers } = overviewOf(
      [line({ minutes: 60, insurer: '3311' }), line({ minutes: 30, insurer: '3311', code: 'H138' })],
      [line({ minutes: 45 })],
    );
    expect(codes).toEqual([
      { code: '1062', clients: 2, minutes: 105 },
      { code: 'H138', clients: 1, minutes: 30 },
    ]);
    expect(insurers).toEqual([
      { insurer: null, clients: 1, minutes: 45, byCode: { '1062': 45 } },
      { insurer: '3311', clients: 1, minutes: 90, byCode: { '1062': 60, H138: 30 } },
    ]);
  });

  it('count a client once for all its months', () => {
    const overview = new Overview(new LineTable());
    for (const days of ['2026-02-02', '2026-03-02']) {
      const lines = [line({ days })];
      overview.add(monthOfLines(lines), balancesOf(lines));
    }
    expect(overview.result().codes).toEqual([{ code: '1062', clients: 1, minutes: 120 }]);
  });

  it('leave out a line over two months, which belongs to neither', () => {
    expect(overviewOf([line({ days: '2026-03-25/2026-04-02' })])).toEqual({
      distributions: [],
      codes: [],
      insurers: [],
    });
  });
});
