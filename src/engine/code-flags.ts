import type { Policy } from '../domain/policy.ts';
import type { TextPool } from '../domain/text-pool.ts';

/** The code is in force and counts under the cap. */
export const IN_FORCE = 1;
export const ZVW = 2;
export const WLZ = 4;
export const LAWS = ZVW | WLZ;
export const NEEDS_WIJKVERPLEGING = 8;
export const NEEDS_MPT = 16;

/** What a policy says of each code, by its number. */
export type CodeFlags = Uint8Array;

/** What a policy says of each code of a run. */
export function codeFlags(codes: TextPool, policy: Policy, underCap: readonly string[]): CodeFlags {
  return Uint8Array.from({ length: codes.size }, (_, number) => {
    const code = codes.text(number);
    const terms = Object.hasOwn(policy.codes, code) ? policy.codes[code] : undefined;
    if (terms === undefined || !underCap.includes(code)) return 0;
    const law = terms.law === 'zvw' ? ZVW : WLZ;
    return IN_FORCE | law | (terms.requires === 'MPT' ? NEEDS_MPT : NEEDS_WIJKVERPLEGING);
  });
}
