import type { DeclaredLaw } from '../domain/law.ts';
import type { Row } from '../domain/table.ts';
import { comparable } from './columns.ts';
import { type IntakeLog, shown } from './intake-log.ts';
import type { Layout } from './layout.ts';

const LAWS: Readonly<Record<string, DeclaredLaw>> = {
  zvw: 'zvw',
  zorgverzekeringswet: 'zvw',
  wijkverpleging: 'zvw',
  zvwwijkverpleging: 'zvw',
  wlz: 'wlz',
  wetlangdurigezorg: 'wlz',
  wlzmpt: 'wlz',
  mpt: 'wlz',
  wmo: 'other',
  wmo2015: 'other',
  jeugdwet: 'other',
  jw: 'other',
  particulier: 'other',
  eigenrekening: 'other',
};

/** Reads the column `wet`. Null when there is none, or when it holds something that is no law, which is reported. */
export function readLaw(row: Row, layout: Layout, log: IntakeLog): DeclaredLaw {
  const column = layout.columns.get('law');
  const text = column === undefined ? '' : (row.cells[column] ?? '').trim();
  if (column === undefined || text === '') return null;
  const law = lawOf(text);
  if (law !== undefined) return law;
  log.row('invalid-value', row, column, { field: 'law', value: shown(text), allowed: ['Zvw', 'Wlz'] });
  return null;
}

/** The law a text names; null for an empty one, undefined when it names none. */
export function lawOf(text: string): DeclaredLaw | undefined {
  if (text.trim() === '') return null;
  const key = comparable(text);
  return Object.hasOwn(LAWS, key) ? LAWS[key] : undefined;
}
