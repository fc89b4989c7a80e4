import { isAgb } from '../domain/agb.ts';
import type { Day } from '../domain/day.ts';
import type { Decimal } from '../domain/decimal.ts';
import type { DeclaredLaw } from '../domain/law.ts';
import { cellEnd, cellStart, type PlainRecords } from '../domain/plain-records.ts';
import type { TableRecords } from '../domain/sheet-records.ts';
import type { CellKind } from '../domain/table.ts';
import { isUzovi } from '../domain/uzovi.ts';
import { centsOf, expectedAmountOf } from './amounts.ts';
import { type ClaimsParser, type ClaimsTarget, FIRST_DAY_OF_2015 } from './claims.ts';
import { readDate } from './dates.ts';
import { lawOf } from './laws.ts';
import type { Layout } from './layout.ts';
import { type Meanings, meaningsOf, type ReadCell } from './meanings.ts';
import { type DecimalSign, readNumber, signProvenBy } from './numbers.ts';
import { PlainKeys, plainReference } from './plain-keys.ts';
import { readQuantity, signProvenByQuantity } from './quantity.ts';

/** A code that is surely a technology code or surely another one. */
interface KnownCode {
  readonly code: string;
  /** Its number in the line table, when it is a technology code. */
  readonly number: number;
  readonly isTechnology: boolean;
  /** Rows of another code not told to the counts yet. */
  rows: number;
}

interface ReadQuantity {
  readonly minutes: number;
  readonly unitMinutes: number;
  readonly proves: DecimalSign | null;
}

interface Euros {
  readonly decimal: Decimal | null;
  readonly proves: DecimalSign | null;
}

/** By column, the numbers of `CellMeanings.look`. */
interface CellNumbers {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly units: Int32Array;
  readonly credits: Int32Array;
  readonly laws: Int32Array;
  readonly rates: Int32Array;
  readonly amounts: Int32Array;
  readonly providers: Int32Array;
  readonly insurers: Int32Array;
}

const NO_DAY = 'none';

/**
 * Rows of claims from their bytes. Only what nobody could find fault with becomes a line here; everything else goes to the parser of rows,
 * untouched. So a law can hold both equal, and this file knows nothing that the parser of rows does not.
 */
export class PlainClaims {
  readonly #claims: ClaimsParser;
  readonly #target: ClaimsTarget;
  readonly #layout: Layout;
  readonly #codes: Meanings<KnownCode>;
  readonly #known = new Map<string, KnownCode>();
  readonly #keys: PlainKeys;
  readonly #code: number;
  readonly #start: number;
  readonly #end: number;
  readonly #quantity: number;
  readonly #unit: number;
  readonly #debitCredit: number;
  readonly #law: number;
  readonly #rate: number;
  readonly #amount: number;
  readonly #provider: number;
  readonly #insurer: number;
  readonly #reference: number;
  readonly #corrects: number;
  /** Whether the table has what a line is made of, in columns that are read at a glance. */
  readonly #canRead: boolean;
  /** Columns in which a decimal sign may stand. */
  readonly #numbers: readonly number[];
  /** Of a worksheet: whether their cells may prove a sign. */
  readonly #signs: readonly { readonly column: number; readonly mayProve: Meanings<boolean> }[];
  /** Columns whose cells are kept as they stand, in their order. */
  readonly #keyColumns: readonly number[];
  readonly #starts: Meanings<Day>;
  readonly #ends: Meanings<Day | typeof NO_DAY>;
  /** By the unit; for a column of minutes or hours there is one. */
  readonly #units: Meanings<Meanings<ReadQuantity>>;
  readonly #ownUnit: Meanings<ReadQuantity> | null;
  readonly #credits: Meanings<boolean>;
  readonly #laws: Meanings<DeclaredLaw>;
  readonly #rates: Meanings<Euros>;
  readonly #amounts: Meanings<Euros>;
  readonly #providers: Meanings<number>;
  readonly #insurers: Meanings<number>;
  /** Rows of a batch that are technology lines, or may be. */
  #picked = new Int32Array(512);

