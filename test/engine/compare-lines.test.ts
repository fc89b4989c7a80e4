import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClientIdentity } from '../../src/domain/client-identity.ts';
import { LineTable } from '../../src/domain/line-table.ts';
import { monthFromText } from '../../src/domain/month.ts';
import { compareLines } from '../../src/engine/compare-lines.ts';
import { day } from '../builders/days.ts';
import { syntheticBsn } from '../oracle/synthetic-bsn.ts';

/** What a test says of a line; the rest is an hour of 1062 for C1 on 2 March 2026. */
interface LineFacts {
  readonly client?: string;
  readonly bsn?: string;
  readonly code?: string;
  readonly first?: string;
  readonly last?: string;
  readonly minutes?: number;
  readonly credit?: boolean;
  readonly reference?: string;
  readonly amount?: number | null;
}

/** Two tables with the clients of both. */
function compared(left: readonly LineFacts[], right: readonly LineFacts[], months: readonly string[] | null = null) {
  const identity = new ClientIdentity();
  const tableOf = (lines: readonly LineFacts[]) => {
    const table = new LineTable();
    for (const [row, { client = 'C1', bsn = '', first = '2026-03-02', ...facts }] of lines.entries()) {
      const { code = '1062', last = first, minutes = 60, credit = false, reference = '', amount = null } = facts;
      const known = identity.client(client, bsn, 0, 0, row);
      const days = { first: day(first), last: day(last) };
      const flags = {
        inMinutes: true,
        faulty: false,
        declaredLaw: null,
        provider: 0,
        insurer: 0,
        expectedAmount: null,
      };
      table.append({
        input: 0,
        row,
        client: known,
        code,
        ...days,
        minutes,
        credit,
        reference,
        corrects: '',
        amount,
        ...flags,
      });
    }
    return table;
  };
  const asked = months && new Set(months.map((month) => monthFromText(month)!));
  return compareLines(tableOf(left), tableOf(right), identity, asked);
}

const NOTHING = { leftOnly: [], rightOnly: [], different: [], otherReferences: 0, clientsUnseen: 0 };

