import * as z from 'zod';
import { count, day, minutes, month, sha256 } from './report-fields.ts';
import { unbounded } from './unbounded.ts';

/** The promise of `tzt compare --json`, version 1.0. Everything is required: what is not known is null. */

const row = z.int().min(1).describe('Row as a spreadsheet shows it; in a message the number of the record');
const sheet = z.string().nullable().describe('Worksheet, or file in an archive; null for other files');

const ComparedLineShape = z.strictObject({
  input: z.string().describe('Name of the file'),
  sheet,
  row,
  reference: z.string().nullable().describe('Reference number; null when it has none'),
  client: z.string().describe('Clientnummer, or pseudonym where there is none'),
  code: z.string().describe('Prestatiecode'),
  start: day('First day'),
  end: day('Last day'),
  debitCredit: z.enum(['D', 'C']).describe('Debit or credit'),
  minutes: minutes('Without sign').min(0),
  amountCents: z.int().nullable().describe('In eurocents, without sign; null when there is none'),
});

const Side = z.strictObject({
  inputs: z
    .array(
      z.strictObject({
        name: z.string().describe('Name of the file'),
        sheet,
        format: z.enum(['csv', 'xlsx', 'aw319']).nullable().describe('Format'),
        sha256: sha256('the file'),
        rows: count('Data rows, or records of performances'),
        test: z.boolean().describe('A test message: it declares nothing'),
      }),
    )
    .describe('The files or sheets with declaratieregels'),
  lines: count('Technology lines of which a line could be made'),
  minutes: minutes('Debits less credits'),
  amountCents: z.int().nullable().describe('Debits less credits, in eurocents; null when there are no amounts'),
  unread: z
    .array(z.strictObject({ input: z.string().describe('Name of the file'), sheet, row }))
    .describe('Rows that are or may be technology lines and of which no line could be made: they were not compared'),
  problems: z
    .array(
      z.strictObject({
        input: z.string().describe('Name of the file'),
        sheet,
        rule: z.string().describe('Rule of the catalogue'),
        message: z.string().describe('What is wrong and what to do, in the language asked for'),
      }),
    )
    .describe('Files that could not be read, or not as declaratieregels'),
});

const perSide = (what: string) => ({
  export: count(`${what} in the export`),
  message: count(`${what} in the message`),
});

/** The whole of what `tzt compare --json` writes. */
export const ComparisonShape = z.strictObject({
  schemaVersion: z.literal('1.0').describe('Version of this schema'),
  tool: z
    .strictObject({ name: z.string().describe('Name'), version: z.string().describe('Version') })
    .describe('The program'),
  exitCode: z
    .union([z.literal(0), z.literal(1), z.literal(3)])
    .describe('0 the same, 1 differences, 3 no difference found but not everything could be compared'),
  months: z.array(month).nullable().describe('The care months asked for; null for all'),
  export: Side.describe('The export'),
  message: Side.describe('The AW319 message'),
  summary: z
    .strictObject({
      same: count('Lines of which both say the same'),
      different: count('Lines that are in both and differ'),
      onlyInExport: count('Lines that are in the export only'),
      onlyInMessage: count('Lines that are in the message only'),
      otherReferences: count('Lines matched by client, code and dates whose reference numbers are not the same'),
      clientsUnseen: count(
        'Lines of which nobody can tell whether the client is the same: clientnummer on one side, BSN on the other',
      ),
    })
    .describe('Counts of technology lines'),
  codes: z
    .array(z.strictObject({ code: z.string().describe('Prestatiecode'), ...perSide('Technology lines') }))
    .describe('Technology lines per code'),
  otherCodes: z
    .array(z.strictObject({ code: z.string().describe('Prestatiecode'), ...perSide('Lines') }))
    .describe('Lines of other care: only counted, of all months, never compared'),
  onlyInExport: z.array(ComparedLineShape).describe('Technology lines that are in the export only'),
  onlyInMessage: z.array(ComparedLineShape).describe('Technology lines that are in the message only'),
  different: z
    .array(
      z.strictObject({
        differs: z
          .array(z.enum(['client', 'code', 'dates', 'debit-credit', 'minutes', 'amount']))
          .describe('What differs'),
        matchedBy: z.enum(['reference', 'content']).describe('What told that they are one line'),
        export: ComparedLineShape.describe('As the export has it'),
        message: ComparedLineShape.describe('As the message has it'),
      }),
    )
    .describe('Technology lines that are in both and differ'),
});

/** What `tzt compare` found. */
export type Comparison = z.infer<typeof ComparisonShape>;
/** A technology line as one of the two sides has it. */
export type ComparedLine = z.infer<typeof ComparedLineShape>;

/** JSON Schema (draft 2020-12), as published in `schemas/comparison.schema.json`. */
export function comparisonJsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(ComparisonShape, {
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => unbounded(jsonSchema),
  });
  return {
    $schema,
    $id: 'urn:tzt:schema:comparison:1.0',
    title: 'tzt compare --json',
    description: 'An export beside the AW319 message made from it: technology lines compared, other care counted.',
    ...rest,
  };
}
