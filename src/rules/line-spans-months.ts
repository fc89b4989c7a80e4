import * as z from 'zod';
import { spansMonths } from '../domain/claim-line.ts';
import { isoOf } from '../domain/day.ts';
import { lastDayOf } from '../domain/month.ts';
import { defineRule } from '../domain/rule.ts';
import { Nothing } from './shapes.ts';

/** A line over two calendar months: its minutes belong to neither, so the monthly maximum cannot be judged. */
export const lineSpansMonths = defineRule({
  id: 'line-spans-months',
  severity: 'error',
  expectedReturnCode: '8003',
  sources: ['AW319 veld 0418: het aantal geldt voor de hele periode van de regel', 'Maximum per kalendermaand'],
  needs: [],
  data: () => Nothing,
  line: () =>
    z.strictObject({
      first: z.string(),
      last: z.string(),
      splitAfter: z
        .string()
        .describe('de laatste dag van de eerste maand: tot en met die dag de ene regel, daarna de andere'),
    }),
  *check({ lines, month }) {
    const splitAfter = isoOf(lastDayOf(month));
    const hits = lines
      .filter(spansMonths)
      .map((line) => ({ line, data: { first: isoOf(line.period.first), last: isoOf(line.period.last), splitAfter } }));
    if (hits.length > 0) yield { data: {}, lines: hits };
  },
});
