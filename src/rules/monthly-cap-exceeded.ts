import * as z from 'zod';
import type { Balance } from '../domain/balance.ts';
import type { BookedLine } from '../domain/ledger.ts';
import type { Policy } from '../domain/policy.ts';
import { defineRule } from '../domain/rule.ts';
import { CapLine, overCap } from './cap-line.ts';

/** More eligible minutes in a client-month than the cap of that month's policy. */
export const monthlyCapExceeded = defineRule({
  id: 'monthly-cap-exceeded',
  severity: 'error',
  expectedReturnCode: '0584',
  sources: [
    'NZa: ten hoogste 6,5 uur thuiszorgtechnologie per cliënt per maand (Regeling verpleging en verzorging NR/REG-2407 art. 5.7)',
    'Factsheet Financiering zorgtechnologie (Zvw en Wlz)',
    'Vektis retourcode 0584',
  ],
  needs: [],
  data: () =>
    z.strictObject({
      capMinutes: z.number().int(),
      netMinutes: z.number().int().describe('wat meetelt: goede debetregels min credits, met wat eerder geboekt is'),
      excessMinutes: z.number().int(),
      bookedMinutes: z.number().int(),
      bookedRuns: z
        .array(z.strictObject({ run: z.string(), minutes: z.number().int() }))
        .describe('in welke runs die minuten geboekt zijn'),
      byCode: z.record(z.string(), z.number().int()),
      onlyTogether: z
        .boolean()
        .describe('elke wet apart blijft binnen het maximum; alleen de som van Zvw en Wlz gaat erover'),
    }),
  line: () => CapLine,
  *check(_month, { policy, balances, booked }) {
    for (const balance of balances) {
      if (balance.insurer !== null || balance.excessMinutes === 0) continue;
      const lines = overCap(balance);
      // Nothing of this run lies over the cap: what was booked earlier is never touched.
      if (lines.length === 0) continue;
      yield {
        data: {
          capMinutes: balance.capMinutes,
          netMinutes: balance.eligibleMinutes,
          excessMinutes: balance.excessMinutes,
          bookedMinutes: balance.bookedMinutes,
          bookedRuns: bookedRuns(booked, balance.codes),
          byCode: balance.byCode,
          onlyTogether: exceedsOnlyTogether(balance, policy),
        },
        lines,
      };
    }
  },
});

function bookedRuns(booked: readonly BookedLine[], codes: readonly string[]): { run: string; minutes: number }[] {
  const byRun = new Map<string, number>();
  for (const { run, code, minutes, credit } of booked) {
    if (codes.includes(code)) byRun.set(run, (byRun.get(run) ?? 0) + (credit ? -minutes : minutes));
  }
  return [...byRun].map(([run, minutes]) => ({ run, minutes })).sort((a, b) => (a.run < b.run ? -1 : 1));
}

function exceedsOnlyTogether(balance: Balance, policy: Policy): boolean {
  const byLaw = { zvw: 0, wlz: 0 };
  for (const [code, minutes] of Object.entries(balance.byCode)) {
    const law = policy.codes[code]?.law;
    if (law) byLaw[law] += minutes;
  }
  return byLaw.zvw <= balance.capMinutes && byLaw.wlz <= balance.capMinutes;
}
