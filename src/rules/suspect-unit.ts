import * as z from 'zod';
import { type ClaimLine, debits } from '../domain/claim-line.ts';
import { defineRule } from '../domain/rule.ts';
import { Nothing } from './shapes.ts';

const HUNDRED_HOURS = 6000;
/** 6.5 hours written as minutes would be 6 or 7. */
const FEW_MINUTES = 7;

/** A magnitude that hints at a wrong unit: minutes taken for hours, or hours for minutes. */
export const suspectUnit = defineRule({
  id: 'suspect-unit',
  severity: 'warning',
  expectedReturnCode: '0638',
  sources: ['AW319 velden 0418 en 0419', 'Vektis retourcode 0638'],
  needs: [],
  data: () => Nothing,
  line: () =>
    z.strictObject({
      minutes: z.number().int(),
      hint: z.enum(['hours-are-minutes', 'minutes-are-hours']).describe('welke verwisseling het lijkt'),
    }),
  *check({ lines }) {
    const hits = debits(lines).flatMap((line) => {
      const hint = hintOf(line);
      return hint === null ? [] : [{ line, data: { minutes: line.minutes, hint } }];
    });
    if (hits.length > 0) yield { data: {}, lines: hits };
  },
});

function hintOf(line: ClaimLine): 'hours-are-minutes' | 'minutes-are-hours' | null {
  if (line.minutes >= HUNDRED_HOURS) return 'hours-are-minutes';
  return line.inMinutes && line.minutes > 0 && line.minutes <= FEW_MINUTES ? 'minutes-are-hours' : null;
}
