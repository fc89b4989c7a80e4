/** The bytes of one file, wherever they come from. The shell makes it; readers never touch disk. */
export interface ByteSource {
  /** In bytes. */
  readonly size: number;
  /** All bytes from the start, in chunks of any size. May be called more than once. */
  chunks(): AsyncIterable<Uint8Array>;
  /** The bytes from `offset`, at most `length` of them; fewer only at the end. */
  read(offset: number, length: number): Promise<Uint8Array>;
  /** Whether what lies there is another than when it was opened; absent for bytes that cannot change. */
  isChanged?(): Promise<boolean>;
}
