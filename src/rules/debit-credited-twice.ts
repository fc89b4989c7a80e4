import * as z from 'zod';
import { defineRule } from '../domain/rule.ts';
import { Nothing } from './shapes.ts';

/** Two credits that name one debit. */
export const debitCreditedTwice = defineRule({
  id: 'debit-credited-twice',
  severity: 'error',
  expectedReturnCode: '8084',
  sources: ['Vektis retourcode 8084: debetregel is al gecrediteerd'],
  needs: [],
  data: () => Nothing,
  line: () =>
    z.strictObject({
      credits: z.number().int().describe('hoeveel creditregels dezelfde debetregel noemen'),
      minutes: z.number().int(),
    }),
  *check({ lines }) {
    const hits = lines.flatMap((line) =>
      line.correction && line.correction.credits > 1
        ? [{ line, data: { credits: line.correction.credits, minutes: line.minutes } }]
        : [],
    );
    if (hits.length > 0) yield { data: {}, lines: hits };
  },
});
