import * as z from 'zod';
import { defineIntakeRule } from '../domain/rule.ts';

/**
 * The rules of an EI message (AW319). `found` is the text of the field, shortened, with everything that could be a BSN hidden;
 * positions count from 1. `returnCode` is what a payer answers to this field, where that differs per field.
 */
const LAYOUT = 'AW319 1.4 (Vektis), berichtspecificatie uitgave 7';
const CODES = 'Vektis retourcodes (COD954)';

const Field = {
  field: z.string().describe('nummer van het veld'),
  name: z.string().describe('naam van het veld'),
  from: z.number().int().describe('eerste positie'),
  to: z.number().int().describe('laatste positie'),
};
const Found = { ...Field, found: z.string().describe('wat er staat') };
const Expected = { ...Found, expected: z.string().describe('wat er zou moeten staan') };
const ReturnCode = { returnCode: z.string().nullable().describe('verwachte retourcode bij dit veld') };
const RecordType = { type: z.string().describe('kenmerk van het record') };
const Records = { records: z.number().int().describe('hoeveel records het betreft; de plaats is het eerste') };

const recordLength = defineIntakeRule({
  id: 'ei-record-length',
  severity: 'error',
  expectedReturnCode: '0804',
  sources: [LAYOUT, CODES],
  data: () =>
    z.strictObject({
      ...RecordType,
      length: z.number().int().describe('bytes in het record'),
      expected: z.number().int(),
      characters: z
        .number()
        .int()
        .nullable()
        .describe('tekens, wanneer het record UTF-8 is en daardoor meer bytes telt'),
    }),
});

const recordCut = defineIntakeRule({
  id: 'ei-record-cut',
  severity: 'warning',
  expectedReturnCode: '0804',
  sources: [LAYOUT, CODES],
  data: () => z.strictObject({ ...RecordType, length: z.number().int(), expected: z.number().int(), ...Records }),
});

const framing = defineIntakeRule({
  id: 'ei-framing',
  severity: 'warning',
  expectedReturnCode: '8095',
  sources: [LAYOUT, CODES],
  data: () =>
    z.strictObject({
      fault: z.enum(['lf', 'cr', 'no-last-line-end', 'byte-order-mark', 'end-of-file-mark']),
      ...Records,
    }),
});

const emptyRecord = defineIntakeRule({
  id: 'ei-empty-record',
  severity: 'error',
  expectedReturnCode: '8095',
  sources: [LAYOUT, CODES],
  data: () => z.strictObject(Records),
});

const structure = defineIntakeRule({
  id: 'ei-structure',
  severity: 'error',
  expectedReturnCode: '8026',
  sources: [LAYOUT, CODES],
  data: () =>
    z.strictObject({
      fault: z.enum([
        'unknown-record',
        'no-first',
        'first-again',
        'no-last',
        'after-last',
        'no-client',
        'no-performance',
        'no-client-above',
        'nothing-above',
        'debtor-record',
      ]),
      ...RecordType,
      ...ReturnCode,
    }),
});

const testMessage = defineIntakeRule({
  id: 'ei-test-message',
  severity: 'warning',
  expectedReturnCode: null,
  sources: ['AW319 veld 0105, codelijst COD856'],
  data: () => z.strictObject(Field),
});

const field = defineIntakeRule({
  id: 'ei-field',
  severity: 'error',
  expectedReturnCode: '0003',
  sources: [LAYOUT, CODES],
  data: () =>
    z.strictObject({
      fault: z.enum(['not-digits', 'not-blank', 'leading-space', 'control-character']),
      ...Found,
      ...ReturnCode,
    }),
});

const blankNumber = defineIntakeRule({
  id: 'ei-blank-number',
  severity: 'warning',
  expectedReturnCode: '0003',
  sources: [LAYOUT, CODES],
  data: () => z.strictObject({ ...Field, ...Records }),
});

const fieldValue = defineIntakeRule({
  id: 'ei-field-value',
  severity: 'error',
  expectedReturnCode: null,
  sources: [LAYOUT, CODES],
  data: () => z.strictObject({ ...Found, allowed: z.array(z.string()), ...ReturnCode }),
});

