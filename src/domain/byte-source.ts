/** The bytes of one file, wherever they come from. The shell makes it; readers never touch disk. */
export interface ByteSource {
  /** In bytes. */
  readonly size: number;
  /** All bytes from the start, in chunks of any size, each good until the next is asked for. May be called more than once. */
  chunks(): AsyncIterable<Uint8Array>;
  /** The bytes from `offset`, at most `length` of them; fewer only at the end. */
  read(offset: number, length: number): Promise<Uint8Array>;
  /**
   * SHA-256 of all bytes, where that is told beside the reading of them; null when it cannot be told after all. For a file too large to be
   * hashed by who reads it: `isChanged` says that both saw the same.
   */
  sha256?(): Promise<string | null>;
  /** Whether what lies there is another than when it was opened; absent for bytes that cannot change. */
  isChanged?(): Promise<boolean>;
}
