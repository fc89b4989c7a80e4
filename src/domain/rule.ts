import type * as z from 'zod';
import type { Balance } from './balance.ts';
import type { ClaimLine } from './claim-line.ts';
import type { ClientMonth } from './client-month.ts';
import type { Day } from './day.ts';
import type { Severity } from './finding.ts';
import type { BookedLine } from './ledger.ts';
import type { Month } from './month.ts';
import type { CodeTerms, Policy } from './policy.ts';
import type { ClientRegister, RegisterRole } from './register.ts';

/** Everything a rule may know besides its month. Data only. */
export interface Context {
  /** The policy of the month. */
  readonly policy: Policy;
  readonly register: ClientRegister;
  /** Registers that were given at all. */
  readonly given: ReadonlySet<RegisterRole>;
  /** The care month most technology lines of the delivery belong to. */
  readonly mainMonth: Month;
  /** The day "today" means. */
  readonly asOf: Day;
  /** Whether the store holds booked lines of this month, of any client: then an unknown debit is an error. */
  readonly monthIsBooked: boolean;
  /** Lines booked earlier for this client and month. */
  readonly booked: readonly BookedLine[];
  /** Names of the inputs, by the number a place has. */
  readonly inputNames: readonly string[];
  /** The month held against every cap; empty while the line rules run. */
  readonly balances: readonly Balance[];
}

/** What every rule, intake or domain, tells the catalogue about itself. */
export interface RuleFacts {
  /** Permanent; a retired id is never used again. */
  readonly id: string;
  readonly severity: Severity;
  /** The return code (COD954) a payer would probably send; null when there is none. A forecast, never a promise. */
  readonly expectedReturnCode: string | null;
  /** The law, rule or format this rests on, in Dutch, as the sources name themselves. */
  readonly sources: readonly string[];
}

/** What a check yields: one thing wrong in a client-month, the lines it concerns and what there is to say of each. */
export interface Violation<D = unknown, L = unknown> {
  readonly data: D;
  readonly lines: readonly { readonly line: ClaimLine; readonly data: L }[];
  /** Other than the rule's own: only for rules whose severity depends on what is known. */
  readonly severity?: Severity;
}

/**
 * A domain rule: one literal in one file, without state and without message text.
 * The finding's `data` is the violation's `data` with `lines`, in the order of the finding's places.
 */
export interface Rule<D extends z.ZodRawShape = z.ZodRawShape, L extends z.ZodRawShape = z.ZodRawShape>
  extends RuleFacts {
  /** Registers without which the rule cannot be checked. */
  readonly needs: readonly RegisterRole[];
  /** Which lines stay undecided when a needed register was not given. Absent when `needs` is empty. */
  readonly concerns?: (line: ClaimLine, terms: CodeTerms) => boolean;
  /** What it finds is that a register has no such period: a row that could not be read may be the one that is missing. */
  readonly findsAbsence?: true;
  /** The shape of the facts of the client-month; made when asked for, since judging never asks. */
  readonly data: () => z.ZodObject<D>;
  /** The shape of the facts of each line. */
  readonly line: () => z.ZodObject<L>;
  /** Yields at most one violation per client-month (per cap for the cap rules). */
  check(month: ClientMonth, context: Context): Iterable<Violation<z.infer<z.ZodObject<D>>, z.infer<z.ZodObject<L>>>>;
}

/** Keeps the literal types of a rule's id and shapes. */
export function defineRule<const Id extends string, D extends z.ZodRawShape, L extends z.ZodRawShape>(
  rule: Rule<D, L> & { readonly id: Id },
): Rule<D, L> & { readonly id: Id } {
  return rule;
}

/** The facts a rule's message is made of. */
export type DataOf<R> = R extends Rule<infer D, infer L> ? Known<D> & { readonly lines: readonly Known<L>[] } : never;

/** The fields of a shape and no others: zod takes an object without fields for one with any field. */
type Known<S extends z.ZodRawShape> = { readonly [Field in keyof S]: z.infer<S[Field]> };

/** An intake rule: its facts and the shape of its data. It has no check of its own; parsing finds it. */
export interface IntakeRule<D extends z.ZodRawShape = z.ZodRawShape> extends RuleFacts {
  /** Made when asked for, since reading never asks. */
  readonly data: () => z.ZodObject<D>;
}

/** Keeps the literal types of an intake rule. */
export function defineIntakeRule<const Id extends string, D extends z.ZodRawShape>(
  rule: IntakeRule<D> & { readonly id: Id },
): IntakeRule<D> & { readonly id: Id } {
  return rule;
}
