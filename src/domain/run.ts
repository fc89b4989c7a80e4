/**
 * The result of a run as plain data: everything a report needs, now or later, and no words.
 * Days and months are ISO text here; minutes and cents whole numbers. report.json is this plus messages.
 */
import type { JsonObject, Severity } from './finding.ts';
import type { FindingsBeyond } from './finding-list.ts';
import type { Role } from './role.ts';
import type { Notice, SourceFormat } from './table.ts';

/** The judgement of a run: `incomplete` when something could not be read or checked. */
export type Verdict = 'approved' | 'rejected' | 'incomplete';
/** The judgement of a line: `undecided` when a rule could not be checked, `ignored` when it is no technology line. */
export type LineVerdict = 'approved' | 'rejected' | 'undecided' | 'ignored';
export type Language = 'nl' | 'en';

/** One file, or one worksheet of one. */
export interface RunInput {
  readonly name: string;
  readonly sheet: string | null;
  readonly role: Role | null;
  readonly format: SourceFormat | null;
  readonly sha256: string;
  readonly bytes: number;
  /** Data rows, faulty ones included, blank ones and the header not. */
  readonly rows: number;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly decimal: ',' | '.' | null;
  /** Field name → heading as the file has it. */
  readonly columns: Readonly<Record<string, string>>;
  /** Headings no field was recognised for; they are passed through. */
  readonly unknownColumns: readonly string[];
  /** Row number of the header; null when none was found. */
  readonly headerRow: number | null;
  readonly notices: readonly Notice[];
  /** Not in report.json. A test message: its lines are judged and may never be booked. */
  readonly test?: true;
  /** Not in report.json. A message is an invoice: its number, and the AGB code of whom it is paid to. */
  readonly invoice?: { readonly number: string; readonly payee: string };
  /** Not in report.json. The file was packed, and what came out of it was read. */
  readonly packed?: 'gzip' | 'zip';
}

export interface RunPolicy {
  readonly id: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly caps: readonly { readonly codes: readonly string[]; readonly minutes: number }[];
  readonly sources: readonly string[];
  readonly lastConfirmed: string | null;
  readonly sha256: string;
}

export interface LineCounts {
  readonly total: number;
  readonly technology: number;
  readonly approved: number;
  readonly rejected: number;
  readonly undecided: number;
  readonly ignored: number;
}

export interface MinuteCounts {
  /** Debit minutes. */
  readonly declared: number;
  /** Credit minutes, without sign. */
  readonly credited: number;
  /** `declared − credited`. */
  readonly net: number;
  /** What counts towards the caps: see section 4 of the contract. */
  readonly eligible: number;
  readonly booked: number;
}

export interface RunSummary {
  readonly lines: LineCounts;
  readonly clientMonths: { readonly total: number; readonly withinCap: number; readonly overCap: number };
  /** `rejected`: minutes of rejected debit lines that may not be billed (the whole line, or the part over the cap). */
  readonly minutes: MinuteCounts & { readonly rejected: number };
  /** Debit lines and rejected debit lines; null when the export has no amounts. */
  readonly amountCents: { readonly declared: number; readonly rejected: number } | null;
  readonly months: readonly {
    readonly month: string;
    readonly clients: number;
    /** Net minutes. */
    readonly minutes: number;
    readonly byCode: Readonly<Record<string, number>>;
  }[];
  readonly findings: {
    readonly error: number;
    readonly warning: number;
    readonly info: number;
    readonly byRule: Readonly<Record<string, number>>;
  };
}

export type NotCheckedReason =
  | 'no-delivery-forms'
  | 'no-indications'
  | 'no-clients'
  | 'unreadable-register-row'
  | 'unreadable-register-client'
  | 'no-policy'
  | 'no-claims'
  | 'no-store'
  | 'other-month';

/** A rule that could not be checked, and how many lines stay undecided for it. */
export interface NotChecked {
  readonly rule: string;
  readonly reason: NotCheckedReason;
  readonly lines: number;
}

export interface RunPlace {
  readonly input: string;
  readonly sheet: string | null;
  readonly row: number;
  readonly column: string | null;
  readonly cell: string | null;
  readonly reference: string | null;
}

/** One thing wrong, with the places it concerns; words are made of its `data` by a report. */
export interface RunFinding {
  readonly fingerprint: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly status: 'new' | 'known';
  readonly client: string | null;
  readonly month: string | null;
  readonly data: JsonObject;
  readonly places: readonly RunPlace[];
  readonly expectedReturnCode: string | null;
  readonly waiver: null | { readonly reason: string; readonly owner: string; readonly until: string };
}

