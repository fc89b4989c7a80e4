import type { CopyRefusal } from '../messages/copy-labels.ts';

/** No copy can be made of a file, for a reason the user can understand and mostly do something about. */
export class CopyRefused extends Error {
  readonly reason: CopyRefusal;
  /** `cells` and `most` for a workbook that is too large. */
  readonly facts: Readonly<Record<string, number>>;

  constructor(reason: CopyRefusal, facts: Readonly<Record<string, number>> = {}, cause?: unknown) {
    super(`copy refused: ${reason}`, cause === undefined ? undefined : { cause });
    this.name = 'CopyRefused';
    this.reason = reason;
    this.facts = facts;
  }
}
