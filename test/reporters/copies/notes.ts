import type { RowNote } from '../../../src/reporters/copies/row-note.ts';

/** A note of an approved row; a test names what matters. */
export function note(more: Partial<RowNote> = {}): RowNote {
  return {
    verdict: 'approved',
    isHeldBack: false,
    verdictText: 'akkoord',
    allowedMinutes: 60,
    rules: [],
    message: '',
    ...more,
  };
}
