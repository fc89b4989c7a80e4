import type { ClaimLine } from '../domain/claim-line.ts';
import type { ClientMonth } from '../domain/client-month.ts';
import { overlaps, type Period } from '../domain/period.ts';
import type { Place } from '../domain/place.ts';
import type { Policy } from '../domain/policy.ts';
import type { ClientRegister, RegisterRole } from '../domain/register.ts';
import type { Rule } from '../domain/rule.ts';
import type { NotCheckedReason } from '../domain/run.ts';

/** Why lines stay undecided: rule, reason and the lines. */
export interface UndecidedLines {
  readonly rule: string;
  readonly reason: NotCheckedReason;
  readonly lines: readonly ClaimLine[];
}

const NOWHERE: Place = { input: -1, row: 0, column: null, cell: null, reference: null };

/** The register as it would be if every row that could not be read were the one that lines need: what is absent then is absent for certain. */
export function givenTheDoubt(register: ClientRegister): ClientRegister {
  const unread = (role: RegisterRole) => register.unread.filter((period) => period.role === role);
  return {
    ...register,
    deliveryForms: [
      ...register.deliveryForms,
      ...unread('deliveryForms').map(({ first, last }) => ({ first, last, form: 'MPT' as const, place: NOWHERE })),
    ].sort(byStart),
    indications: [
      ...register.indications,
      ...unread('indications').map(({ first, last }) => ({
        first,
        last,
        kind: 'wijkverpleging' as const,
        place: NOWHERE,
      })),
    ].sort(byStart),
  };
}

/** Lines on days of which a register says more than could be read: `rules`, those that have their registers, could not be checked on them. */
export function unreadLines(
  month: ClientMonth,
  policy: Policy,
  register: ClientRegister,
  rules: readonly Rule[],
): UndecidedLines[] {
  return rules.flatMap((rule) => {
    const unread = register.unread.filter(({ role }) => rule.needs.includes(role));
    const lines = month.lines.filter((line) => {
      const terms = policy.codes[line.code];
      return terms !== undefined && (rule.concerns?.(line, terms) ?? true);
    });
    const within = (periods: readonly Period[]) => (line: ClaimLine) =>
      periods.some((days) => overlaps(days, line.period));
    const isOwn = within(unread.filter(({ ofAnybody }) => !ofAnybody));
    const own = lines.filter(isOwn);
    const rest = lines.filter(within(unread)).filter((line) => !isOwn(line));
    return [
      ...(own.length > 0 ? [{ rule: rule.id, reason: 'unreadable-register-row' as const, lines: own }] : []),
      ...(rest.length > 0 ? [{ rule: rule.id, reason: 'unreadable-register-client' as const, lines: rest }] : []),
    ];
  });
}

function byStart(a: Period, b: Period): number {
  return a.first - b.first;
}
