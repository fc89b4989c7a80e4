import * as z from 'zod';
import { SEVERITIES } from '../domain/finding.ts';
import { CHANGE_CAUSES, type ChangeCause, type JudgedAgain } from '../domain/run.ts';
import { unbounded } from './unbounded.ts';

const count = (text: string) => z.int().nonnegative().describe(text);
const severity = z.enum(SEVERITIES).describe('error rejects, warning is to be looked at, info is to be known of');
const cause = z
  .enum(CHANGE_CAUSES as [ChangeCause, ...ChangeCause[]])
  .describe(
    'data: the lines, the row or the registers are others; rules: by the newer rules the older data says so too; both: each did its part; circumstances: neither changed, so it is what was booked or accepted, the settings or the reference day; unknown: not to be told',
  );
const JUDGED_AGAIN: Readonly<Record<JudgedAgain, string>> = {
  yes: 'done',
  'not-needed': 'the rules are the same',
  'report-file': 'one of the two is a report.json, which does not hold all lines',
  'other-program': 'the newer run was made by other rules than there are now',
  removed: 'bookings that counted for a run were removed',
};

const Run = z.strictObject({
  name: z.string().describe('What it was called by: the id of the run, or the name of the file'),
  run: z.string().describe('Id of the run'),
  startedAt: z.string().describe('ISO 8601 in UTC'),
  asOf: z.string().describe('The day "today" meant, jjjj-mm-dd'),
  version: z.string().describe('Version of tzt that made it'),
});

const Counts = z.strictObject({
  error: count('Findings that reject'),
  warning: count('Findings to look at'),
  info: count('Findings to know of'),
  waived: count('Of all of them: accepted by a waiver'),
});

const Place = z.strictObject({
  input: z.string().describe('Name of the file'),
  sheet: z.string().nullable().describe('Name of the worksheet'),
  row: z.int().describe('Row as a spreadsheet shows it'),
  column: z.string().nullable().describe('Heading of the column'),
  cell: z.string().nullable().describe('Address in a workbook'),
  reference: z.string().nullable().describe('Reference number of the line'),
});

const facts = z.record(z.string(), z.unknown());
const finding = {
  fingerprint: z.string().describe('Keyed hash: the same finding in both runs'),
  rule: z.string().describe('Rule that made it'),
  severity,
  client: z.string().nullable().describe('Clientnummer or pseudonym; null when it concerns no single client'),
  month: z.string().nullable().describe('Care month, jjjj-mm'),
  waived: z.boolean().describe('Accepted by a waiver'),
  message: z.string().describe('What is wrong, in the language of the command or of the report it was read from'),
  data: facts.describe('The facts the message is made of'),
  places: z.array(Place).describe('Every row it concerns'),
};

const Changed = z.strictObject({ ...finding, cause });
const Kept = z.strictObject({
  ...finding,
  change: z
    .strictObject({ cause, severityBefore: severity, dataBefore: facts.describe('The facts as they were') })
    .nullable()
    .describe('What it says otherwise than before; null when it says the same'),
});

/** What `tzt diff --json` writes. */
export const DiffShape = z.strictObject({
  schemaVersion: z.literal('1.0').describe('Version of this schema'),
  older: Run.describe('The first run'),
  newer: Run.describe('The second run'),
  summary: z
    .strictObject({
      new: Counts.describe('Only in the newer run'),
      solved: Counts.describe('Only in the older run'),
      unchanged: Counts.describe('In both'),
    })
    .describe('Numbers of findings'),
  differences: z
    .strictObject({
      version: z.boolean().describe('Made by another version of tzt'),
      policies: z.array(z.string()).describe('Ids of limits that only one of them used, or that differ'),
      weakened: z.boolean().nullable().describe('Core rules are lowered otherwise; null when one does not tell'),
      asOf: z.boolean().describe('Another reference day'),
      roles: z.array(z.string().nullable()).describe('Roles of which the files differ; null for unrecognised ones'),
    })
    .describe('In what the runs differ besides their findings'),
  judgedAgain: z.enum(Object.keys(JUDGED_AGAIN) as [JudgedAgain, ...JudgedAgain[]]).describe(
    `Whether the older lines were judged by the newer rules. ${Object.entries(JUDGED_AGAIN)
      .map(([key, text]) => `${key}: ${text}`)
      .join('; ')}`,
  ),
  otherKey: z.boolean().describe('No fingerprint is in both, yet findings are the same: made with different keys'),
  new: z.array(Changed).describe('Findings that only the newer run has'),
  solved: z.array(Changed).describe('Findings that only the older run has'),
  unchanged: z.array(Kept).describe('Findings that both have'),
});

/** The document of `tzt diff --json`. */
export type DiffDocument = z.infer<typeof DiffShape>;

/** JSON Schema (draft 2020-12) of it, as published in `schemas/diff.schema.json`. */
export function diffJsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(DiffShape, {
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => unbounded(jsonSchema),
  });
  return {
    $schema,
    $id: 'urn:tzt:schema:diff:1.0',
    title: 'tzt diff --json',
    description: 'Two runs of tzt side by side. Keys and codes are language-neutral.',
    ...rest,
  };
}
