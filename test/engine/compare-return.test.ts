import { describe, expect, it } from 'vitest';
import type { ReturnLine } from '../../src/domain/return-message.ts';
import { answerOf, compareReturn, stopsCounting } from '../../src/engine/compare-return.ts';
import type { SentClaim } from '../../src/engine/match-return.ts';
import { returnTotals } from '../../src/engine/return-totals.ts';
import { returnedLine } from '../builders/returned-line.ts';
import { sampleFinding, sampleInput } from '../store/sample-run.ts';

describe('what the payer made of a line', () => {
  it.each<[string, Partial<ReturnLine>, ReturnType<typeof answerOf>]>([
    ['the whole amount', {}, 'granted'],
    ['the whole amount, with a remark', { codes: ['8001'] }, 'granted'],
    ['the whole amount, with a code that says no', { codes: ['0584'] }, 'unclear'],
    ['a cent less', { grantedCents: 5999, codes: ['8059'] }, 'partly'],
    ['a cent', { grantedCents: 1 }, 'partly'],
    ['a cent more', { grantedCents: 6001 }, 'unclear'],
    ['nothing', { grantedCents: 0, codes: ['0584'] }, 'rejected'],
    ['nothing, without a code', { grantedCents: 0 }, 'rejected'],
    ['nothing, with a code nobody knows', { grantedCents: 0, codes: ['1234'] }, 'rejected'],
    ['nothing, and "fully granted"', { grantedCents: 0, codes: ['8001'] }, 'unclear'],
    ['nothing, since another record was refused', { grantedCents: 0, codes: ['8002'] }, 'not-judged'],
    ['nothing, since the client was refused', { grantedCents: 0, clientCodes: ['0320'] }, 'rejected'],
    ['the whole amount below a client who was refused', { clientCodes: ['0320'] }, 'granted'],
    ['the other sign', { grantedCents: -6000 }, 'unclear'],
    ['a credit in full', { credit: true, declaredCents: -6000, grantedCents: -6000 }, 'granted'],
    ['a credit in part', { credit: true, declaredCents: -6000, grantedCents: -100 }, 'partly'],
    ['nothing of nothing', { declaredCents: 0, grantedCents: 0 }, 'granted'],
    ['nothing of nothing, refused', { declaredCents: 0, grantedCents: 0, codes: ['0584'] }, 'rejected'],
    ['an amount nobody can read', { grantedCents: null }, 'unclear'],
  ])('%s', (_, fields, answer) => expect(answerOf(returnedLine(fields))).toBe(answer));

  it('takes a line out of the month only when nothing was granted', () => {
    const answers = ['granted', 'partly', 'rejected', 'not-judged', 'unclear'] as const;
    expect(answers.filter(stopsCounting)).toEqual(['rejected', 'not-judged']);
  });
});

const REFUSED: Partial<ReturnLine> = { grantedCents: 0, codes: ['0584'] };
const OVER_CAP = {
  ...sampleFinding('f'),
  places: [{ input: 'a.asc', sheet: null, row: 3, column: null, cell: null, reference: 'R-1' }],
};

/** Holds one returned line against a run in which it had a verdict and findings. */
function compared(
  fields: Partial<ReturnLine>,
  verdict: SentClaim['verdict'],
  findings: readonly (typeof OVER_CAP)[] = [],
  codes: readonly string[] = [],
) {
  const line = returnedLine(fields);
  const { code, minutes, credit, reference } = line;
  const days = { first: '2026-03-02', last: '2026-03-02' };
  const known = { client: 'p', code, minutes: minutes ?? 0, credit, reference, ...days };
  const sent: SentClaim = { ...known, row: 3, input: 0, verdict, booked: 'counts' };
  const result = { inputs: [sampleInput('a.asc')], findings };
  return compareReturn({ codes }, [{ line, sent, why: null }], result);
}

describe('the answer beside what was expected', () => {
  it.each<[string, Partial<ReturnLine>, SentClaim['verdict'], readonly (typeof OVER_CAP)[], string]>([
    ['approved and granted', {}, 'approved', [], 'agreed'],
    ['rejected for 0584, refused with 0584', REFUSED, 'rejected', [OVER_CAP], 'hit'],
    ['a warning of 0584, refused with 0584', REFUSED, 'approved', [{ ...OVER_CAP, severity: 'warning' }], 'hit'],
    ['a remark of 0584, refused with 0584', REFUSED, 'approved', [{ ...OVER_CAP, severity: 'info' }], 'miss'],
    ['approved, and refused', REFUSED, 'approved', [], 'miss'],
    ['approved, and granted in part', { grantedCents: 1 }, 'approved', [], 'miss'],
    ['rejected, and granted', {}, 'rejected', [OVER_CAP], 'surprise'],
    ['rejected for 0584, refused with 0320', { grantedCents: 0, codes: ['0320'] }, 'rejected', [OVER_CAP], 'surprise'],
    ['undecided, and refused', REFUSED, 'undecided', [], 'none'],
    ['undecided, and granted', {}, 'undecided', [], 'none'],
    ['rejected, and not judged', { grantedCents: 0, codes: ['8002'] }, 'rejected', [OVER_CAP], 'none'],
    ['a run that was removed', REFUSED, null, [], 'none'],
  ])('%s', (_, fields, verdict, findings, comparison) =>
    expect(compared(fields, verdict, findings)[0]?.comparison).toBe(comparison),
  );

  it('counts the code of the field when a finding names one', () => {
    const ofField = { ...OVER_CAP, rule: 'ei-field', data: { returnCode: '0638' }, expectedReturnCode: '0003' };
    expect(compared({ grantedCents: 0, codes: ['0638'] }, 'rejected', [ofField])[0]?.comparison).toBe('hit');
  });

  it.each<[string, Partial<ReturnLine>, string, string]>([
    ['refuses a line granted nothing, whatever its code', { grantedCents: 0, codes: ['8001'] }, 'rejected', 'miss'],
    ['refuses a line of nothing', { declaredCents: 0, grantedCents: 0 }, 'rejected', 'miss'],
    ['refuses a line without a readable amount', { grantedCents: null }, 'rejected', 'miss'],
    ['contradicts a line granted in full', {}, 'unclear', 'none'],
    ['contradicts a line granted a cent', { grantedCents: 1 }, 'unclear', 'none'],
  ])('of a file that was refused as a whole %s', (_, fields, answer, comparison) =>
    expect(compared(fields, 'approved', [], ['8073'])[0]).toMatchObject({ answer, comparison }),
  );
});

it('is added up per return code and per rule', () => {
  const all = [
    ...compared(REFUSED, 'rejected', [OVER_CAP]),
    ...compared({}, 'rejected', [OVER_CAP]),
    ...compared({ ...REFUSED, credit: true, declaredCents: -6000 }, 'approved'),
  ];
  const totals = returnTotals(all);
  expect(totals.byCode).toEqual([{ code: '0584', lines: 2, minutes: 0, hits: 1, misses: 1, surprises: 0 }]);
  expect(totals.byRule).toEqual([{ rule: 'monthly-cap-exceeded', lines: 2, hits: 1, otherCode: 0, granted: 1 }]);
  expect(totals).toMatchObject({ lines: 3, declaredCents: 6000, grantedCents: 6000, refusedMinutes: 0 });
});
