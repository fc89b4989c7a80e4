import { describe, expect, it } from 'vitest';
import { type Day, dayFromIso } from '../../src/domain/day.ts';
import type { Severity } from '../../src/domain/finding.ts';
import type { Waiver } from '../../src/domain/waiver.ts';
import { inEffect, inFixedOrder, waiverFindings, withWaivers } from '../../src/engine/waivers.ts';
import { finding } from '../reporters/matter.ts';

const day = (text: string): Day => dayFromIso(text)!;
const FOUND = finding({ fingerprint: 'found', rule: 'vpt-client', severity: 'error' });
const severities: Readonly<Record<string, Severity>> = {
  'waiver-expired': 'warning',
  'waiver-unused': 'info',
  'waiver-expiring': 'info',
};
const pseudonyms = { fingerprint: (parts: readonly string[]) => parts.join('+') };

function waiver(more: Partial<Waiver> = {}): Waiver {
  const terms = { reason: 'Zorgkantoor akkoord', owner: 'A. Jansen' };
  return { fingerprint: 'found', ...terms, from: '2026-01-01', until: '2026-12-31', ...more };
}

/** Rules of what is said of some waivers on a day, over one finding. */
function said(waivers: readonly Waiver[], today: string): string[] {
  return waiverFindings([FOUND], waivers, day(today), (rule) => severities[rule] ?? 'error', pseudonyms).map(
    ({ rule }) => rule,
  );
}

describe('an accepted finding', () => {
  it('is marked with reason, owner and last day, and stays as it is otherwise', () => {
    const [marked] = withWaivers([FOUND], [waiver()], day('2026-06-01'));
    expect(marked).toEqual({
      ...FOUND,
      waiver: { reason: 'Zorgkantoor akkoord', owner: 'A. Jansen', until: '2026-12-31' },
    });
  });

  it.each([
    ['the day before the first', '2025-12-31', false],
    ['the first day', '2026-01-01', true],
    ['the last day', '2026-12-31', true],
    ['the day after the last', '2027-01-01', false],
  ])('on %s', (_when, today, isAccepted) => {
    const [marked] = withWaivers([FOUND], [waiver()], day(today));
    expect(marked?.waiver !== null).toBe(isAccepted);
  });

  it('is no other finding', () => {
    const other = finding({ fingerprint: 'other' });
    expect(withWaivers([other], [waiver()], day('2026-06-01'))).toEqual([other]);
  });
});

describe('what a run says of its waivers', () => {
  it.each([
    ['2026-12-16', []],
    ['2026-12-17', ['waiver-expiring']],
    ['2026-12-31', ['waiver-expiring']],
    ['2027-01-01', ['waiver-expired']],
    ['2025-12-31', []],
  ])('on %s, of one that ends on 31 December: %j', (today, rules) => {
    expect(said([waiver()], today)).toEqual(rules);
  });

  it('it is unused when its finding is not there, and that is said once it holds and until it is over', () => {
    const unused = waiver({ fingerprint: 'gone' });
    expect(said([unused], '2025-12-31')).toEqual([]);
    expect(said([unused], '2026-06-01')).toEqual(['waiver-unused']);
    expect(said([unused], '2026-12-31')).toEqual(['waiver-unused', 'waiver-expiring']);
    expect(said([unused], '2027-01-01')).toEqual(['waiver-expired']);
  });

  it('it stands where the accepted finding stands, and has a fingerprint of its own', () => {
    const [expired] = waiverFindings([FOUND], [waiver()], day('2027-01-01'), () => 'warning', pseudonyms);
    expect(expired).toMatchObject({
      fingerprint: 'waiver-expired+found',
      severity: 'warning',
      client: FOUND.client,
      month: FOUND.month,
      places: FOUND.places,
      data: { rule: 'vpt-client', until: '2026-12-31' },
      waiver: null,
    });
  });

  it('nothing, when the configuration turns the rule off', () => {
    expect(waiverFindings([FOUND], [waiver()], day('2027-01-01'), () => 'off', pseudonyms)).toEqual([]);
  });
});

describe('two waivers of one finding', () => {
  const old = waiver({ until: '2026-03-31', owner: 'vorige' });

  it('the one that holds works, whichever came first, and the expired one is silent', () => {
    for (const waivers of [
      [old, waiver()],
      [waiver(), old],
    ]) {
      expect(withWaivers([FOUND], waivers, day('2026-04-01'))[0]?.waiver?.owner).toBe('A. Jansen');
      expect(said(waivers, '2026-04-01')).toEqual([]);
    }
  });

  it('of two that hold the longest counts', () => {
    expect(inEffect([old, waiver()], day('2026-03-31'))).toEqual([waiver()]);
  });

  it('one that has yet to begin does not hide that the other is over until it begins', () => {
    const renewed = waiver({ from: '2026-05-01' });
    expect(withWaivers([FOUND], [old, renewed], day('2026-04-30'))[0]?.waiver).toBeNull();
    expect(withWaivers([FOUND], [old, renewed], day('2026-05-01'))[0]?.waiver).not.toBeNull();
  });
});

describe('the order of findings', () => {
  it('puts warnings about waivers among the warnings, and leaves the rest as it was', () => {
    const rows = [1, 2].map((row) => finding({ rule: 'zero-quantity', severity: 'warning', fingerprint: `z${row}` }));
    const info = finding({ rule: 'empty-row', severity: 'info' });
    const expired = finding({ rule: 'waiver-expired', severity: 'warning' });
    const unused = finding({ rule: 'waiver-unused', severity: 'info' });
    expect(inFixedOrder([FOUND, ...rows, info, unused, expired])).toEqual([FOUND, expired, ...rows, info, unused]);
  });
});
