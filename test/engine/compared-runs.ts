import type { ComparedFinding, ComparedLine, ComparedRun } from '../../src/engine/compared-run.ts';

/** A finding of which a test names what matters. */
export function compared(more: Partial<ComparedFinding> = {}): ComparedFinding {
  return {
    fingerprint: 'f1',
    rule: 'monthly-cap-exceeded',
    severity: 'error',
    client: 'C1001',
    month: '2026-03',
    data: { excessMinutes: 30 },
    role: 'claims',
    waived: false,
    ...more,
  };
}

/** A line as the store tells it; `rest: null` as report.json does. */
export function line(more: Partial<ComparedLine> = {}): ComparedLine {
  return { code: '1062', minutes: 420, reference: 'R-1', rest: 'the days', ...more };
}

/** A run with claims and delivery forms; `lines` are those of every client-month, null when it does not tell them. */
export function runWith(
  findings: readonly ComparedFinding[],
  more: Partial<ComparedRun> & { readonly lines?: readonly ComparedLine[] | null } = {},
): ComparedRun {
  const { lines = [line()], ...rest } = more;
  return {
    asOf: '2026-04-02',
    version: '1.0.0',
    policies: [{ id: 'nza-2020', sha256: 'p' }],
    weakened: [],
    inputs: [
      { role: 'claims', sha256: 'claims' },
      { role: 'deliveryForms', sha256: 'forms' },
    ],
    findings,
    linesOf: () => lines,
    ...rest,
  };
}

/** Inputs with other contents than those of `runWith`. */
export function inputs(claims: string, forms = 'forms'): ComparedRun['inputs'] {
  return [
    { role: 'claims', sha256: claims },
    { role: 'deliveryForms', sha256: forms },
  ];
}
