import fc from 'fast-check';
import { BASES } from './bases.ts';
import { BYTES, STRUCTURAL, type Step } from './damage.ts';
import type { Case } from './laws.ts';

const place = fc.nat(0x7fffffff);
const stepOf = (ops: readonly string[]): fc.Arbitrary<Step> =>
  fc.record({ op: fc.constantFrom(...ops), file: fc.nat(15), at: place, to: place }) as fc.Arbitrary<Step>;
const structural = stepOf(Object.keys(STRUCTURAL));
const ofBytes = stepOf(Object.keys(BYTES));

/** Deliveries with one to four things done to them; two in three with damage to the structure alone, which the strictest law is about. */
export const cases: fc.Arbitrary<Case> = fc.record({
  base: fc.constantFrom(...BASES.map(({ name }) => name)),
  steps: fc.oneof(
    { weight: 2, arbitrary: fc.array(structural, { minLength: 1, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.array(fc.oneof(structural, ofBytes), { minLength: 1, maxLength: 4 }) },
  ),
});
