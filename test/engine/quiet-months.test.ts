import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClientId } from '../../src/domain/client-identity.ts';
import type { BookedLine } from '../../src/domain/ledger.ts';
import { LineOutcomes } from '../../src/domain/line-outcomes.ts';
import { clientNames } from '../../src/engine/client-names.ts';
import { judge, type LineSink } from '../../src/engine/judge.ts';
import { KNOWN_RULES } from '../../src/engine/known-rules.ts';
import { capRules, lineRules } from '../../src/pipeline/catalogue.ts';
import { bookedLine } from '../builders/booked-line.ts';
import { month, stretch } from '../builders/days.ts';
import {
  type DeliveryFacts,
  deliveryOf,
  intakeFinding,
  judgingOf,
  ledgerOf,
  type RowFacts,
} from '../builders/delivery.ts';
import { PLAIN_NAMES } from '../builders/pseudonyms.ts';
import type { RegisterFacts } from '../builders/register.ts';

const CLIENTS = ['C1', 'C2', 'C3', 'C4'] as const;

/** What is told of a row besides its client; C4 is a client of the Wlz. */
const plain: fc.Arbitrary<RowFacts> = fc
  .record({
    client: fc.constantFrom(...CLIENTS),
    date: fc.integer({ min: 1, max: 28 }),
    minutes: fc.constantFrom(10, 30, 45, 60, 90),
    insurer: fc.constantFrom('9001', '9001', '9002'),
  })
  .map(({ date, ...facts }) => ({
    ...facts,
    code: facts.client === 'C4' ? 'H138' : '1062',
    days: `2026-03-${String(date).padStart(2, '0')}`,
  }));

/** What some row of a delivery may have otherwise: with most of it a rule speaks, with some it does not. */
const TWISTS: readonly RowFacts[] = [
  ...['1062', 'H138', '1017'].map((code) => ({ code })),
  ...['2026-02-20', '2026-04-02', '2026-05-01', '2026-03-05/2026-03-09', '2026-03-28/2026-04-02'].map((days) => ({
    days,
  })),
  ...[0, 5, 7, 35, 63, 300, 390, 395, 6000, 9000].map((minutes) => ({ minutes, inMinutes: true })),
  ...(['zvw', 'wlz', 'other'] as const).map((law) => ({ law })),
  ...['R-0', 'R-1', 'R-2', ''].map((reference) => ({ reference })),
  ...['R-0', 'R-1', 'R-2', 'R-3', 'R-9', ''].map((corrects) => ({ credit: true, corrects })),
  ...['R-0', 'R-1', 'R-2', 'R-3'].map((corrects) => ({ credit: true, corrects, minutes: 10 })),
  ...['41000001', '41000002'].map((provider) => ({ provider })),
  { amount: 100 },
  { amount: 100, expectedAmount: 100 },
  { amount: 100, expectedAmount: 200 },
  { faulty: true },
];
const twist = fc.record({ row: fc.nat(8), twist: fc.constantFrom(...TWISTS) });

const rowsOf = (rows: readonly RowFacts[], twists: readonly { row: number; twist: RowFacts }[]): RowFacts[] =>
  rows.map((row, index) => ({
    reference: `R-${index}`,
    ...row,
    ...Object.assign({}, ...twists.filter((one) => one.row === index).map((one) => one.twist)),
  }));

/** The first value mostly, and each of the others too. */
function usually<Value>(value: Value, ...others: Value[]): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
}

