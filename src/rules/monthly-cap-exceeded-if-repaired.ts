import * as z from 'zod';
import { debits, spansMonths } from '../domain/claim-line.ts';
import { defineRule } from '../domain/rule.ts';

/** Rejected lines that would not fit even when repaired: declared minutes exceed the cap while the eligible ones do not. */
export const monthlyCapExceededIfRepaired = defineRule({
  id: 'monthly-cap-exceeded-if-repaired',
  severity: 'warning',
  expectedReturnCode: '0584',
  sources: ['NZa Regeling verpleging en verzorging NR/REG-2407 art. 5.7', 'Factsheet Financiering zorgtechnologie'],
  needs: [],
  data: () =>
    z.strictObject({
      capMinutes: z.number().int(),
      declaredMinutes: z.number().int().describe('alle debetregels min credits, ook de afgekeurde'),
      netMinutes: z.number().int().describe('wat nu meetelt'),
      bookedMinutes: z.number().int(),
    }),
  line: () => z.strictObject({ code: z.string(), minutes: z.number().int() }),
  *check({ lines }, { balances }) {
    for (const balance of balances) {
      const { capMinutes, declaredMinutes, eligibleMinutes, bookedMinutes } = balance;
      if (balance.insurer !== null || declaredMinutes <= capMinutes || eligibleMinutes > capMinutes) continue;
      const counted = new Set(balance.counted.map(({ line }) => line));
      const rejected = debits(lines).filter(
        (line) => balance.codes.includes(line.code) && !counted.has(line) && !spansMonths(line),
      );
      yield {
        data: { capMinutes, declaredMinutes, netMinutes: eligibleMinutes, bookedMinutes },
        lines: rejected.map((line) => ({ line, data: { code: line.code, minutes: line.minutes } })),
      };
    }
  },
});
