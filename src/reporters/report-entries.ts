import * as z from 'zod';
import { count, day, minutes, month, perCode, returnCode, severity } from './report-fields.ts';

const Place = z.strictObject({
  input: z.string().describe('Name of the file'),
  sheet: z.string().nullable().describe('Name of the worksheet'),
  row: count('Row as a spreadsheet shows it: the header of a plain CSV is row 1'),
  column: z.string().nullable().describe('Heading as the file has it'),
  cell: z.string().nullable().describe('Address of the cell, for XLSX'),
  reference: z.string().nullable().describe('Reference number of the line'),
});

/** One finding as report.json has it. */
export const FindingShape = z.strictObject({
  fingerprint: z
    .string()
    .describe('Keyed hash: the same fault has the same fingerprint in every run with the same key'),
  rule: z.string().describe('Id of the rule'),
  severity: severity.describe('Severity in this run'),
  status: z.enum(['new', 'known']).describe('Compared with the baseline; new without one'),
  client: z
    .string()
    .nullable()
    .describe('Clientnummer, or pseudonym (p-…) where the export has only BSNs; never a BSN'),
  month: month.nullable().describe('Calendar month, yyyy-mm; null when the finding concerns no month'),
  message: z.string().describe('What is wrong, in one or two sentences'),
  data: z.record(z.string(), z.unknown()).describe('The facts the message is made of; their shape belongs to the rule'),
  places: z.array(Place).describe('Every row concerned'),
  expectedReturnCode: returnCode,
  waiver: z
    .strictObject({
      reason: z.string().describe('Why the finding is accepted'),
      owner: z.string().describe('Who accepted it'),
      until: day('Last day of the waiver'),
    })
    .nullable()
    .describe('null when the finding is not waived'),
});

/** One client-month with a finding as report.json has it. */
export const ClientMonthShape = z.strictObject({
  client: z.string().describe('Clientnummer or pseudonym, as in the findings'),
  month,
  capMinutes: z
    .int()
    .nullable()
    .describe('The cap exceeded, else the first cap that concerns its codes, in whole minutes; null without policy'),
  minutes: z
    .strictObject({
      declared: minutes('Debit lines'),
      credited: minutes('Credit lines, without sign'),
      net: minutes('Declared less credited'),
      eligible: minutes('What counts towards the cap'),
      booked: minutes('Booked by earlier runs'),
    })
    .describe('Minutes of the month'),
  byCode: perCode,
  lines: z
    .array(
      z.strictObject({
        input: z.string().describe('Name of the file'),
        row: count('Row as a spreadsheet shows it'),
        reference: z.string().nullable().describe('Reference number of the line'),
        code: z.string().describe('Prestatiecode'),
        minutes: minutes('Of the line: negative for a credit, so that the lines add up to the net of the month'),
        verdict: z.enum(['approved', 'rejected', 'undecided', 'ignored']).describe('Verdict of the line'),
        allowedMinutes: minutes('What would fit under the cap'),
      }),
    )
    .describe('The lines of the month'),
});
