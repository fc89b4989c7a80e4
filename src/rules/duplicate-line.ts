import * as z from 'zod';
import { type ClaimLine, debits } from '../domain/claim-line.ts';
import { defineRule } from '../domain/rule.ts';
import { Nothing } from './shapes.ts';

/** Two debit lines that are the same but for their reference. The same reference twice is another rule's. */
export const duplicateLine = defineRule({
  id: 'duplicate-line',
  severity: 'warning',
  expectedReturnCode: '0587',
  sources: ['Vektis retourcode 0587: prestatie is al gedeclareerd'],
  needs: [],
  data: () => Nothing,
  line: () =>
    z.strictObject({
      copies: z.number().int().describe('hoe vaak deze regel voorkomt'),
      minutes: z.number().int(),
    }),
  *check({ lines }) {
    const groups = new Map<string, ClaimLine[]>();
    for (const line of debits(lines)) {
      const key = `${line.code} ${line.period.first} ${line.period.last} ${line.minutes}`;
      const group = groups.get(key);
      if (group) group.push(line);
      else groups.set(key, [line]);
    }
    const hits = [...groups.values()]
      .filter(differInReference)
      .flatMap((group) => group.map((line) => ({ line, data: { copies: group.length, minutes: line.minutes } })));
    if (hits.length > 0) yield { data: {}, lines: hits };
  },
});

function differInReference(group: readonly ClaimLine[]): boolean {
  return (
    group.length > 1 &&
    (group.every((line) => line.reference === '') || new Set(group.map((line) => line.reference)).size > 1)
  );
}
