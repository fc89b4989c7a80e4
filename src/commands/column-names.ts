import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';
import shipped from '../../schemas/columns.json' with { type: 'json' };
import { ROLES, type Role } from '../domain/role.ts';
import { UserError } from '../errors.ts';
import { nearest } from '../nearest.ts';
import type { ColumnNames } from '../parse/columns.ts';
import { shapeFaults } from '../shape-faults.ts';
import { placeOf } from './config.ts';
import type { Settled } from './settled.ts';

const Headings = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
/** A file given with --columns: per role, field → heading(s). */
const ColumnsFile = z.strictObject(
  Object.fromEntries(ROLES.map((role) => [role, Headings.optional()])) as Record<Role, z.ZodOptional<typeof Headings>>,
);

/** The columns to look for in a file of some name: the shipped headers and aliases, after those of --columns and of the configuration. */
export function columnNames(
  { options, config, file }: Pick<Settled, 'options' | 'config' | 'file'>,
  cwd: string,
): (name: string) => ColumnNames {
  const given = options.columns === undefined ? {} : readColumns(options.columns, cwd);
  const patterns = (config.columns ?? []).map(({ files, role, fields }, index) => ({
    matches: pattern(files),
    role,
    fields: checked(role, fields, `${placeOf(file)}: columns.${index}.fields`),
  }));
  return (name) => {
    let names: ColumnNames = shipped;
    for (const { matches, role, fields } of patterns) if (matches.test(name)) names = withHeadings(names, role, fields);
    for (const role of ROLES) if (given[role]) names = withHeadings(names, role, given[role]);
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

function checked(role: Role, fields: z.infer<typeof Headings>, where: string): z.infer<typeof Headings> {
  const known = Object.keys(shipped[role]);
  const unknown = Object.keys(fields).find((field) => !known.includes(field));
  if (unknown === undefined) return fields;
  throw new UserError(
    `${where}: het veld "${unknown}" bestaat niet voor ${role}.${nearest(unknown, known)} Bekend zijn: ${known.join(', ')}.`,
  );
}

function readColumns(file: string, cwd: string): z.infer<typeof ColumnsFile> {
  const where = `Kolommenbestand ${file}`;
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(resolve(cwd, file), 'utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    const why = error instanceof SyntaxError ? `is geen geldige JSON: ${error.message}` : 'is niet te lezen.';
    throw new UserError(`${where} ${why}`, error);
  }
  const read = ColumnsFile.safeParse(json);
  if (!read.success) {
    const faults = shapeFaults(ColumnsFile, read.error, json).join('\n');
    throw new UserError(
      `${where} klopt niet:\n${faults}\nVerwacht wordt bijvoorbeeld: { "claims": { "client": "Klantnr" } }.`,
    );
  }
  for (const role of ROLES) if (read.data[role]) checked(role, read.data[role], `${where}: ${role}`);
  return read.data;
}

function pattern(files: string): RegExp {
  const source = files
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${source}$`, 'i');
}
