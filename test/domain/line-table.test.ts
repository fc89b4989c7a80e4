import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClientId } from '../../src/domain/client-identity.ts';
import type { Day } from '../../src/domain/day.ts';
import { LineTable, type NewLine } from '../../src/domain/line-table.ts';
import { day } from '../builders/days.ts';

const MOST = 2_000_000_000;
const cents = fc.option(fc.integer({ min: 0, max: MOST }));
const anyLine: fc.Arbitrary<NewLine> = fc.record({
  input: fc.nat(200),
  row: fc.integer({ min: 2, max: 20_000_000 }),
  client: fc.integer({ min: 1, max: 2 ** 26 }).map((number) => number as ClientId),
  code: fc.constantFrom('1062', 'H138', 'H139', 'H306', '1017'),
  first: fc.integer({ min: -719_162, max: 2_932_896 }).map((number) => number as Day),
  last: fc.integer({ min: -719_162, max: 2_932_896 }).map((number) => number as Day),
  minutes: fc.integer({ min: 0, max: MOST }),
  credit: fc.boolean(),
  inMinutes: fc.boolean(),
  faulty: fc.boolean(),
  reference: fc.string(),
  corrects: fc.string(),
  declaredLaw: fc.constantFrom(null, 'zvw', 'wlz', 'other'),
  provider: fc.constant(0),
  insurer: fc.constant(0),
  amount: cents,
  expectedAmount: cents,
});

/** A line as the table gives it back. */
function lineOf(table: LineTable, line: number): NewLine {
  return {
    input: table.input(line),
    row: table.row(line),
    client: table.client(line),
    code: table.code(line),
    first: table.first(line),
    last: table.last(line),
    minutes: table.minutes(line),
    credit: table.isCredit(line),
    inMinutes: table.isInMinutes(line),
    faulty: table.isFaulty(line),
    reference: table.reference(line),
    corrects: table.corrects(line),
    declaredLaw: table.declaredLaw(line),
    provider: table.names.find(table.provider(line)),
    insurer: table.names.find(table.insurer(line)),
    amount: table.amount(line),
    expectedAmount: table.expectedAmount(line),
  };
}

const tableOf = (lines: readonly NewLine[]) => {
  const table = new LineTable();
  for (const line of lines) table.append(line);
  return table;
};
const allOf = (table: LineTable) => Array.from({ length: table.length }, (_, line) => lineOf(table, line));

describe('the table of lines', () => {
  it('gives every line back as it was appended', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 30 }), (lines) => {
        expect(allOf(tableOf(lines))).toEqual(lines);
      }),
    );
  });

  it('forgets the lines from a number on, and takes others in their place', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 10 }), fc.array(anyLine, { maxLength: 10 }), (kept, others) => {
        const table = tableOf([...kept, ...others]);
        table.truncate(kept.length);
        expect(allOf(table)).toEqual(kept);
        for (const line of others) table.append(line);
        expect(allOf(table)).toEqual([...kept, ...others]);
      }),
    );
  });

  it('grows beyond what it began with', () => {
    const line = fc.sample(anyLine, 1)[0]!;
    const table = tableOf(Array.from({ length: 5000 }, (_, row) => ({ ...line, row: row + 2 })));
    expect(table.length).toBe(5000);
    expect([table.row(0), table.row(1024), table.row(4999)]).toEqual([2, 1026, 5001]);
  });

  it('tells an amount of nothing from no amount', () => {
    const line = fc.sample(anyLine, 1)[0]!;
    const table = tableOf([
      { ...line, amount: 0 },
      { ...line, amount: null },
    ]);
    expect([table.amount(0), table.amount(1)]).toEqual([0, null]);
  });

  it.each([
    ['2026-03-31', '2026-03-31', false],
    ['2026-03-31', '2026-04-01', true],
    ['2026-03-01', '2027-03-01', true],
  ])('knows that a line from %s to %s spans months: %s', (first, last, expected) => {
    const line = fc.sample(anyLine, 1)[0]!;
    expect(tableOf([{ ...line, first: day(first), last: day(last) }]).spansMonths(0)).toBe(expected);
  });
});
