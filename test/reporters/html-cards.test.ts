import { describe, expect, it } from 'vitest';
import type { RunFinding, RunResult } from '../../src/domain/run.ts';
import { cardsOf } from '../../src/reporters/html/cards.ts';
import { finding, place } from './matter.ts';
import { REJECTED } from './runs.ts';

const WAIVER = { reason: 'r', owner: 'o', until: '2026-12-31' };
const ROOM = { findings: 1_000, lines: 1_000 };

const run = (findings: readonly RunFinding[], clientMonths: RunResult['clientMonths'] = []): RunResult => ({
  ...REJECTED,
  findings,
  clientMonths,
});
const clients = (result: RunResult) => cardsOf(result).cards.map(({ client, month }) => `${client} ${month}`);

describe('cards', () => {
  it('gather all findings of a client-month', () => {
    const result = run([finding({ rule: 'vpt-client' }), finding({ rule: 'late-line' })]);
    expect(cardsOf(result).cards.map(({ findings }) => findings.length)).toEqual([2]);
  });

  it('keep months of a client apart, and findings without a month', () => {
    const months = ['2026-02', '2026-03', null];
    expect(clients(run(months.map((month) => finding({ month })))).sort()).toEqual(
      ['C1001 2026-02', 'C1001 2026-03', 'C1001 null'].sort(),
    );
  });

  it('gather findings without client by file and rule', () => {
    const about = (rule: string, input: string, row: number) =>
      finding({ rule, client: null, month: null, places: [place(row, { input })] });
    const result = run([
      about('ragged-row', 'a.csv', 2),
      about('ragged-row', 'a.csv', 3),
      about('ragged-row', 'b.csv', 2),
      about('invalid-date', 'a.csv', 4),
    ]);
    expect(cardsOf(result).cards.map(({ findings }) => findings.length)).toEqual([2, 1, 1]);
  });

  it('hold a hundred faults of one kind, and then begin another that says where it is', () => {
    const rows = Array.from({ length: 101 }, (_, row) =>
      finding({ client: null, month: null, places: [place(row + 2)] }),
    );
    expect(cardsOf(run(rows)).cards.map(({ part }) => part)).toEqual([
      { from: 1, to: 100, of: 101 },
      { from: 101, to: 101, of: 101 },
    ]);
    expect(cardsOf(run(rows.slice(1))).cards[0]?.part).toBeNull();
  });
});

describe('the order of work', () => {
  it('is errors, warnings, remarks, and then what is accepted', () => {
    const of = (client: string, severity: RunFinding['severity'], waiver: RunFinding['waiver'] = null) =>
      finding({ client, severity, waiver });
    const result = run([of('I', 'info'), of('A', 'error', WAIVER), of('W', 'warning'), of('E', 'error')]);
    expect(cardsOf(result).cards.map(({ client }) => client)).toEqual(['E', 'W', 'I', 'A']);
  });

  it('is files before clients of the same severity', () => {
    const result = run([finding({ severity: 'error' }), finding({ severity: 'error', client: null, month: null })]);
    expect(cardsOf(result).cards.map(({ client }) => client)).toEqual([null, 'C1001']);
  });

  it('is the most money first, and the most minutes where there is no money', () => {
    const month = (client: string, minutes: number, amountCents: number | null): RunResult['clientMonths'][number] => {
      const [first] = REJECTED.clientMonths;
      const [line] = first!.lines;
      return {
        ...first!,
        client,
        lines: [{ ...line!, minutes, amountCents, allowedMinutes: 0, verdict: 'rejected' }],
      };
    };
    const findings = ['A', 'B', 'C'].map((client) => finding({ client, severity: 'error' }));
    const money = run(findings, [month('A', 900, 100), month('B', 10, 300), month('C', 10, 200)]);
    expect(cardsOf(money).cards.map(({ client }) => client)).toEqual(['B', 'C', 'A']);
    const minutes = run(findings, [month('A', 10, null), month('B', 30, null), month('C', 20, null)]);
    expect(cardsOf(minutes).cards.map(({ client }) => client)).toEqual(['B', 'C', 'A']);
  });
});

describe('the limit of the work list', () => {
  const four = run(['A', 'B', 'C', 'D'].map((client) => finding({ client })));

  it('takes as many findings as fit, and still knows all cards', () => {
    const deck = cardsOf(four, { ...ROOM, findings: 3 });
    expect([deck.cards.length, deck.findings, deck.all.length]).toEqual([3, 3, 4]);
  });

  it('takes all when exactly all fit', () => {
    expect(cardsOf(four, { ...ROOM, findings: 4 }).findings).toBe(4);
  });

  it('shows the first card even when it alone is too much', () => {
    expect(cardsOf(run([finding({}), finding({})]), { ...ROOM, findings: 1 }).cards).toHaveLength(1);
  });

  it('counts lines too', () => {
    const [month] = REJECTED.clientMonths;
    const months = ['A', 'B'].map((client) => ({ ...month!, client }));
    const result = run(
      ['A', 'B'].map((client) => finding({ client })),
      months,
    );
    expect(cardsOf(result, { ...ROOM, lines: 7 }).cards).toHaveLength(1);
    expect(cardsOf(result, { ...ROOM, lines: 8 }).cards).toHaveLength(2);
  });
});
