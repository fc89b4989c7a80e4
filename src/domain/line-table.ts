import type { ClientId } from './client-identity.ts';
import type { Day } from './day.ts';
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
/** Bits of flags and law; the number of the input stands above them. */
const FLAG_BITS = 5;
const FLAG_MASK = 2 ** FLAG_BITS - 1;
const LAWS: readonly DeclaredLaw[] = [null, 'zvw', 'wlz', 'other'];
/** Stands for "no amount": no line has an amount of minus 21 million euros. */
export const NO_AMOUNT = -(2 ** 31);

/** Lines of one block. A block is never moved, so that growing costs neither time nor twice the memory. */
const BLOCK_BITS = 13;
const BLOCK_LINES = 2 ** BLOCK_BITS;
const BLOCK_MASK = BLOCK_LINES - 1;
/** Integers of a line, and where each stands. They lie together: judging asks for many of one line, and lines come in any order. */
const WIDTH = 13;
const FLAGS = 0;
const ROW = 1;
const CLIENT = 2;
const CODE = 3;
const FIRST = 4;
const LAST = 5;
const MINUTES = 6;
const REFERENCE = 7;
const CORRECTS = 8;
const PROVIDER = 9;
const INSURER = 10;
const AMOUNT = 11;
const EXPECTED = 12;

/**
 * All technology lines of a run as integers with interned texts: some tens of bytes a line,
 * so that memory grows with the technology lines and not with the file.
 */
export class LineTable {
  /** AGB codes and UZOVI numbers. */
  readonly names = new TextPool();
  readonly codes = new TextPool();
  readonly references = new TextPool();
  readonly #blocks: Int32Array[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  append(line: NewLine): void {
    const { codes, references } = this;
    const code = codes.intern(line.code);
    const reference = references.intern(line.reference);
    this.appendNumbered({ ...line, code, reference, corrects: references.intern(line.corrects) });
  }

  /** Appends a line of which the code is a number of `codes`, the references are numbers of `references`. */
  appendNumbered(line: NumberedLine): void {
    const number = this.#length++;
    if (number >> BLOCK_BITS === this.#blocks.length) this.#blocks.push(new Int32Array(BLOCK_LINES * WIDTH));
    const block = this.#blocks[number >> BLOCK_BITS]!;
    const at = (number & BLOCK_MASK) * WIDTH;
    block[at + ROW] = line.row;
    block[at + CLIENT] = line.client;
    block[at + CODE] = line.code;
    block[at + FIRST] = line.first;
    block[at + LAST] = line.last;
    block[at + MINUTES] = line.minutes;
    block[at + FLAGS] =
      (line.credit ? CREDIT : 0) |
      (line.inMinutes ? IN_MINUTES : 0) |
      (line.faulty ? FAULTY : 0) |
      (LAWS.indexOf(line.declaredLaw) << LAW_SHIFT) |
      (line.input << FLAG_BITS);
    block[at + REFERENCE] = line.reference;
    block[at + CORRECTS] = line.corrects;
    block[at + PROVIDER] = line.provider;
    block[at + INSURER] = line.insurer;
    block[at + AMOUNT] = line.amount ?? NO_AMOUNT;
    block[at + EXPECTED] = line.expectedAmount ?? NO_AMOUNT;
  }

  /** Forgets the lines from number `length` on: a file is read afresh when its decimal sign or encoding turns out otherwise. */
  truncate(length: number): void {
    this.#length = length;
    this.#blocks.length = Math.ceil(length / BLOCK_LINES);
  }

  input(line: number): number {
    return this.#at(line, FLAGS) >> FLAG_BITS;
  }
  row(line: number): number {
    return this.#at(line, ROW);
  }
  client(line: number): ClientId {
    return this.#at(line, CLIENT) as ClientId;
  }
  /** The number of its code in `codes`. */
  codeNumber(line: number): number {
    return this.#at(line, CODE);
  }
  code(line: number): string {
    return this.codes.text(this.#at(line, CODE));
  }
  first(line: number): Day {
    return this.#at(line, FIRST) as Day;
  }
  last(line: number): Day {
    return this.#at(line, LAST) as Day;
  }
  /** Whole minutes, never negative. */
  minutes(line: number): number {
    return this.#at(line, MINUTES);
  }
  isCredit(line: number): boolean {
    return (this.#at(line, FLAGS) & CREDIT) !== 0;
  }
  isInMinutes(line: number): boolean {
    return (this.#at(line, FLAGS) & IN_MINUTES) !== 0;
  }
  isFaulty(line: number): boolean {
    return (this.#at(line, FLAGS) & FAULTY) !== 0;
  }
  declaredLaw(line: number): DeclaredLaw {
    return LAWS[(this.#at(line, FLAGS) & FLAG_MASK) >> LAW_SHIFT] ?? null;
  }
  /** The number of its reference in `references`; 0 when it has none. */
  referenceNumber(line: number): number {
    return this.#at(line, REFERENCE);
  }
  reference(line: number): string {
    return this.references.text(this.#at(line, REFERENCE));
  }
  /** The number of the reference it corrects; 0 when it names none. */
  correctsNumber(line: number): number {
    return this.#at(line, CORRECTS);
  }
  corrects(line: number): string {
    return this.references.text(this.#at(line, CORRECTS));
  }
  /** The number of its AGB code in `names`; 0 when it has none. */
  providerNumber(line: number): number {
    return this.#at(line, PROVIDER);
  }
  provider(line: number): string {
    return this.names.text(this.#at(line, PROVIDER));
  }
  /** The number of its UZOVI number in `names`; 0 when it has none. */
  insurerNumber(line: number): number {
    return this.#at(line, INSURER);
  }
  insurer(line: number): string {
    return this.names.text(this.#at(line, INSURER));
  }
  /** Cents without sign; NO_AMOUNT when there is none. */
  amountCents(line: number): number {
    return this.#at(line, AMOUNT);
  }
  /** Cents without sign, or null. */
  amount(line: number): number | null {
    const cents = this.#at(line, AMOUNT);
    return cents === NO_AMOUNT ? null : cents;
  }
  /** Rate × quantity in cents without sign, or null. */
  expectedAmount(line: number): number | null {
    const cents = this.#at(line, EXPECTED);
    return cents === NO_AMOUNT ? null : cents;
  }

  /** Whether the line's last day lies in another month than its first: its minutes cannot be attributed. */
  spansMonths(line: number): boolean {
    return monthOf(this.first(line)) !== monthOf(this.last(line));
  }

  #at(line: number, column: number): number {
    return this.#blocks[line >> BLOCK_BITS]![(line & BLOCK_MASK) * WIDTH + column]!;
  }
}
