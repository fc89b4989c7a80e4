import * as z from 'zod';
import { defineRule } from '../domain/rule.ts';

/** A technology code of another policy period in a month whose policy does not have it: 1062 in 2019, 1017 in 2026. */
export const codeNotInForce = defineRule({
  id: 'code-not-in-force',
  severity: 'error',
  expectedReturnCode: '0582',
  sources: ['NZa Wegwijzer bekostiging digitale zorg 2020', 'Vektis retourcode 0582'],
  needs: [],
  data: () =>
    z.strictObject({
      policy: z.string(),
      codes: z.array(z.string()).describe('de codes die in deze maand wel gelden'),
    }),
  line: () => z.strictObject({ code: z.string() }),
  *check({ lines }, { policy }) {
    const hits = lines
      .filter((line) => !(line.code in policy.codes))
      .map((line) => ({ line, data: { code: line.code } }));
    if (hits.length > 0) yield { data: { policy: policy.id, codes: Object.keys(policy.codes) }, lines: hits };
  },
});
