import { describe, expect, it } from 'vitest';
import { monthText } from '../../src/domain/month.ts';
import { bookedLines } from '../../src/engine/booked-lines.ts';
import { clientMonths } from '../../src/engine/client-months.ts';
import { clientNames } from '../../src/engine/client-names.ts';
import { bookedLine } from '../builders/booked-line.ts';
import { type DeliveryFacts, deliveryOf, ledgerOf, type RowFacts } from '../builders/delivery.ts';
import { PLAIN_NAMES } from '../builders/pseudonyms.ts';
import { syntheticBsn } from '../oracle/synthetic-bsn.ts';

const monthsOf = (rows: readonly RowFacts[], facts?: DeliveryFacts) => {
  const { lines, identity, ledger } = deliveryOf(rows, facts);
  const booked = bookedLines(ledger, clientNames(identity, PLAIN_NAMES), []);
  return [...clientMonths(lines, identity, booked)];
};
/** The line numbers of each client-month, as rows were given. */
const numbers = (rows: readonly RowFacts[]) => monthsOf(rows).map(({ lines }) => lines.map(({ number }) => number));
const correctionOf = (rows: readonly RowFacts[], facts?: DeliveryFacts) =>
  monthsOf(rows, facts)
    .flatMap(({ lines }) => lines)
    .find(({ number }) => number === 0)?.correction;

describe('lines by client and month', () => {
  it('come client by client in order of appearance, and month by month in order of time', () => {
    const rows = [
      { client: 'C2', days: '2026-04-01' },
      { client: 'C1', days: '2026-03-01' },
      { client: 'C2', days: '2026-03-31' },
    ];
    expect(monthsOf(rows).map(({ month, lines }) => [monthText(month), lines.map(({ number }) => number)])).toEqual([
      ['2026-03', [2]],
      ['2026-04', [0]],
      ['2026-03', [1]],
    ]);
  });

  it('belong to the month of their first day, also when the last lies in the next', () => {
    expect(monthsOf([{ days: '2026-03-31/2026-04-01' }]).map(({ month }) => monthText(month))).toEqual(['2026-03']);
  });

  it('belong to one client when one row names it by clientnummer and another by BSN', () => {
    const bsn = syntheticBsn(0);
    expect(numbers([{ client: 'C1' }, { bsn }, { client: 'C1', bsn }])).toHaveLength(1);
  });

  it.each([
    ['the first day', [{ days: '2026-03-03' }, { days: '2026-03-02' }]],
    ['then the last day', [{ days: '2026-03-02/2026-03-04' }, { days: '2026-03-02/2026-03-03' }]],
    ['then the reference', [{ reference: 'R-2' }, { reference: 'R-1' }]],
    ['then the file', [{ input: 1 }, { input: 0 }]],
    ['then the row', [{ row: 9 }, { row: 8 }]],
  ])('are ordered by %s', (_, rows) => {
    expect(numbers(rows)).toEqual([[1, 0]]);
  });

  it('are not ordered by reference before the last day', () => {
    expect(numbers([{ days: '2026-03-02/2026-03-04', reference: 'A' }, { reference: 'B' }])).toEqual([[1, 0]]);
  });

  it('know how many lines share their reference, over all clients and files', () => {
    const shared = { reference: 'R-1' };
    const [one, , none] = monthsOf([
      { ...shared, client: 'C1' },
      { ...shared, client: 'C2', input: 1, row: 7 },
      { client: 'C3' },
    ]).flatMap(({ lines }) => lines);
    expect(one).toMatchObject({ bearers: 2, sameReference: [{ input: 1, row: 7 }] });
    expect(none).toMatchObject({ bearers: 1, sameReference: [] });
  });
});

describe('what a credit names', () => {
  const credit = (facts: RowFacts = {}): RowFacts => ({ credit: true, reference: 'C', minutes: 40, ...facts });

  it('is nothing when it names nothing', () => {
    expect(correctionOf([credit(), { reference: 'D' }])).toEqual({
      named: '',
      target: 'empty',
      debit: null,
      debitMinutes: null,
      creditedMinutes: 40,
      credits: 1,
    });
  });

  it('is a debit of the same client and month', () => {
    expect(correctionOf([credit({ corrects: 'D' }), { reference: 'D', minutes: 60 }])).toEqual({
      named: 'D',
      target: 'here',
      debit: 1,
      debitMinutes: 60,
      creditedMinutes: 40,
      credits: 1,
    });
  });

  it.each([
    ['month', { days: '2026-04-02' }],
    ['client', { client: 'C2' }],
  ])('is a debit of another %s', (_, other) => {
    expect(correctionOf([credit({ corrects: 'D' }), { reference: 'D', ...other }])).toMatchObject({
      target: 'elsewhere',
      debit: null,
      debitMinutes: 60,
    });
  });

  it('is unknown when no debit bears the reference, also when a credit does', () => {
    expect(correctionOf([credit({ corrects: 'D' })])).toMatchObject({ target: 'unknown', debitMinutes: null });
    expect(correctionOf([credit({ corrects: 'D' }), credit({ reference: 'D' })])).toMatchObject({ target: 'unknown' });
  });

  it('is rather the debit of its own month when two bear the reference', () => {
    const rows = [credit({ corrects: 'D' }), { reference: 'D', days: '2026-02-02' }, { reference: 'D' }];
    expect(correctionOf(rows)).toMatchObject({ target: 'here', debit: 2 });
  });

  it('is a booked debit when this run has none', () => {
    const facts = { ledger: ledgerOf([bookedLine({ reference: 'D', minutes: 75 })]) };
    expect(correctionOf([credit({ corrects: 'D' })], facts)).toMatchObject({ target: 'booked', debitMinutes: 75 });
  });

  it('may be named by other credits too: all are counted', () => {
    const rows = [credit({ corrects: 'D' }), credit({ corrects: 'D', minutes: 25 }), { reference: 'D' }];
    expect(correctionOf(rows)).toMatchObject({ credits: 2, creditedMinutes: 65 });
  });

  it('may be named by a booked credit too', () => {
    const ledger = ledgerOf([bookedLine({ reference: 'D' }), bookedLine({ credit: true, corrects: 'D', minutes: 30 })]);
    expect(correctionOf([credit({ corrects: 'D' })], { ledger })).toMatchObject({ credits: 2, creditedMinutes: 70 });
  });

  it('is counted by itself when nobody knows the debit: at another client the number may mean another line', () => {
    const rows = [credit({ corrects: 'D' }), credit({ corrects: 'D', client: 'C2' })];
    expect(correctionOf(rows)).toMatchObject({ target: 'unknown', credits: 1, creditedMinutes: 40 });
  });

  it('is not credited by a debit that names it too, as the line that was sent in its place may', () => {
    const rows = [credit({ corrects: 'D' }), { corrects: 'D', reference: 'E' }];
    expect(correctionOf(rows)).toMatchObject({ target: 'unknown', credits: 1, creditedMinutes: 40 });
    expect(correctionOf([...rows, { reference: 'D' }])).toMatchObject({ credits: 1, creditedMinutes: 40 });
  });
});

describe('what was booked before', () => {
  it('is known of a line whose reference was booked', () => {
    const ledger = ledgerOf([bookedLine({ reference: 'R-1', run: 'run-7' })]);
    const lines = monthsOf([{ reference: 'R-1' }, { reference: 'R-2' }, {}], { ledger })[0]?.lines;
    expect(lines?.map(({ bookedBy }) => bookedBy).sort()).toEqual([null, null, 'run-7'].sort());
  });
});
