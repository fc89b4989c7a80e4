import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangeCause } from '../../src/domain/run.ts';
import { compareRuns } from '../../src/engine/compare-runs.ts';
import type { ComparedFinding, ComparedRun } from '../../src/engine/compared-run.ts';
import { compared, inputs, line, runWith } from './compared-runs.ts';

const fingerprints = (group: readonly { readonly finding: ComparedFinding }[]) =>
  group.map(({ finding }) => finding.fingerprint);

/** The cause of the one finding that the newer run has and the older has not. */
function causeOfNew(
  older: Parameters<typeof runWith>[1],
  newer: Parameters<typeof runWith>[1],
  finding = compared(),
): ChangeCause {
  return compareRuns(runWith([], older), runWith([finding], newer)).new[0]!.cause;
}

describe('two runs', () => {
  it('share what has the same fingerprint; the rest is new or solved', () => {
    const older = runWith([compared({ fingerprint: 'a' }), compared({ fingerprint: 'b' })]);
    const newer = runWith([compared({ fingerprint: 'b' }), compared({ fingerprint: 'c' })]);
    const comparison = compareRuns(older, newer);
    expect(fingerprints(comparison.new)).toEqual(['c']);
    expect(fingerprints(comparison.solved)).toEqual(['a']);
    expect(fingerprints(comparison.unchanged)).toEqual(['b']);
  });

  const runs = fc
    .uniqueArray(fc.record({ fingerprint: fc.stringMatching(/^[a-f]{1,2}$/), excess: fc.nat(3) }), {
      selector: ({ fingerprint }) => fingerprint,
    })
    .map((findings) =>
      runWith(findings.map(({ fingerprint, excess }) => compared({ fingerprint, data: { excessMinutes: excess } }))),
    );

  it('that are the same have nothing new, nothing solved and nothing changed', () => {
    fc.assert(
      fc.property(runs, (run) => {
        const comparison = compareRuns(run, run);
        expect([...comparison.new, ...comparison.solved]).toEqual([]);
        expect(comparison.unchanged.map(({ finding, cause }) => [finding, cause])).toEqual(
          run.findings.map((finding) => [finding, null]),
        );
        expect(comparison.otherKey).toBe(false);
      }),
    );
  });

  it('turned around have new what was solved, and the same causes', () => {
    fc.assert(
      fc.property(runs, runs, fc.boolean(), (a, b, otherRules) => {
        const newer: ComparedRun = otherRules ? { ...b, version: '1.1.0' } : b;
        const there = compareRuns(a, newer);
        const back = compareRuns(newer, a);
        expect(there.new).toEqual(back.solved);
        expect(there.solved).toEqual(back.new);
        expect(fingerprints(there.unchanged).sort()).toEqual(fingerprints(back.unchanged).sort());
      }),
    );
  });

  it('tell of a finding that both have whether it says something else: figures or severity, not the rows it names', () => {
    const says = (a: Partial<ComparedFinding>, b: Partial<ComparedFinding>) =>
      compareRuns(runWith([compared(a)]), runWith([compared(b)])).unchanged[0]!.cause !== null;
    expect(says({ data: { excessMinutes: 30 } }, { data: { excessMinutes: 60 } })).toBe(true);
    expect(says({ severity: 'error' }, { severity: 'warning' })).toBe(true);
    expect(says({ data: { a: 1, b: [{ c: 2, d: 3 }] } }, { data: { b: [{ d: 3, c: 2 }], a: 1 } })).toBe(false);
    const others = (row: number) => ({ data: { others: [{ input: 'maart.csv', row }] } });
    expect(says(others(12), others(13))).toBe(false);
    expect(says({ data: { rows: 12 } }, { data: { rows: 13 } })).toBe(true);
  });
});

