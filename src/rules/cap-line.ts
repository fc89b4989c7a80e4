import * as z from 'zod';
import type { Balance } from '../domain/balance.ts';
import type { ClaimLine } from '../domain/claim-line.ts';

/** What a cap rule says of each line that carries a part of the excess. */
export const CapLine = z.strictObject({
  code: z.string(),
  minutes: z.number().int(),
  rejectedMinutes: z.number().int().describe('het deel boven het maximum'),
  allowedMinutes: z.number().int().describe('wat er van de regel nog past'),
});

/** The lines of a balance on which the excess was laid. */
export function overCap(balance: Balance): { line: ClaimLine; data: z.infer<typeof CapLine> }[] {
  return balance.counted
    .filter(({ rejectedMinutes }) => rejectedMinutes > 0)
    .map(({ line, rejectedMinutes }) => ({
      line,
      data: {
        code: line.code,
        minutes: line.minutes,
        rejectedMinutes,
        allowedMinutes: line.minutes - rejectedMinutes,
      },
    }));
}
