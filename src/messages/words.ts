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

/** All words of one language: from facts to sentences. Pure; the same facts give the same words on every machine. */
export interface Words {
  readonly language: Language;
  rule(id: string): RuleWords;
  /** One finding as one or two short sentences that name the client-month or the column and value, and hours as `6:30 uur`. No control characters. */
  message(finding: Pick<RunFinding, 'rule' | 'data' | 'client' | 'month' | 'places'>): string;
  notChecked(entry: NotChecked): string;
  notice(notice: Notice): string;
  verdict(verdict: Verdict): string;
  lineVerdict(verdict: LineVerdict): string;
  severity(severity: Severity): string;
  /** `1.234` in Dutch. */
  number(value: number): string;
  /** `€ 1.234,50` in Dutch. */
  euros(cents: number): string;
  /** `6:30 uur` in Dutch. */
  hours(minutes: number): string;
  /** `31-03-2026` in Dutch, from ISO text. */
  date(iso: string): string;
  /** `maart 2026` in Dutch, from `jjjj-mm`. */
  month(text: string): string;
}
