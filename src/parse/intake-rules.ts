import * as z from 'zod';
import { DELIVERY_FORMS } from '../domain/register.ts';
import { ROLES } from '../domain/role.ts';
import { defineIntakeRule } from '../domain/rule.ts';
import { UNREADABLE_REASONS } from '../domain/unreadable-source.ts';
import { EI_RULES } from './ei-rules.ts';

/**
 * The rules of reading: one finding per fault of a row, or per file. Parsing finds them, so they have no check of their own.
 * A `value` is the text of the cell, shortened, with everything that could be a BSN hidden.
 */
const Value = z.string().describe('wat er in de cel staat');
const Field = z.string().describe('naam van het veld in het contract');
const OneDate = z.string().describe('jjjj-mm-dd');

const AW319 = 'AW319 1.4 (Vektis), recordlay-out';
const OWN = 'Leesregels van tzt';

const unreadableFile = defineIntakeRule({
  id: 'unreadable-file',
  severity: 'error',
  expectedReturnCode: null,
  sources: [OWN],
  data: () =>
    z.strictObject({
      reason: z.enum(UNREADABLE_REASONS),
      facts: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
});

const unknownRole = defineIntakeRule({
  id: 'unknown-role',
  severity: 'error',
  expectedReturnCode: null,
  sources: [OWN],
  data: () => z.strictObject({ headings: z.array(z.string()).describe('de kop zoals hij op de eerste rij staat') }),
});

const missingColumn = defineIntakeRule({
  id: 'missing-column',
  severity: 'error',
  expectedReturnCode: null,
  sources: [OWN],
  data: () =>
    z.strictObject({
      role: z.enum(ROLES),
      header: z.string().describe('de kolom die ontbreekt, of de keuze uit kolommen'),
      aliases: z.array(z.string()).describe('andere koppen die ook herkend worden'),
      rows: z.number().int().describe('rijen die daardoor niet beoordeeld kunnen worden'),
    }),
});

const duplicateColumn = defineIntakeRule({
  id: 'duplicate-column',
  severity: 'error',
  expectedReturnCode: null,
  sources: [OWN],
  data: () =>
    z.strictObject({
      heading: z.string(),
      columns: z.array(z.number().int()).describe('de hoeveelste kolommen, geteld vanaf 1'),
    }),
});

const raggedRow = defineIntakeRule({
  id: 'ragged-row',
  severity: 'error',
  expectedReturnCode: null,
  sources: [OWN],
  data: () =>
    z.strictObject({
      expected: z.number().int().describe('kolommen volgens de kop'),
      found: z.number().int(),
      fault: z
        .enum([
          'unclosed-quote',
          'row-too-long',
          'header-repeated',
          'other-table',
          'above-header',
          'shifted',
          'unusual-width',
        ])
        .nullable()
        .describe('wat er met de rij aan de hand is; null wanneer het aantal kolommen niet klopt'),
    }),
});

const missingValue = defineIntakeRule({
  id: 'missing-value',
  severity: 'error',
  expectedReturnCode: null,
  sources: [OWN],
  data: () => z.strictObject({ field: Field }),
});

const invalidDate = defineIntakeRule({
  id: 'invalid-date',
  severity: 'error',
  expectedReturnCode: '8007',
  sources: [AW319],
  data: () => z.strictObject({ field: Field, value: Value }),
});

const invalidNumber = defineIntakeRule({
  id: 'invalid-number',
  severity: 'error',
  expectedReturnCode: '0638',
  sources: [AW319],
  data: () => z.strictObject({ field: Field, value: Value, decimal: z.enum([',', '.']).nullable() }),
});

const invalidValue = defineIntakeRule({
  id: 'invalid-value',
  severity: 'error',
  expectedReturnCode: null,
  sources: [OWN],
  data: () => z.strictObject({ field: Field, value: Value, allowed: z.array(z.string()) }),
});

const ambiguousTime = defineIntakeRule({
  id: 'ambiguous-time',
  severity: 'error',
  expectedReturnCode: '0638',
  sources: [OWN],
  data: () =>
    z.strictObject({
      value: Value,
      asClock: z.string().describe('uren:minuten wanneer het een tijd is'),
      asDecimal: z.string().describe('uren:minuten wanneer het een decimaal getal is'),
    }),
});

const unitNotTime = defineIntakeRule({
  id: 'unit-not-time',
  severity: 'error',
  expectedReturnCode: '0638',
  sources: ['AW319 veld 0419, codelijst COD218'],
  data: () => z.strictObject({ value: Value }),
});

const fractionalMinutes = defineIntakeRule({
  id: 'fractional-minutes',
  severity: 'error',
  expectedReturnCode: '0638',
  sources: ['AW319 veld 0418: een geheel aantal eenheden'],
  data: () =>
    z.strictObject({
      value: Value,
      below: z.number().int().describe('hele minuten eronder'),
      unitMinutes: z.number().int(),
    }),
});

const suspectCode = defineIntakeRule({
  id: 'suspect-code',
  severity: 'warning',
  expectedReturnCode: '0582',
  sources: [OWN, 'Vektis retourcode 0582'],
  data: () => z.strictObject({ value: Value, code: z.string().describe('de prestatiecode waar het op lijkt') }),
});

const zeroQuantity = defineIntakeRule({
  id: 'zero-quantity',
  severity: 'warning',
  expectedReturnCode: '0638',
  sources: [AW319],
  data: () => z.strictObject({ value: Value }),
});

const doubleNegation = defineIntakeRule({
  id: 'double-negation',
  severity: 'error',
  expectedReturnCode: '0631',
  sources: ['AW319 velden 0418 en 0427: het aantal heeft geen teken, credit is een eigen veld'],
  data: () => z.strictObject({ value: Value }),
});

const endBeforeStart = defineIntakeRule({
  id: 'end-before-start',
  severity: 'error',
  expectedReturnCode: '8007',
  sources: ['AW319 velden 0414 en 0415'],
  data: () => z.strictObject({ first: OneDate, last: OneDate }),
});

const futureDate = defineIntakeRule({
  id: 'future-date',
  severity: 'error',
  expectedReturnCode: '8007',
  sources: ['AW319 velden 0414 en 0415: niet in de toekomst', 'NZa Regeling V&V 2016 art. 5.1'],
  data: () => z.strictObject({ field: Field, date: OneDate, asOf: OneDate }),
});

const before2015 = defineIntakeRule({
  id: 'before-2015',
  severity: 'warning',
  expectedReturnCode: '0586',
  sources: ['Wlz en Zvw-wijkverpleging bestaan vanaf 2015-01-01'],
  data: () => z.strictObject({ field: Field, date: OneDate }),
});

const invalidBsn = defineIntakeRule({
  id: 'invalid-bsn',
  severity: 'error',
  expectedReturnCode: '0435',
  sources: ['AW319 veld 0203, 11-proef', 'Vektis retourcode 0435'],
  data: () => z.strictObject({ digits: z.number().int().describe('hoeveel cijfers er staan') }),
});

const dummyBsn = defineIntakeRule({
  id: 'dummy-bsn',
  severity: 'warning',
  expectedReturnCode: null,
  sources: ['AW319 veld 0203: 999999999 voor een verzekerde zonder BSN'],
  data: () => z.strictObject({}),
});

const paddedBsn = defineIntakeRule({
  id: 'padded-bsn',
  severity: 'warning',
  expectedReturnCode: '0435',
  sources: ['AW319 veld 0203: negen cijfers'],
  data: () => z.strictObject({}),
});

const invalidAgb = defineIntakeRule({
  id: 'invalid-agb',
  severity: 'error',
  expectedReturnCode: '5803',
  sources: ['AW319 veld 0420'],
  data: () => z.strictObject({ value: Value }),
});

const invalidUzovi = defineIntakeRule({
  id: 'invalid-uzovi',
  severity: 'warning',
  expectedReturnCode: '0423',
  sources: ['AW319 veld 0404'],
  data: () => z.strictObject({ value: Value }),
});

const clientKeyConflict = defineIntakeRule({
  id: 'client-key-conflict',
  severity: 'error',
  expectedReturnCode: '0435',
  sources: ['AW319 velden 0203 en 0206'],
  data: () =>
    z.strictObject({
      kinds: z.array(z.enum(['one-number-several-bsns', 'one-bsn-several-numbers'])),
      numbers: z.array(z.string()).describe('clientnummers die erbij betrokken zijn'),
      bsns: z.number().int().describe('hoeveel verschillende BSN’s erbij betrokken zijn'),
      lines: z.number().int().describe('declaratieregels die daardoor niet aan één cliënt toe te wijzen zijn'),
    }),
});

const assumedEncoding = defineIntakeRule({
  id: 'assumed-encoding',
  severity: 'info',
  expectedReturnCode: null,
  sources: [OWN],
  data: () => z.strictObject({ encoding: z.string() }),
});

const emptyRow = defineIntakeRule({
  id: 'empty-row',
  severity: 'info',
  expectedReturnCode: null,
  sources: [OWN],
  data: () => z.strictObject({ rows: z.number().int().describe('hoeveel lege rijen er hier onder elkaar staan') }),
});

const periodReversed = defineIntakeRule({
  id: 'period-reversed',
  severity: 'error',
  expectedReturnCode: null,
  sources: [OWN],
  data: () => z.strictObject({ first: OneDate, last: OneDate }),
});

const overlappingDeliveryForms = defineIntakeRule({
  id: 'overlapping-delivery-forms',
  severity: 'error',
  expectedReturnCode: null,
  sources: ['Wlz art. 3.3.1: VPT en MPT sluiten elkaar uit'],
  data: () => z.strictObject({ first: OneDate, last: OneDate.nullable() }),
});

const deliveryFormBeforeItsTime = defineIntakeRule({
  id: 'delivery-form-before-its-time',
  severity: 'warning',
  expectedReturnCode: null,
  sources: ['iWlz-codelijst COD578'],
  data: () =>
    z.strictObject({
      form: z.enum(DELIVERY_FORMS),
      first: OneDate,
      exists: OneDate.describe('vanaf wanneer de leveringsvorm bestaat'),
    }),
});

const unknownDeliveryForm = defineIntakeRule({
  id: 'unknown-delivery-form',
  severity: 'error',
  expectedReturnCode: null,
  sources: ['iWlz-codelijst COD578'],
  data: () => z.strictObject({ value: Value, allowed: z.array(z.string()) }),
});

const unknownIndication = defineIntakeRule({
  id: 'unknown-indication',
  severity: 'error',
  expectedReturnCode: null,
  sources: [OWN],
  data: () => z.strictObject({ value: Value, allowed: z.array(z.string()) }),
});

/** The rules of tables and registers. */
const TABLE_RULES = [
  unreadableFile,
  unknownRole,
  missingColumn,
  duplicateColumn,
  raggedRow,
  missingValue,
  invalidDate,
  invalidNumber,
  invalidValue,
  ambiguousTime,
  unitNotTime,
  fractionalMinutes,
  suspectCode,
  zeroQuantity,
  doubleNegation,
  endBeforeStart,
  futureDate,
  before2015,
  invalidBsn,
  dummyBsn,
  paddedBsn,
  invalidAgb,
  invalidUzovi,
  clientKeyConflict,
  assumedEncoding,
  emptyRow,
  periodReversed,
  overlappingDeliveryForms,
  deliveryFormBeforeItsTime,
  unknownDeliveryForm,
  unknownIndication,
] as const;

/** The rules of reading, in the order the catalogue shows them: those of tables and registers, then those of EI messages. */
export const INTAKE_RULES = [...TABLE_RULES, ...EI_RULES] as const;

export type IntakeRuleId = (typeof INTAKE_RULES)[number]['id'];

/** The facts of an intake finding, by its rule. */
export type IntakeData<Id extends IntakeRuleId> = z.infer<
  ReturnType<Extract<(typeof INTAKE_RULES)[number], { readonly id: Id }>['data']>
>;
