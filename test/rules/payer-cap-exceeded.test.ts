import { describe, expect, it } from 'vitest';
import type { ClaimLine } from '../../src/domain/claim-line.ts';
import { payerCapExceeded } from '../../src/rules/payer-cap-exceeded.ts';
import { balancesOf } from '../builders/balances.ts';
import { line } from '../builders/claim-line.ts';
import { violationsOf } from '../builders/violations.ts';

function found(lines: readonly ClaimLine[], agreed: Record<string, number>) {
  return violationsOf(payerCapExceeded, lines, { balances: balancesOf(lines, { agreed }) });
}

const of = (insurer: string, size: number) => line({ insurer, minutes: size });

describe('payer-cap-exceeded', () => {
  it.each([
    [240, false],
    [241, true],
  ])('judges %i minutes where 240 were agreed', (size, over) => {
    expect(found([of('9998', size)], { '9998': 240 })).toHaveLength(over ? 1 : 0);
  });

  it('names the insurer, its cap and how much of the line fits', () => {
    const [violation] = found([of('9998', 200), of('9998', 60)], { '9998': 240 });
    expect(violation?.data).toEqual({
      insurer: '9998',
      capMinutes: 240,
      netMinutes: 260,
      excessMinutes: 20,
      bookedMinutes: 0,
    });
    expect(violation?.lines.map(({ data }) => data)).toEqual([
      { code: '1062', minutes: 60, rejectedMinutes: 20, allowedMinutes: 40 },
    ]);
  });

  it('holds only lines of that insurer against it', () => {
    expect(found([of('9998', 200), of('9999', 100)], { '9998': 240 })).toEqual([]);
  });

  it('finds each insurer whose cap is exceeded', () => {
    const insurers = found([of('9998', 130), of('9999', 130)], { '9998': 120, '9999': 120 }).map(
      ({ data }) => data.insurer,
    );
    expect(insurers).toEqual(['9998', '9999']);
  });

  it('leaves lines that the legal cap rejects already', () => {
    expect(found([of('9998', 400)], { '9998': 240 })).toEqual([]);
  });

  it('approves no line over an agreed cap because the legal cap is exceeded by a line of another insurer', () => {
    const lines = [of('9998', 350), of('9999', 100)];
    expect(found(lines, { '9998': 300 }).flatMap((violation) => violation.lines.map((hit) => hit.line))).toEqual([
      lines[0],
    ]);
  });

  it('names of the lines over the agreed cap those that the legal cap leaves standing', () => {
    const lines = [of('9998', 300), of('9998', 85), of('9998', 10)];
    expect(found(lines, { '9998': 300 }).flatMap((violation) => violation.lines.map((hit) => hit.line))).toEqual([
      lines[1],
    ]);
  });

  it('has nothing to say where nothing was agreed', () => {
    expect(found([of('9998', 390)], {})).toEqual([]);
  });
});
