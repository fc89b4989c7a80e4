import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import shipped from '../../schemas/columns.json' with { type: 'json' };
import { ROLES, type Role } from '../domain/role.ts';
import { UserError } from '../errors.ts';
import type { ColumnNames } from '../parse/columns.ts';
import { type Config, nearest } from './config.ts';

const Headings = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
/** A file given with --columns: per role, field → heading(s). */
const ColumnsFile = z.partialRecord(z.enum(ROLES), Headings);

/** The columns to look for in a file of some name: the shipped headers and aliases, after those of --columns and of the configuration. */
export function columnNames(
  config: Config,
  columnsFile: string | undefined,
  cwd: string,
): (name: string) => ColumnNames {
  const given = columnsFile === undefined ? {} : readColumns(columnsFile, cwd);
  const patterns = (config.columns ?? []).map(({ files, role, fields }) => ({
    matches: pattern(files),
    role,
    fields: checked(role, fields),
  }));
  return (name) => {
    let names: ColumnNames = shipped;
    for (const { matches, role, fields } of patterns) if (matches.test(name)) names = withHeadings(names, role, fields);
    for (const role of ROLES) if (given[role]) names = withHeadings(names, role, checked(role, given[role]));
    return names;
  };
}

function withHeadings(names: ColumnNames, role: Role, fields: z.infer<typeof Headings>): ColumnNames {
  const columns = { ...names[role] };
  for (const [field, headings] of Object.entries(fields)) {
    const known = columns[field];
    const [header = '', ...more] = [headings].flat();
    // What the user names comes first; the shipped names still work, so that one configuration serves several exports.
    columns[field] = { header, aliases: [...more, ...(known ? [known.header, ...known.aliases] : [])] };
  }
  return { ...names, [role]: columns };
}

function checked(role: Role, fields: z.infer<typeof Headings>): z.infer<typeof Headings> {
  const known = Object.keys(shipped[role]);
  const unknown = Object.keys(fields).find((field) => !known.includes(field));
  if (unknown === undefined) return fields;
  throw new UserError(
    `Kolommen: het veld "${unknown}" bestaat niet voor ${role}.${nearest(unknown, known)} Bekend zijn: ${known.join(', ')}.`,
  );
}

function readColumns(file: string, cwd: string): z.infer<typeof ColumnsFile> {
  try {
    return ColumnsFile.parse(JSON.parse(readFileSync(resolve(cwd, file), 'utf8')));
  } catch (error) {
    throw new UserError(
      `Kolommenbestand ${file} is niet te gebruiken. Verwacht wordt: { "claims": { "client": "Klantnr" } }.`,
      error,
    );
  }
}

function pattern(files: string): RegExp {
  const source = files
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${source}$`, 'i');
}
