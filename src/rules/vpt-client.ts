import * as z from 'zod';
import { debits } from '../domain/claim-line.ts';
import { covered, gaps } from '../domain/period.ts';
import { defineRule } from '../domain/rule.ts';
import { Nothing, PeriodShape, periodData } from './shapes.ts';

/** A technology line on a day the client has a leveringsvorm that already includes all care: volledig pakket thuis. */
export const vptClient = defineRule({
  id: 'vpt-client',
  severity: 'error',
  expectedReturnCode: '0553',
  sources: ['Factsheet Financiering zorgtechnologie, Wlz: niet van toepassing op VPT', 'Wlz art. 3.3.1 en 3.3.2'],
  needs: ['deliveryForms'],
  concerns: () => true,
  data: () => Nothing,
  line: () =>
    z.strictObject({
      code: z.string(),
      days: z.array(PeriodShape).describe('de dagen van de regel waarop de cliënt VPT heeft'),
      outside: z.array(PeriodShape).describe('de dagen van de regel zonder VPT; niet leeg: splitsen kan'),
      partly: z.boolean().describe('de regel ligt deels buiten de VPT-periode'),
    }),
  *check({ lines }, { policy, register }) {
    const refused = register.deliveryForms.filter(({ form }) => policy.refusedDeliveryForms.includes(form));
    const hits = debits(lines).flatMap((line) => {
      const days = covered(line.period, refused);
      if (days.length === 0) return [];
      const outside = gaps(line.period, days);
      const data = {
        code: line.code,
        days: days.map(periodData),
        outside: outside.map(periodData),
        partly: outside.length > 0,
      };
      return [{ line, data }];
    });
    if (hits.length > 0) yield { data: {}, lines: hits };
  },
});
