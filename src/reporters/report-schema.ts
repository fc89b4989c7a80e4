import * as z from 'zod';
import { ROLES } from '../domain/role.ts';
import { ClientMonthShape, FindingShape } from './report-entries.ts';
import { count, day, minutes, month, perCode, returnCode, severity, sha256 } from './report-fields.ts';
import { unbounded } from './unbounded.ts';

/** The promise of report.json, version 1.0. Everything is required: what is not known is null. */

const Tool = z.strictObject({
  name: z.string().describe('Name of the program'),
  version: z.string().describe('Version of the program'),
});

const Run = z.strictObject({
  id: z.string().describe('Identity of the run'),
  startedAt: z.string().describe('When the run began: ISO 8601, UTC'),
  asOf: day('The day that "today" meant'),
  language: z.enum(['nl', 'en']).describe('Language of message, title, why and remedy'),
  verdict: z.enum(['approved', 'rejected', 'incomplete']).describe('Verdict of the run'),
  exitCode: z
    .int()
    .min(0)
    .max(4)
    .describe('0 approved, 1 findings at or above --fail-on, 2 wrong use, 3 incomplete, 4 internal error'),
});

const Input = z.strictObject({
  name: z.string().describe('Name of the file'),
  sheet: z.string().nullable().describe('Name of the worksheet; null for other formats'),
  role: z.enum(ROLES).nullable().describe('What the file is for, recognised by its columns; null when not recognised'),
  format: z.enum(['csv', 'xlsx', 'aw319']).nullable().describe('Format; null when the file could not be read'),
  sha256: sha256('the file'),
  bytes: count('Size of the file in bytes'),
  rows: count('Data rows, faulty ones included, blank ones and the header not'),
  encoding: z.string().nullable().describe('Character encoding; null when it does not apply'),
  delimiter: z.string().nullable().describe('Delimiter of a CSV; null for other formats'),
  decimal: z.enum([',', '.']).nullable().describe('Decimal sign of the file; null when it was not settled'),
  columns: z.record(z.string(), z.string()).describe('Field to heading as the file has it'),
});

const Policy = z.strictObject({
  id: z.string().describe('Identity of the dated set of limits'),
  validFrom: day('First day it is in force'),
  validTo: day('Last day it is in force').nullable().describe('Last day it is in force, yyyy-mm-dd; null is open'),
  caps: z
    .array(
      z.strictObject({
        codes: z.array(z.string()).describe('Prestatiecodes that share the cap'),
        minutes: minutes('Maximum per client and calendar month'),
      }),
    )
    .describe('Monthly maxima'),
  sources: z
    .array(z.string())
    .describe('What the limits rest on, in Dutch; with, as last entry, the year they were last confirmed for'),
  sha256: sha256('the policy file'),
});

const Summary = z.strictObject({
  lines: z
    .strictObject({
      total: count('Claim lines read'),
      technology: count('Lines with a technology code'),
      approved: count('Technology lines that can be billed'),
      rejected: count('Technology lines an error touches'),
      undecided: count('Technology lines to which a rule applies that could not be checked'),
      ignored: count('Lines of other codes'),
    })
    .describe('Claim lines by verdict'),
  clientMonths: z
    .strictObject({
      total: count('Client-months with a technology line'),
      withinCap: count('Client-months within their cap'),
      overCap: count('Client-months over their cap'),
    })
    .describe('Client-months held against their cap'),
  minutes: z
    .strictObject({
      declared: minutes('Debit lines'),
      credited: minutes('Credit lines, without sign'),
      net: minutes('Declared less credited'),
      eligible: minutes('What counts towards the caps'),
      rejected: minutes('Of rejected debit lines: what may not be billed'),
      booked: minutes('Booked by earlier runs'),
    })
    .describe('Minutes of all technology lines'),
  amountCents: z
    .strictObject({
      declared: z.int().describe('Amount of the debit lines, in eurocents'),
      rejected: z.int().describe('Amount of the rejected debit lines, in eurocents'),
    })
    .nullable()
    .describe('null when the export has no amounts'),
  months: z
    .array(
      z.strictObject({
        month,
        clients: count('Clients with a technology line'),
        minutes: minutes('Net'),
        byCode: perCode,
      }),
    )
    .describe('Care months, in order'),
  findings: z
    .strictObject({
      error: count('Findings that reject'),
      warning: count('Findings to look at'),
      info: count('Findings to know of'),
      byRule: z.record(z.string(), z.int()).describe('Findings per rule'),
    })
    .describe('Numbers of findings'),
});

const NotChecked = z.strictObject({
  rule: z.string().describe('Rule that could not be checked'),
  reason: z
    .enum([
      'no-delivery-forms',
      'no-indications',
      'no-clients',
      'unreadable-register-row',
      'unreadable-register-client',
      'no-policy',
      'no-claims',
      'no-store',
      'other-month',
    ])
    .describe('Why it could not be checked'),
  lines: count('Lines that stay undecided for it'),
  message: z.string().describe('The same in a sentence'),
});

const Rule = z.strictObject({
  id: z.string().describe('Permanent id'),
  severity: severity.describe('Severity as the catalogue has it; a finding has its own'),
  title: z.string().describe('A few words'),
  why: z.string().describe('What the rule protects; ends with the reason when the configuration lowers a core rule'),
  remedy: z.string().describe('What to do'),
  sources: z.array(z.string()).describe('Law, rule or format it rests on, in Dutch'),
  expectedReturnCode: returnCode,
});

/** The whole of report.json. */
export const ReportShape = z.strictObject({
  schemaVersion: z.literal('1.0').describe('Version of this schema'),
  tool: Tool.describe('The program that made the report'),
  run: Run.describe('The run it reports'),
  inputs: z.array(Input).describe('Every file or worksheet read'),
  policies: z.array(Policy).describe('The limits in force in the months of the delivery'),
  summary: Summary.describe('Exact totals'),
  notChecked: z.array(NotChecked).describe('What could not be checked, and why'),
  rules: z.array(Rule).describe('The rule catalogue'),
  findings: z.array(FindingShape).describe('By severity, rule, client, month and first place'),
  clientMonths: z.array(ClientMonthShape).describe('The client-months with a finding'),
});

/** The contents of report.json. */
export type ReportDocument = z.infer<typeof ReportShape>;

/** JSON Schema (draft 2020-12) of report.json, as published in `schemas/report.schema.json`. */
export function reportJsonSchema(): object {
  const schema = z.toJSONSchema(ReportShape, {
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => unbounded(jsonSchema),
  });
  const { $schema, ...rest } = schema;
  return {
    $schema,
    $id: 'urn:tzt:schema:report:1.0',
    title: 'tzt report.json',
    description:
      'One run of tzt. Keys and codes are language-neutral; message, title, why and remedy follow run.language.',
    ...rest,
  };
}
