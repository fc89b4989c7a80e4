import type { ClientId, ClientIdentity, KeyConflict } from '../domain/client-identity.ts';
import { digestOf } from '../domain/digest.ts';
import type { Finding, Severity } from '../domain/finding.ts';
import type { LineTable } from '../domain/line-table.ts';
import type { Place } from '../domain/place.ts';

/**
 * Clients whose keys contradict each other: one finding per client, touching all its technology lines, for none of them can be
 * laid to one person. Places are the rows where each pair of keys was first seen.
 */
export function clientConflicts(
  identity: ClientIdentity,
  lines: LineTable,
  safeNumber: (number: string) => string,
  severity: Severity,
): Finding[] {
  const conflicts = new Map<ClientId, KeyConflict[]>();
  for (const conflict of identity.conflicts()) {
    append(conflicts, conflict.client, conflict);
  }
  if (conflicts.size === 0) return [];
  const touched = new Map<ClientId, number[]>();
  for (let line = 0; line < lines.length; line++) {
    const client = identity.resolve(lines.client(line));
    if (conflicts.has(client)) append(touched, client, line);
  }
  return [...conflicts].map(([client, ofClient]) => {
    const pairs = ofClient.flatMap((conflict) => conflict.pairs);
    const numbers = [...new Set(pairs.map((pair) => safeNumber(pair.clientNumber)))].sort();
    return {
      rule: 'client-key-conflict',
      severity,
      client,
      month: null,
      places: placesOf(pairs),
      data: {
        kinds: [...new Set(ofClient.map(({ kind }) => kind))].sort(),
        numbers,
        bsns: new Set(pairs.map((pair) => pair.bsn)).size,
        lines: touched.get(client)?.length ?? 0,
      },
      identity: digestOf(numbers),
      lines: touched.get(client) ?? [],
    };
  });
}

function placesOf(pairs: KeyConflict['pairs']): Place[] {
  const places = new Map<string, Place>();
  for (const { input, row } of pairs) {
    places.set(`${input} ${row}`, { input, row, column: null, cell: null, reference: null });
  }
  return [...places.values()].sort((a, b) => a.input - b.input || a.row - b.row);
}

function append<Value>(groups: Map<ClientId, Value[]>, client: ClientId, value: Value): void {
  const group = groups.get(client);
  if (group) group.push(value);
  else groups.set(client, [value]);
}
