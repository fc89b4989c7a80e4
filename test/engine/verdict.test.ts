import { describe, expect, it } from 'vitest';
import type { LineCounts } from '../../src/domain/run.ts';
import { exitCodeOf, type FailOn, isIncomplete, verdictOf } from '../../src/engine/verdict.ts';

const counts = (facts: Partial<LineCounts> = {}): LineCounts => ({
  total: 10,
  technology: 10,
  approved: 10,
  rejected: 0,
  undecided: 0,
  ignored: 0,
  ...facts,
});
const findings = (error = 0, warning = 0, info = 0) => ({ error, warning, info });

describe('a run is incomplete', () => {
  it.each([
    ['when nothing is left open', counts(), 0, false, false],
    ['when a line is undecided', counts({ undecided: 1 }), 0, false, true],
    ['when a row could not be read', counts(), 1, false, true],
    ['when there was no declaratieregel at all', counts({ total: 0 }), 0, true, true],
    ['when lines are ignored: they are no technology', counts({ ignored: 5 }), 0, false, false],
    ['when lines are rejected: that is an answer', counts({ rejected: 5 }), 0, false, false],
  ])('%s', (_, lines, unreadable, nothing, expected) => {
    expect(isIncomplete(lines, unreadable, nothing)).toBe(expected);
  });
});

describe('the verdict of a run', () => {
  it.each([
    [0, 0, false, 'approved'],
    [0, 0, true, 'incomplete'],
    [1, 0, false, 'rejected'],
    [0, 1, false, 'rejected'],
    [1, 1, true, 'rejected'],
    [0, 1, true, 'rejected'],
    [1, 0, true, 'rejected'],
  ] as const)('with %i rejected lines, %i errors and incomplete %s is %s', (rejected, errors, incomplete, verdict) => {
    expect(verdictOf(counts({ rejected }), findings(errors), incomplete)).toBe(verdict);
  });

  it('is not touched by warnings and remarks', () => {
    expect(verdictOf(counts(), findings(0, 9, 9), false)).toBe('approved');
  });
});

describe('the exit code', () => {
  const cases: readonly [incomplete: boolean, error: number, warning: number, failOn: FailOn, code: number][] = [
    [false, 0, 0, 'error', 0],
    [false, 0, 1, 'error', 0],
    [false, 1, 0, 'error', 1],
    [false, 1, 1, 'error', 1],
    [true, 0, 0, 'error', 3],
    [true, 0, 1, 'error', 3],
    [true, 1, 0, 'error', 1],
    [true, 1, 1, 'error', 1],
    [false, 0, 0, 'warning', 0],
    [false, 0, 1, 'warning', 1],
    [false, 1, 0, 'warning', 1],
    [false, 1, 1, 'warning', 1],
    [true, 0, 0, 'warning', 3],
    [true, 0, 1, 'warning', 1],
    [true, 1, 0, 'warning', 1],
    [true, 1, 1, 'warning', 1],
    [false, 0, 0, 'new', 0],
    [false, 0, 1, 'new', 0],
    [false, 1, 0, 'new', 1],
    [false, 1, 1, 'new', 1],
    [true, 0, 0, 'new', 3],
    [true, 0, 1, 'new', 3],
    [true, 1, 0, 'new', 1],
    [true, 1, 1, 'new', 1],
  ];

  it.each(cases)('when incomplete is %s, %i errors and %i warnings count, on %s: %i', (...given) => {
    const [incomplete, error, warning, failOn, code] = given;
    expect(exitCodeOf(incomplete, findings(error, warning), failOn)).toBe(code);
  });

  it('is never moved by a remark', () => {
    for (const failOn of ['error', 'warning', 'new'] as const) {
      expect(exitCodeOf(false, findings(0, 0, 9), failOn)).toBe(0);
    }
  });

  it('stays 3 when every error of an incomplete run is waived or known', () => {
    const rejected = verdictOf(counts({ rejected: 1, undecided: 2 }), findings(1), true);
    expect([rejected, exitCodeOf(true, findings(0), 'error')]).toEqual(['rejected', 3]);
  });
});