describe('the cause of a change in a client-month', () => {
  const newRules = { version: '1.1.0' };

  it('the rules, when the files are the same and the program, the limits or a lowered rule is another', () => {
    expect(causeOfNew({}, newRules)).toBe('rules');
    expect(causeOfNew({}, { policies: [{ id: 'nza-2020', sha256: 'q' }] })).toBe('rules');
    expect(causeOfNew({}, { policies: [] })).toBe('rules');
    const weakened = [{ rule: 'vpt-client', severity: 'warning', reason: 'proef' }] as const;
    expect(causeOfNew({}, { weakened })).toBe('rules');
  });

  it('the rules too, when the file is another but the lines of this client-month are not', () => {
    expect(causeOfNew({}, { ...newRules, inputs: inputs('other') })).toBe('rules');
  });

  it('the lines in another order or on other rows are the same lines', () => {
    const [a, b] = [line(), line({ reference: 'R-2' })];
    expect(causeOfNew({ lines: [a, b] }, { ...newRules, inputs: inputs('other'), lines: [b, a] })).toBe('rules');
  });

  it.each([
    ['minutes', { minutes: 421 }],
    ['code', { code: 'H138' }],
    ['reference', { reference: 'R-9' }],
    ['days', { rest: 'other days' }],
  ])('the data, when a line has other %s; not to be told when the rules are others as well', (_what, other) => {
    expect(causeOfNew({}, { ...newRules, inputs: inputs('other'), lines: [line(other)] })).toBe('unknown');
    expect(causeOfNew({}, { inputs: inputs('other'), lines: [line(other)] })).toBe('data');
  });

  it('the data, when a line came or went', () => {
    expect(causeOfNew({ lines: [] }, { inputs: inputs('other') })).toBe('data');
  });

  it('the data, when the registers are others and the rules are not', () => {
    expect(causeOfNew({}, { inputs: inputs('claims', 'other') })).toBe('data');
  });

  it('not to be told, when the lines are the same and both rules and registers are others', () => {
    expect(causeOfNew({}, { ...newRules, inputs: inputs('claims', 'other') })).toBe('unknown');
  });

  it('what was booked, the settings or the day, when neither data nor rules changed', () => {
    expect(causeOfNew({}, { asOf: '2026-05-01' })).toBe('circumstances');
  });

  it('not to be told, when a run does not tell its lines and the rules are others; else it must be the data', () => {
    expect(causeOfNew({ lines: null }, { ...newRules, inputs: inputs('other') })).toBe('unknown');
    expect(causeOfNew({ lines: null }, { inputs: inputs('other') })).toBe('data');
  });

  it('lines known by code, minutes and reference are taken for the same when the rules are others, unless one has no reference', () => {
    const brief = line({ rest: null });
    const nameless = line({ rest: null, reference: '' });
    const other = { ...newRules, inputs: inputs('other') };
    expect(causeOfNew({ lines: [brief] }, { ...other, lines: [line()] })).toBe('rules');
    expect(causeOfNew({ lines: [nameless] }, { ...other, lines: [nameless] })).toBe('unknown');
    expect(causeOfNew({ lines: [brief] }, { ...other, lines: [line({ minutes: 421 })] })).toBe('unknown');
    expect(causeOfNew({ lines: [brief] }, { inputs: inputs('other'), lines: [line()] })).toBe('data');
  });
});

