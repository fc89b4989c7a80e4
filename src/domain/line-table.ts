import type { ClientId } from './client-identity.ts';
import type { Day } from './day.ts';
import { IntColumn } from './int-column.ts';
import type { DeclaredLaw } from './law.ts';
import { monthOf } from './month.ts';
import { TextPool } from './text-pool.ts';

/** What a parser knows of a technology line when it appends it. */
export interface NewLine {
  readonly input: number;
  readonly row: number;
  readonly client: ClientId;
  readonly code: string;
  readonly first: Day;
  readonly last: Day;
  readonly minutes: number;
  readonly credit: boolean;
  readonly inMinutes: boolean;
  readonly faulty: boolean;
  readonly reference: string;
  readonly corrects: string;
  readonly declaredLaw: DeclaredLaw;
  readonly provider: number;
  readonly insurer: number;
  /** Cents; null when absent. */
  readonly amount: number | null;
  readonly expectedAmount: number | null;
}

/** The same, with its texts interned already. */
export interface NumberedLine extends Omit<NewLine, 'code' | 'reference' | 'corrects'> {
  readonly code: number;
  readonly reference: number;
  readonly corrects: number;
}

const CREDIT = 1;
const IN_MINUTES = 2;
const FAULTY = 4;
const LAW_SHIFT = 3;
const LAWS: readonly DeclaredLaw[] = [null, 'zvw', 'wlz', 'other'];
/** Stands for "no amount": no line has an amount of minus 21 million euros. */
const NO_AMOUNT = -(2 ** 31);

/**
 * All technology lines of a run as columns of integers with interned texts: some tens of bytes a line,
 * so that memory grows with the technology lines and not with the file.
 */
export class LineTable {
  /** AGB codes and UZOVI numbers. */
  readonly names = new TextPool();
  readonly codes = new TextPool();
  readonly references = new TextPool();
  readonly #inputs = new IntColumn();
  readonly #rows = new IntColumn();
  readonly #clients = new IntColumn();
  readonly #codes = new IntColumn();
  readonly #firsts = new IntColumn();
  readonly #lasts = new IntColumn();
  readonly #minutes = new IntColumn();
  readonly #flags = new IntColumn();
  readonly #references = new IntColumn();
  readonly #corrects = new IntColumn();
  readonly #providers = new IntColumn();
  readonly #insurers = new IntColumn();
  readonly #amounts = new IntColumn();
  readonly #expected = new IntColumn();

  get length(): number {
    return this.#rows.length;
  }

  append(line: NewLine): void {
    const { codes, references } = this;
    const code = codes.intern(line.code);
    const reference = references.intern(line.reference);
    this.appendNumbered({ ...line, code, reference, corrects: references.intern(line.corrects) });
  }

  /** Appends a line of which the code is a number of `codes`, the references are numbers of `references`. */
  appendNumbered(line: NumberedLine): void {
    this.#inputs.push(line.input);
    this.#rows.push(line.row);
    this.#clients.push(line.client);
    this.#codes.push(line.code);
    this.#firsts.push(line.first);
    this.#lasts.push(line.last);
    this.#minutes.push(line.minutes);
    this.#flags.push(
      (line.credit ? CREDIT : 0) |
        (line.inMinutes ? IN_MINUTES : 0) |
        (line.faulty ? FAULTY : 0) |
        (LAWS.indexOf(line.declaredLaw) << LAW_SHIFT),
    );
    this.#references.push(line.reference);
    this.#corrects.push(line.corrects);
    this.#providers.push(line.provider);
    this.#insurers.push(line.insurer);
    this.#amounts.push(line.amount ?? NO_AMOUNT);
    this.#expected.push(line.expectedAmount ?? NO_AMOUNT);
  }

  /** Forgets the lines from number `length` on: a file is read afresh when its decimal sign or encoding turns out otherwise. */
  truncate(length: number): void {
    for (const column of [
      this.#inputs,
      this.#rows,
      this.#clients,
      this.#codes,
      this.#firsts,
      this.#lasts,
      this.#minutes,
      this.#flags,
      this.#references,
      this.#corrects,
      this.#providers,
      this.#insurers,
      this.#amounts,
      this.#expected,
    ]) {
      column.truncate(length);
    }
  }

  input(line: number): number {
    return this.#inputs.at(line);
  }
  row(line: number): number {
    return this.#rows.at(line);
  }
  client(line: number): ClientId {
    return this.#clients.at(line) as ClientId;
  }
  code(line: number): string {
    return this.codes.text(this.#codes.at(line));
  }
  first(line: number): Day {
    return this.#firsts.at(line) as Day;
  }
  last(line: number): Day {
    return this.#lasts.at(line) as Day;
  }
  /** Whole minutes, never negative. */
  minutes(line: number): number {
    return this.#minutes.at(line);
  }
  isCredit(line: number): boolean {
    return (this.#flags.at(line) & CREDIT) !== 0;
  }
  isInMinutes(line: number): boolean {
    return (this.#flags.at(line) & IN_MINUTES) !== 0;
  }
  isFaulty(line: number): boolean {
    return (this.#flags.at(line) & FAULTY) !== 0;
  }
  declaredLaw(line: number): DeclaredLaw {
    return LAWS[this.#flags.at(line) >> LAW_SHIFT] ?? null;
  }
  /** The number of its reference in `references`; 0 when it has none. */
  referenceNumber(line: number): number {
    return this.#references.at(line);
  }
  reference(line: number): string {
    return this.references.text(this.#references.at(line));
  }
  /** The number of the reference it corrects; 0 when it names none. */
  correctsNumber(line: number): number {
    return this.#corrects.at(line);
  }
  corrects(line: number): string {
    return this.references.text(this.#corrects.at(line));
  }
  provider(line: number): string {
    return this.names.text(this.#providers.at(line));
  }
  insurer(line: number): string {
    return this.names.text(this.#insurers.at(line));
  }
  /** Cents without sign, or null. */
  amount(line: number): number | null {
    const cents = this.#amounts.at(line);
    return cents === NO_AMOUNT ? null : cents;
  }
  /** Rate × quantity in cents without sign, or null. */
  expectedAmount(line: number): number | null {
    const cents = this.#expected.at(line);
    return cents === NO_AMOUNT ? null : cents;
  }

  /** Whether the line's last day lies in another month than its first: its minutes cannot be attributed. */
  spansMonths(line: number): boolean {
    return monthOf(this.first(line)) !== monthOf(this.last(line));
  }
}
