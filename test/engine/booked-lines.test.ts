import { describe, expect, it } from 'vitest';
import { bookedLines, countingMinutes } from '../../src/engine/booked-lines.ts';
import { bookedLine } from '../builders/booked-line.ts';
import { month } from '../builders/days.ts';
import { judged, ledgerOf } from '../builders/delivery.ts';
import { syntheticBsn } from '../oracle/synthetic-bsn.ts';

const { names, delivery } = judged([{ client: 'C1', bsn: syntheticBsn(0) }]);
const client = delivery.identity.resolve(delivery.lines.client(0));
const pseudonym = names.pseudonym(client);

describe('what was booked earlier', () => {
  it('is found by client and care month', () => {
    const ledger = ledgerOf([bookedLine({ client: pseudonym }), bookedLine({ client: pseudonym, month: '2026-02' })]);
    expect(bookedLines(ledger, names, []).ofMonth(client, month('2026-03'))).toHaveLength(1);
  });

  it('does not count beside a delivery that brings the same lines again', () => {
    const ledger = ledgerOf([
      bookedLine({ client: pseudonym, run: 'run-1', reference: 'R-1' }),
      bookedLine({ client: pseudonym, run: 'run-2', reference: 'R-2' }),
    ]);
    const booked = bookedLines(ledger, names, ['run-1']);
    expect(booked.ofMonth(client, month('2026-03')).map(({ run }) => run)).toEqual(['run-2']);
    expect([booked.bearing('R-1').length, booked.bearing('R-2').length]).toEqual([0, 1]);
    expect(booked.hasMonth(month('2026-03'))).toBe(true);
    expect(bookedLines(ledger, names, ['run-1', 'run-2']).hasMonth(month('2026-03'))).toBe(false);
  });

  it('is asked for a reference with a BSN in it as the store keeps it: hidden', () => {
    const reference = `R-${syntheticBsn(0)}`;
    const ledger = ledgerOf([bookedLine({ reference: names.safe(reference) })]);
    expect(bookedLines(ledger, names, []).bearing(reference)).toHaveLength(1);
  });

  it('is nothing for a line without reference', () => {
    const booked = bookedLines(ledgerOf([bookedLine({ reference: '', credit: true })]), names, []);
    expect([booked.bearing(''), booked.naming('')]).toEqual([[], []]);
  });
});

describe('booked minutes', () => {
  const lines = [
    bookedLine({ run: 'run-2', minutes: 100 }),
    bookedLine({ run: 'run-1', minutes: 40, code: 'H138' }),
    bookedLine({ run: 'run-2', minutes: 30, credit: true }),
  ];

  const cap = { codes: ['1062', 'H138'] };

  it('are net per code', () => {
    expect(countingMinutes(lines, cap)).toEqual({ '1062': 70, H138: 40 });
  });

  it.each([
    [60, { '1062': 0 }],
    [61, {}],
  ])('make no room of their own when %i of 60 minutes were credited', (credited, left) => {
    const sent = [bookedLine({ minutes: 60 }), bookedLine({ minutes: credited, credit: true })];
    expect(countingMinutes(sent, cap)).toEqual(left);
  });
});
