import type { Finding } from '../domain/finding.ts';
import type { FindingsBeyond } from '../domain/finding-list.ts';
import type { IntColumn } from '../domain/int-column.ts';
import type { Role } from '../domain/role.ts';
import type { RunInput } from '../domain/run.ts';
import type { Notice } from '../domain/table.ts';
import type { ClaimCounts } from '../parse/claims.ts';

/** One input while it is being read: what becomes its entry in the run, its findings, and its counts when it holds claims. */
export interface InputDraft {
  readonly input: Omit<RunInput, 'sha256'>;
  readonly findings: readonly Finding[];
  /** Findings that were counted and not kept. */
  readonly beyond: readonly FindingsBeyond[];
  readonly claims: ClaimCounts | null;
  /** Of a message: the rows of its client records, and behind them the first row after the last record. */
  readonly clientRows?: IntColumn;
}

/** An input of which nothing could be understood. */
export function blankInput(
  name: string,
  bytes: number,
  format: RunInput['format'],
  sheet: string | null,
  notices: readonly Notice[],
): Omit<RunInput, 'sha256'> {
  return {
    name,
    sheet,
    role: null as Role | null,
    format,
    bytes,
    rows: 0,
    encoding: null,
    delimiter: null,
    decimal: null,
    columns: {},
    unknownColumns: [],
    headerRow: null,
    notices,
  };
}
