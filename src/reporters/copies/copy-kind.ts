import type { RowNote } from './row-note.ts';

/** The whole input with what a run says of it, or one of the two halves it is cut in. */
export type CopyKind = 'annotated' | 'approved' | 'rejected';

/**
 * Whether a data row belongs in a copy. Rows of other codes go with the approved ones: they may be sent as they are.
 * What is rejected, unreadable, undecided or held back goes to the other half, so that every row is in exactly one.
 */
export function belongsIn(kind: CopyKind, { verdict, isHeldBack }: Pick<RowNote, 'verdict' | 'isHeldBack'>): boolean {
  if (kind === 'annotated') return true;
  const maySend = (verdict === 'ignored' || verdict === 'approved') && !isHeldBack;
  return maySend === (kind === 'approved');
}
