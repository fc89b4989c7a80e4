import * as z from 'zod';
import { defineRule } from '../domain/rule.ts';

/** Two AGB codes in one client-month: they share one maximum, and the same hours may not be billed twice. */
export const severalProviders = defineRule({
  id: 'several-providers',
  severity: 'info',
  expectedReturnCode: '0587',
  sources: ['Factsheet Financiering zorgtechnologie: het maximum geldt per cliënt', 'NZa Regeling V&V 2016 art. 5.11'],
  needs: [],
  data: () => z.strictObject({ providers: z.array(z.string()).describe('AGB-codes') }),
  line: () => z.strictObject({ provider: z.string() }),
  *check({ lines }) {
    const named = lines.filter((line) => line.provider !== '');
    const providers = [...new Set(named.map((line) => line.provider))].sort();
    if (providers.length < 2) return;
    yield { data: { providers }, lines: named.map((line) => ({ line, data: { provider: line.provider } })) };
  },
});
