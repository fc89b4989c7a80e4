import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReferenceIndex } from '../../src/engine/reference-index.ts';
import { deliveryOf, type RowFacts } from '../builders/delivery.ts';

const indexOf = (rows: readonly RowFacts[]) => {
  const { lines } = deliveryOf(rows);
  return { index: new ReferenceIndex(lines), numberOf: (reference: string) => lines.references.find(reference) };
};

const name = fc.constantFrom('', 'R-1', 'R-2', 'R-3', 'R-4');
const rows = fc.array(fc.record({ reference: name, corrects: name, credit: fc.boolean(), minutes: fc.nat(200) }), {
  minLength: 1,
  maxLength: 25,
});

describe('the index of references', () => {
  it('counts the lines that bear a reference, and gives the first others in the order of the file', () => {
    fc.assert(
      fc.property(rows, (some) => {
        const { index } = indexOf(some);
        for (const [line, { reference }] of some.entries()) {
          const bearing = some.flatMap((row, other) => (row.reference === reference ? [other] : []));
          const others = reference === '' ? [] : bearing.filter((other) => other !== line);
          expect(index.bearers(line)).toBe(others.length + 1);
          expect(index.sharing(line)).toEqual(others.slice(0, 5));
        }
      }),
    );
  });

  it('gives the debits of a reference in the order of the file', () => {
    fc.assert(
      fc.property(rows, (some) => {
        const { index, numberOf } = indexOf(some);
        for (const reference of new Set(some.map((row) => row.reference).filter((text) => text !== ''))) {
          const debits = some.flatMap((row, line) => (row.reference === reference && !row.credit ? [line] : []));
          expect(index.debitsOf(numberOf(reference))).toEqual(debits);
        }
      }),
    );
  });

  it('counts the credits that name a reference, and their minutes', () => {
    fc.assert(
      fc.property(rows, (some) => {
        const { index, numberOf } = indexOf(some);
        for (const named of new Set(some.map((row) => row.corrects).filter((text) => text !== ''))) {
          const credits = some.filter((row) => row.credit && row.corrects === named);
          expect(index.creditsNaming(numberOf(named))).toEqual({
            credits: credits.length,
            creditedMinutes: credits.reduce((sum, row) => sum + row.minutes, 0),
          });
        }
      }),
    );
  });

  it('names a few of thousands of lines that share a number, as systems make that count per invoice', () => {
    const { index } = indexOf(Array.from({ length: 3000 }, () => ({ reference: '1' })));
    expect(index.bearers(1500)).toBe(3000);
    expect(index.sharing(1500)).toEqual([0, 1, 2, 3, 4]);
    expect(index.sharing(2)).toEqual([0, 1, 3, 4, 5]);
  });
});
