import type { ClientIdentity } from '../domain/client-identity.ts';
import type { Finding } from '../domain/finding.ts';
import type { FindingsBeyond } from '../domain/finding-list.ts';
import type { LineTable } from '../domain/line-table.ts';
import type { RegisterTable } from '../domain/register-table.ts';
import type { Role } from '../domain/role.ts';
import type { TableRecords } from '../domain/sheet-records.ts';
import type { Notice, Row } from '../domain/table.ts';
import { UnreadableSource } from '../domain/unreadable-source.ts';
import { AssumedSign } from '../parse/assumed-sign.ts';
import { type ClaimCounts, ClaimsParser } from '../parse/claims.ts';
import { PlainClaims } from '../parse/claims-fast.ts';
import type { ColumnNames } from '../parse/columns.ts';
import { IntakeLog, shown } from '../parse/intake-log.ts';
import { HEADER_WITHIN, type Layout, recogniseLayout } from '../parse/layout.ts';
import type { DecimalReading } from '../parse/quantity.ts';
import { RegisterParser } from '../parse/registers.ts';
import { PlainRegister } from '../parse/registers-fast.ts';
import { reportLayout } from '../parse/report-layout.ts';
import { looksLikeData } from '../parse/row-above.ts';
import { usualWidth } from '../parse/usual-width.ts';
import type { ReadSettings } from './read-settings.ts';

/** What all inputs of a delivery are read into. */
export interface Gathered {
  readonly lines: LineTable;
  readonly identity: ClientIdentity;
  readonly registers: RegisterTable;
}

/** A table to read: the rows of a CSV, or of one worksheet. */
export interface TableSource {
  /** Number of the input in the run. */
  readonly input: number;
  readonly format: 'csv' | 'xlsx';
  /** From the first row; called again when a second look is needed. `columns` as `readCsvFast` wants it. */
  readonly rows: (columns: () => number | null) => AsyncIterable<readonly Row[] | TableRecords>;
  readonly names: ColumnNames;
  readonly role: Role | undefined;
  /** The decimal sign to assume while the numbers settle none. */
  readonly assumedSign: ',' | '.';
}

/** What a table came to. */
export interface ReadTable {
  readonly layout: Layout | null;
  readonly rows: number;
  /** No row held anything. */
  readonly isBlank: boolean;
  readonly claims: ClaimCounts | null;
  /** The sign its numbers settle, or that the user gave; null when they settle none. */
  readonly decimal: ',' | '.' | null;
  readonly findings: readonly Finding[];
  readonly beyond: readonly FindingsBeyond[];
  readonly notices: readonly Notice[];
}

/**
 * Reads one table into the gathered lines and registers. The decimal sign is decided by all numbers of the table, so when it turns out
 * other than assumed, what was read is forgotten and the table is read once more with the right one. So it is when nothing settles it and some
 * cell reads otherwise then; the numbers of a workbook never do.
 */
export async function readTable(source: TableSource, gathered: Gathered, settings: ReadSettings): Promise<ReadTable> {
  const start = gathered.lines.length;
  if (settings.decimal) {
    const given = { sign: settings.decimal, settled: true };
    return (await readOnce(source, gathered, settings, given)).result(given.sign);
  }
  const assumed = new AssumedSign(source.assumedSign);
  const pass = await readOnce(source, gathered, settings, assumed);
  if (pass.claims === null) return pass.result(null);
  const decided = pass.claims.evidence.reading(source.assumedSign);
  const isRight = decided.sign === assumed.sign && (decided.settled || !assumed.mattered);
  if (isRight) return pass.result(decided.settled ? decided.sign : null);
  gathered.lines.truncate(start);
  const second = await readOnce(source, gathered, settings, decided);
  return second.result(decided.settled ? decided.sign : null);
}

/** Between two batches: whoever asked to stop is obeyed, and reading that takes too long ends. Throws UnreadableSource `limit-exceeded`. */
export function refuseDelay({ signal, elapsed, limits }: ReadSettings): void {
  signal?.throwIfAborted();
  const value = Math.floor(elapsed?.() ?? 0);
  if (value > limits.seconds) {
    throw new UnreadableSource('limit-exceeded', { limit: 'seconds', value, maximum: limits.seconds });
  }
}

async function readOnce(
  source: TableSource,
  gathered: Gathered,
  settings: ReadSettings,
  decimal: DecimalReading,
): Promise<TablePass> {
  const pass = new TablePass(source, gathered, settings, decimal);
  try {
    for await (const batch of source.rows(() => pass.columns)) {
      if ('firstRow' in batch) pass.records(batch);
      else for (const row of batch) pass.row(row);
      pass.refuseShapeless();
      refuseDelay(settings);
    }
    pass.end();
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
    pass.breakOff(error);
  }
  return pass;
}

/** One reading of a table: the first rows wait until the header is known, the others go straight to the parser of its role. */
class TablePass {
  claims: ClaimsParser | null = null;
  readonly #source: TableSource;
  readonly #gathered: Gathered;
  readonly #settings: ReadSettings;
  readonly #decimal: DecimalReading;
  #waiting: Row[] | null = [];
  #layout: Layout | null = null;
  #usualWidth: number | null = null;
  #log: IntakeLog;
  #registers: RegisterParser | null = null;
  #plain: PlainClaims | PlainRegister | null = null;
  readonly #notices: Notice[] = [];