const OTHER_REGISTERS: readonly RegisterFacts[] = [
  { wijkverpleging: ['2026-03-01/2026-03-20'] },
  { wijkverpleging: ['2026-03-05/2026-03-10', '2026-03-11/'] },
  { wijkverpleging: ['2015-01-01/'], VPT: ['2026-03-10/2026-03-12'] },
  { wijkverpleging: ['2015-01-01/'], wlz: ['2026-03-20/'] },
  { wijkverpleging: ['2015-01-01/'], PGB: ['2026-02-01/2026-03-02'] },
  { wijkverpleging: ['2015-01-01/'], MPT: ['2015-01-01/'] },
  { wijkverpleging: ['2015-01-01/'], death: '2026-03-15' },
  { wijkverpleging: ['2015-01-01/'], unread: { indications: ['2026-03-10/2026-03-12'] } },
  { MPT: ['2015-01-01/'] },
  { MPT: ['2015-01-01/'], DTV: ['2026-03-14/2026-03-15'] },
  { MPT: ['2026-03-02/'], VPT: ['2026-04-01/'] },
  { MPT: ['2015-01-01/'], wijkverpleging: ['2015-01-01/'] },
  {},
];
/** Booked lines of another month, that a credit of this one names or that name a line of it, and one of this month. */
const BOOKED: readonly BookedLine[] = [
  { month: '2026-01', reference: 'B-1' },
  { month: '2026-01', reference: 'R-0' },
  { month: '2026-01', reference: 'R-9', minutes: 90 },
  { month: '2026-01', reference: 'B-2', corrects: 'R-0', credit: true },
  { month: '2026-01', reference: 'B-2', corrects: 'R-9', credit: true },
  { month: '2026-03', reference: 'B-1', client: PLAIN_NAMES.client('client C1') },
].map((line) => bookedLine(line));
const PAYER: DeliveryFacts = { payerCaps: [{ uzovi: '9001', minutes: 300, period: stretch('2015-01-01/') }] };
const registers = fc
  .array(fc.tuple(fc.constantFrom(...CLIENTS), fc.constantFrom(...OTHER_REGISTERS)), { maxLength: 2 })
  .map((others) => ({
    ...Object.fromEntries(CLIENTS.map((client) => [client, { wijkverpleging: ['2015-01-01/'] } as RegisterFacts])),
    C4: { MPT: ['2015-01-01/'] },
    ...Object.fromEntries(others),
  }));
const facts: fc.Arbitrary<DeliveryFacts> = fc
  .record({
    registers,
    more: usually<DeliveryFacts>(
      {},
      { intake: [intakeFinding([0])] },
      { intake: [intakeFinding([], { client: 1 as ClientId, month: month('2026-03') })] },
      { intake: [intakeFinding([0], { severity: 'warning' })] },
      { months: ['2026-03'] },
      PAYER,
      { given: ['indications'] },
      { unread: { deliveryForms: '2026-03-10/2026-03-12' } },
      { severities: { 'monthly-cap-exceeded': 'off', 'duplicate-reference': 'info' } },
      ...BOOKED.map((line) => ({ ledger: ledgerOf([line]) })),
    ),
  })
  .map(({ registers, more }) => ({ registers, ...more }));

