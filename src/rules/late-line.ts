import * as z from 'zod';
import { monthText } from '../domain/month.ts';
import { defineRule } from '../domain/rule.ts';
import { Nothing } from './shapes.ts';

/** Lines of a care month before the main month of the delivery: what was sent for that month before counts too. */
export const lateLine = defineRule({
  id: 'late-line',
  severity: 'info',
  expectedReturnCode: null,
  sources: ['AW319 velden 0114 en 0115: nagekomen regels zijn toegestaan'],
  needs: [],
  data: () =>
    z.strictObject({
      mainMonth: z.string().describe('de maand waar de meeste regels van de aanlevering over gaan'),
    }),
  line: () => Nothing,
  *check({ lines, month }, { mainMonth }) {
    if (month >= mainMonth) return;
    yield { data: { mainMonth: monthText(mainMonth) }, lines: lines.map((line) => ({ line, data: {} })) };
  },
});
