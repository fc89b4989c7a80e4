import type { RunClientMonth, RunFinding, RunInput, RunResult } from '../../src/domain/run.ts';
import type { StoredLine } from '../../src/store/stored-run.ts';

/** A small run that is right in every field; a test names what it cares about. */
export function sampleRun(run: Partial<RunResult['run']> = {}, fields: Partial<RunResult> = {}): RunResult {
  return {
    tool: { name: 'tzt', version: '0.1.0' },
    run: { id: 'r1', startedAt: '2026-04-02T08:00:00Z', asOf: '2026-04-02', verdict: 'rejected', exitCode: 1, ...run },
    inputs: [sampleInput('declaraties.csv')],
    policies: [],
    summary: {
      lines: { total: 2, technology: 2, approved: 1, rejected: 1, undecided: 0, ignored: 0 },
      clientMonths: { total: 1, withinCap: 0, overCap: 1 },
      minutes: { declared: 400, credited: 0, net: 400, eligible: 400, booked: 0, rejected: 10 },
      amountCents: null,
      months: [{ month: '2026-03', clients: 1, minutes: 400, byCode: { '1062': 400 } }],
      findings: { error: 1, warning: 0, info: 0, byRule: { 'monthly-cap-exceeded': 1 } },
    },
    ignoredCodes: [{ code: '1000', lines: 3 }],
    unreadableRows: 0,
    notChecked: [],
    weakened: [],
    findings: [sampleFinding('fingerprint-a')],
    clientMonths: [sampleClientMonth()],
    notices: [],
    ...fields,
  };
}

/** A file of claims. */
export function sampleInput(name: string): RunInput {
  return {
    name,
    sheet: null,
    role: 'claims',
    format: 'csv',
    sha256: 'ab'.repeat(32),
    bytes: 100,
    rows: 2,
    encoding: 'utf-8',
    delimiter: ';',
    decimal: ',',
    columns: { code: 'Prestatiecode' },
    unknownColumns: ['opmerking'],
    headerRow: 1,
    notices: [],
  };
}

/** A month over the cap. */
export function sampleFinding(fingerprint: string): RunFinding {
  return {
    fingerprint,
    rule: 'monthly-cap-exceeded',
    severity: 'error',
    status: 'new',
    client: 'C1001',
    month: '2026-03',
    data: { capMinutes: 390, netMinutes: 400, lines: [{ minutes: 200, rejectedMinutes: 10 }] },
    places: [{ input: 'declaraties.csv', sheet: null, row: 3, column: 'aantal', cell: null, reference: 'R-2' }],
    expectedReturnCode: '0584',
    waiver: null,
  };
}

/** The technology lines of `clients` clients, `each` of them, in the order of the file. */
export function* sampleLines(clients = 1, each = 2): Generator<StoredLine> {
  for (let line = 0; line < each; line++) {
    for (let client = 0; client < clients; client++)
      yield sampleLine({ client: `p-${client}`, row: line * clients + client + 2 });
  }
}

/** One approved debit line. */
export function sampleLine(fields: Partial<StoredLine> = {}): StoredLine {
  return {
    client: 'p-bcdf',
    month: '2026-03',
    code: '1062',
    first: '2026-03-01',
    last: '2026-03-31',
    minutes: 200,
    credit: false,
    reference: 'R-1',
    corrects: '',
    provider: '41234567',
    insurer: '3332',
    amountCents: 12345,
    verdict: 'approved',
    allowedMinutes: 200,
    input: 0,
    row: 2,
    ...fields,
  };
}

function sampleClientMonth(): RunClientMonth {
  return {
    client: 'C1001',
    month: '2026-03',
    capMinutes: 390,
    minutes: { declared: 400, credited: 0, net: 400, eligible: 400, booked: 0 },
    byCode: { '1062': 400 },
    lines: [],
  };
}
