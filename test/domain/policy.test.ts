import { describe, expect, it } from 'vitest';
import { policyOf } from '../../src/domain/policy.ts';
import { month } from '../builders/days.ts';
import { SHIPPED } from '../builders/policies.ts';

describe('the policy of a care month', () => {
  it.each([
    ['2014-12', null],
    ['2015-01', 'thuiszorgtechnologie-2015'],
    ['2019-12', 'thuiszorgtechnologie-2015'],
    ['2020-01', 'thuiszorgtechnologie-2020'],
    ['2026-03', 'thuiszorgtechnologie-2020'],
  ])('%s is %s', (text, id) => {
    expect(policyOf(SHIPPED, month(text))?.id ?? null).toBe(id);
  });

  it('knows as technology every code of every period', () => {
    expect([...SHIPPED.codes].sort()).toEqual(['1017', '1018', '1019', '1062', 'H138', 'H139', 'H306']);
  });

  it('gives 390 minutes to the four codes together from 2020 on', () => {
    expect(policyOf(SHIPPED, month('2020-01'))?.caps).toEqual([
      { codes: ['1062', 'H138', 'H139', 'H306'], minutes: 390 },
    ]);
  });
});
