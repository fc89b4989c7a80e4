import * as z from 'zod';
import { debits } from '../domain/claim-line.ts';
import { isoOf } from '../domain/day.ts';
import { defineRule } from '../domain/rule.ts';

/** A technology line with a day after the client's date of death. The day of death itself is fine. */
export const afterDeath = defineRule({
  id: 'after-death',
  severity: 'error',
  expectedReturnCode: '0328',
  sources: ['Vektis retourcode 0328: niet verzekerd wegens overlijden', 'AW319 veld 0223'],
  needs: ['clients'],
  concerns: () => true,
  data: () => z.strictObject({ dateOfDeath: z.string() }),
  line: () => z.strictObject({ partly: z.boolean().describe('de regel begint op of voor de dag van overlijden') }),
  *check({ lines }, { register }) {
    const death = register.dateOfDeath;
    if (death === null) return;
    const hits = debits(lines)
      .filter((line) => line.period.last > death)
      .map((line) => ({ line, data: { partly: line.period.first <= death } }));
    if (hits.length > 0) yield { data: { dateOfDeath: isoOf(death) }, lines: hits };
  },
});
