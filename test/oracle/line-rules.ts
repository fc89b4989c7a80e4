import { sum } from './cap.ts';
import type { Severity } from './expected.ts';
import { groupedBy } from './grouped.ts';
import type { Line } from './read-claims.ts';
import { daysWhere, holds, type RegisterPeriod } from './read-registers.ts';

/** What is known of a client; null for a register that was not given. */
export interface Known {
  readonly deliveryForms: readonly RegisterPeriod[] | null;
  readonly indications: readonly RegisterPeriod[] | null;
  /** The day of death, or null when none is known. */
  readonly death: number | null;
}

/** What is known of the whole run. */
export interface RunFacts {
  /** The care month of most technology lines. */
  readonly mainMonth: string;
  readonly codesInForce: readonly string[];
  readonly byReference: ReadonlyMap<string, readonly Line[]>;
  readonly creditsByTarget: ReadonlyMap<string, readonly Line[]>;
}

/** One rule: which lines of a client-month it concerns. None means nothing is wrong. */
export interface OracleRule {
  readonly id: string;
  readonly severity: Severity;
  lines(month: readonly Line[], known: Known, run: RunFacts): readonly Line[];
}

/** Days on which the client has some other leveringsvorm of the Wlz than VPT. */
const OTHER_WLZ_FORMS = ['MPT', 'PGB', 'VERBLIJF', 'DTV', 'VKB'];

/** Every domain rule but those of the caps, as a table. */
export const LINE_RULES: readonly OracleRule[] = [
  perLine('code-not-in-force', 'error', (line, _, run) => !run.codesInForce.includes(line.code)),
  perLine('line-spans-months', 'error', (line) => line.spans),
  perLine('law-mismatch', 'error', (line) => line.declaredLaw !== null && line.declaredLaw !== line.law),
  perDay('vpt-client', 'error', ['zvw', 'wlz'], (day, { deliveryForms }) => {
    return deliveryForms !== null && holds(deliveryForms, 'VPT', day);
  }),
  perDay('zvw-without-indication', 'error', ['zvw'], (day, { indications }) => {
    return indications !== null && !holds(indications, 'wijkverpleging', day);
  }),
  perDay('zvw-under-wlz', 'error', ['zvw'], (day, { deliveryForms, indications }) => {
    // One register alone can prove it; the other missing then leaves the rest undecided.
    if (indications !== null && holds(indications, 'wlz', day)) return true;
    return deliveryForms !== null && OTHER_WLZ_FORMS.some((form) => holds(deliveryForms, form, day));
  }),
  perDay('wlz-without-mpt', 'error', ['wlz'], (day, { deliveryForms }) => {
    return deliveryForms !== null && !['MPT', 'VPT', 'DTV', 'VKB'].some((form) => holds(deliveryForms, form, day));
  }),
  perDay('wlz-dtv-or-vkb', 'warning', ['wlz'], (day, { deliveryForms }) => {
    return deliveryForms !== null && ['DTV', 'VKB'].some((form) => holds(deliveryForms, form, day));
  }),
  perDay('after-death', 'error', ['zvw', 'wlz'], (day, { death }) => death !== null && day > death),
  perLine('duplicate-reference', 'error', (line, _, run) => {
    return line.reference !== '' && (run.byReference.get(line.reference) ?? []).length > 1;
  }),
  perLine('credit-without-debit', 'warning', (line, _, run) => line.credit && debitsNamed(line, run).length === 0),
  perLine('debit-credited-twice', 'error', (line, _, run) => {
    return line.credit && debitsNamed(line, run).length > 0 && creditsNamed(line, run).length > 1;
  }),
  {
    id: 'credit-exceeds-debit',
    severity: 'error',
    lines(month, _, run) {
      const attributable = month.filter((line) => !line.spans);
      const credits = attributable.filter((line) => line.credit);
      if (sum(credits) > sum(attributable.filter((line) => !line.credit))) return credits;
      return credits.filter((credit) => {
        const [debit] = debitsNamed(credit, run);
        return debit !== undefined && sum(creditsNamed(credit, run)) > debit.minutes;
      });
    },
  },
  {
    id: 'credit-beside-its-debit',
    severity: 'warning',
    lines: (month) =>
      month.flatMap((credit) => {
        if (!credit.credit || credit.corrects === '') return [];
        const twin = month.find(
          (debit) => !debit.credit && debit.reference === credit.corrects && sameCare(debit, credit),
        );
        return twin ? [credit, twin] : [];
      }),
  },
  {
    id: 'duplicate-line',
    severity: 'warning',
    lines(month) {
      const debits = month.filter((line) => !line.credit);
      return debits.filter((one) =>
        debits.some((other) => other !== one && other.reference !== one.reference && sameCare(one, other)),
      );
    },
  },
  {
    id: 'both-laws-in-month',
    severity: 'warning',
    lines(month) {
      const debits = month.filter((line) => !line.credit);
      return new Set(debits.map((line) => line.law)).size > 1 ? debits : [];
    },
  },
  {
    id: 'several-providers',
    severity: 'info',
    lines(month) {
      const named = month.filter((line) => line.provider !== '');
      return new Set(named.map((line) => line.provider)).size > 1 ? named : [];
    },
  },
  perLine('late-line', 'info', (line, _, run) => line.month < run.mainMonth),
  perLine('not-multiple-of-five', 'warning', (line) => !line.credit && line.minutes % 5 !== 0),
  perLine('suspect-unit', 'warning', (line) => {
    return !line.credit && (line.minutes >= 6000 || (line.inMinutes && line.minutes > 0 && line.minutes <= 7));
  }),
  perLine('amount-mismatch', 'warning', (line) => !line.credit && line.amountIsOff),
];

/** Gathers once what the rules ask of the whole run. */
export function factsOfRun(lines: readonly Line[]): Omit<RunFacts, 'codesInForce'> {
  const perMonth = [...groupedBy(lines, (line) => line.month)].sort(([a], [b]) => (a < b ? 1 : -1));
  return {
    // The latest of the months with most lines; deliveries of the tests have one winner.
    mainMonth: perMonth.reduce(
      (best, month) => (month[1].length > best[1].length ? month : best),
      ['', [] as Line[]],
    )[0],
    byReference: groupedBy(lines, (line) => line.reference),
    creditsByTarget: groupedBy(
      lines.filter((line) => line.credit),
      (line) => line.corrects,
    ),
  };
}

function debitsNamed(credit: Line, run: RunFacts): readonly Line[] {
  return credit.corrects === '' ? [] : (run.byReference.get(credit.corrects) ?? []).filter((line) => !line.credit);
}

function creditsNamed(credit: Line, run: RunFacts): readonly Line[] {
  return run.creditsByTarget.get(credit.corrects) ?? [];
}

function sameCare(a: Line, b: Line): boolean {
  return a.code === b.code && a.first === b.first && a.last === b.last && a.minutes === b.minutes;
}

function perLine(
  id: string,
  severity: Severity,
  test: (line: Line, known: Known, run: RunFacts) => boolean,
): OracleRule {
  return { id, severity, lines: (month, known, run) => month.filter((line) => test(line, known, run)) };
}

/** Rules on entitlement: a debit line with a wrong day. */
function perDay(
  id: string,
  severity: Severity,
  laws: readonly string[],
  wrong: (day: number, known: Known) => boolean,
): OracleRule {
  return perLine(id, severity, (line, known) => {
    return !line.credit && laws.includes(line.law) && daysWhere(line, (day) => wrong(day, known)).length > 0;
  });
}
