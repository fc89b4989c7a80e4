import { describe, expect, it } from 'vitest';
import { severalProviders } from '../../src/rules/several-providers.ts';
import { line } from '../builders/claim-line.ts';
import { linesFound, violationsOf } from '../builders/violations.ts';

const [ONE, OTHER] = ['41999001', '41999002'] as const;

describe('several-providers', () => {
  it('finds two AGB codes in one client-month', () => {
    const [found] = violationsOf(severalProviders, [line({ provider: OTHER }), line({ provider: ONE })]);
    expect(found?.data).toEqual({ providers: [ONE, OTHER] });
    expect(found?.lines.map(({ data }) => data.provider)).toEqual([OTHER, ONE]);
  });

  it('leaves a month of one provider', () => {
    expect(linesFound(severalProviders, [line({ provider: ONE }), line({ provider: ONE })])).toEqual([]);
  });

  it('does not take a line without AGB code for another provider', () => {
    expect(linesFound(severalProviders, [line({ provider: ONE }), line({ provider: '' })])).toEqual([]);
  });
});
