import * as z from 'zod';
import { debits } from '../domain/claim-line.ts';
import { covered, gaps } from '../domain/period.ts';
import { DELIVERY_FORMS } from '../domain/register.ts';
import { defineRule } from '../domain/rule.ts';
import { Nothing, PeriodShape, periodData } from './shapes.ts';

/** A Wlz technology line with a day without modulair pakket thuis. VPT has its own rule; DTV and VKB only warn, since no source settles them. */
export const wlzWithoutMpt = defineRule({
  id: 'wlz-without-mpt',
  severity: 'error',
  expectedReturnCode: '0553',
  sources: ['Factsheet Financiering zorgtechnologie, Wlz: prestaties binnen het MPT', 'Wlz art. 3.3.2'],
  needs: ['deliveryForms'],
  findsAbsence: true,
  concerns: (_line, terms) => terms.requires === 'MPT',
  data: () => Nothing,
  line: () =>
    z.strictObject({
      code: z.string(),
      uncovered: z.array(PeriodShape).describe('de dagen van de regel zonder MPT'),
      forms: z.array(z.enum(DELIVERY_FORMS)).describe('wat de cliënt op die dagen wel heeft'),
      partly: z.boolean().describe('op een deel van de dagen is er wel MPT'),
    }),
  *check({ lines }, { policy, register }) {
    const settled = register.deliveryForms.filter(
      ({ form }) => form === 'MPT' || form === 'DTV' || form === 'VKB' || policy.refusedDeliveryForms.includes(form),
    );
    const hits = debits(lines).flatMap((line) => {
      if (policy.codes[line.code]?.requires !== 'MPT') return [];
      const uncovered = gaps(line.period, settled);
      if (uncovered.length === 0) return [];
      const forms = DELIVERY_FORMS.filter((form) => {
        const periods = register.deliveryForms.filter((period) => period.form === form);
        return uncovered.some((stretch) => covered(stretch, periods).length > 0);
      });
      const days = uncovered.reduce((sum, { first, last }) => sum + last - first + 1, 0);
      const partly = days < line.period.last - line.period.first + 1;
      return [{ line, data: { code: line.code, uncovered: uncovered.map(periodData), forms, partly } }];
    });
    if (hits.length > 0) yield { data: {}, lines: hits };
  },
});
