import columnNames from '../../schemas/columns.json' with { type: 'json' };
import { maskBsn } from '../domain/bsn.ts';
import type { Role } from '../domain/role.ts';
import type { Requirement } from './columns.ts';
import type { IntakeLog } from './intake-log.ts';
import type { Layout } from './layout.ts';

/** Reports what is wrong with the header of a table: required columns that are missing, headings that stand twice. Each once, not per row. */
export function reportLayout(layout: Layout, log: IntakeLog, rows: number): void {
  for (const requirement of layout.missing) {
    const { header, aliases } = namesOf(layout.role, requirement);
    log.file('missing-column', { role: layout.role, header, aliases, rows }, layout.headerRow);
  }
  for (const { heading, columns } of layout.duplicates) {
    const data = { heading: maskBsn(heading), columns: columns.map((column) => column + 1) };
    log.file('duplicate-column', data, layout.headerRow);
  }
}

/** A requirement in words of headings: `aantal + eenheid / minuten / uren`. */
function namesOf(role: Role, requirement: Requirement): { header: string; aliases: string[] } {
  const columns: Readonly<Record<string, { header: string; aliases: string[] }>> = columnNames[role];
  const headerOf = (field: string) => columns[field]?.header ?? field;
  return {
    header: requirement.map((fields) => fields.map(headerOf).join(' + ')).join(' / '),
    // With a choice of columns, other names of all of them together would only confuse.
    aliases: requirement.length > 1 ? [] : requirement.flat().flatMap((field) => columns[field]?.aliases ?? []),
  };
}
