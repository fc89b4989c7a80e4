import * as z from 'zod';
import { defineRule } from '../domain/rule.ts';
import { CapLine, overCap } from './cap-line.ts';

/**
 * The lower cap agreed with an insurer (in the configuration) is exceeded where the legal cap is not.
 * A line that the legal cap rejects already is not told twice; one that it leaves standing, because others are later, is.
 */
export const payerCapExceeded = defineRule({
  id: 'payer-cap-exceeded',
  severity: 'error',
  expectedReturnCode: '0613',
  sources: [
    'Afspraak met de verzekeraar, uit de instellingen',
    'Factsheet Financiering zorgtechnologie: het aantal uren verschilt per verzekeraar',
  ],
  needs: [],
  data: () =>
    z.strictObject({
      insurer: z.string().describe('UZOVI-nummer'),
      capMinutes: z.number().int(),
      netMinutes: z.number().int(),
      excessMinutes: z.number().int(),
      bookedMinutes: z.number().int(),
    }),
  line: () => CapLine,
  *check(_month, { balances }) {
    const legal = balances.filter(({ insurer }) => insurer === null);
    const rejected = new Set(legal.flatMap(overCap).map(({ line }) => line));
    for (const balance of balances) {
      const lines = overCap(balance).filter(({ line }) => !rejected.has(line));
      if (balance.insurer === null || lines.length === 0) continue;
      yield {
        data: {
          insurer: balance.insurer,
          capMinutes: balance.capMinutes,
          netMinutes: balance.eligibleMinutes,
          excessMinutes: balance.excessMinutes,
          bookedMinutes: balance.bookedMinutes,
        },
        lines,
      };
    }
  },
});
