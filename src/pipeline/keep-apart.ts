import type { Finding } from '../domain/finding.ts';
import type { IntColumn } from '../domain/int-column.ts';
import type { LineVerdicts } from '../domain/line-verdicts.ts';

/** Records that a payer reads for a whole client: the client itself, a debtor, a comment. */
const OF_THE_CLIENT = /^(?:02|03|98)/;

/**
 * Marks the rows of messages that cannot be sent though nothing is wrong with them as lines: all rows of a client of whom another record
 * has an error, and a record of other care with an error of its own. A payer sends these back as well, or the whole message.
 * `clientRows` per input as `ReadDelivery` has them.
 */
export function keepApart(
  clientRows: ReadonlyMap<number, IntColumn>,
  findings: readonly Finding[],
  verdicts: LineVerdicts,
): void {
  for (const { severity, places } of findings) {
    if (severity !== 'error') continue;
    for (const { input, row, column } of places) {
      const rows = clientRows.get(input);
      if (rows === undefined) continue;
      if (OF_THE_CLIENT.test(column ?? '')) keepClient(rows, clientAt(rows, row), input, verdicts);
      else if (verdicts.at(input, row) === null) verdicts.keepApart(input, row);
    }
  }
}

/** Once for a client, however many errors it has: its own row tells. */
function keepClient(rows: IntColumn, client: number, input: number, verdicts: LineVerdicts): void {
  if (client < 0 || verdicts.isKeptApart(input, rows.at(client))) return;
  for (let row = rows.at(client); row < rows.at(client + 1); row++) verdicts.keepApart(input, row);
}

/** The last client record at or above a row; -1 when there is none, or the row lies behind the message. */
function clientAt(rows: IntColumn, row: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows.at(middle) <= row) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
