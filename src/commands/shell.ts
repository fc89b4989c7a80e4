import type { Readable, Writable } from 'node:stream';

/** What commands may know of the process they run in. cli.ts makes it; tests make another. */
export interface Shell {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable;
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly signal?: AbortSignal;
}

/** Exit codes of the contract, section 2. */
export type ExitCode = 0 | 1 | 2 | 3 | 4;
