import columnNames from '../../schemas/columns.json' with { type: 'json' };
import { ClientIdentity } from '../../src/domain/client-identity.ts';
import { isoOf } from '../../src/domain/day.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { LineTable } from '../../src/domain/line-table.ts';
import type { ClientRegister } from '../../src/domain/register.ts';
import { RegisterTable } from '../../src/domain/register-table.ts';
import type { CellKind, Row } from '../../src/domain/table.ts';
import { type ClaimCounts, ClaimsParser } from '../../src/parse/claims.ts';
import type { ColumnNames } from '../../src/parse/columns.ts';
import { IntakeLog } from '../../src/parse/intake-log.ts';
import { type Layout, recogniseLayout } from '../../src/parse/layout.ts';
import type { DecimalReading } from '../../src/parse/quantity.ts';
import { RegisterParser } from '../../src/parse/registers.ts';
import { reportLayout } from '../../src/parse/report-layout.ts';
import { usualWidth } from '../../src/parse/usual-width.ts';
import { day } from '../builders/days.ts';
import { SHIPPED } from '../builders/policies.ts';

/** The columns as they are shipped. */
export const NAMES: ColumnNames = columnNames;

/** What a test says of how a table is read; the rest is a Dutch CSV read on 3 April 2026. */
export interface TableFacts {
  readonly decimal?: DecimalReading;
  readonly format?: 'csv' | 'xlsx';
  /** What the cells of every data row were; text unless told. */
  readonly kinds?: readonly CellKind[];
}

/** What reading a table of claims came to. */
export interface ParsedClaims {
  readonly findings: readonly Finding[];
  readonly lines: LineTable;
  readonly identity: ClientIdentity;
  readonly counts: ClaimCounts;
}

/** The rows of a table written with `;` between cells and a line each; the first is row 1. */
export function rowsOf(table: string, kinds?: readonly CellKind[]): Row[] {
  return table.split('\n').map((line, index) => {
    const cells = line.split(';');
    return { row: index + 1, cells, ...(kinds && index > 0 ? { kinds } : {}) };
  });
}

/** The layout of a table by its first rows; throws when it has none, which is a mistake in the test. */
export function layoutOf(table: string): Layout {
  const layout = recogniseLayout(rowsOf(table), NAMES);
  if (layout === null) throw new RangeError('the table of this test has no header');
  return layout;
}

/** Reads a table of claims; header first. */
export function parsedClaims(table: string, facts: TableFacts = {}): ParsedClaims {
  const { decimal = { sign: ',', settled: true }, format = 'csv' } = facts;
  const layout = layoutOf(table);
  const log = new IntakeLog(0, layout.headings, format === 'xlsx');
  const [lines, identity] = [new LineTable(), new ClientIdentity()];
  const parser = new ClaimsParser(layout, log, {
    input: 0,
    format,
    names: NAMES,
    lines,
    identity,
    technology: SHIPPED.codes,
    asOf: day('2026-04-03'),
    decimal,
    mostCodes: 10_000,
    usualWidth: usualWidth(rowsOf(table), layout),
  });
  for (const row of rowsOf(table, facts.kinds)) if (row.row > layout.headerRow) parser.row(row);
  reportLayout(layout, log, parser.counts.rows);
  return { findings: log.findings, lines, identity, counts: parser.counts };
}

/** What reading a register came to, its clients by clientnummer. */
export interface ParsedRegister {
  readonly findings: readonly Finding[];
  readonly registers: RegisterTable;
  /** Periods and deaths as `clientnummer what first/last`, in order of reading per client. */
  readonly entries: readonly string[];
  /** What is said of somebody and could not be read, as `clientnummer first/last`; of anybody as `? first/last`. */
  readonly unread: readonly string[];
}

/** Reads a register; header first. */
export function parsedRegister(table: string, facts: TableFacts = {}): ParsedRegister {
  const { format = 'csv' } = facts;
  const layout = layoutOf(table);
  const log = new IntakeLog(0, layout.headings, format === 'xlsx');
  const [registers, identity] = [new RegisterTable(), new ClientIdentity()];
  const parser = new RegisterParser(layout, log, {
    input: 0,
    format,
    names: NAMES,
    identity,
    registers,
    usualWidth: usualWidth(rowsOf(table), layout),
  });
  for (const row of rowsOf(table, facts.kinds)) if (row.row > layout.headerRow) parser.row(row);
  reportLayout(layout, log, parser.rows);
  registers.settle(identity);
  const keys = identity.keysOf();
  const entries = [...registers.clients()].flatMap(([client, { deliveryForms, indications, dateOfDeath }]) => {
    const name = keys.get(client)?.numbers.join('+') || 'bsn';
    const periods = [
      ...deliveryForms.map((p) => ({ ...p, what: p.form })),
      ...indications.map((p) => ({ ...p, what: p.kind })),
    ];
    return [
      ...periods.map(({ what, first, last }) => `${name} ${what} ${isoOf(first)}/${last === null ? '' : isoOf(last)}`),
      ...(dateOfDeath === null ? [] : [`${name} died ${isoOf(dateOfDeath)}`]),
    ];
  });
  const unreadOf = (name: string, { unread }: ClientRegister, ofAnybody: boolean) =>
    unread
      .filter((days) => days.ofAnybody === ofAnybody)
      .map(({ first, last }) => `${name} ${isoOf(first)}/${last === null ? '' : isoOf(last)}`);
  const nobody = identity.client('nobody', '', 0, 0, 1);
  const unread = [
    ...[...registers.clients()].flatMap(([client, register]) =>
      unreadOf(keys.get(client)?.numbers.join('+') || 'bsn', register, false),
    ),
    ...unreadOf('?', registers.of(nobody), true),
  ];
  return { findings: log.findings, registers, entries, unread };
}

/** Findings as `row rule [column]`, in the order they were made. */
export function faultsOf({ findings }: { readonly findings: readonly Finding[] }): string[] {
  return findings.map(({ rule, places: [place] }) => `${place?.row} ${rule} ${place?.column ?? ''}`.trim());
}

/** Lines as `row code first/last minutes`; a credit with a minus. */
export function linesOf({ lines }: ParsedClaims): string[] {
  return Array.from({ length: lines.length }, (_, line) => {
    const period = `${isoOf(lines.first(line))}/${isoOf(lines.last(line))}`;
    return `${lines.row(line)} ${lines.code(line)} ${period} ${lines.isCredit(line) ? '-' : ''}${lines.minutes(line)}`;
  });
}

/** The minutes of the only line, with the sign of a credit; null when no line was made. */
export function minutesOf(claims: ParsedClaims): number | null {
  if (claims.lines.length !== 1) return null;
  return (claims.lines.isCredit(0) ? -1 : 1) * claims.lines.minutes(0);
}
