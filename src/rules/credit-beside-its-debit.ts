import * as z from 'zod';
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
  data: () => Nothing,
  line: () => z.strictObject({ side: z.enum(['debit', 'credit']), minutes: z.number().int() }),
  *check({ lines }) {
    const debits = new Map(lines.filter((line) => !line.credit).map((line) => [line.number, line]));
    const alike = new Map<string, ClaimLine[]>();
    for (const debit of debits.values()) append(alike, sameness(debit), debit);
    const pairs = new Map<ClaimLine, 'debit' | 'credit'>();
    for (const credit of lines) {
      if (!credit.credit) continue;
      const debit = debitOf(credit, debits, alike, (line) => pairs.has(line));
      if (debit) pairs.set(credit, 'credit').set(debit, 'debit');
    }
    if (pairs.size === 0) return;
    yield { data: {}, lines: [...pairs].map(([line, side]) => ({ line, data: { side, minutes: line.minutes } })) };
  },
});

/** The identical debit the credit names; a credit that names nothing is taken to mean an identical line that is still free. */
function debitOf(
  credit: ClaimLine,
  debits: ReadonlyMap<number, ClaimLine>,
  alike: ReadonlyMap<string, ClaimLine[]>,
  isTaken: (line: ClaimLine) => boolean,
): ClaimLine | undefined {
  const named = credit.correction?.debit ?? null;
  if (named !== null) {
    const debit = debits.get(named);
    return debit && sameness(debit) === sameness(credit) && !isTaken(debit) ? debit : undefined;
  }
  if (credit.correction?.target !== 'empty') return undefined;
  const free = alike.get(sameness(credit)) ?? [];
  while (free[0] && isTaken(free[0])) free.shift();
  return free[0];
}

function sameness({ code, minutes, period }: ClaimLine): string {
  return `${code} ${minutes} ${period.first} ${period.last}`;
}

function append(groups: Map<string, ClaimLine[]>, key: string, line: ClaimLine): void {
  const group = groups.get(key);
  if (group) group.push(line);
  else groups.set(key, [line]);
}
