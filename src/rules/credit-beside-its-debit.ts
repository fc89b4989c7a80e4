import { z } from 'zod';
import type { ClaimLine } from '../domain/claim-line.ts';
import { defineRule } from '../domain/rule.ts';
import { Nothing } from './shapes.ts';

/** A credit and the identical debit in one delivery: payers refuse the pair, and neither needs to be sent. */
export const creditBesideItsDebit = defineRule({
  id: 'credit-beside-its-debit',
  severity: 'warning',
  expectedReturnCode: '8062',
  sources: ['Vektis retourcode 8062: debet en identieke credit in één bestand'],
  needs: [],
  data: Nothing,
  line: z.strictObject({ side: z.enum(['debit', 'credit']), minutes: z.number().int() }),
  *check({ lines }) {
    const pairs = new Map<ClaimLine, 'debit' | 'credit'>();
    for (const credit of lines) {
      if (!credit.credit) continue;
      const debit = lines.find((line) => isTheDebitOf(credit, line) && !pairs.has(line));
      if (debit) pairs.set(credit, 'credit').set(debit, 'debit');
    }
    if (pairs.size === 0) return;
    yield { data: {}, lines: [...pairs].map(([line, side]) => ({ line, data: { side, minutes: line.minutes } })) };
  },
});

/** Identical, and named by the credit; a credit that names nothing is taken to mean the identical line. */
function isTheDebitOf(credit: ClaimLine, line: ClaimLine): boolean {
  return (
    !line.credit &&
    line.code === credit.code &&
    line.minutes === credit.minutes &&
    line.period.first === credit.period.first &&
    line.period.last === credit.period.last &&
    (credit.correction?.target === 'empty' || credit.correction?.debit === line.number)
  );
}
