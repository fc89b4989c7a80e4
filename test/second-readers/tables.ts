import type { CellKind, Row } from '../../src/domain/table.ts';

/** What a second reader makes of a cell. A `serial` is a moment as days since 30 December 1899, as workbooks count them. */
export type Value = string | number | boolean | null | { readonly serial: number } | { readonly error: string };

/** What a second reader makes of a table: its rows by the number a spreadsheet shows. */
export interface SecondTable {
  readonly sheet: string | null;
  readonly rows: ReadonlyMap<number, readonly Value[]>;
}

/** What ours makes of the same table. */
export interface OurTable {
  readonly sheet: string | null;
  readonly rows: readonly Row[];
}

/** One cell that two readers do not agree about. */
export interface Difference {
  readonly sheet: string | null;
  readonly row: number;
  /** Counted from 0. */
  readonly column: number;
  readonly ours: string;
  readonly theirs: Value;
}

/** Every cell of two tables that is not the same; what only one of them has is held against nothing. */
export function differences(ours: OurTable, theirs: SecondTable): Difference[] {
  const found: Difference[] = [];
  const mine = new Map(ours.rows.map((row) => [row.row, row]));
  for (const number of new Set([...mine.keys(), ...theirs.rows.keys()])) {
    const row = mine.get(number);
    const values = theirs.rows.get(number) ?? [];
    for (let column = 0; column < Math.max(row?.cells.length ?? 0, values.length); column++) {
      const text = row?.cells[column] ?? '';
      const kind = row?.kinds?.[column] ?? 'text';
      const value = values[column] ?? null;
      if (!isSame(text, kind, value))
        found.push({ sheet: ours.sheet, row: number, column, ours: `${kind} ${text}`, theirs: value });
    }
  }
  return found;
}

/** Whether a cell of ours and a value of theirs are one and the same. */
function isSame(text: string, kind: CellKind, value: Value): boolean {
  if (value === null || value === '') return text === '';
  if (typeof value === 'object' && 'error' in value) return kind === 'error' && text === value.error;
  switch (kind) {
    case 'text':
      return text === value || (typeof value === 'number' && isPadded(text, value));
    case 'number':
      return typeof value === 'number' && (Number(text) === value || Number(text) === Number(value.toPrecision(15)));
    case 'date':
    case 'time':
      return isMoment(text, value);
    case 'boolean':
      return typeof value === 'boolean' && text === String(value).toUpperCase();
    case 'error':
      return text === value;
  }
}

/** A number that its format pads with zeros (`000000000`): an identifier, and text with us. */
function isPadded(text: string, value: number): boolean {
  return /^0\d+$/.test(text) && Number(text) === value;
}

const SECOND = 1 / 86_400;

/** The same moment or duration, to the second. */
function isMoment(text: string, value: Value): boolean {
  const serial = typeof value === 'object' && value !== null && 'serial' in value ? value.serial : value;
  return typeof serial === 'number' && Math.abs(serialOf(text) - serial) < SECOND;
}

/** `2026-03-01 18:30:05` or `255:10:10` as days since 30 December 1899. */
function serialOf(text: string): number {
  const [, day, time = day === undefined ? text : undefined] = /^(\d{4}-\d\d-\d\d)(?: (.*))?$/.exec(text) ?? [];
  const [hours = 0, minutes = 0, seconds = 0] = (time ?? '').replace('-', '').split(':').map(Number);
  const part = (time?.startsWith('-') ? -1 : 1) * ((hours * 60 + minutes) * 60 + seconds) * SECOND;
  const days = day === undefined ? 0 : Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
  // Workbooks have a 29 February 1900: the days before it are one less than they should be.
  return (days > 0 && days < 61 ? days - 1 : days) + part;
}