  constructor(layout: Layout, target: ClaimsTarget, claims: ClaimsParser) {
    this.#claims = claims;
    this.#target = target;
    this.#layout = layout;
    this.#keys = new PlainKeys(layout, target.identity, target.input);
    const column = (field: string) => layout.columns.get(field) ?? -1;
    const sources = ['quantity', 'minutes', 'hours'].filter((field) => layout.columns.has(field));
    const source = sources.length === 1 ? sources[0]! : '';
    this.#code = column('code');
    this.#start = column('start');
    this.#end = column('end');
    this.#unit = column('unit');
    // With two columns for the quantity, or none for its unit, each row is looked at by itself.
    this.#quantity = source === 'quantity' && this.#unit < 0 ? -1 : column(source);
    this.#debitCredit = column('debitCredit');
    this.#law = column('law');
    this.#rate = column('rate');
    this.#amount = column('amount');
    this.#provider = column('provider');
    this.#insurer = column('insurer');
    this.#reference = column('reference');
    this.#corrects = column('corrects');
    this.#canRead = this.#quantity >= 0 && this.#start >= 0;
    this.#numbers = [...sources, 'rate', 'amount'].map(column).filter((number) => number >= 0);
    const meanings = <Meaning>(read: ReadCell<Meaning>) => meaningsOf(target.format, read);
    this.#codes = meanings((text, kind) => (kind === 'error' ? undefined : this.#knownCode(text)));
    this.#starts = meanings((text) => this.#day(text));
    this.#ends = meanings((text) => (text.trim() === '' ? NO_DAY : this.#day(text)));
    this.#units = meanings((text) => this.#quantities(text.trim()));
    this.#ownUnit = source === 'quantity' ? null : this.#quantities(source === 'hours' ? 'uur' : 'min');
    this.#credits = meanings(creditOf);
    this.#laws = meanings(lawOf);
    this.#rates = meanings((text, kind) => this.#eurosOf(text, kind));
    this.#amounts = meanings((text, kind) => this.#eurosOf(text, kind));
    this.#providers = meanings((text, kind) => this.#nameOf(text, kind, 8, isAgb));
    this.#insurers = meanings((text, kind) => this.#nameOf(text, kind, 4, isUzovi));
    this.#signs = this.#numbers.map((number) => ({
      column: number,
      mayProve: meanings((text, kind) => kind === 'text' && /[.,]/.test(text)),
    }));
    this.#keyColumns = ['client', 'bsn', 'reference', 'corrects']
      .map(column)
      .filter((key) => key >= 0)
      .sort((a, b) => a - b);
  }

  /** Reads a batch, column by column as far as that goes. Rows of claims come in order, whether as bytes or as text. */
  records(records: TableRecords): void {
    const { count, firstRow } = records;
    const codes = this.#codes.look(records, this.#code, null, count);
    const cells = this.#numbersOf(records, codes);
    let turn = 0;
    for (let index = 0; index < count; index++) {
      const number = codes[index]!;
      const known = number >= 0 ? this.#codes.named(number) : this.#codes.of(records, index, this.#code);
      const isPicked = number < 0 || known?.isTechnology === true;
      const isRead =
        known !== undefined &&
        this.#claims.follows(firstRow + index) &&
        (known.isTechnology
          ? this.#line(records, index, known.number, cells, turn)
          : this.#other(records, index, known, cells.starts[index]!));
      if (isPicked) turn++;
      if (isRead) this.#claims.passed(firstRow + index);
      else this.#claims.row(records.row(index));
    }
    for (const known of this.#known.values()) {
      if (known.rows > 0) this.#claims.countIgnored(known.code, known.rows);
      known.rows = 0;
    }
  }

  /** What stands in the other columns: begindatum of every row, the rest of those that are technology lines or may turn out to be. */
  #numbersOf(records: TableRecords, codes: Int32Array): CellNumbers {
    if (this.#picked.length < records.count) this.#picked = new Int32Array(records.count);
    const picked = this.#picked;
    let count = 0;
    for (let index = 0; index < records.count; index++) {
      const number = codes[index]!;
      if (number < 0 || this.#codes.named(number)!.isTechnology) picked[count++] = index;
    }
    return {
      starts: this.#starts.look(records, this.#start, null, records.count),
      units: this.#units.look(records, this.#unit, picked, count),
      ends: this.#ends.look(records, this.#end, picked, count),
      credits: this.#credits.look(records, this.#debitCredit, picked, count),
      laws: this.#laws.look(records, this.#law, picked, count),
      rates: this.#rates.look(records, this.#rate, picked, count),
      amounts: this.#amounts.look(records, this.#amount, picked, count),
      providers: this.#providers.look(records, this.#provider, picked, count),
      insurers: this.#insurers.look(records, this.#insurer, picked, count),
    };
  }

  /** Codes are known once the parser of rows has seen them. */
  #knownCode(text: string): KnownCode | undefined {
    const code = this.#claims.knownCode(text);
    if (code === null) return undefined;
    const known = this.#known.get(code) ?? this.#newCode(code);
    this.#known.set(code, known);
    return known;
  }

  #newCode(code: string): KnownCode {
    const isTechnology = this.#target.technology.has(code);
    return { code, number: isTechnology ? this.#target.lines.codes.intern(code) : 0, isTechnology, rows: 0 };
  }

  /**
   * Counts a row of another code. Without a date where one belongs its cells may have shifted, and while no technology line has proven
   * a decimal sign its numbers may prove one: such rows are read as text.
   */
  #other(records: TableRecords, index: number, known: KnownCode, start: number): boolean {
    if (start < 0 && this.#start >= 0 && this.#starts.of(records, index, this.#start) === undefined) return false;
    if (!this.#claims.evidence.isSettled && this.#mayProve(records, index)) return false;
    known.rows++;
    return true;
  }

  #mayProve(records: TableRecords, index: number): boolean {
    if ('cells' in records) return this.#signs.some(({ column, mayProve }) => mayProve.of(records, index, column));
    const { bytes } = records;
    return this.#numbers.some((column) => {
      const end = cellEnd(records, index, column);
      for (let at = cellStart(records, index, column); at < end; at++)
        if (bytes[at] === 44 || bytes[at] === 46) return true;
      return false;
    });
  }

  /** Makes a line of a technology row; false, and nothing done, when anything about it is out of the ordinary. `turn`: its place in `cells`. */
  #line(records: TableRecords, index: number, code: number, cells: CellNumbers, turn: number): boolean {
    const isSheet = 'cells' in records;
    const keys: PlainRecords | null = isSheet ? records.plain(index, this.#keyColumns) : records;
    const own = isSheet ? 0 : index;
    if (!this.#canRead || keys === null || !this.#keys.areOrdinary(keys, own)) return false;
    const first = this.#starts.at(cells.starts[index]!, records, index, this.#start);
    const end = this.#ends.at(cells.ends[turn]!, records, index, this.#end);
    const quantities = this.#ownUnit ?? this.#units.at(cells.units[turn]!, records, index, this.#unit);
    const quantity = quantities?.of(records, index, this.#quantity);
    const credit = this.#credits.at(cells.credits[turn]!, records, index, this.#debitCredit);
    const declaredLaw = this.#laws.at(cells.laws[turn]!, records, index, this.#law);
    const rate = this.#rates.at(cells.rates[turn]!, records, index, this.#rate);
    const euros = this.#amounts.at(cells.amounts[turn]!, records, index, this.#amount);
    const provider = this.#providers.at(cells.providers[turn]!, records, index, this.#provider);
    const insurer = this.#insurers.at(cells.insurers[turn]!, records, index, this.#insurer);
    if (first === undefined || end === undefined || quantity === undefined || credit === undefined) return false;
    if (declaredLaw === undefined || rate === undefined || euros === undefined) return false;
    if (provider === undefined || insurer === undefined) return false;
    const last = end === NO_DAY ? first : end;
    const amount = euros.decimal && centsOf(euros.decimal);
    if (last < first || (euros.decimal !== null && amount === null)) return false;
    const { lines, input } = this.#target;
    const reference = plainReference(keys, own, this.#reference, lines.references);
    const corrects = plainReference(keys, own, this.#corrects, lines.references);
    if (reference < 0 || corrects < 0) return false;
    const { evidence } = this.#claims;
    evidence.add(quantity.proves, true);
    evidence.add(rate.proves, true);
    evidence.add(euros.proves, true);
    lines.appendNumbered({
      input,
      row: records.firstRow + index,
      client: this.#keys.client(keys, own, provider),
      code,
      first,
      last,
      minutes: quantity.minutes,
      credit,
      inMinutes: quantity.unitMinutes === 1,
      faulty: false,
      reference,
      corrects,
      declaredLaw,
      provider,
      insurer,
      amount,
      expectedAmount: expectedAmountOf(rate.decimal, amount, quantity, this.#layout),
    });
    this.#claims.counts.technology++;
    return true;
  }

  /** A day that no rule of reading has anything to say of. */
  #day(text: string): Day | undefined {
    const day = readDate(text);
    return day === null || day > this.#target.asOf || day < FIRST_DAY_OF_2015 ? undefined : day;
  }

  #quantities(unit: string): Meanings<ReadQuantity> {
    const { decimal, format } = this.#target;
    return meaningsOf(format, (text, kind) => {
      const quantity = readQuantity(text, unit, kind, decimal);
      // Zero is reported, and a minus has to be held against the debit/credit of its row.
      if (!quantity.ok || quantity.minutes <= 0) return undefined;
      const { minutes, unitMinutes } = quantity;
      return { minutes, unitMinutes, proves: kind === 'text' ? signProvenByQuantity(text, unit) : null };
    });
  }

  #eurosOf(text: string, kind: CellKind): Euros | undefined {
    if (text.trim() === '') return NO_EUROS;
    const decimal = readNumber(text.trim(), kind === 'number' ? '.' : this.#target.decimal.sign);
    return decimal === null ? undefined : { decimal, proves: kind === 'text' ? signProvenBy(text, false) : null };
  }

  /** A workbook that keeps a code as a number ate its zeros. */
  #nameOf(text: string, kind: CellKind, length: number, isRight: (text: string) => boolean): number | undefined {
    const name = kind === 'number' ? text.trim().padStart(length, '0') : text.trim();
    return name === '' || isRight(name) ? this.#target.lines.names.intern(name) : undefined;
  }
}

const NO_EUROS: Euros = { decimal: null, proves: null };

function creditOf(text: string): boolean | undefined {
  const flag = text.trim().toLowerCase();
  if (['', 'd', 'debet', 'debit'].includes(flag)) return false;
  return flag === 'c' || flag === 'credit' ? true : undefined;
}