describe('lines judged again by the newer rules', () => {
  const other = { version: '1.1.0', inputs: inputs('other'), lines: [line({ minutes: 421 })] };
  const [some, more, most] = [30, 31, 32].map((excessMinutes) => compared({ data: { excessMinutes } })) as [
    ComparedFinding,
    ComparedFinding,
    ComparedFinding,
  ];
  const judged = (older: readonly ComparedFinding[], newer: readonly ComparedFinding[] | null = null) => {
    const byFingerprint = (findings: readonly ComparedFinding[]) =>
      new Map(findings.map((finding) => [finding.fingerprint, finding]));
    const covers = (rule: string) => rule === 'monthly-cap-exceeded';
    return () => ({ older: byFingerprint(older), newer: newer && byFingerprint(newer), covers });
  };

  it.each([
    ['a new finding that the older lines have too: the rules', [], [some], [some], 'rules'],
    ['a new finding that the older lines have not: the data', [], [], [some], 'data'],
    ['a new finding that the older lines have with other figures: the rules', [], [more], [some], 'rules'],
    [
      'a finding that is gone, and that the older lines would have with other figures: the data',
      [some],
      [more],
      [],
      'data',
    ],
    ['figures that neither rules nor data alone account for: both', [some], [more], [most], 'both'],
    ['a finding that is gone by the newer rules: the rules', [some], [], [], 'rules'],
    ['a finding that the older lines would still have: the data', [some], [some], [], 'data'],
    ['other figures by the newer rules: the rules', [some], [more], [more], 'rules'],
    ['other figures, and the older lines keep theirs: the data', [some], [some], [more], 'data'],
  ] as const)('tell the cause of %s', (_, before, again, now, cause) => {
    const comparison = compareRuns(runWith(before), runWith(now, other), judged(again));
    expect([...comparison.new, ...comparison.solved, ...comparison.unchanged].map((change) => change.cause)).toEqual([
      cause,
    ]);
  });

  it('tell nothing of a rule that needs more than lines', () => {
    const vpt = compared({ rule: 'vpt-client' });
    expect(compareRuns(runWith([]), runWith([vpt], other), judged([vpt])).new[0]?.cause).toBe('unknown');
  });

  it('tell nothing when the newer lines do not come out as they did: something else is different by now', () => {
    const run = runWith([some], other);
    expect(compareRuns(runWith([]), run, judged([some], [])).new[0]?.cause).toBe('unknown');
    expect(compareRuns(runWith([]), run, judged([some], [some])).new[0]?.cause).toBe('rules');
  });

  it('leave what was booked as the cause when lines, registers and what they come to are the same', () => {
    const policies = [{ id: 'nza-2020', sha256: 'q' }];
    expect(compareRuns(runWith([]), runWith([some], { policies }), judged([])).new[0]?.cause).toBe('circumstances');
  });

  it('are not asked for when the rules are the same', () => {
    const never = () => {
      throw new Error('asked');
    };
    expect(compareRuns(runWith([]), runWith([some], { inputs: inputs('other') }), never).new).toHaveLength(1);
  });
});

describe('the cause of a change in a file', () => {
  const inFile = compared({ rule: 'invalid-date', client: null, month: null });

  it('its own file decides: the rules when it is the same, the data when it is another', () => {
    expect(causeOfNew({}, { version: '1.1.0', inputs: inputs('claims', 'other') }, inFile)).toBe('rules');
    expect(causeOfNew({}, { inputs: inputs('other') }, inFile)).toBe('data');
    expect(causeOfNew({}, { asOf: '2026-05-01' }, inFile)).toBe('circumstances');
    expect(causeOfNew({}, { version: '1.1.0', inputs: inputs('other') }, inFile)).toBe('unknown');
  });

  it('all files decide where the finding stands in none', () => {
    const nowhere = { ...inFile, role: null };
    expect(causeOfNew({}, { inputs: inputs('claims', 'other') }, nowhere)).toBe('data');
    expect(causeOfNew({}, { version: '1.1.0' }, nowhere)).toBe('rules');
  });

  it('of what is said of a waiver is never the data', () => {
    expect(causeOfNew({}, { inputs: inputs('other') }, compared({ rule: 'waiver-expired' }))).toBe('circumstances');
  });
});

describe('runs made with different keys', () => {
  it('are recognised: the same finding, and no fingerprint in common', () => {
    const older = runWith([compared({ fingerprint: 'a' })]);
    expect(compareRuns(older, runWith([compared({ fingerprint: 'z' })])).otherKey).toBe(true);
    expect(compareRuns(older, runWith([compared({ fingerprint: 'z', month: '2026-04' })])).otherKey).toBe(false);
  });

  it('are not suspected when some fingerprint is in both', () => {
    const older = runWith([compared({ fingerprint: 'a' }), compared({ fingerprint: 'b' })]);
    const newer = runWith([compared({ fingerprint: 'a' }), compared({ fingerprint: 'c' })]);
    expect(compareRuns(older, newer).otherKey).toBe(false);
  });
});
