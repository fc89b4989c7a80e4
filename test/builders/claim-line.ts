import { cents } from '../../src/domain/cents.ts';
import type { ClaimLine, Correction } from '../../src/domain/claim-line.ts';
import type { ClientId } from '../../src/domain/client-identity.ts';
import type { ClientMonth } from '../../src/domain/client-month.ts';
import { minutes } from '../../src/domain/minutes.ts';
import { monthOf } from '../../src/domain/month.ts';
import { days } from './days.ts';

/** What a test says of a line; the rest is made valid. */
export interface LineFacts
  extends Partial<
    Pick<ClaimLine, 'code' | 'inMinutes' | 'bearers' | 'sameReference' | 'declaredLaw' | 'provider' | 'insurer'>
  > {
  /** `jjjj-mm-dd`, or two of them with a `/` between. */
  readonly days?: string;
  readonly minutes?: number;
  readonly reference?: string;
  /** Cents. */
  readonly amount?: number;
  /** Cents. */
  readonly expectedAmount?: number;
  readonly faulty?: boolean;
  /** The run its reference number was booked with. */
  readonly bookedBy?: string;
}

const CLIENT = 1 as ClientId;
let made = 0;

/** A debit line: one hour of 1062 on 2 March 2026, with a reference of its own. */
export function line(facts: LineFacts = {}): ClaimLine {
  const number = made++;
  const { days: text = '2026-03-02', minutes: size = 60, amount, expectedAmount, ...rest } = facts;
  const period = days(text);
  const reference = rest.reference ?? `R-${number}`;
  return {
    number,
    place: { input: 0, row: number + 2, column: null, cell: null, reference: reference === '' ? null : reference },
    client: CLIENT,
    code: '1062',
    period,
    month: monthOf(period.first),
    minutes: minutes(size),
    credit: false,
    inMinutes: false,
    bearers: 1,
    sameReference: [],
    correction: null,
    bookedBy: null,
    declaredLaw: null,
    provider: '',
    insurer: '',
    amount: amount === undefined ? null : cents(amount),
    expectedAmount: expectedAmount === undefined ? null : cents(expectedAmount),
    faulty: false,
    ...rest,
    reference,
  };
}

/** A credit that names no debit. */
export function credit(facts: LineFacts = {}): ClaimLine {
  return correcting({ target: 'empty' }, facts);
}

/** A credit that names a reference no debit of the run has. */
export function creditOfUnknown(facts: LineFacts = {}): ClaimLine {
  return correcting({ target: 'unknown', named: 'R-elders' }, facts);
}

/** A credit that takes back a debit of the same month, whole unless `facts` say otherwise. */
export function creditOf(debit: ClaimLine, facts: LineFacts = {}, known: Partial<Correction> = {}): ClaimLine {
  const { code, minutes: size, period } = debit;
  const credited = correcting(
    { target: 'here', named: debit.reference, debit: debit.number, debitMinutes: size, ...known },
    { code, minutes: size, ...facts },
  );
  return facts.days === undefined ? { ...credited, period, month: debit.month } : credited;
}

/** A credit of a debit of another month or client. */
export function creditOfElsewhere(debitMinutes: number, facts: LineFacts = {}): ClaimLine {
  return correcting({ target: 'elsewhere', named: 'R-ander', debitMinutes: minutes(debitMinutes) }, facts);
}

/** The client-month of some lines, in the order given. */
export function monthOfLines(lines: readonly ClaimLine[]): ClientMonth {
  const [first] = lines;
  if (first === undefined) throw new RangeError('a client-month has at least one line');
  return { client: first.client, month: first.month, lines };
}

function correcting(correction: Partial<Correction>, facts: LineFacts): ClaimLine {
  const debit = line(facts);
  return {
    ...debit,
    credit: true,
    correction: {
      named: '',
      target: 'empty',
      debit: null,
      debitMinutes: null,
      creditedMinutes: debit.minutes,
      credits: 1,
      ...correction,
    },
  };
}
