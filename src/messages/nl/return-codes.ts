import { returnCode } from '../../domain/return-codes.ts';
import { shortened } from '../plain.ts';

/** `verwachte retourcode 0584 (aantal of tijd boven het maximum)`; what a code means comes from schemas/return-codes.json. */
export function nlExpectedReturnCode(code: string): string {
  return `verwachte retourcode ${shortened(code)} (${returnCode(code)?.nl ?? 'betekenis niet in onze bronnen'})`;
}
