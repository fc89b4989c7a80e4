import type { ByteSource } from '../../domain/byte-source.ts';
import type { RunOutcome } from './run-outcome.ts';

/** A file that was dropped on the page. It lives in memory and nowhere else. */
export interface DroppedFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: ByteSource;
}

/** What one tab of the browser works with. */
export interface Desk {
  readonly files: Map<string, DroppedFile>;
  /** Bytes of files that are here or on their way. */
  held: number;
  /** The check that runs, or null. */
  running: AbortController | null;
  /** What the last check gave; an earlier one is forgotten. */
  outcome: RunOutcome | null;
}

/** The desks of all tabs; the one longest unused goes when there are more than `most`. */
export interface Desks {
  open(id: string): Desk;
  find(id: string): Desk | null;
  close(id: string): void;
  /** Bytes held by all desks. */
  held(): number;
}

/** Desks in memory. */
export function desks(most: number): Desks {
  const all = new Map<string, Desk>();
  const close = (id: string) => {
    all.get(id)?.running?.abort();
    all.delete(id);
  };
  return {
    open(id) {
      const desk: Desk = { files: new Map(), held: 0, running: null, outcome: null };
      all.set(id, desk);
      for (const oldest of all.keys()) {
        if (all.size <= most) break;
        close(oldest);
      }
      return desk;
    },
    find(id) {
      const desk = all.get(id);
      if (desk === undefined) return null;
      // The order of a Map is that of use: what is used goes to the end.
      all.delete(id);
      all.set(id, desk);
      return desk;
    },
    close,
    held: () => [...all.values()].reduce((sum, { held }) => sum + held, 0),
  };
}