describe('two line tables side by side', () => {
  it.each([
    ['client', { client: 'C2' }],
    ['code', { code: 'H138' }],
    ['dates', { last: '2026-03-03' }],
    ['debit-credit', { credit: true }],
    ['minutes', { minutes: 61 }],
    ['amount', { amount: 6_001 }],
  ])('differ in %s of the line with the same reference number', (what, change) => {
    const line = { reference: 'R1', amount: 6_000 };
    const { different, ...rest } = compared([line], [{ ...line, ...change }]);
    expect(different).toEqual([{ left: 0, right: 0, by: 'reference', differs: [what] }]);
    expect(rest).toEqual({ leftOnly: [], rightOnly: [], same: 0, otherReferences: 0, clientsUnseen: 0 });
  });

  it('match lines without a reference number by client, code, dates and debit or credit, equal ones first', () => {
    const left = [{ minutes: 60 }, { minutes: 90 }, { credit: true }];
    const right = [{ minutes: 30, credit: true }, { minutes: 90 }, { minutes: 45 }];
    expect(compared(left, right)).toMatchObject({
      same: 1,
      different: [
        { left: 0, right: 2, by: 'content', differs: ['minutes'] },
        { left: 2, right: 0, by: 'content', differs: ['minutes'] },
      ],
    });
  });

  it('tell how many of those lines have another reference number', () => {
    const found = compared(
      [{ reference: 'R1' }, { first: '2026-03-09' }],
      [{ reference: 'S1' }, { first: '2026-03-09', reference: 'S2' }],
    );
    expect(found).toEqual({ ...NOTHING, same: 2, otherReferences: 1 });
  });

  it('give what is in one of them only', () => {
    const found = compared(
      [{ reference: 'R1' }, { reference: 'R2', client: 'C2' }],
      [{ reference: 'R1' }, { reference: 'R3', client: 'C3' }],
    );
    expect(found).toEqual({ ...NOTHING, same: 1, leftOnly: [1], rightOnly: [1] });
  });

  it('do not guess which of several lines with one reference number is meant', () => {
    const left = [{ reference: 'R1' }, { reference: 'R1', first: '2026-03-03' }];
    expect(compared(left, [left[1]!, { reference: 'R1', first: '2026-03-04' }])).toMatchObject({
      same: 1,
      different: [{ left: 0, right: 1 }],
    });
    const strangers = [
      { reference: 'R1', first: '2026-03-04' },
      { reference: 'R1', first: '2026-03-05' },
    ];
    expect(compared(left, strangers)).toMatchObject({ different: [], leftOnly: [0, 1], rightOnly: [0, 1] });
  });

  it('know a client by its number in one and by its BSN in the other, once any line has both', () => {
    const bsn = syntheticBsn(1);
    const left = [{ client: 'C1' }, { client: 'C1', bsn, first: '2026-03-09' }];
    const right = [
      { client: '', bsn },
      { client: '', bsn, first: '2026-03-09' },
    ];
    expect(compared(left, right)).toEqual({ ...NOTHING, same: 2 });
  });

  it('count the lines of which nobody can tell whether the client is the same', () => {
    const bsn = syntheticBsn(1);
    expect(compared([{ reference: 'R1' }], [{ reference: 'R1', client: '', bsn }])).toEqual({
      ...NOTHING,
      same: 1,
      clientsUnseen: 1,
    });
    expect(compared([{}], [{ client: '', bsn }])).toEqual({
      ...NOTHING,
      same: 0,
      leftOnly: [0],
      rightOnly: [0],
      clientsUnseen: 1,
    });
  });

  it('compare amounts only when both have any, and then also with a line that has none', () => {
    expect(compared([{ amount: null }], [{ amount: 6_000 }])).toEqual({ ...NOTHING, same: 1 });
    const left = [
      { amount: null, reference: 'R1' },
      { amount: 1, reference: 'R2' },
    ];
    expect(
      compared(left, [
        { amount: 6_000, reference: 'R1' },
        { amount: 1, reference: 'R2' },
      ]),
    ).toMatchObject({
      same: 1,
      different: [{ differs: ['amount'] }],
    });
  });

  it('leave out other months than those asked for, but not a line that lies in such a month on one side', () => {
    const left = [
      { reference: 'R1', first: '2026-02-28' },
      { reference: 'R2', first: '2026-02-01' },
      { reference: 'R3' },
    ];
    const right = [
      { reference: 'R1', first: '2026-03-01' },
      { reference: 'R4', first: '2026-01-31' },
      { reference: 'R3' },
    ];
    expect(compared(left, right, ['2026-03'])).toMatchObject({
      same: 1,
      different: [{ differs: ['dates'] }],
      leftOnly: [],
      rightOnly: [],
    });
  });
});

describe('laws of comparing', () => {
  const facts = fc.record({
    client: fc.constantFrom('C1', 'C2'),
    code: fc.constantFrom('1062', 'H138'),
    first: fc.constantFrom('2026-03-01', '2026-03-02'),
    minutes: fc.constantFrom(30, 60),
    credit: fc.boolean(),
    reference: fc.constantFrom('', 'R1', 'R2', 'R3'),
    amount: fc.constantFrom(null, 3_000, 6_000),
  });
  const lines = fc.array(facts, { maxLength: 8 });

  it('a table is the same as itself in any order', () => {
    fc.assert(
      fc.property(
        lines.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, other]) => {
          expect(compared(all, other)).toEqual({ ...NOTHING, same: all.length });
        },
      ),
    );
  });

  it('every line is counted once on either side', () => {
    fc.assert(
      fc.property(lines, lines, (left, right) => {
        const { same, different, leftOnly, rightOnly } = compared(left, right);
        expect(same + different.length + leftOnly.length).toBe(left.length);
        expect(same + different.length + rightOnly.length).toBe(right.length);
      }),
    );
  });

  it('the two sides may change places', () => {
    fc.assert(
      fc.property(lines, lines, (left, right) => {
        const [one, other] = [compared(left, right), compared(right, left)];
        expect([other.same, other.different.length]).toEqual([one.same, one.different.length]);
        expect(other.leftOnly.length).toBe(one.rightOnly.length);
      }),
    );
  });
});
