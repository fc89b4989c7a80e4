import * as z from 'zod';
import { defineRule } from '../domain/rule.ts';
import { Nothing } from './shapes.ts';

/** A credit that names no debit, or one that neither this run nor the booked lines know. An error when the month was booked here, for then the debit should be known. */
export const creditWithoutDebit = defineRule({
  id: 'credit-without-debit',
  severity: 'warning',
  expectedReturnCode: '8017',
  sources: ['AW319 veld 0432', 'Vektis retourcode 8017'],
  needs: [],
  data: () => Nothing,
  line: () =>
    z.strictObject({
      reason: z.enum(['empty', 'unknown']).describe('geen vorig referentienummer, of een onbekend'),
      minutes: z.number().int(),
    }),
  *check({ lines }, { monthIsBooked }) {
    const hits = lines.flatMap((line) => {
      const target = line.correction?.target;
      if (target !== 'empty' && target !== 'unknown') return [];
      return [{ line, data: { reason: target, minutes: line.minutes } }];
    });
    if (hits.length > 0) yield { data: {}, lines: hits, ...(monthIsBooked ? { severity: 'error' as const } : {}) };
  },
});
