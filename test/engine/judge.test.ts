import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LineVerdict } from '../../src/domain/run.ts';
import { bookedLine } from '../builders/booked-line.ts';
import { day, month } from '../builders/days.ts';
import { type DeliveryFacts, intakeFinding, judged, ledgerOf, type RowFacts } from '../builders/delivery.ts';
import { syntheticBsn } from '../oracle/synthetic-bsn.ts';

/** Debits and credits of one client in one month, each with a reference of its own; credits name a debit, themselves or nothing. */
const rowsOfMonth = fc
  .array(
    fc.record({
      date: fc.integer({ min: 1, max: 31 }),
      minutes: fc.integer({ min: 0, max: 60 }).map((fives) => fives * 5),
      credit: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
      names: fc.option(fc.nat(15)),
      law: fc.constantFrom(null, null, null, 'wlz' as const),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((drafts) =>
    drafts.map(
      ({ date, minutes, credit, names, law }, index): RowFacts => ({
        days: `2026-03-${String(date).padStart(2, '0')}`,
        minutes,
        credit,
        law,
        reference: `R-${index}`,
        corrects: credit && names !== null ? `R-${names}` : '',
      }),
    ),
  );

const RANK: Readonly<Record<LineVerdict, number>> = { approved: 0, ignored: 0, undecided: 1, rejected: 2 };

describe('the verdict of a line', () => {
  it('is approved when nothing is wrong with it', () => {
    expect(judged([{}])).toMatchObject({ verdicts: ['approved'], allowed: [60] });
  });

  it('is rejected when an error touches it, and none of it fits', () => {
    expect(judged([{ law: 'wlz' }])).toMatchObject({ verdicts: ['rejected'], allowed: [0] });
  });

  it('is approved with a warning', () => {
    expect(judged([{ minutes: 12 }])).toMatchObject({ rules: ['not-multiple-of-five'], verdicts: ['approved'] });
  });

  it('is rejected for a part of the excess, and says what would fit', () => {
    const rows = [{ minutes: 300 }, { minutes: 150, days: '2026-03-03' }];
    expect(judged(rows)).toMatchObject({ verdicts: ['approved', 'rejected'], allowed: [300, 90] });
  });

  it('is rejected whole behind the line on which the cap is reached', () => {
    const rows = [{ minutes: 390 }, { minutes: 10, days: '2026-03-03' }];
    expect(judged(rows)).toMatchObject({ verdicts: ['approved', 'rejected'], allowed: [390, 0] });
  });

  it('allows of a credited line what with its credit fits', () => {
    const rows = [
      { minutes: 380 },
      { minutes: 100, days: '2026-03-03', reference: 'D' },
      { minutes: 70, days: '2026-03-03', credit: true, corrects: 'D' },
    ];
    expect(judged(rows)).toMatchObject({ verdicts: ['approved', 'rejected', 'approved'], allowed: [380, 80, 70] });
  });

  it.each([
    ['of the line itself', { rows: [{ faulty: true }], intake: [] }],
    ['of the delivery that touches it', { rows: [{}], intake: [intakeFinding([0])] }],
  ])('is rejected by an error of reading %s, and it does not count', (_, { rows, intake }) => {
    const { verdicts, allowed, tally } = judged(rows, { intake });
    expect({ verdicts, allowed, eligible: tally.minutes.eligible }).toEqual({
      verdicts: ['rejected'],
      allowed: [0],
      eligible: 0,
    });
  });

  it('is not touched by a warning of reading', () => {
    expect(judged([{}], { intake: [intakeFinding([0], { severity: 'warning' })] }).verdicts).toEqual(['approved']);
  });

  it('is rejected when its minutes belong to no month', () => {
    expect(judged([{ days: '2026-03-31/2026-04-01' }])).toMatchObject({
      rules: ['line-spans-months'],
      verdicts: ['rejected'],
      allowed: [0],
    });
  });

  it('leaves the credit of a rejected debit approved, without making room for others', () => {
    const rows: RowFacts[] = [
      { minutes: 390 },
      { minutes: 30, law: 'wlz', reference: 'D' },
      { minutes: 30, credit: true, corrects: 'D' },
      { minutes: 30, days: '2026-03-09' },
    ];
    expect(judged(rows)).toMatchObject({ verdicts: ['approved', 'rejected', 'approved', 'rejected'] });
  });

  it('is that of its own month: another month has its own room', () => {
    expect(judged([{ minutes: 390 }, { minutes: 390, days: '2026-04-01' }]).verdicts).toEqual(['approved', 'approved']);
  });

  it('is that of its own client: another client has room of its own', () => {
    expect(judged([{ minutes: 390 }, { minutes: 390, client: 'C2' }]).verdicts).toEqual(['approved', 'approved']);
  });

  it('counts the lines of several providers together', () => {
    const rows = [
      { minutes: 300, provider: '41999001' },
      { minutes: 100, provider: '41999002', days: '2026-03-03' },
    ];
    expect(judged(rows).verdicts).toEqual(['approved', 'rejected']);
  });

  it('counts the lines of both laws together', () => {
    const registers = { C1: { wijkverpleging: ['2026-01-01/2026-03-14'], MPT: ['2026-03-15/'] } };
    const rows = [
      { minutes: 300, days: '2026-03-14' },
      { code: 'H138', minutes: 100, days: '2026-03-15' },
    ];
    expect(judged(rows, { registers })).toMatchObject({
      rules: ['both-laws-in-month', 'monthly-cap-exceeded'],
      verdicts: ['approved', 'rejected'],
      allowed: [300, 90],
    });
  });
});

describe('what was booked before', () => {
  const facts = (minutes: number): DeliveryFacts => {
    const client = judged([{}]).names.pseudonym(judged([{}]).delivery.lines.client(0));
    return { ledger: ledgerOf([bookedLine({ client, minutes })]) };
  };

  it.each([
    [330, 'approved', 60],
    [331, 'rejected', 59],
    [390, 'rejected', 0],
  ])('as %i minutes leaves an hour %s', (minutes, verdict, fits) => {
    expect(judged([{}], facts(minutes))).toMatchObject({ verdicts: [verdict], allowed: [fits] });
  });

  it('is told in the sums of the run', () => {
    expect(judged([{}], facts(200)).tally.minutes).toMatchObject({ booked: 200, eligible: 260, declared: 60 });
  });

  it('of another month takes no room', () => {
    expect(judged([{ days: '2026-04-02' }], facts(390)).verdicts).toEqual(['approved']);
  });

  it('of another client takes no room', () => {
    expect(judged([{}], { ledger: ledgerOf([bookedLine({ client: 'p-x', minutes: 390 })]) }).verdicts).toEqual([
      'approved',
    ]);
  });

  it('makes an unknown debit of that month an error', () => {
    const unknown = [{ minutes: 300 }, { credit: true, corrects: 'R-elders' }];
    expect(judged(unknown).verdicts).toEqual(['approved', 'approved']);
    expect(judged(unknown, facts(60)).verdicts).toEqual(['approved', 'rejected']);
  });
});

describe('months that were not asked for', () => {
  const rows = [{ minutes: 400 }, { minutes: 400, days: '2026-04-01' }];

  it('are counted and not judged', () => {
    const { verdicts, tally, findings, notChecked } = judged(rows, { months: ['2026-03'] });
    expect(verdicts).toEqual(['rejected', 'ignored']);
    expect(tally.lines).toEqual({ approved: 0, rejected: 1, undecided: 0, ignored: 1 });
    expect(new Set(findings.map((finding) => finding.month))).toEqual(new Set([month('2026-03')]));
    expect(notChecked).toEqual([{ rule: 'monthly-cap-exceeded', reason: 'other-month', lines: 1 }]);
  });

  it('still know of the references of all lines', () => {
    const shared = [{ reference: 'R-1' }, { reference: 'R-1', days: '2026-04-01' }];
    expect(judged(shared, { months: ['2026-03'] }).rules).toContain('duplicate-reference');
  });
});

describe('the client-months of a report', () => {
  it('are those with a finding', () => {
    const rows = [{ minutes: 391 }, { client: 'C2' }];
    expect(judged(rows).clientMonths.map(({ client }) => client)).toEqual(['C1']);
  });

  it('are those with a finding of reading too, by line or by client and month', () => {
    const { clientMonths } = judged([{}, { client: 'C2' }, { client: 'C3' }], { intake: [intakeFinding([1])] });
    expect(clientMonths.map(({ client }) => client)).toEqual(['C2']);
    const client = judged([{}]).delivery.lines.client(0);
    const ofRow = intakeFinding([], { client, month: month('2026-03') });
    expect(judged([{}], { intake: [ofRow] }).clientMonths).toHaveLength(1);
    expect(judged([{ days: '2026-04-01' }], { intake: [ofRow] }).clientMonths).toEqual([]);
  });

  it('show every line with its verdict and the minutes that fit', () => {
    const rows = [
      { minutes: 380, reference: 'R-1', insurer: '9998', amount: 38_000 },
      { minutes: 20, days: '2026-03-03/2026-03-09', provider: '41999001' },
    ];
    expect(judged(rows).clientMonths).toEqual([
      {
        client: 'C1',
        month: '2026-03',
        capMinutes: 390,
        minutes: { declared: 400, credited: 0, net: 400, eligible: 400, booked: 0 },
        byCode: { '1062': 400 },
        lines: [
          {
            input: 'declaraties.csv',
            sheet: null,
            row: 2,
            reference: 'R-1',
            code: '1062',
            minutes: 380,
            credit: false,
            first: '2026-03-02',
            last: '2026-03-02',
            insurer: '9998',
            provider: null,
            amountCents: 38_000,
            verdict: 'approved',
            allowedMinutes: 380,
          },
          {
            input: 'declaraties.csv',
            sheet: null,
            row: 3,
            reference: null,
            code: '1062',
            minutes: 20,
            credit: false,
            first: '2026-03-03',
            last: '2026-03-09',
            insurer: null,
            provider: '41999001',
            amountCents: null,
            verdict: 'rejected',
            allowedMinutes: 10,
          },
        ],
      },
    ]);
  });

  it.each([
    [
      'the cap exceeded',
      [
        { code: '1017', minutes: 10 },
        { code: '1019', minutes: 151 },
      ],
      150,
    ],
    ['the first cap of its codes when none is', [{ code: '1019', minutes: 12 }], 150],
    ['none in a month whose policy has no cap for its codes', [{ code: '1062', minutes: 10 }], null],
  ])('give %s as cap', (_, rows, cap) => {
    const of2019 = rows.map((row) => ({ ...row, days: '2019-06-03' }));
    expect(judged(of2019).clientMonths[0]?.capMinutes).toBe(cap);
  });

  it('give a reference without the BSN that an export made it of', () => {
    const bsn = syntheticBsn(0);
    const { clientMonths } = judged([{ client: 'C1', bsn, reference: `${bsn}-1`, minutes: 391 }]);
    expect(JSON.stringify(clientMonths)).not.toContain(bsn);
  });
});

describe('laws of judging', () => {
  const minutesRejected = (finding: { readonly data: unknown }) =>
    (finding.data as { lines: { rejectedMinutes: number }[] }).lines.reduce(
      (sum, { rejectedMinutes }) => sum + rejectedMinutes,
      0,
    );

  it('all of the excess is rejected, no more and no less', () => {
    fc.assert(
      fc.property(rowsOfMonth, (rows) => {
        const { findings, tally } = judged(rows);
        const cap = findings.find(({ rule }) => rule === 'monthly-cap-exceeded');
        const excess = Math.max(0, tally.minutes.eligible - 390);
        expect(cap === undefined ? 0 : minutesRejected(cap)).toBe(excess);
      }),
    );
  });

  it('lines lowered to what is allowed are approved, and fill the cap exactly when it was exceeded', () => {
    fc.assert(
      fc.property(rowsOfMonth, (rows) => {
        const before = judged(rows);
        // A rejected credit may bring the month below zero once its debits are lowered, which is another matter.
        fc.pre(rows.every(({ credit }, index) => !credit || before.verdicts[index] === 'approved'));
        const over = new Set(
          before.findings.flatMap(({ rule, lines }) => (rule === 'monthly-cap-exceeded' ? lines : [])),
        );
        const after = judged(
          rows.map((row, index) => (over.has(index) ? { ...row, minutes: before.allowed[index] ?? 0 } : row)),
        );
        expect(after.tally.minutes.eligible).toBe(Math.min(390, before.tally.minutes.eligible));
        expect(after.verdicts).toEqual(
          before.verdicts.map((verdict, index) => (over.has(index) ? 'approved' : verdict)),
        );
      }),
    );
  });

  it('the order of the rows does not change the judgement', () => {
    const shuffled = rowsOfMonth.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    const byReference = (rows: readonly RowFacts[]) => {
      const { verdicts, allowed, findings, tally } = judged(rows);
      const name = (line: number) => rows[line]?.reference ?? '';
      return {
        lines: rows.map((row, index) => [row.reference, verdicts[index], allowed[index]].join()).sort(),
        findings: findings.map(({ rule, severity, lines }) => [rule, severity, ...lines.map(name).sort()]),
        minutes: tally.minutes,
        counts: tally.lines,
      };
    };
    fc.assert(
      fc.property(shuffled, ([rows, moved]) => {
        expect(byReference(moved)).toEqual(byReference(rows));
      }),
    );
  });

  it('one good line more makes no line of an earlier day worse', () => {
    fc.assert(
      fc.property(
        rowsOfMonth,
        fc.integer({ min: 1, max: 31 }),
        fc.integer({ min: 1, max: 78 }),
        (rows, date, fives) => {
          const days = `2026-03-${String(date).padStart(2, '0')}`;
          const before = judged(rows);
          const after = judged([...rows, { days, minutes: fives * 5, reference: 'R-nieuw' }]);
          for (const [index, row] of rows.entries()) {
            if (day(row.days ?? '') >= day(days)) continue;
            expect(RANK[after.verdicts[index] ?? 'ignored']).toBeLessThanOrEqual(
              RANK[before.verdicts[index] ?? 'ignored'],
            );
            expect(after.allowed[index]).toBeGreaterThanOrEqual(before.allowed[index] ?? 0);
          }
        },
      ),
    );
  });

  it('no verdict depends on other clients', () => {
    fc.assert(
      fc.property(rowsOfMonth, rowsOfMonth, (rows, others) => {
        const strangers = others.map((row) => ({
          ...row,
          client: 'C2',
          reference: `X${row.reference}`,
          corrects: row.corrects === '' ? '' : `X${row.corrects}`,
        }));
        expect(judged([...rows, ...strangers]).verdicts.slice(0, rows.length)).toEqual(judged(rows).verdicts);
      }),
    );
  });

  it('what is approved fits the cap', () => {
    fc.assert(
      fc.property(rowsOfMonth, (rows) => {
        const { verdicts } = judged(rows);
        const approved = rows.filter((row, index) => verdicts[index] === 'approved' && !row.credit);
        const credited = rows.filter((row, index) => verdicts[index] === 'approved' && row.credit);
        const sum = (some: readonly RowFacts[]) => some.reduce((total, { minutes = 0 }) => total + minutes, 0);
        expect(sum(approved) - sum(credited)).toBeLessThanOrEqual(390);
      }),
    );
  });
});
