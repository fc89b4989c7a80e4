import columnNames from '../../schemas/columns.json' with { type: 'json' };
import { ClientIdentity } from '../../src/domain/client-identity.ts';
import { dayOf } from '../../src/domain/day.ts';
import { DEFAULT_LIMITS } from '../../src/domain/limits.ts';
import { LineTable } from '../../src/domain/line-table.ts';
import { RegisterTable } from '../../src/domain/register-table.ts';
import { readTable, type TableSource } from '../../src/pipeline/read-table.ts';

const SETTINGS = {
  columnsFor: () => columnNames,
  limits: DEFAULT_LIMITS,
  asOf: dayOf(2026, 4, 2)!,
  technology: new Set(['1062', 'H138', 'H139', 'H306']),
};

/** Everything that reading a table comes to: what it found, and each line and register as judging sees them. */
export async function everythingOf(source: Pick<TableSource, 'format' | 'rows' | 'assumedSign'>): Promise<unknown> {
  const gathered = { lines: new LineTable(), identity: new ClientIdentity(), registers: new RegisterTable() };
  const table = { ...source, input: 0, names: columnNames, role: undefined };
  const { claims, ...read } = await readTable(table, gathered, SETTINGS);
  const { lines, identity, registers } = gathered;
  registers.settle(identity);
  const counts = claims && { ...claims, ignored: [...claims.ignored].sort(), notLines: numbers(claims.notLines) };
  const entries = [...registers.clients()].map(([client, register]) => [keysOf(identity, client), register]);
  return {
    ...read,
    claims: counts,
    lines: Array.from({ length: lines.length }, (_, line) => lineOf(lines, identity, line)),
    registers: entries,
    given: [...registers.given],
    conflicts: identity.conflicts().map(({ kind, pairs }) => ({ kind, pairs })),
  };
}

function lineOf(lines: LineTable, identity: ClientIdentity, line: number): unknown {
  return [
    lines.row(line),
    keysOf(identity, identity.resolve(lines.client(line))),
    lines.code(line),
    lines.first(line),
    lines.last(line),
    lines.minutes(line),
    lines.isCredit(line),
    lines.isInMinutes(line),
    lines.isFaulty(line),
    lines.reference(line),
    lines.corrects(line),
    lines.declaredLaw(line),
    lines.provider(line),
    lines.insurer(line),
    lines.amount(line),
    lines.expectedAmount(line),
  ];
}

function keysOf(identity: ClientIdentity, client: Parameters<ClientIdentity['resolve']>[0]): unknown {
  return identity.keysOf().get(client);
}

function numbers(column: { readonly length: number; at(index: number): number }): number[] {
  return Array.from({ length: column.length }, (_, index) => column.at(index));
}