describe('months judged at a glance', () => {
  it('come to the same as when every rule looks at every month', () => {
    let glanced = 0;
    fc.assert(
      fc.property(
        fc.array(plain, { maxLength: 9 }),
        fc.array(twist, { maxLength: 4 }),
        facts,
        (some, twists, given) => {
          const rows = rowsOf(some, twists);
          const known = rows.length > 0 ? given : { ...given, intake: [] };
          const [quick, thorough] = [judgement(rows, known, true), judgement(rows, known, false)];
          glanced += quick.glanced;
          expect({ ...quick, glanced: 0 }).toEqual({ ...thorough, glanced: 0 });
        },
      ),
      { numRuns: 400 },
    );
    // Else this law would hold of nothing.
    expect(glanced).toBeGreaterThan(100);
  });

  it('are those of which the file knows every rule: a new one is named there with what makes it speak', () => {
    expect([...lineRules, ...capRules].map(({ id }) => id).filter((id) => !KNOWN_RULES.has(id))).toEqual([]);
  });

  it('are none while a rule is in force that nobody told of', () => {
    const more = [...lineRules, { ...lineRules[0]!, id: 'newcomer' }];
    expect(judgement([{}], {}, true).glanced).toBe(1);
    expect(judgement([{}], {}, true, more).glanced).toBe(0);
  });

  it.each<[string, RowFacts[], DeliveryFacts, number]>([
    ['two providers', [{ provider: '41000001' }, { provider: '41000002', days: '2026-03-03' }], {}, 0],
    ['one provider, named or not', [{ provider: '41000001' }, { days: '2026-03-03' }], {}, 1],
    ['minutes within what its insurer agreed', [{ minutes: 300 }], PAYER, 1],
    ['more than that', [{ minutes: 305 }], PAYER, 0],
  ])('may hold %s, or not', (_, rows, given, expected) => {
    expect(judgement(rows, given, true).glanced).toBe(expected);
  });

  it('are those of months of which nothing is booked, while their lines and credits have nothing to do with what is', () => {
    const glanced = (rows: RowFacts[], booked: Partial<BookedLine>) =>
      judgement(rows, { ledger: ledgerOf([bookedLine(booked)]) }, true).glanced;
    expect(glanced([{ reference: 'R-1' }], { month: '2026-01', reference: 'B-1' })).toBe(1);
    expect(glanced([{ reference: 'R-1' }], { month: '2026-01', reference: 'R-1' })).toBe(0);
    expect(glanced([{ reference: 'R-1' }], { month: '2026-03', reference: 'B-1' })).toBe(0);
    const credited = [{ reference: 'R-1' }, { reference: 'R-2', minutes: 30, credit: true, corrects: 'R-1' }];
    expect(glanced(credited, { month: '2026-01', reference: 'B-1' })).toBe(0);
  });

  it('are none in which a debit was credited before, by what is booked', () => {
    const rows = [{ reference: 'R-1' }, { reference: 'R-2', minutes: 30, credit: true, corrects: 'R-1' }];
    const before = bookedLine({ month: '2026-01', reference: 'B-1', corrects: 'R-1', credit: true });
    const [quick, thorough] = [true, false].map((glancing) =>
      judgement(rows, { ledger: ledgerOf([before]) }, glancing),
    );
    expect(thorough?.findings.map(({ rule }) => rule)).toContain('debit-credited-twice');
    expect(quick).toEqual(thorough);
  });

  it('may hold a credit that takes from a debit of the same month', () => {
    const rows = [
      { reference: 'R-1', minutes: 400, days: '2026-03-03' },
      { reference: 'R-2', minutes: 60, credit: true, corrects: 'R-1' },
    ];
    expect(judgement(rows, {}, true).glanced).toBe(1);
    expect(judgement([{ ...rows[0]!, minutes: 455 }, rows[1]!], {}, true).glanced).toBe(0);
  });
});

/** Everything that judging comes to, and how many months no rule looked at. */
function judgement(rows: readonly RowFacts[], given: DeliveryFacts, glancing: boolean, rules = lineRules) {
  const delivery = deliveryOf(rows, given);
  const names = clientNames(delivery.identity, PLAIN_NAMES);
  let looked = 0;
  const counting = {
    ...rules[0]!,
    check: function* count() {
      looked++;
      yield* [];
    },
  };
  const { judging, selection } = judgingOf(delivery, given);
  const watched = { ...judging, lineRules: rules, capRules: [...capRules, { ...counting, id: capRules[0]!.id }] };
  const outcomes = new LineOutcomes(rows.length);
  const sink: LineSink = (_, judged) => {
    for (const { line, verdict, allowedMinutes, bookedBy } of judged)
      outcomes.tell(line.number, verdict, allowedMinutes, bookedBy);
  };
  const { tally, ...told } = judge(delivery, watched, names, selection, sink, { glancing });
  const { lines, clientMonths, minutes, overview } = tally;
  const glanced = clientMonths.total - looked;
  const verdicts = rows.map((_, line) => {
    const allowed = outcomes.allowedMinutes(line, delivery.lines.minutes(line));
    return `${outcomes.verdict(line)} ${allowed} ${outcomes.bookedBy(line)}`;
  });
  const sums = {
    lines,
    clientMonths,
    minutes,
    months: tally.months(),
    amounts: tally.amountCents,
    overview: overview.result(),
  };
  return { ...told, ...sums, verdicts, glanced };
}
