import * as z from 'zod';
import { RETURN_TERMS } from '../domain/return-layout.ts';
import { type ComparedReturn, codesOf } from '../engine/compare-return.ts';
import type { SentLine } from '../store/returned.ts';
import type { ActedReturn } from './return-judged.ts';

const cents = (meaning: string) =>
  z.int().nullable().describe(`${meaning}, in eurocents with sign; null when it cannot be read`);
const day = (meaning: string) => z.string().nullable().describe(`${meaning}, yyyy-mm-dd; null when it cannot be read`);
const lines = (meaning: string) => z.int().min(0).describe(meaning);
const ANSWERS = ['granted', 'partly', 'rejected', 'not-judged', 'unclear'] as const;
const COMPARISONS = ['agreed', 'hit', 'miss', 'surprise', 'none'] as const;

const Expected = z.strictObject({
  rule: z.string().describe('The rule that led to expect a return code'),
  severity: z.enum(['error', 'warning', 'info']).describe('Severity of its finding'),
  code: z.string().describe('The code expected'),
});

const Line = z.strictObject({
  row: z.int().describe('Line of the file, from 1'),
  detail: z.int().nullable().describe('Identificatie detailrecord (0402), as it was declared'),
  client: z.string().describe('Clientnummer, else a pseudonym; never a BSN'),
  code: z.string().describe('Prestatiecode'),
  first: day('First day'),
  last: day('Last day'),
  minutes: z.int().nullable().describe('Declared minutes without sign; null when the unit is no time'),
  credit: z.boolean().describe('It is a credit'),
  reference: z.string().describe('Referentienummer (0431); empty when there is none'),
  declaredCents: cents('Declared'),
  computedCents: cents('Computed by the payer'),
  grantedCents: cents('Granted'),
  returnCodes: z.array(z.string()).describe('Return codes of the line and of its client record'),
  answer: z.enum(ANSWERS).describe('What the payer made of it'),
  matched: z.boolean().describe('A line of the run was found for it'),
  unmatched: z
    .enum(['unknown', 'differs', 'ambiguous'])
    .nullable()
    .describe('Why none was found: nothing like it, its reference is that of another line, or several are like it'),
  verdict: z
    .enum(['approved', 'rejected', 'undecided', 'ignored'])
    .nullable()
    .describe('What was judged of it; null when it is not known'),
  expected: z.array(Expected).describe('Return codes that were expected'),
  comparison: z
    .enum(COMPARISONS)
    .describe(
      'agreed: approved and granted; hit: an expected code came; miss: approved, not granted; surprise: rejected here and granted, or another code; none: not to be compared',
    ),
});

const Score = { lines: lines('Returned lines that it concerns'), hits: lines('Predicted') };

const Totals = z.strictObject({
  lines: lines('Technology lines in the message'),
  answers: z
    .strictObject({
      granted: lines('Granted in whole'),
      partly: lines('Granted for a lower amount'),
      rejected: lines('Nothing granted'),
      'not-judged': lines('Nothing granted because another record was refused'),
      unclear: lines('Amounts and codes contradict each other, or cannot be read'),
    })
    .describe('Lines by answer'),
  comparisons: z
    .strictObject({
      agreed: lines('Approved and granted'),
      hit: lines('Not granted, with an expected code'),
      miss: lines('Approved, and not granted'),
      surprise: lines('Rejected here, and granted or refused with another code'),
      none: lines('Not to be compared'),
    })
    .describe('Lines by comparison'),
  unmatched: z
    .strictObject({
      unknown: lines('Nothing in the run is like them'),
      differs: lines('The run has their reference with other contents'),
      ambiguous: lines('The run has several lines like them'),
    })
    .describe('Lines for which no line of the run was found'),
  refusedMinutes: z.int().describe('Of lines that were rejected or not judged; debits less credits'),
  declaredCents: cents('Declared'),
  grantedCents: cents('Granted'),
  byCode: z
    .array(
      z.strictObject({
        code: z.string().describe('Return code'),
        minutes: z.int().describe('Of lines that were not granted; debits less credits'),
        ...Score,
        misses: lines('Approved, and not granted'),
        surprises: lines('Rejected here for another reason'),
      }),
    )
    .describe('By return code, most lines first'),
  byRule: z
    .array(
      z.strictObject({
        rule: z.string().describe('The rule'),
        ...Score,
        otherCode: lines('Not granted, with another code'),
        granted: lines('Granted after all'),
      }),
    )
    .describe('By rule that led to expect a code'),
});

const Fault = z
  .strictObject({
    fault: z.string().describe('What is wrong with the message itself'),
    row: z.int().optional().describe('Line of the file'),
    length: z.int().optional().describe('Positions of the record'),
    type: z.string().optional().describe('Type of the record'),
    field: z.string().optional().describe('Number of the field'),
    name: z.string().optional().describe('Name of the field'),
    found: z.int().nullable().optional().describe('What it says; null when it is no number'),
    expected: z.int().optional().describe('What it should say'),
    detail: z.string().optional().describe('A technical word'),
  })
  .describe('A fault of the message');

