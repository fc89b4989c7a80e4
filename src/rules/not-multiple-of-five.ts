import * as z from 'zod';
import { debits } from '../domain/claim-line.ts';
import { defineRule } from '../domain/rule.ts';
import { Nothing } from './shapes.ts';

/** Billed minutes that are no multiple of five: allowed only when agreed in writing with the insurer or zorgkantoor. */
export const notMultipleOfFive = defineRule({
  id: 'not-multiple-of-five',
  severity: 'warning',
  expectedReturnCode: '0638',
  sources: ['NZa Regeling V&V 2016 art. 5.10', 'NZa Regeling declaratievoorschriften Wlz-zorg 2016 art. 4.3'],
  needs: [],
  data: () => Nothing,
  line: () =>
    z.strictObject({ minutes: z.number().int(), rounded: z.number().int().describe('afgerond op vijf minuten') }),
  *check({ lines }) {
    const hits = debits(lines)
      .filter((line) => line.minutes % 5 !== 0)
      .map((line) => ({ line, data: { minutes: line.minutes, rounded: Math.round(line.minutes / 5) * 5 } }));
    if (hits.length > 0) yield { data: {}, lines: hits };
  },
});
