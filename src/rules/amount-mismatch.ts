import * as z from 'zod';
import { debits } from '../domain/claim-line.ts';
import { defineRule } from '../domain/rule.ts';
import { Nothing } from './shapes.ts';

/** The amount is not the rate times the quantity, to the cent. */
export const amountMismatch = defineRule({
  id: 'amount-mismatch',
  severity: 'warning',
  expectedReturnCode: '8032',
  sources: ['AW319 veld 0426: berekend bedrag is tarief maal aantal'],
  needs: [],
  data: () => Nothing,
  line: () =>
    z.strictObject({
      amountCents: z.number().int(),
      expectedCents: z.number().int().describe('tarief maal aantal'),
      hourlyRate: z.boolean().describe('het bedrag klopt wel als het tarief per uur is en het aantal in minuten'),
    }),
  *check({ lines }) {
    const hits = debits(lines).flatMap((line) => {
      const { amount, expectedAmount } = line;
      if (amount === null || expectedAmount === null || amount === expectedAmount) return [];
      const hourlyRate = line.inMinutes && Math.round(expectedAmount / 60) === amount;
      return [{ line, data: { amountCents: amount, expectedCents: expectedAmount, hourlyRate } }];
    });
    if (hits.length > 0) yield { data: {}, lines: hits };
  },
});
