/** An accepted finding (contract, section 8): it stays in every report, marked, and no longer counts for the exit code. */
export interface Waiver {
  readonly fingerprint: string;
  readonly reason: string;
  readonly owner: string;
  /** First and last day it holds, `jjjj-mm-dd`, both included; at most a year. */
  readonly from: string;
  readonly until: string;
}
