import * as z from 'zod';
import { defineRule } from '../domain/rule.ts';
import { Nothing } from './shapes.ts';

/** A line whose reference number was booked with another run: it was sent before. Validating a booked file again is not this. */
export const alreadyBooked = defineRule({
  id: 'already-booked',
  severity: 'error',
  expectedReturnCode: '0587',
  sources: ['Vektis retourcode 0587: prestatie is al gedeclareerd', 'AW319 veld 0431: uniek gedurende vijf jaar'],
  needs: [],
  data: () => Nothing,
  line: () =>
    z.strictObject({
      run: z.string().describe('de run waarin de regel eerder geboekt is'),
      minutes: z.number().int(),
    }),
  *check({ lines }) {
    const hits = lines.flatMap((line) =>
      line.bookedBy === null ? [] : [{ line, data: { run: line.bookedBy, minutes: line.minutes } }],
    );
    if (hits.length > 0) yield { data: {}, lines: hits };
  },
});
