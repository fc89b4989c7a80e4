import * as z from 'zod';
import { dayFromIso, isoOf, plusDays } from '../domain/day.ts';
import { SEVERITIES } from '../domain/finding.ts';
import { DEFAULT_LIMITS, type Limits } from '../domain/limits.ts';
import { firstDayOf, lastDayOf, monthOf } from '../domain/month.ts';
import { ROLES } from '../domain/role.ts';

const SeverityShape = z
  .enum([...SEVERITIES, 'off'])
  .describe('error: exit code 1; warning and info: told; off: not reported');

/** A limit per calendar month can only change between months; a day within one would silently hold from the next. */
const MonthBorder = (what: string, borderOf: typeof firstDayOf) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'verwacht: een datum in de vorm jjjj-mm-dd')
    .superRefine((text, context) => {
      const day = dayFromIso(text);
      if (day === null) {
        if (/^\d{4}-\d{2}-\d{2}$/.test(text))
          context.addIssue({ code: 'custom', message: 'die dag bestaat niet; verwacht: jjjj-mm-dd' });
        return;
      }
      const border = borderOf(monthOf(day));
      const other =
        borderOf === firstDayOf ? plusDays(lastDayOf(monthOf(day)), 1) : plusDays(firstDayOf(monthOf(day)), -1);
      if (day !== border)
        context.addIssue({
          code: 'custom',
          message: `een maximum per maand verandert op een maandgrens; verwacht: bijvoorbeeld ${isoOf(border)} of ${isoOf(other)}`,
        });
    })
    .describe(what);

const PayerCapShape = z
  .strictObject({
    uzovi: z
      .string()
      .regex(/^\d{4}$/, 'verwacht: het UZOVI-nummer als tekst van vier cijfers, bijvoorbeeld "3311"')
      .describe('UZOVI number of the insurer, four digits'),
    minutes: z.int().positive().describe('Agreed maximum per client and calendar month, in minutes'),
    from: MonthBorder('First day, yyyy-mm-dd: the first of a month', firstDayOf),
    to: MonthBorder('Last day, yyyy-mm-dd: the last of a month', lastDayOf)
      .nullable()
      .optional()
      .describe('Last day, yyyy-mm-dd: the last of a month; absent or null while the agreement holds'),
    reason: z.string().min(1).optional().describe('Where the agreement stands; for people only'),
  })
  .superRefine(({ from, to }, context) => {
    if (to != null && to < from)
      context.addIssue({ code: 'custom', path: ['to'], message: `dat ligt voor de eerste dag (${from})` });
  });

const LIMIT_MEANINGS: Readonly<Record<keyof Limits, string>> = {
  fileBytes: 'Bytes of one file',
  standardInputBytes: 'Bytes of standard input, which is kept in memory',
  seconds: 'Seconds of reading, all files together',
  rowLength: 'Characters in one row of a CSV',
  columns: 'Columns in one row',
  raggedRows: 'Rows of one table that do not stand under its header',
  entryBytes: 'Bytes of one part of a workbook after inflating',
  totalBytes: 'Bytes of all parts of a workbook after inflating',
  inflation: 'How many times its packed size a part may become, once it is larger than 100 MB',
  sharedStringCharacters: 'Characters of all shared strings of a workbook',
  cells: 'Cells in one worksheet',
  sheets: 'Worksheets in one workbook',
  findings: 'Findings of one rule that are kept and shown; all are counted',
  codes: 'Different codes of other care that are listed; all are counted',
  monthLines: 'Technology lines of one client in one month',
};

const limitShapes = Object.fromEntries(
  Object.entries(LIMIT_MEANINGS).map(([key, meaning]) => [
    key,
    z
      .int()
      .positive()
      .optional()
      .describe(`${meaning}; ${DEFAULT_LIMITS[key as keyof Limits]} when absent`),
  ]),
);

/**
 * tzt.config.json (contract, section 9). Unknown keys are errors that name the nearest known key; keys that begin with `//` are notes
 * to people and are taken out before.
 */
export const ConfigShape = z.strictObject({
  $schema: z.string().optional().describe('Where the schema of this file lies, so that editors can help'),
  language: z.enum(['nl', 'en']).optional().describe('Language of messages and reports; nl when absent'),
  store: z.string().min(1).optional().describe('SQLite store, relative to this file; reports/tzt.sqlite when absent'),
  out: z
    .string()
    .min(1)
    .optional()
    .describe('Folder for the reports, relative to this file; a folder of its own per run when absent'),
  reports: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe('Reports to write: a name, or NAME=PATH for a file of its own; html, json and xlsx when absent'),
  failOn: z
    .enum(['error', 'warning', 'new'])
    .optional()
    .describe('What makes exit code 1; new needs a run or report to compare with (--baseline); error when absent'),
  waivers: z.string().min(1).optional().describe('File of accepted findings, relative to this file'),
  policies: z
    .string()
    .min(1)
    .optional()
    .describe('Folder with policies to use instead of the shipped ones, relative to this file'),
  rules: z
    .record(
      z.string(),
      z.union([
        SeverityShape,
        z.strictObject({
          severity: SeverityShape,
          reason: z.string().min(1).describe('Why; every report gives it when a core rule is lowered'),
        }),
      ]),
    )
    .optional()
    .describe('Severity per rule; a core rule can be lowered only with a reason'),
  payerCaps: z.array(PayerCapShape).optional().describe('Lower monthly maximum agreed with an insurer'),
  columns: z
    .array(
      z.strictObject({
        files: z.string().min(1).describe('Name of the file; * stands for anything'),
        role: z.enum(ROLES).describe('What the file is for'),
        fields: z
          .record(z.string(), z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]))
          .describe('Field to heading, or headings, of your own export'),
      }),
    )
    .optional()
    .describe('Headings of your own exports'),
  limits: z.strictObject(limitShapes).optional().describe('What a reader takes at most'),
});
export type Config = z.infer<typeof ConfigShape>;
