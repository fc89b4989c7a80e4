import * as z from 'zod';
import { defineRule } from '../domain/rule.ts';
import { Nothing } from './shapes.ts';

/** One reference number on two lines of the delivery. */
export const duplicateReference = defineRule({
  id: 'duplicate-reference',
  severity: 'error',
  expectedReturnCode: '8021',
  sources: ['AW319 veld 0431: uniek gedurende vijf jaar', 'Vektis retourcode 8021'],
  needs: [],
  data: () => Nothing,
  line: () =>
    z.strictObject({
      bearers: z.number().int().describe('hoeveel regels dit referentienummer hebben'),
      others: z
        .array(z.strictObject({ input: z.string(), row: z.number().int() }))
        .describe('waar hetzelfde referentienummer nog meer staat: de eerste plaatsen'),
    }),
  *check({ lines }, { inputNames }) {
    const hits = lines
      .filter((line) => line.bearers > 1)
      .map((line) => ({
        line,
        data: {
          bearers: line.bearers,
          others: line.sameReference.map(({ input, row }) => ({ input: inputNames[input] ?? '', row })),
        },
      }));
    if (hits.length > 0) yield { data: {}, lines: hits };
  },
});