const fieldForm = defineIntakeRule({
  id: 'ei-field-form',
  severity: 'error',
  expectedReturnCode: null,
  sources: [LAYOUT],
  data: () =>
    z.strictObject({ ...Found, form: z.string().describe('n is een cijfer, a een hoofdletter'), ...ReturnCode }),
});

const fieldPair = defineIntakeRule({
  id: 'ei-field-pair',
  severity: 'error',
  expectedReturnCode: null,
  sources: [LAYOUT],
  data: () =>
    z.strictObject({
      fault: z.enum([
        'empty-beside-filled',
        'filled-beside-empty',
        'both-empty',
        'both-filled',
        'filled-without-partner',
      ]),
      ...Field,
      other: z.string().describe('nummer van het veld waarvan dit veld afhangt'),
      otherName: z.string(),
    }),
});

const conditionalField = defineIntakeRule({
  id: 'ei-conditional-field',
  severity: 'warning',
  expectedReturnCode: null,
  sources: ['AW319 velden 0108, 0110, 0111, 0112 en 0222: wanneer ze gevuld zijn, staat niet geheel vast'],
  data: () => z.strictObject({ fault: z.enum(['insurer', 'practice', 'institution', 'debtor']), ...Field, ...Records }),
});

const missingField = defineIntakeRule({
  id: 'ei-missing-field',
  severity: 'error',
  expectedReturnCode: null,
  sources: [LAYOUT, CODES],
  data: () =>
    z.strictObject({
      ...Field,
      payee: z
        .string()
        .nullable()
        .describe('de waarde van 0113 die dit veld aanwijst; null wanneer het veld altijd verplicht is'),
      ...ReturnCode,
    }),
});

const unknownValue = defineIntakeRule({
  id: 'ei-unknown-value',
  severity: 'warning',
  expectedReturnCode: null,
  sources: ['AW319 velden 0416 en 0419, codelijsten COD367 en COD218'],
  data: () => z.strictObject({ ...Found, allowed: z.array(z.string()), ...ReturnCode }),
});

const date = defineIntakeRule({
  id: 'ei-date',
  severity: 'error',
  expectedReturnCode: '8007',
  sources: [LAYOUT, CODES],
  data: () =>
    z.strictObject({
      fault: z.enum(['no-date', 'future', 'before-start']),
      ...Found,
      limit: z.string().nullable().describe('jjjj-mm-dd: de dag van toetsing of de begindatum'),
      ...ReturnCode,
    }),
});

const dateAfterInvoice = defineIntakeRule({
  id: 'ei-date-after-invoice',
  severity: 'error',
  expectedReturnCode: '8177',
  sources: ['AW319 velden 0414, 0415 en 0117', CODES],
  data: () => z.strictObject({ ...Expected, ...ReturnCode }),
});

const dateAfterPeriod = defineIntakeRule({
  id: 'ei-date-after-period',
  severity: 'warning',
  expectedReturnCode: '8003',
  sources: ['AW319 velden 0415 en 0115', CODES],
  data: () => z.strictObject(Expected),
});

const severalYears = defineIntakeRule({
  id: 'ei-several-years',
  severity: 'warning',
  expectedReturnCode: '8003',
  sources: ['Declaratie-instructies van zorgkantoren: één kalenderjaar per bestand'],
  data: () => z.strictObject({ years: z.array(z.number().int()) }),
});

const period = defineIntakeRule({
  id: 'ei-period',
  severity: 'warning',
  expectedReturnCode: '8003',
  sources: ['Declaratie-instructies van zorgkantoren: declareren per kalendermaand'],
  data: () =>
    z.strictObject({
      first: z.string().describe('jjjj-mm-dd: veld 0114'),
      last: z.string().describe('jjjj-mm-dd: veld 0115'),
    }),
});

