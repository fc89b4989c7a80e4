import type { RunFinding, RunPlace, RunResult } from '../../src/domain/run.ts';
import { wordsFor } from '../../src/messages/words-for.ts';
import { INTAKE_RULES } from '../../src/parse/intake-rules.ts';
import type { ReportMatter } from '../../src/reporters/reporter.ts';
import { CAP_RULES, LINE_RULES } from '../../src/rules/index.ts';
import { WAIVER_RULES } from '../../src/rules/waiver-rules.ts';

/** Everything of a report, as bytes. */
export async function rendered(pieces: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
  return Buffer.concat(parts);
}

/** A place in the claims of the fixture. */
export function place(row: number, more: Partial<RunPlace> = {}): RunPlace {
  return { input: 'declaraties.csv', sheet: null, row, column: null, cell: null, reference: `R-${row}`, ...more };
}

/** A finding of which a test names what matters. */
export function finding(more: Partial<RunFinding>): RunFinding {
  return {
    fingerprint: 'f00',
    rule: 'dummy-bsn',
    severity: 'warning',
    status: 'new',
    client: 'C1001',
    month: '2026-03',
    data: {},
    places: [place(12)],
    expectedReturnCode: null,
    waiver: null,
    ...more,
  };
}

/** What reports are made of, in Dutch unless said otherwise. */
export function matterOf(result: RunResult, language: 'nl' | 'en' = 'nl'): ReportMatter {
  return {
    result,
    words: wordsFor(language),
    rules: [...LINE_RULES, ...CAP_RULES, ...INTAKE_RULES, ...WAIVER_RULES],
    pseudonym: (client) => (client.startsWith('p-') ? client : `p-${Buffer.from(client).toString('hex')}`),
  };
}
