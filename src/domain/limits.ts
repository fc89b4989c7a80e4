/**
 * What a run takes at most. Beyond a limit of reading a file is refused with a message that names the limit, the value met and how to raise it:
 * `limits` in tzt.config.json, by these names.
 */
export interface Limits {
  /** Bytes of one file as it lies on the disk. */
  readonly fileBytes: number;
  /** Bytes of standard input, which is kept in memory. */
  readonly standardInputBytes: number;
  /** Seconds of reading, of all files together. */
  readonly seconds: number;
  /** Characters in one row of a CSV. */
  readonly rowLength: number;
  /** Columns in one row. */
  readonly columns: number;
  /** Rows of one table that do not stand under its header: with more it is no table, and reading it to its end tells nobody more. */
  readonly raggedRows: number;
  /** Bytes of one zip entry after inflating. */
  readonly entryBytes: number;
  /** Bytes of all zip entries of a workbook after inflating. */
  readonly totalBytes: number;
  /** How many times its packed size an entry may become, once it is larger than 100 MB. */
  readonly inflation: number;
  /** Characters of all shared strings of a workbook. */
  readonly sharedStringCharacters: number;
  /** Cells in one worksheet, gaps between them included: a million rows of ninety-five. Cells that are spelt out meet `entryBytes` before. */
  readonly cells: number;
  readonly sheets: number;
  /** Findings of one rule that are kept and shown; those beyond are counted. */
  readonly findings: number;
  /** Different codes of other care that are listed; those beyond are counted together. */
  readonly codes: number;
  /** Technology lines of one client in one month: more than its minutes can hold is no client. */
  readonly monthLines: number;
}

/** Wide enough for a national month, tight enough for a heap of 512 MB. */
export const DEFAULT_LIMITS: Limits = {
  fileBytes: 16_000_000_000,
  standardInputBytes: 1_000_000_000,
  seconds: 3600,
  rowLength: 1_000_000,
  columns: 16_384,
  raggedRows: 1_000_000,
  entryBytes: 2_000_000_000,
  totalBytes: 4_000_000_000,
  inflation: 250,
  sharedStringCharacters: 200_000_000,
  cells: 100_000_000,
  sheets: 255,
  findings: 20_000,
  codes: 10_000,
  monthLines: 50_000,
};