/** What `tzt return --json` writes. Keys and codes are the same in every language. */
export const ReturnShape = z.strictObject({
  schemaVersion: z.literal('1.0').describe('Version of this schema'),
  message: z
    .strictObject({
      code: z.enum(['188', '429', '431']).describe('Code of the message (0102)'),
      version: z.enum(['1.3', '1.4']).describe('Version of the message'),
      layout: z.enum(['confirmed', 'inferred']).describe('Whether a source describes the layout of this version'),
      test: z.boolean().describe('It answers a test message: nothing in it counts'),
      insurer: z.string().describe('UZOVI number of the payer; empty when it names none'),
      payerReference: z.string().describe('Number the payer gave (0181); empty when none'),
      dated: day('Day of the return message'),
      invoice: z.string().describe('Invoice number of the declaration (0116)'),
      invoiceDay: day('Day of the invoice'),
      returnCodes: z.array(z.string()).describe('Return codes of the message as a whole'),
    })
    .describe('The message as a whole'),
  run: z
    .strictObject({
      id: z.string().describe('The run that it answers'),
      booked: z.boolean().describe('Its booking counts'),
      known: z.boolean().describe('The run is remembered; else only its booking is'),
    })
    .describe('The run'),
  faults: z.array(Fault).describe('What is wrong with the message itself'),
  stored: z
    .enum(['stored', 'known', 'test', 'damaged', 'counts'])
    .describe('stored, known (stored before, nothing changed), or why not: a test, not whole, counts not right'),
  stopped: z
    .strictObject({
      lines: lines('Booked lines that count no longer by this message'),
      minutes: z.int().describe('Debits less credits'),
    })
    .describe('What stopped counting'),
  silent: lines('Booked lines of the run that are not in the message and keep counting'),
  otherCodes: z
    .array(
      z.strictObject({
        code: z.string().describe('Prestatiecode'),
        lines: lines('Lines of it'),
        granted: lines('Those granted in whole'),
      }),
    )
    .describe('Lines of codes that are no technology'),
  totals: Totals.describe('Exact sums'),
  lines: z.array(Line).describe('The technology lines in the order of the message'),
});

/** The contents of `tzt return --json`. */
export type ReturnDocument = z.infer<typeof ReturnShape>;

/** JSON Schema (draft 2020-12) of it, as published in `schemas/return.schema.json`. */
export function returnJsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(ReturnShape, {
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => {
      // The limits of safe integers say nothing about a message.
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  const description = 'A return message (AW320) beside the run that it answers: what came back, and what was expected.';
  return { $schema, $id: 'urn:tzt:schema:return:1.0', title: 'tzt return --json', description, ...rest };
}

/** A return message as one JSON document. */
export function returnDocument(acted: ActedReturn): ReturnDocument {
  const { message, outcome } = acted;
  return {
    schemaVersion: '1.0',
    message: {
      code: message.message as ReturnDocument['message']['code'],
      version: message.version as ReturnDocument['message']['version'],
      layout: RETURN_TERMS.subversions[`0${message.version.slice(2)}`] === 'bevestigd' ? 'confirmed' : 'inferred',
      test: message.test,
      insurer: message.insurer,
      payerReference: message.payerReference,
      dated: message.dated,
      invoice: message.invoice,
      invoiceDay: message.invoiceDay,
      returnCodes: [...message.codes],
    },
    run: {
      id: acted.run,
      booked: acted.booking !== null && acted.booking.endedAt === null,
      known: !acted.pruned,
    },
    faults: message.faults.map((fault) => ({ ...fault })),
    stored: outcome?.outcome ?? acted.notStored ?? 'known',
    stopped: { lines: outcome?.lines ?? 0, minutes: outcome?.minutes ?? 0 },
    silent: acted.silent,
    otherCodes: acted.others.map((other) => ({ ...other })),
    totals: acted.totals as ReturnDocument['totals'],
    lines: acted.lines.map((one) => returnEntry(one, one.line.client)),
  };
}

/** A returned line as reports and the store have it; `client` is how it is called there. */
export function returnEntry(compared: ComparedReturn<SentLine>, client: string): ReturnDocument['lines'][number] {
  const { line, sent, why, answer, comparison, expected } = compared;
  return {
    row: line.row,
    detail: line.detail,
    client,
    code: line.code,
    first: line.first,
    last: line.last,
    minutes: line.minutes,
    credit: line.credit,
    reference: line.reference,
    declaredCents: line.declaredCents,
    computedCents: line.computedCents,
    grantedCents: line.grantedCents,
    returnCodes: codesOf(line),
    answer,
    matched: sent !== null,
    unmatched: why,
    verdict: sent?.verdict ?? null,
    expected: [...expected],
    comparison,
  };
}
