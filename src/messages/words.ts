import type { Severity } from '../domain/finding.ts';
import type { Language, LineVerdict, NotChecked, RunFinding, Verdict } from '../domain/run.ts';
import type { Notice } from '../domain/table.ts';

/** What a rule is called and why it matters, in one language. */
export interface RuleWords {
  /** A few words, no full stop: `Meer dan 6,5 uur in een maand`. */
  readonly title: string;
  /** Two to four sentences for a biller: what the rule protects and what happens otherwise. */
  readonly why: string;
  /** What to do, step by step, in one or a few sentences. */
  readonly remedy: string;
}

/** Facts that are not typed by a rule: what an error or a notice carries. Words must make sense without any of them. */
export type LooseFacts = Readonly<Record<string, string | number>>;

/** What can be wrong with the store: the kinds of its StoreError. */
export type StoreProblemKind =
  | 'cannot-open'
  | 'driver-missing'
  | 'not-a-store'
  | 'newer-version'
  | 'wrong-key'
  | 'corrupt'
  | 'read-only'
  | 'busy'
  | 'full'
  | 'disk-error'
  | 'duplicate-run';

/** All words of one language: from facts to sentences. Pure; the same facts give the same words on every machine. */
export interface Words {
  readonly language: Language;
  /** RangeError for an id that no rule has (our bug). */
  rule(id: string): RuleWords;
  /**
   * One finding as a few short sentences that name the client-month or the column and value, and hours as `6:30 uur`.
   * No control characters. RangeError for an id that no rule has (our bug).
   */
  message(finding: Pick<RunFinding, 'rule' | 'data' | 'client' | 'month' | 'places'>): string;
  notChecked(entry: NotChecked): string;
  notice(notice: Notice): string;
  /** What is wrong with the store and what to do. `path` may be among the facts. */
  storeError(kind: StoreProblemKind, data: LooseFacts): string;
  verdict(verdict: Verdict): string;
  lineVerdict(verdict: LineVerdict): string;
  severity(severity: Severity): string;
  /** `verwachte retourcode 0584 (aantal of tijd boven het maximum)` in Dutch: a forecast, never a promise. Codes of COD954. */
  expectedReturnCode(code: string): string;
  /** `1.234` in Dutch. */
  number(value: number): string;
  /** `€ 1.234,50` in Dutch. */
  euros(cents: number): string;
  /** `6:30 uur` in Dutch. */
  hours(minutes: number): string;
  /** `31-03-2026` in Dutch, from ISO text (a time behind it is left out); any other text comes back as it is. */
  date(iso: string): string;
  /** `maart 2026` in Dutch, from `jjjj-mm`; any other text comes back as it is. */
  month(text: string): string;
}
