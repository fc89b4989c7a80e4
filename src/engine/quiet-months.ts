import type { ClientId } from '../domain/client-identity.ts';
import type { LineTable } from '../domain/line-table.ts';
import { firstDayOf, lastDayOf, type Month, monthOf } from '../domain/month.ts';
import { policyOf } from '../domain/policy.ts';
import type { RegisterTable } from '../domain/register-table.ts';
import type { BookedLines } from './booked-lines.ts';
import { type Judging, registersMissing } from './check.ts';
import type { Glance, RulesNeeded } from './client-months.ts';
import { type CodeFlags, codeFlags, IN_FORCE, LAWS, WLZ, ZVW } from './code-flags.ts';
import { KNOWN_RULES } from './known-rules.ts';
import * as words from './line-words.ts';
import { QuietRegister } from './quiet-register.ts';
import type { ReferenceIndex } from './reference-index.ts';

const { LOUD, WORDS } = words;

/** More lines of one client in one month are looked at by the rules: each is held against all others here. */
const MOST_LINES = 64;
/** From here on a quantity hints at a wrong unit (`suspect-unit`). */
const LARGE = 6000;
/** Up to here it does when it was given in minutes. */
const SMALL = 7;

/** What is known of a month before any of its lines is looked at. */
interface MonthFacts {
  readonly month: Month;
  /** Days of the epoch. */
  readonly first: number;
  readonly last: number;
  /** By code number; null when rules must look at the whole month. */
  readonly codes: CodeFlags | null;
  readonly register: QuietRegister | null;
  readonly capMinutes: number;
}

/** What judging at a glance is told. */
export interface QuietFacts {
  readonly lines: LineTable;
  readonly registers: RegisterTable;
  readonly references: ReferenceIndex;
  readonly judging: Judging;
  readonly booked: BookedLines;
  /** Whether reading found something on a line: `LineTable.isFaulty` is asked besides. */
  readonly isTouched: (line: number) => boolean;
  /** Whether reading found something for a client and month that touches no line. */
  readonly isMarked: (client: ClientId, month: Month) => boolean;
  readonly isSelected: (month: Month) => boolean;
  /** Told each quiet month. */
  readonly tell: (month: QuietMonth) => void;
}

/** A client-month in which no rule has anything to say: every line is approved. The integers are those of `line-words.ts`. */
export interface QuietMonth {
  readonly client: ClientId;
  readonly month: Month;
  readonly capMinutes: number;
  readonly words: Int32Array;
  /** Numbers of lines in `words`. */
  readonly start: number;
  readonly end: number;
}

/** Whether months of this run can be quiet at all. */
export function someMayBeQuiet(judging: Judging, registers: RegisterTable): boolean {
  const rules = [...judging.lineRules, ...judging.capRules];
  const undecided = registersMissing(judging).some(({ role }) => role !== 'clients');
  return !undecided && !registers.isInDoubt && rules.every(({ id }) => KNOWN_RULES.has(id));
}

/**
 * Knows by integers alone, for most client-months, that no rule has anything to say of them, so that they need not be made for the rules.
 * It is never sure that a rule does speak: whatever is not plainly in order is left to the rules. A class, because it holds the integers of
 * all lines while the months pass.
 */
export class QuietMonths implements Glance {
  readonly #facts: QuietFacts;
  readonly #words: Int32Array;
  readonly #months = new Map<Month, MonthFacts>();
  readonly #mostUnderPayers: number;
  #month: MonthFacts;

  constructor(facts: QuietFacts) {
    this.#facts = facts;
    this.#words = new Int32Array(facts.lines.length * WORDS);
    this.#mostUnderPayers = Math.min(...facts.judging.payerCaps.map(({ minutes }) => minutes));
    this.#month = this.#factsOf(facts.judging.mainMonth);
  }

