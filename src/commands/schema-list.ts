/** A schema that is published: its name for `tzt schema NAME`, its file in schemas/, and what it describes. */
export interface PublishedSchema {
  readonly name: string;
  readonly file: string;
  readonly nl: string;
  readonly en: string;
}

/** Every schema, in the order they are listed. A new one is added here; a test holds that its file is there. */
export const SCHEMAS: readonly PublishedSchema[] = [
  { name: 'report', file: 'report.schema.json', nl: 'report.json (JSON Schema)', en: 'report.json (JSON Schema)' },
  {
    name: 'config',
    file: 'config.schema.json',
    nl: 'tzt.config.json (JSON Schema)',
    en: 'tzt.config.json (JSON Schema)',
  },
  {
    name: 'policy',
    file: 'policy.schema.json',
    nl: 'een beleidsbestand (JSON Schema)',
    en: 'a policy file (JSON Schema)',
  },
  {
    name: 'waivers',
    file: 'waivers.schema.json',
    nl: 'een bestand met geaccepteerde bevindingen (JSON Schema)',
    en: 'a file of accepted findings (JSON Schema)',
  },
  {
    name: 'return',
    file: 'return.schema.json',
    nl: 'tzt return --json (JSON Schema)',
    en: 'tzt return --json (JSON Schema)',
  },
  {
    name: 'return-codes',
    file: 'return-codes.schema.json',
    nl: 'de lijst van retourcodes (JSON Schema)',
    en: 'the list of return codes (JSON Schema)',
  },
  {
    name: 'claims',
    file: 'claims.tableschema.json',
    nl: 'declaratieregels (Frictionless Table Schema)',
    en: 'claim lines (Frictionless Table Schema)',
  },
  {
    name: 'deliveryForms',
    file: 'deliveryForms.tableschema.json',
    nl: 'leveringsvormen (Frictionless Table Schema)',
    en: 'delivery forms (Frictionless Table Schema)',
  },
  {
    name: 'indications',
    file: 'indications.tableschema.json',
    nl: 'indicaties (Frictionless Table Schema)',
    en: 'indications (Frictionless Table Schema)',
  },
  {
    name: 'clients',
    file: 'clients.tableschema.json',
    nl: 'cliënten (Frictionless Table Schema)',
    en: 'clients (Frictionless Table Schema)',
  },
];

/** Files in schemas/templates, which `tzt schema templates` copies. */
export const TEMPLATE_FILES: readonly string[] = [
  'declaraties.csv',
  'leveringsvormen.csv',
  'indicaties.csv',
  'clienten.csv',
  'sjabloon.xlsx',
  'LEESMIJ.md',
];
