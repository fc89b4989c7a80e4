import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeclaredLaw } from '../../src/domain/law.ts';
import { clientNames } from '../../src/engine/client-names.ts';
import { judge } from '../../src/engine/judge.ts';
import { KNOWN_RULES } from '../../src/engine/quiet-months.ts';
import { capRules, lineRules } from '../../src/pipeline/catalogue.ts';
import { stretch } from '../builders/days.ts';
import { type DeliveryFacts, deliveryOf, intakeFinding, judgingOf, type RowFacts } from '../builders/delivery.ts';
import { PLAIN_NAMES } from '../builders/pseudonyms.ts';
import type { RegisterFacts } from '../builders/register.ts';

const CLIENTS = ['C1', 'C2', 'C3', 'C4'] as const;

/** Rows most of which are in order, and now and then one that some rule has to speak of. */
const row: fc.Arbitrary<RowFacts> = fc
  .record({
    client: fc.constantFrom(...CLIENTS),
    code: usually('1062', 'H138', 'H139', '1017'),
    date: fc.integer({ min: 1, max: 28 }),
    month: usually('2026-03', '2026-02', '2026-04', '2026-05'),
    lasts: usually(0, 1, 5, 40),
    minutes: usually(30, 5, 7, 10, 45, 60, 63, 300, 390, 395, 6000, 9000),
    inMinutes: fc.boolean(),
    credit: usually(false, true),
    reference: fc.oneof({ weight: 9, arbitrary: fc.nat(400) }, { weight: 1, arbitrary: fc.constantFrom(1, 2) }),
    corrects: fc.nat(12),
    law: usually<DeclaredLaw>(null, 'zvw', 'wlz', 'other'),
    provider: usually('', '41000001', '41000002'),
    insurer: usually('9001', '', '9002'),
    amount: usually(null, 100, 200),
    expectedAmount: usually(null, 100, 200),
    faulty: usually(false, false, false, false, true),
  })
  .map(({ date, month, lasts, reference, corrects, ...facts }): RowFacts => {
    const first = `${month}-${String(date).padStart(2, '0')}`;
    const days = lasts === 0 ? first : `${first}/${isoPlus(first, lasts)}`;
    return { ...facts, days, reference: `R-${reference}`, ...(facts.credit ? { corrects: `R-${corrects}` } : {}) };
  });

/** The first value mostly, and each of the others too. */
function usually<Value>(value: Value, ...others: Value[]): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 30, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
}

const register: fc.Arbitrary<RegisterFacts> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom({ wijkverpleging: ['2015-01-01/'] }, { MPT: ['2015-01-01/'] }) },
  {
    weight: 4,
    arbitrary: fc.constantFrom<RegisterFacts>(
      { wijkverpleging: ['2026-03-01/2026-03-20'] },
      { wijkverpleging: ['2026-03-05/2026-03-10', '2026-03-11/'] },
      { wijkverpleging: ['2015-01-01/'], VPT: ['2026-03-10/2026-03-12'] },
      { wijkverpleging: ['2015-01-01/'], wlz: ['2026-03-20/'] },
      { wijkverpleging: ['2015-01-01/'], PGB: ['2026-02-01/2026-03-02'] },
      { wijkverpleging: ['2015-01-01/'], MPT: ['2015-01-01/'] },
      { wijkverpleging: ['2015-01-01/'], death: '2026-03-15' },
      { MPT: ['2015-01-01/'], DTV: ['2026-03-14/2026-03-15'] },
      { MPT: ['2026-03-02/'], VPT: ['2026-04-01/'] },
      { wijkverpleging: ['2015-01-01/'], unread: { indications: ['2026-03-10/2026-03-12'] } },
      {},
    ),
  },
);
const facts: fc.Arbitrary<DeliveryFacts> = fc
  .record({
    registers: fc.tuple(register, register, register, register).map((all) => Object.fromEntries(zip(CLIENTS, all))),
    more: usually<DeliveryFacts>(
      {},
      { intake: [intakeFinding([0])] },
      { intake: [intakeFinding([0], { severity: 'warning' })] },
      { months: ['2026-03'] },
      { payerCaps: [{ uzovi: '9001', minutes: 300, period: stretch('2015-01-01/') }] },
      { given: ['indications'] },
      { unread: { deliveryForms: '2026-03-10/2026-03-12' } },
      { severities: { 'monthly-cap-exceeded': 'off', 'duplicate-reference': 'info' } },
    ),
  })
  .map(({ registers, more }) => ({ registers, ...more }));

describe('months judged at a glance', () => {
  it('come to the same as when every rule looks at every month', () => {
    let glanced = 0;
    fc.assert(
      fc.property(fc.array(row, { maxLength: 14 }), facts, (rows, given) => {
        const known = rows.length > 0 ? given : { ...given, intake: [] };
        const [quick, thorough] = [judgement(rows, known, true), judgement(rows, known, false)];
        glanced += quick.glanced;
        expect({ ...quick, glanced: 0 }).toEqual({ ...thorough, glanced: 0 });
      }),
      { numRuns: 1000 },
    );
    // Else this law would hold of nothing.
    expect(glanced).toBeGreaterThan(300);
  });

  it('are those of which the file knows every rule: a new one is named there with what makes it speak', () => {
    expect([...lineRules, ...capRules].map(({ id }) => id).filter((id) => !KNOWN_RULES.has(id))).toEqual([]);
  });

  it('are none while a rule is in force that nobody told of', () => {
    const more = [...lineRules, { ...lineRules[0]!, id: 'newcomer' }];
    expect(judgement([{}], {}, true).glanced).toBe(1);
    expect(judgement([{}], {}, true, more).glanced).toBe(0);
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
  const watched = { ...judging, lineRules: [...rules, { ...counting, id: rules[0]!.id }] };
  const { tally, ...told } = judge(delivery, watched, names, selection, undefined, glancing);
  const { lines, clientMonths, minutes, overview } = tally;
  const glanced = clientMonths.total - looked;
  const sums = {
    lines,
    clientMonths,
    minutes,
    months: tally.months(),
    amounts: tally.amountCents,
    overview: overview.result(),
  };
  return { ...told, ...sums, glanced };
}

function isoPlus(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

function zip<A, B>(keys: readonly A[], values: readonly B[]): [A, B][] {
  return keys.map((key, index) => [key, values[index]!]);
}
