/** What a reader takes at most. A file beyond a limit is refused with a message that names the limit, the value met and how to raise it. */
export interface Limits {
  /** Characters in one row of a CSV. */
  readonly rowLength: number;
  /** Columns in one row. */
  readonly columns: number;
  /** Bytes of one zip entry after inflating. */
  readonly entryBytes: number;
  /** Bytes of all zip entries of a workbook after inflating. */
  readonly totalBytes: number;
  /** Characters of all shared strings of a workbook. */
  readonly sharedStringCharacters: number;
  /** Cells in one worksheet. */
  readonly cells: number;
  readonly sheets: number;
}

export const DEFAULT_LIMITS: Limits = {
  rowLength: 1_000_000,
  columns: 16_384,
  entryBytes: 4_000_000_000,
  totalBytes: 8_000_000_000,
  sharedStringCharacters: 200_000_000,
  cells: 200_000_000,
  sheets: 255,
};
