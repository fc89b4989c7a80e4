import * as z from 'zod';
import { debits } from '../domain/claim-line.ts';
import { type Day, isoOf, plusDays } from '../domain/day.ts';
import { firstDayOf, lastDayOf, type Month } from '../domain/month.ts';
import { covered, type Period } from '../domain/period.ts';
import type { ClientRegister } from '../domain/register.ts';
import { defineRule } from '../domain/rule.ts';

/** Technology lines under both laws for one client in one month: only possible when the client went from Zvw to Wlz in that month. */
export const bothLawsInMonth = defineRule({
  id: 'both-laws-in-month',
  severity: 'warning',
  expectedReturnCode: '8983',
  sources: ['Besluit zorgverzekering art. 2.1 lid 1', 'Factsheet Financiering zorgtechnologie'],
  needs: [],
  data: () =>
    z.strictObject({
      switchDate: z
        .string()
        .nullable()
        .describe('de dag waarop de Wlz volgens de registers begint, als die in deze maand valt'),
    }),
  line: () => z.strictObject({ code: z.string(), law: z.enum(['zvw', 'wlz']) }),
  *check({ lines, month }, { policy, register }) {
    const hits = debits(lines).flatMap((line) => {
      const law = policy.codes[line.code]?.law;
      return law === undefined ? [] : [{ line, data: { code: line.code, law } }];
    });
    if (new Set(hits.map(({ data }) => data.law)).size < 2) return;
    const start = startOfWlz(month, register);
    yield { data: { switchDate: start === null ? null : isoOf(start) }, lines: hits };
  },
});

/** The first day of the month with a Wlz period after a day without: another leveringsvorm or a renewed indication begins nothing. */
function startOfWlz(month: Month, register: ClientRegister): Day | null {
  const dayBefore = plusDays(firstDayOf(month), -1);
  const periods: Period[] = [...register.indications.filter(({ kind }) => kind === 'wlz'), ...register.deliveryForms];
  const stretches = covered(
    { first: dayBefore, last: lastDayOf(month) },
    periods.sort((a, b) => a.first - b.first),
  );
  return stretches.find(({ first }) => first > dayBefore)?.first ?? null;
}
