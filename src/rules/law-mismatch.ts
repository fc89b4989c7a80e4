import * as z from 'zod';
import { defineRule } from '../domain/rule.ts';
import { Nothing } from './shapes.ts';

/** The column `wet` names another law than the code belongs to. */
export const lawMismatch = defineRule({
  id: 'law-mismatch',
  severity: 'error',
  expectedReturnCode: '0581',
  sources: ['AW319 veld 0416: lijst 055 is Wlz, lijst 065 is wijkverpleging'],
  needs: [],
  data: () => Nothing,
  line: () =>
    z.strictObject({
      code: z.string(),
      declared: z.enum(['zvw', 'wlz', 'other']).describe('de wet volgens de regel'),
      expected: z.enum(['zvw', 'wlz']).describe('de wet van de prestatiecode'),
    }),
  *check({ lines }, { policy }) {
    const hits = lines.flatMap((line) => {
      const expected = policy.codes[line.code]?.law;
      const declared = line.declaredLaw;
      if (expected === undefined || declared === null || declared === expected) return [];
      return [{ line, data: { code: line.code, declared, expected } }];
    });
    if (hits.length > 0) yield { data: {}, lines: hits };
  },
});
