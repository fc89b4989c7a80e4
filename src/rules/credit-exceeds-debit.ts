import * as z from 'zod';
import { spansMonths } from '../domain/claim-line.ts';
import { defineRule } from '../domain/rule.ts';

/** More minutes credited than the debit named had, or more credited in the month than was ever debited. */
export const creditExceedsDebit = defineRule({
  id: 'credit-exceeds-debit',
  severity: 'error',
  expectedReturnCode: '8017',
  sources: ['Vektis retourcode 8017', 'VGZ, declareren wijkverpleging: een credit is gelijk aan zijn debet'],
  needs: [],
  data: () =>
    z.strictObject({
      netMinutes: z.number().int().describe('debet min credit van de maand, met wat eerder geboekt is'),
      bookedMinutes: z.number().int(),
    }),
  line: () =>
    z.strictObject({
      minutes: z.number().int(),
      debitMinutes: z
        .number()
        .int()
        .nullable()
        .describe('minuten van de debetregel die de credit noemt; null als die niet bekend is'),
      creditedMinutes: z.number().int().describe('minuten die alle credits samen van die debetregel afhalen'),
    }),
  *check({ lines }, { booked }) {
    const bookedMinutes = booked.reduce((sum, line) => sum + (line.credit ? -line.minutes : line.minutes), 0);
    const attributable = lines.filter((line) => !spansMonths(line));
    const netMinutes = attributable.reduce(
      (sum, line) => sum + (line.credit ? -line.minutes : line.minutes),
      bookedMinutes,
    );
    const hits = attributable.flatMap((line) => {
      if (!line.correction) return [];
      const { debitMinutes, creditedMinutes } = line.correction;
      if (netMinutes >= 0 && (debitMinutes === null || creditedMinutes <= debitMinutes)) return [];
      return [{ line, data: { minutes: line.minutes, debitMinutes, creditedMinutes } }];
    });
    if (hits.length > 0) yield { data: { netMinutes, bookedMinutes }, lines: hits };
  },
});
