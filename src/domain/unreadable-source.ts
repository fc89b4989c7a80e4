/** Why a source could not be read at all. The message catalogue says for each what it means and what to do. */
export const UNREADABLE_REASONS = [
  'empty-file',
  'read-error',
  'changed-while-reading',
  'not-text',
  'unsupported-encoding',
  'legacy-xls',
  'open-document',
  'encrypted-workbook',
  'not-a-workbook',
  'damaged-zip',
  'damaged-workbook',
  'doctype-in-xml',
  'no-sheets',
  'pdf',
  'gzip',
  'zip-archive',
  'xml-message',
  'ei-message',
  'limit-exceeded',
] as const;
export type UnreadableReason = (typeof UNREADABLE_REASONS)[number];

/** Thrown by a reader when a source cannot be read, or not any further. Becomes the finding `unreadable-file`. */
export class UnreadableSource extends Error {
  readonly reason: UnreadableReason;
  /** Facts for the message: `limit`, `value`, `maximum` for a limit; `detail` in a technical word; `row` when rows before it were read. No cell content. */
  readonly data: Readonly<Record<string, string | number>>;

  constructor(reason: UnreadableReason, data: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(`unreadable source: ${reason}`, cause === undefined ? undefined : { cause });
    this.name = 'UnreadableSource';
    this.reason = reason;
    this.data = data;
  }
}
