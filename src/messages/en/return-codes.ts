import { returnCode } from '../../domain/return-codes.ts';
import { shortened } from '../plain.ts';

/** `expected return code 0584 (number or time above the maximum)`; what a code means comes from schemas/return-codes.json. */
export function enExpectedReturnCode(code: string): string {
  return `expected return code ${shortened(code)} (${returnCode(code)?.en ?? 'our sources do not give its meaning'})`;
}