const lateMessage = defineIntakeRule({
  id: 'ei-late-message',
  severity: 'warning',
  expectedReturnCode: '8003',
  sources: ['Declaratie-instructies van zorgkantoren: binnen 17 werkdagen na de maand'],
  data: () =>
    z.strictObject({
      ...Field,
      invoiceDay: z.string().describe('jjjj-mm-dd: veld 0117'),
      periodEnd: z.string().describe('jjjj-mm-dd: veld 0115'),
      limit: z.string().describe('jjjj-mm-dd: de laatste werkdag waarop het op tijd was'),
      workingDays: z.number().int(),
    }),
});

const invoiceUsed = defineIntakeRule({
  id: 'ei-invoice-used',
  severity: 'warning',
  expectedReturnCode: '0030',
  sources: ['AW319 veld 0116: vijf jaar uniek per ontvanger van de betaling', CODES],
  data: () =>
    z.strictObject({
      ...Found,
      run: z
        .string()
        .nullable()
        .describe('de geboekte run met dit factuurnummer; null bij een ander bestand van deze levering'),
      file: z.string().nullable().describe('het andere bestand van deze levering'),
    }),
});

const bsn = defineIntakeRule({
  id: 'ei-bsn',
  severity: 'error',
  expectedReturnCode: '0435',
  sources: ['AW319 veld 0203', CODES],
  data: () => z.strictObject({ fault: z.enum(['zeros', 'proof']), ...Field }),
});

const numbering = defineIntakeRule({
  id: 'ei-numbering',
  severity: 'error',
  expectedReturnCode: '0801',
  sources: [LAYOUT, CODES],
  data: () => z.strictObject({ ...Expected, ...ReturnCode }),
});

const counts = defineIntakeRule({
  id: 'ei-counts',
  severity: 'error',
  expectedReturnCode: '0156',
  sources: [LAYOUT, CODES],
  data: () => z.strictObject({ ...Expected, ...ReturnCode }),
});

const total = defineIntakeRule({
  id: 'ei-total',
  severity: 'error',
  expectedReturnCode: '0150',
  sources: [LAYOUT, CODES],
  data: () =>
    z.strictObject({
      ...Field,
      found: z.number().int().describe('eurocent met teken'),
      expected: z.number().int().describe('eurocent met teken: de som van 0429'),
    }),
});

const parentMismatch = defineIntakeRule({
  id: 'ei-parent-mismatch',
  severity: 'error',
  expectedReturnCode: '0435',
  sources: [LAYOUT, CODES],
  data: () =>
    z.strictObject({
      ...Field,
      parent: z.string().describe('het veld van het verzekerdenrecord'),
      ...ReturnCode,
    }),
});

const insurer = defineIntakeRule({
  id: 'ei-insurer',
  severity: 'warning',
  expectedReturnCode: '0423',
  sources: ['AW319 velden 0404 en 0108'],
  data: () => z.strictObject({ ...Expected, ...Records }),
});

const debitCredit = defineIntakeRule({
  id: 'ei-debit-credit',
  severity: 'error',
  expectedReturnCode: '8064',
  sources: ['AW319 velden 0427 en 0430', CODES],
  data: () => z.strictObject(Expected),
});

const amount = defineIntakeRule({
  id: 'ei-amount',
  severity: 'warning',
  expectedReturnCode: '8032',
  sources: ['AW319 velden 0425, 0426 en 0429', CODES],
  data: () =>
    z.strictObject({
      fault: z.enum(['product', 'some-zero']),
      rateCents: z.number().int(),
      quantity: z.number().int(),
      computedCents: z.number().int().describe('0426 zoals het er staat'),
      declaredCents: z.number().int().describe('0429'),
      ...ReturnCode,
    }),
});

const amountAbove = defineIntakeRule({
  id: 'ei-amount-above',
  severity: 'error',
  expectedReturnCode: '8063',
  sources: ['AW319 velden 0426 en 0429', CODES],
  data: () => z.strictObject({ computedCents: z.number().int(), declaredCents: z.number().int() }),
});

const mixedUnits = defineIntakeRule({
  id: 'ei-mixed-units',
  severity: 'warning',
  expectedReturnCode: null,
  sources: ['AW319 veld 0419: de prestatie bepaalt de eenheid'],
  data: () => z.strictObject({ code: z.string(), units: z.array(z.string()) }),
});

