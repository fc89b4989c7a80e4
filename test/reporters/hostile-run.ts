import type { RunResult } from '../../src/domain/run.ts';
import { finding } from './matter.ts';
import { REJECTED } from './runs.ts';

/** A run in which every text that a user can choose is the same hostile text. */
export function hostileRun(text: string): RunResult {
  const place = { input: text, sheet: text, row: 2, column: text, cell: 'A2', reference: text };
  return {
    ...REJECTED,
    run: { ...REJECTED.run, id: text },
    inputs: REJECTED.inputs.map((input) => ({
      ...input,
      name: text,
      sheet: text,
      delimiter: text,
      encoding: text,
      columns: { client: text },
      unknownColumns: [text],
    })),
    policies: REJECTED.policies.map((policy) => ({ ...policy, id: text, sources: [text], lastConfirmed: text })),
    ignoredCodes: [{ code: text, lines: 1 }],
    weakened: [{ rule: 'vpt-client', severity: 'warning', reason: text }],
    findings: [
      finding({
        rule: 'invalid-date',
        severity: 'error',
        client: text,
        data: { field: 'start', value: text },
        places: [place],
        fingerprint: text,
        expectedReturnCode: text,
        waiver: { reason: text, owner: text, until: text },
      }),
    ],
    clientMonths: REJECTED.clientMonths.slice(0, 1).map((clientMonth) => ({
      ...clientMonth,
      client: text,
      lines: clientMonth.lines.map((line) => ({ ...line, input: text, sheet: text, reference: text, code: text })),
    })),
  };
}
