/** What the judge expects of a run: plain JSON, every list sorted, places as `file:row` or `file#sheet:row`. */

export type Severity = 'error' | 'warning' | 'info';

/** A finding of a domain rule: one per rule, client and month (per cap for the cap rules). */
export interface ExpectedFinding {
  readonly rule: string;
  readonly severity: Severity;
  /** The clientnummer (the first in order when there are several), or `p-` for a client of whom only the BSN is known. */
  readonly client: string;
  /** jjjj-mm. */
  readonly month: string;
  readonly places: readonly string[];
  /** The contract leaves open which lines this rule lists: compare rule, client and month only. */
  readonly placesAreOpen: boolean;
  /** Only for `monthly-cap-exceeded`: the minutes over the cap. */
  readonly excessMinutes: number | null;
}

/** A finding of an intake or register rule: one per row, rule and column, so the same pair may stand here twice. */
export interface ExpectedFault {
  readonly rule: string;
  readonly severity: Severity;
  readonly place: string;
}

/** A finding that concerns a client as a whole: a conflict of keys, leveringsvormen that overlap. Which rows it lists is left open. */
export interface ExpectedClientFault {
  readonly rule: string;
  readonly severity: Severity;
  readonly client: string;
}

export type ExpectedVerdict = 'approved' | 'rejected' | 'undecided';

export interface ExpectedLine {
  readonly place: string;
  readonly code: string;
  readonly minutes: number;
  readonly credit: boolean;
  readonly verdict: ExpectedVerdict;
  /** All minutes of a line that is not rejected, what fits of a line over the cap, else 0. */
  readonly allowedMinutes: number;
  /** Its excess over the cap; 0 for a line that is rejected for another reason. */
  readonly rejectedMinutes: number;
}

/** Every client-month with a line that could be read, with or without findings. */
export interface ExpectedMonth {
  readonly client: string;
  readonly month: string;
  readonly declared: number;
  readonly credited: number;
  readonly net: number;
  readonly eligible: number;
  /** Whether a domain finding concerns it. */
  readonly hasFinding: boolean;
  readonly lines: readonly ExpectedLine[];
}

export interface Expected {
  readonly verdict: 'approved' | 'rejected' | 'incomplete';
  /** `technology = approved + rejected + undecided`; `total = technology + ignored + unreadableRows`. Blank rows are not counted. */
  readonly lines: {
    readonly total: number;
    readonly technology: number;
    readonly approved: number;
    readonly rejected: number;
    readonly undecided: number;
    readonly ignored: number;
  };
  /** Rows without a code: not known to be a technology line or not. */
  readonly unreadableRows: number;
  readonly clientMonths: { readonly total: number; readonly withinCap: number; readonly overCap: number };
  readonly minutes: {
    readonly declared: number;
    readonly credited: number;
    readonly net: number;
    readonly eligible: number;
    readonly rejected: number;
  };
  readonly findings: readonly ExpectedFinding[];
  readonly faults: readonly ExpectedFault[];
  readonly clientFaults: readonly ExpectedClientFault[];
  /** Places of all rejected technology lines, those that could not be read included. */
  readonly rejected: readonly string[];
  readonly undecided: readonly string[];
  /** Rules that need a register that was not given. */
  readonly notChecked: readonly string[];
  readonly months: readonly ExpectedMonth[];
  readonly ignoredCodes: Readonly<Record<string, number>>;
}