const codeList = defineIntakeRule({
  id: 'ei-code-list',
  severity: 'error',
  expectedReturnCode: '0581',
  sources: ['AW319 velden 0102 en 0416, codelijst COD367'],
  data: () => z.strictObject({ ...Found, allowed: z.array(z.string()), message: z.string().describe('veld 0102') }),
});

const code = defineIntakeRule({
  id: 'ei-code',
  severity: 'error',
  expectedReturnCode: '0582',
  sources: ['AW319 velden 0416 en 0417', 'Declaratie-instructies van zorgverzekeraars en zorgkantoren'],
  data: () => z.strictObject({ ...Expected, code: z.string() }),
});

const indication = defineIntakeRule({
  id: 'ei-indication',
  severity: 'error',
  expectedReturnCode: '1113',
  sources: ['AW319 velden 0408 tot en met 0413'],
  data: () => z.strictObject({ fault: z.enum(['not-empty', 'missing']), ...Found }),
});

const noIndication = defineIntakeRule({
  id: 'ei-no-indication',
  severity: 'warning',
  expectedReturnCode: '1113',
  sources: ['AW319 velden 0408 tot en met 0413'],
  data: () => z.strictObject({ ...Field, ...Records }),
});

const overlap = defineIntakeRule({
  id: 'ei-overlap',
  severity: 'warning',
  expectedReturnCode: '0587',
  sources: ['AW319 velden 0414 en 0415', CODES],
  data: () =>
    z.strictObject({
      code: z.string(),
      first: z.string().describe('jjjj-mm-dd: eerste dag die op beide regels staat'),
      last: z.string().describe('jjjj-mm-dd: laatste dag die op beide regels staat'),
      otherRow: z.number().int().describe('record van de eerdere regel'),
      lines: z.number().int().describe('regels van deze cliënt, code en maand die een eerdere regel overlappen'),
    }),
});

const creditReference = defineIntakeRule({
  id: 'ei-credit-reference',
  severity: 'error',
  expectedReturnCode: '0651',
  sources: ['AW319 veld 0432', CODES],
  data: () => z.strictObject(Field),
});

const debitReference = defineIntakeRule({
  id: 'ei-debit-reference',
  severity: 'warning',
  expectedReturnCode: '0651',
  sources: ['AW319 veld 0432'],
  data: () => z.strictObject(Found),
});

const creditMirror = defineIntakeRule({
  id: 'ei-credit-mirror',
  severity: 'warning',
  expectedReturnCode: '8017',
  sources: ['AW319 veld 0432: een credit neemt de hele debetregel terug'],
  data: () =>
    z.strictObject({
      debitRow: z.number().int().describe('record van de debetregel'),
      differs: z.array(z.enum(['client', 'code', 'dates', 'minutes', 'amount'])),
    }),
});

const deceased = defineIntakeRule({
  id: 'ei-deceased',
  severity: 'warning',
  expectedReturnCode: '0328',
  sources: ['AW319 veld 0223, codelijst COD841'],
  data: () => z.strictObject({ clientRow: z.number().int().describe('record van de verzekerde') }),
});

/** The rules of an EI message, in the order the catalogue shows them. */
export const EI_RULES = [
  recordLength,
  recordCut,
  framing,
  emptyRecord,
  structure,
  testMessage,
  field,
  blankNumber,
  fieldValue,
  fieldForm,
  fieldPair,
  conditionalField,
  missingField,
  unknownValue,
  date,
  dateAfterInvoice,
  dateAfterPeriod,
  severalYears,
  period,
  lateMessage,
  invoiceUsed,
  numbering,
  counts,
  total,
  parentMismatch,
  bsn,
  insurer,
  debitCredit,
  amount,
  amountAbove,
  mixedUnits,
  codeList,
  code,
  indication,
  noIndication,
  overlap,
  creditReference,
  debitReference,
  creditMirror,
  deceased,
] as const;

export type EiRuleId = (typeof EI_RULES)[number]['id'];

/** The facts of an EI finding, by its rule. */
export type EiData<Id extends EiRuleId> = z.infer<
  ReturnType<Extract<(typeof EI_RULES)[number], { readonly id: Id }>['data']>
>;
