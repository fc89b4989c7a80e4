import type { CopySource } from '../../pipeline/copies.ts';
import type { ReportMatter } from '../../reporters/reporter.ts';

/** What a check gave: enough for every report and copy, as long as the tab lives. */
export interface RunOutcome {
  readonly matter: ReportMatter;
  readonly copies: readonly CopySource[];
  /** Whether the store has it now. */
  readonly remembered: boolean;
  /** What went wrong with the store, in a sentence; null when nothing did. */
  readonly trouble: string | null;
}
