import { expect, it } from 'vitest';
import { LineVerdicts } from '../../src/domain/line-verdicts.ts';

it('knows nothing of a row that was never told of', () => {
  expect(new LineVerdicts().at(0, 2)).toBeNull();
});

it('keeps verdict and minutes of rows in any order, however far apart', () => {
  const verdicts = new LineVerdicts();
  verdicts.set(3, 5_000_000, 'rejected', 2_000_000_000);
  verdicts.set(3, 2, 'approved', 0);
  verdicts.set(3, 1023, 'undecided', 1);
  verdicts.set(3, 1024, 'ignored', 2);
  const at = (row: number) => [verdicts.at(3, row)?.verdict, verdicts.at(3, row)?.allowedMinutes];
  expect([2, 1023, 1024, 5_000_000].map(at)).toEqual([
    ['approved', 0],
    ['undecided', 1],
    ['ignored', 2],
    ['rejected', 2_000_000_000],
  ]);
  expect([verdicts.at(3, 3), verdicts.at(2, 2), verdicts.at(3, 9_000_000)]).toEqual([null, null, null]);
});

it('holds a row back without forgetting its verdict, until it is told another', () => {
  const verdicts = new LineVerdicts();
  verdicts.set(0, 2, 'approved', 60);
  verdicts.holdBack(0, 2);
  expect(verdicts.at(0, 2)).toEqual({ verdict: 'approved', allowedMinutes: 60, isHeldBack: true });
  verdicts.set(0, 2, 'approved', 60);
  expect(verdicts.at(0, 2)?.isHeldBack).toBe(false);
});

it('keeps a row apart whether it is technology or not, without making it technology', () => {
  const verdicts = new LineVerdicts();
  verdicts.set(0, 2, 'approved', 60);
  for (const row of [2, 3]) verdicts.keepApart(0, row);
  expect(verdicts.at(0, 2)).toEqual({ verdict: 'approved', allowedMinutes: 60, isHeldBack: true });
  expect([verdicts.at(0, 3), verdicts.isKeptApart(0, 3), verdicts.isKeptApart(0, 4)]).toEqual([null, true, false]);
});
