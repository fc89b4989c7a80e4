import { ROLES, type Role } from '../domain/role.ts';
import type { Row } from '../domain/table.ts';
import { CLAIM_MARKS, type ColumnNames, comparable, RECOGNISED_BY, REQUIRED, type Requirement } from './columns.ts';

/** How the columns of one file or sheet are understood. */
export interface Layout {
  readonly role: Role;
  /** The row the header stands on, as a spreadsheet numbers it. */
  readonly headerRow: number;
  readonly headings: readonly string[];
  /** Field → number of its column, counted from 0. */
  readonly columns: ReadonlyMap<string, number>;
  /** Headings that mean no field: kept and passed through. */
  readonly unknown: readonly string[];
  /** Fields whose heading stands on several columns; the first of them is read. */
  readonly duplicates: readonly { readonly heading: string; readonly columns: readonly number[] }[];
  /** Columns under another heading for the prestatiecode than the one that is read: they may contradict it. */
  readonly rivals: readonly number[];
  /** Requirements that no column meets. */
  readonly missing: readonly Requirement[];
}

/** Within how many rows a header must stand. */
export const HEADER_WITHIN = 20;

/**
 * Finds the header among the first rows. With `role` given the header is the first row that has two of its fields (or the only one it can have);
 * without, the first row that a role recognises as its own. Null when there is none.
 */
export function recogniseLayout(rows: readonly Row[], names: ColumnNames, role?: Role): Layout | null {
  for (const row of rows) {
    if (row.row > HEADER_WITHIN + 1 || row.fault) continue;
    const layout = role ? layoutFor(role, row, names) : recognised(row, names);
    if (layout && (!role || layout.columns.size >= 2)) return layout;
  }
  return null;
}

/** The header of whichever role this row is, or null. */
export function recognised(row: Row, names: ColumnNames): Layout | null {
  for (const { role, any } of RECOGNISED_BY) {
    const layout = layoutFor(role, row, names);
    const alternative = any.find((fields) => fields.every((field) => layout.columns.has(field)));
    if (alternative && (role === 'claims' || !looksLikeClaims(row, names, alternative))) return layout;
  }
  return null;
}

/**
 * Whether a header that would do for a register is more likely one of claims of which a heading was not recognised. Taken for a register,
 * its lines would vanish without a word. Clientnummer and BSN stand in every file, so by them alone a header with any mark of claims is none.
 */
function looksLikeClaims(row: Row, names: ColumnNames, recognisedBy: readonly string[]): boolean {
  const { columns } = layoutFor('claims', row, names);
  const marks = CLAIM_MARKS.filter((field) => columns.has(field));
  if (!recognisedBy.includes('client')) return marks.length >= 3;
  return marks.length > 0 || columns.has('start');
}

function layoutFor(role: Role, row: Row, names: ColumnNames): Layout {
  const positions = new Map<string, number[]>();
  row.cells.forEach((cell, index) => {
    const key = cell === '' ? '' : comparable(cell);
    if (key === '') return;
    const same = positions.get(key);
    if (same) same.push(index);
    else positions.set(key, [index]);
  });
  const columns = new Map<string, number>();
  const duplicates: { heading: string; columns: number[] }[] = [];
  const taken = new Set<number>();
  const { fields, codes } = headingsOf(names)[role];
  for (const [field, keys] of fields) {
    // The canonical header wins over its aliases, an earlier alias over a later one; the losers are passed through.
    const heading = keys.find((key) => positions.has(key));
    const found = heading === undefined ? undefined : positions.get(heading);
    const first = found?.[0];
    if (!found || first === undefined || taken.has(first)) continue;
    columns.set(field, first);
    for (const index of found) taken.add(index);
    if (found.length > 1) duplicates.push({ heading: row.cells[first] ?? '', columns: found });
  }
  return {
    role,
    headerRow: row.row,
    headings: row.cells,
    columns,
    unknown: row.cells.filter((heading, index) => !taken.has(index) && heading.trim() !== ''),
    duplicates,
    rivals: [...codes].flatMap((key) => positions.get(key) ?? []).filter((at) => !taken.has(at)),
    missing: REQUIRED[role].filter(
      (requirement) => !requirement.some((fields) => fields.every((field) => columns.has(field))),
    ),
  };
}

/** Whether a row has two headings of any roles at least; without them it is no header, and nothing else needs to be asked of it. */
export function hasHeadings({ cells }: Row, names: ColumnNames): boolean {
  const { any } = headingsOf(names);
  let found = 0;
  for (const cell of cells) if (cell !== '' && any.has(comparable(cell)) && ++found === 2) return true;
  return false;
}

/** The headings of a role as they are compared: those of each field in order, and those of the prestatiecode. */
interface RoleHeadings {
  readonly fields: readonly (readonly [field: string, keys: readonly string[]])[];
  readonly codes: ReadonlySet<string>;
}

/** Those of each role, and of any. */
type Headings = Readonly<Record<Role, RoleHeadings>> & { readonly any: ReadonlySet<string> };

/** Made once for all files that are read with the same columns. */
const HEADINGS = new WeakMap<ColumnNames, Headings>();

function headingsOf(names: ColumnNames): Headings {
  const known = HEADINGS.get(names);
  if (known) return known;
  const roles = Object.fromEntries(ROLES.map((role) => [role, roleHeadings(names[role])])) as Record<
    Role,
    RoleHeadings
  >;
  const keys = ROLES.flatMap((role) => roles[role].fields.flatMap(([, headings]) => headings));
  const made = { ...roles, any: new Set(keys.filter((key) => key !== '')) };
  HEADINGS.set(names, made);
  return made;
}

function roleHeadings(columns: ColumnNames[Role]): RoleHeadings {
  const fields = Object.entries(columns).map(
    ([field, { header, aliases }]) => [field, [...new Set([header, ...aliases].map(comparable))]] as const,
  );
  return { fields, codes: new Set(fields.find(([field]) => field === 'code')?.[1]) };
}
