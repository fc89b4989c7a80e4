import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DecimalEvidence } from '../../src/parse/decimal-evidence.ts';
import type { DecimalSign } from '../../src/parse/numbers.ts';

type Proof = readonly [DecimalSign | null, boolean];

function evidence(proofs: readonly Proof[]): DecimalEvidence {
  const all = new DecimalEvidence();
  for (const [sign, technology] of proofs) all.add(sign, technology);
  return all;
}

describe('the decimal sign of a file', () => {
  it.each([
    ['the comma of technology lines', [[',', true]], { sign: ',', settled: true }],
    ['their point', [['.', true]], { sign: '.', settled: true }],
    [
      'technology lines, whatever more others say',
      [
        ['.', true],
        [',', false],
        [',', false],
      ],
      { sign: '.', settled: true },
    ],
    [
      'the other lines when technology lines are silent',
      [
        [null, true],
        ['.', false],
      ],
      { sign: '.', settled: true },
    ],
    [
      'the majority',
      [
        ['.', true],
        ['.', true],
        [',', true],
      ],
      { sign: '.', settled: true },
    ],
    [
      'the comma on a tie',
      [
        ['.', true],
        [',', true],
      ],
      { sign: ',', settled: true },
    ],
    [
      'nobody: then it is assumed',
      [
        [null, true],
        [null, false],
      ],
      { sign: '.', settled: false },
    ],
  ] as const)('is settled by %s', (_, proofs, reading) => {
    expect(evidence(proofs).reading('.')).toEqual(reading);
  });

  it('does not depend on the order of its numbers', () => {
    const proof = fc.tuple(fc.constantFrom<DecimalSign | null>(',', '.', null), fc.boolean());
    const shuffled = fc
      .array(proof)
      .chain((proofs) => fc.tuple(fc.constant(proofs), fc.shuffledSubarray(proofs, { minLength: proofs.length })));
    fc.assert(
      fc.property(shuffled, fc.constantFrom<DecimalSign>(',', '.'), ([one, other], assumed) => {
        expect(evidence(other).reading(assumed)).toEqual(evidence(one).reading(assumed));
        expect(evidence(other).mixed).toBe(evidence(one).mixed);
      }),
    );
  });

  it('is mixed only when technology lines contradict each other', () => {
    expect(
      evidence([
        [',', true],
        ['.', true],
      ]).mixed,
    ).toBe(true);
    expect(
      evidence([
        [',', true],
        ['.', false],
      ]).mixed,
    ).toBe(false);
  });
});
