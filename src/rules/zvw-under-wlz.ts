import * as z from 'zod';
import { debits } from '../domain/claim-line.ts';
import { covered, type Period } from '../domain/period.ts';
import { DELIVERY_FORMS } from '../domain/register.ts';
import { defineRule } from '../domain/rule.ts';
import { Nothing, PeriodShape, periodData } from './shapes.ts';

/** A Zvw technology line on a day the Wlz is responsible: a Wlz indication, or a leveringsvorm of the Wlz other than VPT (which has its own rule). */
export const zvwUnderWlz = defineRule({
  id: 'zvw-under-wlz',
  severity: 'error',
  expectedReturnCode: '8983',
  sources: ['Besluit zorgverzekering art. 2.1 lid 1: geen Zvw-zorg die de Wlz vergoedt', 'Vektis retourcode 8983'],
  needs: ['indications', 'deliveryForms'],
  concerns: (_line, terms) => terms.law === 'zvw',
  data: () => Nothing,
  line: () =>
    z.strictObject({
      days: z.array(PeriodShape).describe('de dagen van de regel die onder de Wlz vallen'),
      indication: z.boolean().describe('er is op die dagen een Wlz-indicatie'),
      forms: z.array(z.enum(DELIVERY_FORMS)).describe('de leveringsvormen van de Wlz op die dagen'),
      partly: z.boolean().describe('een deel van de regel valt niet onder de Wlz'),
    }),
  *check({ lines }, { policy, register }) {
    const indications = register.indications.filter(({ kind }) => kind === 'wlz');
    const forms = register.deliveryForms.filter(({ form }) => !policy.refusedDeliveryForms.includes(form));
    const wlz = [...indications, ...forms].sort((a: Period, b: Period) => a.first - b.first);
    const hits = debits(lines).flatMap((line) => {
      if (policy.codes[line.code]?.law !== 'zvw') return [];
      const days = covered(line.period, wlz);
      if (days.length === 0) return [];
      const count = days.reduce((sum, { first, last }) => sum + last - first + 1, 0);
      const data = {
        days: days.map(periodData),
        indication: covered(line.period, indications).length > 0,
        forms: DELIVERY_FORMS.filter(
          (form) =>
            covered(
              line.period,
              forms.filter((period) => period.form === form),
            ).length > 0,
        ),
        partly: count < line.period.last - line.period.first + 1,
      };
      return [{ line, data }];
    });
    if (hits.length > 0) yield { data: {}, lines: hits };
  },
});
