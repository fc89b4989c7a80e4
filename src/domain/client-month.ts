import type { ClaimLine } from './claim-line.ts';
import type { ClientId } from './client-identity.ts';
import type { Month } from './month.ts';

/**
 * All technology lines of one client in one calendar month: the unit every domain rule looks at.
 * Lines are ordered by first day, last day, reference, file order; the excess over a cap is laid on the last of them.
 */
export interface ClientMonth {
  readonly client: ClientId;
  readonly month: Month;
  readonly lines: readonly ClaimLine[];
}
