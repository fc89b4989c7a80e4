import * as z from 'zod';
import { debits } from '../domain/claim-line.ts';
import { covered } from '../domain/period.ts';
import { defineRule } from '../domain/rule.ts';
import { Nothing, PeriodShape, periodData } from './shapes.ts';

/** A Wlz technology line during deeltijdverblijf or verkeerde bed: no source says whether it may be billed. */
export const wlzDtvOrVkb = defineRule({
  id: 'wlz-dtv-or-vkb',
  severity: 'warning',
  expectedReturnCode: '0553',
  sources: ['iWlz-codelijst COD578 (leveringsvormen 8 en 9); de bronnen regelen dit geval niet'],
  needs: ['deliveryForms'],
  concerns: (_line, terms) => terms.law === 'wlz',
  data: () => Nothing,
  line: () =>
    z.strictObject({
      code: z.string(),
      form: z.enum(['DTV', 'VKB']),
      days: z.array(PeriodShape).describe('de dagen van de regel met die leveringsvorm'),
    }),
  *check({ lines }, { policy, register }) {
    const hits = debits(lines).flatMap((line) => {
      if (policy.codes[line.code]?.law !== 'wlz') return [];
      for (const form of ['DTV', 'VKB'] as const) {
        const days = covered(
          line.period,
          register.deliveryForms.filter((period) => period.form === form),
        );
        if (days.length > 0) return [{ line, data: { code: line.code, form, days: days.map(periodData) } }];
      }
      return [];
    });
    if (hits.length > 0) yield { data: {}, lines: hits };
  },
});
