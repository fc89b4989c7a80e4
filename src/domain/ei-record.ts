/** How a record of an EI message ended; CR LF is how it should. */
export type EiLineEnd = 'crlf' | 'lf' | 'cr' | 'none';

/** One record of an EI message with fixed positions (AW319), as a reader yields it: position `n` is character `n − 1` of the text. */
export interface EiRecord {
  /** The line of the file it stands on, counted from 1; empty lines count. */
  readonly row: number;
  /** One character per byte (Windows-1252), without the line end, a byte order mark or the end-of-file mark of DOS. */
  readonly text: string;
  /** Bytes of the record in the file; more than the text has when the record is longer than any record may be. */
  readonly bytes: number;
  readonly lineEnd: EiLineEnd;
  /** Characters of the record read as UTF-8, when it holds characters of more than one byte; else null. */
  readonly utf8Characters: number | null;
  /** What stood around the record in the file and was taken away. */
  readonly marks?: readonly EiMark[];
}

/** Marks that some programs put before the first or behind the last record. */
export type EiMark = 'byte-order-mark' | 'end-of-file-mark';