  constructor(source: TableSource, gathered: Gathered, settings: ReadSettings, decimal: DecimalReading) {
    this.#source = source;
    this.#gathered = gathered;
    this.#settings = settings;
    this.#decimal = decimal;
    this.#log = new IntakeLog(source.input, [], source.format === 'xlsx');
  }

  /** How many cells a record has that may come as bytes; null while rows are wanted as text. */
  get columns(): number | null {
    // Where rows go beyond the header none with the cells of the header is plain.
    return this.#plain === null || this.#layout === null || this.#usualWidth !== null
      ? null
      : this.#layout.headings.length;
  }

  /** A batch of plain records; only after `columns` said so. */
  records(records: TableRecords): void {
    this.#plain?.records(records);
  }

  row(row: Row): void {
    if (this.claims) this.claims.row(row);
    else if (this.#registers) this.#registers.row(row);
    else if (this.#waiting) {
      this.#waiting.push(row);
      if (row.row > HEADER_WITHIN) this.#recognise();
    }
  }

  end(): void {
    if (this.#waiting) this.#recognise();
    if (this.#layout) reportLayout(this.#layout, this.#log, this.claims?.counts.rows ?? this.#registers?.rows ?? 0);
    if (this.claims?.evidence.mixed) this.#notices.push({ id: 'decimal-mixed', data: { decimal: this.#decimal.sign } });
  }

  /** Throws UnreadableSource `limit-exceeded` when so many rows do not stand under the header that this is no table. */
  refuseShapeless(): void {
    const value = this.#log.found('ragged-row');
    const maximum = this.#settings.limits.raggedRows;
    if (value > maximum) throw new UnreadableSource('limit-exceeded', { limit: 'raggedRows', value, maximum });
  }

  /** Reading broke off: what was read stays, and says so. A register that broke off is not trusted to be whole. */
  breakOff(error: UnreadableSource): void {
    this.end();
    if (this.#layout && this.#layout.role !== 'claims') this.#gathered.registers.partial.add(this.#layout.role);
    this.#log.file('unreadable-file', { reason: error.reason, facts: { ...error.data } });
  }

  result(decimal: ',' | '.' | null): ReadTable {
    return {
      layout: this.#layout,
      rows: this.claims?.counts.rows ?? this.#registers?.rows ?? 0,
      isBlank: this.#layout === null && this.#log.findings.length === 0,
      claims: this.claims?.counts ?? null,
      decimal,
      findings: this.#log.findings,
      beyond: this.#log.beyond,
      notices: this.#notices,
    };
  }

  #recognise(): void {
    const rows = this.#waiting ?? [];
    this.#waiting = null;
    const { names, role, input, format } = this.#source;
    const layout = recogniseLayout(rows, names, role);
    if (layout === null) {
      const filled = rows.filter((row) => row.cells.some((cell) => cell.trim() !== ''));
      // Nobody knows what stands here: no heading has so many digits, and those of a file of fixed widths may hold a BSN.
      const heading = (cell: string) => shown(cell).replace(/\d{9,}/g, '•••••••••');
      const headings = (filled[0]?.cells ?? []).filter((cell) => cell.trim() !== '').map(heading);
      // A blank worksheet beside others is no fault; a workbook or a CSV without any row is, and its reader's caller says so.
      if (filled.length > 0) this.#log.file('unknown-role', { headings: headings.slice(0, 50) }, filled[0]?.row ?? 0);
      return;
    }
    this.#layout = layout;
    this.#usualWidth = format === 'csv' ? usualWidth(rows, layout) : null;
    this.#log = new IntakeLog(input, layout.headings, format === 'xlsx', this.#settings.limits.findings);
    if (layout.headerRow > 1) {
      this.#notices.push({ id: 'preamble-skipped', data: { rows: layout.headerRow - 1, headerRow: layout.headerRow } });
    }
    const { lines, identity, registers } = this.#gathered;
    if (layout.role === 'claims') {
      const { technology, asOf, limits } = this.#settings;
      const mostCodes = limits.codes;
      const target = {
        input,
        format,
        names,
        lines,
        identity,
        technology,
        asOf,
        decimal: this.#decimal,
        mostCodes,
        usualWidth: this.#usualWidth,
      };
      this.claims = new ClaimsParser(layout, this.#log, target);
      this.#plain = new PlainClaims(layout, target, this.claims);
    } else {
      const target = { input, format, names, identity, registers, usualWidth: this.#usualWidth };
      this.#registers = new RegisterParser(layout, this.#log, target);
      this.#plain = new PlainRegister(layout, target, this.#registers);
    }
    for (const row of rows) {
      if (row.row > layout.headerRow) this.row(row);
      else if (row.row < layout.headerRow && looksLikeData(row, this.#settings.technology)) this.#rowAbove(row);
    }
  }
  #rowAbove(row: Row): void {
    this.claims?.rowAbove(row);
    this.#registers?.rowAbove(row);
  }
}
