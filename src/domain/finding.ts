import type { ClientId } from './client-identity.ts';
import type { Month } from './month.ts';
import type { Place } from './place.ts';

/** E, W and I of the contract. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Plain data, as JSON has it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/**
 * One thing wrong, while a run is being judged. Facts in `data`; words are made from them by the message catalogue when a report is written.
 * No BSN ever enters `data` or a place.
 */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** null when it concerns a file or a row whose client is not known. */
  readonly client: ClientId | null;
  readonly month: Month | null;
  readonly places: readonly Place[];
  readonly data: JsonObject;
  /** What tells this finding from others of its rule: the codes concerned (domain rules) or a digest of the row (intake rules). Enters the fingerprint, never a report. */
  readonly identity: string;
  /** Numbers of the technology lines it touches. */
  readonly lines: readonly number[];
}
