import type { ByteSource } from '../domain/byte-source.ts';
import type { Day } from '../domain/day.ts';
import type { Limits } from '../domain/limits.ts';
import type { Role } from '../domain/role.ts';
import type { ColumnNames } from '../parse/columns.ts';

/** One file of a delivery: its name as reports show it, and its bytes. */
export interface NamedSource {
  readonly name: string;
  readonly bytes: ByteSource;
  /** Given by the user; else recognised by the columns. */
  readonly role?: Role;
}

/** How files are read. What is absent is recognised. */
export interface ReadSettings {
  /** Columns for a file, by its name: the shipped ones with what the configuration adds. */
  readonly columnsFor: (name: string) => ColumnNames;
  readonly delimiter?: string;
  /** As the user named it; already known to exist. */
  readonly encoding?: string;
  readonly decimal?: ',' | '.';
  /** Only the worksheet of this name. */
  readonly sheet?: string;
  readonly limits: Limits;
  readonly asOf: Day;
  /** Every code that some policy knows. */
  readonly technology: ReadonlySet<string>;
  /** Told while reading: bytes of the file that were read. */
  readonly progress?: (name: string, bytes: number, size: number) => void;
  readonly signal?: AbortSignal;
  /** Seconds since the reading began, for the limit of that name; without it there is none. */
  readonly elapsed?: () => number;
}