export interface RunClientMonthLine {
  readonly input: string;
  readonly sheet: string | null;
  readonly row: number;
  readonly reference: string | null;
  readonly code: string;
  /** Without sign. */
  readonly minutes: number;
  readonly credit: boolean;
  readonly first: string;
  readonly last: string;
  readonly insurer: string | null;
  readonly provider: string | null;
  readonly amountCents: number | null;
  readonly verdict: LineVerdict;
  /** What would fit under the cap; 0 when another rule rejects the line, all of its minutes when it is not rejected. */
  readonly allowedMinutes: number;
}

/** One client-month with a finding. */
export interface RunClientMonth {
  readonly client: string;
  readonly month: string;
  /** The cap exceeded, else the first cap of the policy that concerns its codes; null without policy. */
  readonly capMinutes: number | null;
  readonly minutes: MinuteCounts;
  /** Net minutes. */
  readonly byCode: Readonly<Record<string, number>>;
  readonly lines: readonly RunClientMonthLine[];
}

/** How the minutes of client-months lie around one cap of the law. */
export interface MinuteDistribution {
  readonly capMinutes: number;
  /** Width of a class in minutes. */
  readonly step: number;
  /** Client-months per class of eligible minutes: class `i` holds more than `i × step` and at most `(i + 1) × step`; the first holds 0 and less too. */
  readonly counts: readonly number[];
  /** The last class holds everything beyond as well. */
  readonly open: boolean;
}

/** The shape of a delivery over all its client-months, those without a finding included. Minutes are net. */
export interface RunOverview {
  /** One per cap that concerns a client-month; the highest cap first. */
  readonly distributions: readonly MinuteDistribution[];
  readonly codes: readonly { readonly code: string; readonly clients: number; readonly minutes: number }[];
  /** `insurer` is null for lines without a valid UZOVI number. */
  readonly insurers: readonly {
    readonly insurer: string | null;
    readonly clients: number;
    readonly minutes: number;
    readonly byCode: Readonly<Record<string, number>>;
  }[];
}

/** A finding of another run, as far as a comparison needs it. */
export type BaselineFinding = Pick<RunFinding, 'fingerprint' | 'rule' | 'severity' | 'client' | 'month'>;

/**
 * Why a finding is in one run and not in the other, or says something else. `data`: the lines of the client-month, the row or the
 * registers are others · `rules`: these are the same, or judged by the other rules they say so too · `both`: each did its part ·
 * `circumstances`: neither changed, so it is what was booked, the settings or the day · `unknown`: not to be told.
 */
export type ChangeCause = 'data' | 'rules' | 'both' | 'circumstances' | 'unknown';
export const CHANGE_CAUSES: readonly ChangeCause[] = ['data', 'rules', 'both', 'circumstances', 'unknown'];

/** Whether the lines of the older run were judged once more, by the rules of the newer: what tells changed rules from changed data. */
export type JudgedAgain = 'yes' | 'not-needed' | 'report-file' | 'other-program' | 'removed';

/** The run or file that findings were compared with, and how many of its findings are gone now. */
export interface RunBaseline {
  readonly name: string;
  readonly solved: number;
  /** Those that are gone, in the order the other run had them. */
  readonly solvedFindings?: readonly BaselineFinding[];
  /** Why findings changed, by fingerprint: of those that are new, gone, or say something else. Absent when nothing is known of it. */
  readonly causes?: Readonly<Record<string, ChangeCause>>;
  readonly judgedAgain?: JudgedAgain;
}

/** The result of a run as plain data; days and months are ISO text, minutes and cents whole numbers. */
export interface RunResult {
  readonly tool: { readonly name: string; readonly version: string };
  readonly run: {
    readonly id: string;
    /** ISO 8601 in UTC. */
    readonly startedAt: string;
    readonly asOf: string;
    readonly verdict: Verdict;
    readonly exitCode: number;
  };
  readonly inputs: readonly RunInput[];
  readonly policies: readonly RunPolicy[];
  readonly summary: RunSummary;
  /** Not in report.json. Absent in a remembered run of a version that did not keep it. */
  readonly overview?: RunOverview;
  /** Not in report.json. Absent when there was nothing to compare with. */
  readonly baseline?: RunBaseline;
  /** Not in report.json. Approved credits that stay behind, since the debit they take back is not approved; absent when there are none. */
  readonly creditsLeft?: number;
  /** Codes that are no technology, with how many lines each; most lines first. */
  readonly ignoredCodes: readonly { readonly code: string; readonly lines: number }[];
  /** Claim rows of which it could not be known whether they are technology lines. */
  readonly unreadableRows: number;
  readonly notChecked: readonly NotChecked[];
  /** Core rules whose severity the configuration lowers, with the reason given. */
  readonly weakened: readonly { readonly rule: string; readonly severity: Severity | 'off'; readonly reason: string }[];
  readonly findings: readonly RunFinding[];
  /** Not in report.json, whose summary counts them too. Findings beyond the limit; absent when there are none. */
  readonly findingsBeyond?: readonly FindingsBeyond[];
  readonly clientMonths: readonly RunClientMonth[];
  readonly notices: readonly Notice[];
}
