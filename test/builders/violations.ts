import type { z } from 'zod';
import type { Balance } from '../../src/domain/balance.ts';
import type { ClaimLine } from '../../src/domain/claim-line.ts';
import { lastDayOf } from '../../src/domain/month.ts';
import { policyOf } from '../../src/domain/policy.ts';
import type { Context, Rule, Violation } from '../../src/domain/rule.ts';
import { monthOfLines } from './claim-line.ts';
import { month } from './days.ts';
import { SHIPPED } from './policies.ts';
import { type RegisterFacts, register } from './register.ts';

/** What a test says of the surroundings; without it nothing is known of the client and every register was given. */
export interface Surroundings extends Partial<Omit<Context, 'register' | 'mainMonth' | 'balances'>> {
  readonly register?: RegisterFacts;
  /** `jjjj-mm`. */
  readonly mainMonth?: string;
  readonly balances?: readonly Balance[];
}

/** What a rule finds in a client-month; fails when its facts have another shape than the rule declares. */
export function violationsOf<D extends z.ZodRawShape, L extends z.ZodRawShape>(
  rule: Rule<D, L>,
  lines: readonly ClaimLine[],
  surroundings: Surroundings = {},
): Violation<z.infer<z.ZodObject<D>>, z.infer<z.ZodObject<L>>>[] {
  const clientMonth = monthOfLines(lines);
  const violations = [...rule.check(clientMonth, contextOf(clientMonth.month, surroundings))];
  for (const violation of violations) {
    rule.data().parse(violation.data);
    for (const { data } of violation.lines) rule.line().parse(data);
  }
  return violations;
}

/** The lines a rule finds fault with. */
export function linesFound<D extends z.ZodRawShape, L extends z.ZodRawShape>(
  rule: Rule<D, L>,
  lines: readonly ClaimLine[],
  surroundings: Surroundings = {},
): ClaimLine[] {
  return violationsOf(rule, lines, surroundings).flatMap((violation) => violation.lines.map((found) => found.line));
}

/** What a rule says of the lines it finds fault with. */
export function lineFactsFound<D extends z.ZodRawShape, L extends z.ZodRawShape>(
  rule: Rule<D, L>,
  lines: readonly ClaimLine[],
  surroundings: Surroundings = {},
): z.infer<z.ZodObject<L>>[] {
  return violationsOf(rule, lines, surroundings).flatMap((violation) => violation.lines.map((found) => found.data));
}

function contextOf(careMonth: ClaimLine['month'], { register: known = {}, mainMonth, ...rest }: Surroundings): Context {
  const policy = policyOf(SHIPPED, careMonth);
  if (policy === null) throw new RangeError('rules are not asked about months without a policy');
  return {
    policy,
    register: register(known),
    given: new Set(['deliveryForms', 'indications', 'clients']),
    mainMonth: mainMonth === undefined ? careMonth : month(mainMonth),
    asOf: lastDayOf(careMonth),
    monthIsBooked: false,
    booked: [],
    inputNames: ['declaraties.csv', 'leveringsvormen.csv'],
    balances: [],
    ...rest,
  };
}
