import columns from '../../schemas/columns.json' with { type: 'json' };
import type { Role } from '../../src/domain/role.ts';
import { COLUMN_FACTS, type ColumnFact } from './column-facts.ts';

interface Column extends ColumnFact {
  readonly header: string;
  readonly aliases: readonly string[];
}

const TITLES: Readonly<Record<Role, string>> = {
  claims: 'Claim lines (declaratieregels)',
  deliveryForms: 'Delivery forms (leveringsvormen)',
  indications: 'Indications (indicaties)',
  clients: 'Clients (cliënten)',
};

/** The columns of a role, in the order of schemas/columns.json. */
export function columnsOf(role: Role): Column[] {
  const facts = COLUMN_FACTS[role] as Readonly<Record<string, ColumnFact>>;
  return Object.entries(columns[role]).map(([field, names]) => ({ ...facts[field]!, ...names }));
}

/** Frictionless Table Schema of a role: the canonical form of a file. The program takes aliases and other forms of dates and numbers too. */
export function tableSchema(role: Role): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    name: `tzt-${role.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    title: TITLES[role],
    description: `Canonical form of a file with the role ${role}. Columns may stand in any order and others may stand between them.`,
    fieldsMatch: ['partial'],
    missingValues: [''],
    fields: columnsOf(role).map(fieldOf),
  };
}

function fieldOf({ header, aliases, type, en, nl, required, values, pattern, example }: Column): object {
  return {
    name: header,
    type,
    ...(type === 'date' ? { format: '%d-%m-%Y' } : {}),
    ...(type === 'number' ? { decimalChar: ',', groupChar: '.' } : {}),
    title: nl,
    description: en,
    ...(example ? { example } : {}),
    ...(required || values || pattern
      ? {
          constraints: {
            ...(required ? { required } : {}),
            ...(values ? { enum: values } : {}),
            ...(pattern ? { pattern } : {}),
          },
        }
      : {}),
    // Not of the standard: other headings that are read as this column.
    aliases,
  };
}
