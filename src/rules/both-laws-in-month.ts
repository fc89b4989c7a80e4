import { z } from 'zod';
import { debits } from '../domain/claim-line.ts';
import { isoOf } from '../domain/day.ts';
import { monthOf } from '../domain/month.ts';
import { defineRule } from '../domain/rule.ts';

/** Technology lines under both laws for one client in one month: only possible when the client went from Zvw to Wlz in that month. */
export const bothLawsInMonth = defineRule({
  id: 'both-laws-in-month',
  severity: 'warning',
  expectedReturnCode: '8983',
  sources: ['Besluit zorgverzekering art. 2.1 lid 1', 'Factsheet Financiering zorgtechnologie'],
  needs: [],
  data: z.strictObject({
    switchDate: z
      .string()
      .nullable()
      .describe('de dag waarop de Wlz volgens de registers begint, als die in deze maand valt'),
  }),
  line: z.strictObject({ code: z.string(), law: z.enum(['zvw', 'wlz']) }),
  *check({ lines, month }, { policy, register }) {
    const hits = debits(lines).flatMap((line) => {
      const law = policy.codes[line.code]?.law;
      return law === undefined ? [] : [{ line, data: { code: line.code, law } }];
    });
    if (new Set(hits.map(({ data }) => data.law)).size < 2) return;
    const starts = [...register.indications.filter(({ kind }) => kind === 'wlz'), ...register.deliveryForms]
      .map(({ first }) => first)
      .filter((first) => monthOf(first) === month)
      .sort((a, b) => a - b);
    yield { data: { switchDate: starts[0] === undefined ? null : isoOf(starts[0]) }, lines: hits };
  },
});