  place(line: number, at: number, clients: Int32Array): void {
    const { lines, judging } = this.#facts;
    const first = lines.first(line);
    if (first < this.#month.first || first > this.#month.last) this.#month = this.#factsOf(monthOf(first));
    const offset = this.#month.month - judging.mainMonth;
    const parties = words.partiesWord(lines.providerNumber(line), lines.insurerNumber(line), offset);
    const to = at * WORDS;
    this.#words[to] = parties === null ? LOUD : this.#wordOf(line, clients);
    this.#words[to + 1] = parties ?? words.onlyMonth(offset);
    this.#words[to + 2] = lines.amountCents(line);
  }

  monthOf(start: number, end: number): Month | null {
    const month = words.monthIn(this.#words[start * WORDS + 1]!);
    if (month === words.OTHER_MONTH) return null;
    for (let at = start + 1; at < end; at++) if (words.monthIn(this.#words[at * WORDS + 1]!) !== month) return null;
    return (this.#facts.judging.mainMonth + month) as Month;
  }

  needs(client: ClientId, month: Month, start: number, end: number): RulesNeeded {
    const facts = this.#month.month === month ? this.#month : this.#factsOf(month);
    this.#month = facts;
    const sums = this.#sumsOf(client, facts, start, end);
    if (sums === null || this.#facts.isMarked(client, month)) return 'all';
    if (sums.net > facts.capMinutes || sums.debit > this.#mostUnderPayers) return 'caps';
    this.#facts.tell({ client, month, capMinutes: facts.capMinutes, words: this.#words, start, end });
    return 'none';
  }

  /** Minutes of lines of which no rule has anything to say by themselves; null when some rule may have. */
  #sumsOf(client: ClientId, facts: MonthFacts, start: number, end: number): { debit: number; net: number } | null {
    if (facts.codes === null || facts.register === null || end - start > MOST_LINES) return null;
    let earliest = 31;
    let latest = 0;
    let needs = 0;
    let provider = 0;
    let debit = 0;
    let net = 0;
    for (let at = start; at < end; at++) {
      const word = this.#words[at * WORDS]!;
      if (word === LOUD) return null;
      const own = words.providerIn(this.#words[at * WORDS + 1]!);
      if (own !== 0 && provider !== 0 && own !== provider) return null;
      provider ||= own;
      const minutes = words.minutesIn(word);
      if (words.isCreditIn(word)) {
        net -= minutes;
        continue;
      }
      debit += minutes;
      net += minutes;
      earliest = Math.min(earliest, words.firstIn(word));
      latest = Math.max(latest, words.lastIn(word));
      needs |= facts.codes[words.codeIn(word)]!;
      for (let before = start; before < at; before++) if (this.#words[before * WORDS] === word) return null;
    }
    if (net < 0 || (needs & LAWS) === LAWS) return null;
    return facts.register.covers(client, needs, facts.first + earliest, facts.first + latest) ? { debit, net } : null;
  }

  #wordOf(line: number, clients: Int32Array): number {
    const { lines, references, booked, isTouched } = this.#facts;
    const { first, last, codes } = this.#month;
    if (codes === null || lines.isFaulty(line) || isTouched(line)) return LOUD;
    const code = lines.codeNumber(line);
    const flags = codes[code] ?? 0;
    if ((flags & IN_FORCE) === 0 || lines.last(line) > last || references.bearers(line) > 1) return LOUD;
    const declared = lines.declaredLaw(line);
    if (declared !== null && declared !== lawOf(flags)) return LOUD;
    const minutes = lines.minutes(line);
    if (minutes % 5 !== 0 || minutes >= LARGE || (minutes <= SMALL && lines.isInMinutes(line))) return LOUD;
    const expected = lines.expectedAmount(line);
    if (expected !== null && lines.amount(line) !== null && expected !== lines.amount(line)) return LOUD;
    const isCredit = lines.isCredit(line);
    if (isCredit && !this.#isPlainCredit(line, clients)) return LOUD;
    if (!booked.isEmpty && (isCredit || booked.bearing(lines.reference(line)).length > 0)) return LOUD;
    return words.quietWord(lines.first(line) - first, lines.last(line) - first, minutes, isCredit, code);
  }

  /** Whether a credit takes from one debit of its own client and month, alone, no more than that has, and is not just like it. */
  #isPlainCredit(credit: number, clients: Int32Array): boolean {
    const { lines, references } = this.#facts;
    const named = lines.correctsNumber(credit);
    const debit = references.onlyBearer(named);
    if (named === 0 || debit === null || lines.isCredit(debit) || references.creditsNaming(named).credits !== 1)
      return false;
    if (clients[debit] !== clients[credit]) return false;
    const { first, last } = this.#month;
    if (lines.first(debit) < first || lines.first(debit) > last || lines.minutes(debit) < lines.minutes(credit))
      return false;
    return (
      lines.minutes(debit) !== lines.minutes(credit) ||
      lines.first(debit) !== lines.first(credit) ||
      lines.last(debit) !== lines.last(credit) ||
      lines.codeNumber(debit) !== lines.codeNumber(credit)
    );
  }

  #factsOf(month: Month): MonthFacts {
    const known = this.#months.get(month);
    if (known) return known;
    const facts = this.#newFacts(month);
    this.#months.set(month, facts);
    return facts;
  }

  #newFacts(month: Month): MonthFacts {
    const { lines, registers, judging, booked, isSelected } = this.#facts;
    const facts = { month, first: firstDayOf(month), last: lastDayOf(month), capMinutes: 0 };
    const policy = policyOf(judging.policies, month);
    // Under several caps a line counts here or there; late lines are told of; what is booked counts too.
    const [cap] = policy?.caps ?? [];
    const forRules = month < judging.mainMonth || booked.hasMonth(month) || !isSelected(month);
    if (policy === null || cap === undefined || policy.caps.length > 1 || forRules)
      return { ...facts, codes: null, register: null };
    const codes = codeFlags(lines.codes, policy, cap.codes);
    return { ...facts, codes, register: new QuietRegister(registers, policy), capMinutes: cap.minutes };
  }
}

function lawOf(flags: number): 'zvw' | 'wlz' | null {
  return (flags & ZVW) !== 0 ? 'zvw' : (flags & WLZ) !== 0 ? 'wlz' : null;
}
