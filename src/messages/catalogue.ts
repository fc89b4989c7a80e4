import type { Severity } from '../domain/finding.ts';
import type { DataOf } from '../domain/rule.ts';
import type { LineVerdict, NotCheckedReason, RunFinding, Verdict } from '../domain/run.ts';
import type { Notice } from '../domain/table.ts';
import type { EiRuleId } from '../parse/ei-rules.ts';
import type { IntakeData, IntakeRuleId } from '../parse/intake-rules.ts';
import type { CAP_RULES, LINE_RULES } from '../rules/index.ts';
import type { WaiverData, WaiverRuleId } from '../rules/waiver-rules.ts';
import type { Forms } from './forms.ts';
import type { LooseFacts, RuleWords, StoreProblemKind } from './words.ts';

type DomainRule = (typeof LINE_RULES)[number] | (typeof CAP_RULES)[number];

/** What a message may know besides the data of its rule. */
export type About = Pick<RunFinding, 'client' | 'month' | 'places'>;

/** Everything one language has to say of one rule. */
export interface RuleEntry<D> extends RuleWords {
  message(data: D, about: About): string;
}

/** One entry for every rule: an id without words, or words for a field that a rule does not give, do not compile. */
export type RuleCatalogue = {
  readonly [Id in DomainRule['id']]: RuleEntry<DataOf<Extract<DomainRule, { readonly id: Id }>>>;
} & { readonly [Id in IntakeRuleId]: RuleEntry<IntakeData<Id>> } & {
  readonly [Id in WaiverRuleId]: RuleEntry<WaiverData<Id>>;
};

/** Rules about the sum of a month. */
export type CapRuleId = (typeof CAP_RULES)[number]['id'];

/** Rules about what a client must have, and when, for a line to be billed. */
export type EntitlementRuleId =
  | 'line-spans-months'
  | 'code-not-in-force'
  | 'vpt-client'
  | 'zvw-without-indication'
  | 'zvw-under-wlz'
  | 'wlz-without-mpt'
  | 'wlz-dtv-or-vkb'
  | 'law-mismatch'
  | 'after-death'
  | 'both-laws-in-month';

/** Rules about credits and lines that stand twice. */
export type CorrectionRuleId =
  | 'duplicate-reference'
  | 'duplicate-line'
  | 'credit-without-debit'
  | 'debit-credited-twice'
  | 'credit-beside-its-debit'
  | 'credit-exceeds-debit';

/** The other rules about lines. */
export type LineRuleId = Exclude<DomainRule['id'], CapRuleId | EntitlementRuleId | CorrectionRuleId>;

/** Rules about a file as a whole, or the shape of its rows. */
export type FileRuleId =
  | 'unreadable-file'
  | 'unknown-role'
  | 'missing-column'
  | 'duplicate-column'
  | 'ragged-row'
  | 'assumed-encoding'
  | 'empty-row';

/** Rules about the clients a row names, and the registers. */
export type ClientRuleId =
  | 'invalid-bsn'
  | 'dummy-bsn'
  | 'padded-bsn'
  | 'invalid-agb'
  | 'invalid-uzovi'
  | 'client-key-conflict'
  | 'period-reversed'
  | 'overlapping-delivery-forms'
  | 'delivery-form-before-its-time'
  | 'unknown-delivery-form'
  | 'unknown-indication';

/** The other rules about the cells of a row. */
export type CellRuleId = Exclude<IntakeRuleId, FileRuleId | ClientRuleId | EiRuleId>;

/** The words of some rules: one file of a language. */
export type RuleWordsOf<Id extends keyof RuleCatalogue> = Pick<RuleCatalogue, Id>;

/** A language in full, as words-for.ts puts it together. */
export interface Catalogue {
  readonly forms: Forms;
  readonly rules: RuleCatalogue;
  readonly notChecked: Readonly<Record<NotCheckedReason, (lines: number, title: string | null) => string>>;
  readonly notices: Readonly<Record<Notice['id'], (facts: LooseFacts) => string>>;
  readonly storeErrors: Readonly<Record<StoreProblemKind, (facts: LooseFacts) => string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly lineVerdicts: Readonly<Record<LineVerdict, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  expectedReturnCode(code: string): string;
}
