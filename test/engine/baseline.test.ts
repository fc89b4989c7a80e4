import { describe, expect, it } from 'vitest';
import { comparedWith } from '../../src/engine/baseline.ts';
import { finding } from '../reporters/matter.ts';

const kept = finding({ fingerprint: 'kept' });
const added = finding({ fingerprint: 'added' });
const gone = finding({ fingerprint: 'gone', month: '2026-02' });
const goneFile = finding({ fingerprint: 'gone-file', client: null, month: null });

describe('findings beside a baseline', () => {
  it('are known when the baseline has them and new when it has not', () => {
    const { findings } = comparedWith([kept, added], { name: 'r', findings: [kept] }, null);
    expect(findings.map(({ fingerprint, status }) => `${fingerprint} ${status}`)).toEqual(['kept known', 'added new']);
  });

  it('are told from those that are gone, with who they were about', () => {
    const { baseline } = comparedWith([kept], { name: 'vorige', findings: [kept, gone, goneFile] }, null);
    expect(baseline).toEqual({
      name: 'vorige',
      solved: 2,
      solvedFindings: [
        { fingerprint: 'gone', rule: gone.rule, severity: gone.severity, client: gone.client, month: '2026-02' },
        { fingerprint: 'gone-file', rule: gone.rule, severity: gone.severity, client: null, month: null },
      ],
    });
  });

  it('of a month that was not judged now are not called solved', () => {
    const { baseline } = comparedWith([], { name: 'r', findings: [gone, goneFile] }, new Set(['2026-03']));
    expect(baseline.solvedFindings?.map(({ fingerprint }) => fingerprint)).toEqual(['gone-file']);
  });
});
