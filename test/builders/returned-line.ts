import type { ReturnLine } from '../../src/domain/return-message.ts';

/** An hour of 1062 that was granted in full; a test names what it cares about. */
export function returnedLine(fields: Partial<ReturnLine> = {}): ReturnLine {
  return {
    row: 3,
    detail: 2,
    client: 'C1001',
    pseudonym: 'p-bcdf',
    code: '1062',
    first: '2026-03-02',
    last: '2026-03-02',
    minutes: 60,
    credit: false,
    reference: 'R-1',
    declaredCents: 6000,
    computedCents: 6000,
    grantedCents: 6000,
    codes: [],
    clientCodes: [],
    ...fields,
  };
}
