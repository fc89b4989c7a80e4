import { lengthOfMonth } from './calendar.ts';
import type { ClaimRow, ClientRow, PeriodRow, QuantityCell, WrittenDate } from './delivery.ts';
import { UNIT_MINUTES } from './delivery.ts';
import type { Random } from './random.ts';
import { syntheticBsn, syntheticBsnWithZero } from './synthetic-bsn.ts';

/** The month a generated delivery is about, and the day it is checked on. */
export const MAIN = { year: 2026, month: 3 } as const;
export const AS_OF: WrittenDate = { year: 2026, month: 4, day: 3 };

export interface Person {
  readonly clientNumber: string;
  readonly bsn: string;
}

/** What a scenario says of a line; the rest is chosen at random or follows from it. Days are days of `month` (the main month). */
export interface LineWish {
  readonly code: string;
  readonly minutes: number;
  readonly from?: number;
  readonly to?: number;
  readonly year?: number;
  readonly month?: number;
  /** Writes the line as a credit; the minutes stay positive. */
  readonly credit?: boolean;
  /** How a credit is written; random when absent. */
  readonly creditAs?: 'flag' | 'negative';
  readonly corrects?: string;
  /** Any cell, written as given. */
  readonly cells?: Partial<ClaimRow>;
}

/** Writes rows of a delivery; scenarios are told in its words. */
export interface Author {
  readonly random: Random;
  readonly claims: ClaimRow[];
  readonly deliveryForms: PeriodRow[];
  readonly indications: PeriodRow[];
  readonly clients: ClientRow[];
  /** A new client with both keys and no entitlement. */
  person(): Person;
  /** A new client whose BSN starts with a zero. */
  personWithZero(): Person;
  /** Writes a technology line and gives it back. */
  line(person: Person, wish: LineWish): ClaimRow;
  /** A credit of (part of) a line. */
  creditOf(person: Person, line: ClaimRow, minutes: number, cells?: Partial<ClaimRow>): ClaimRow;
  /** A line that is no technology. */
  base(person: Person, cells?: Partial<ClaimRow>): ClaimRow;
  form(person: Person, value: string, start: WrittenDate, end?: WrittenDate | null): void;
  indication(person: Person, value: string, start: WrittenDate, end?: WrittenDate | null): void;
}

/** Long before the month. */
export const LONG_AGO: WrittenDate = { year: 2025, month: 1, day: 1 };

/** A day of the main month. */
export function day(number: number): WrittenDate {
  return { ...MAIN, day: number };
}

const UNITS = ['minuut', '5 minuten', '10 minuten', 'kwartier', 'half uur', 'uur', 'uur'];
const CENTS_PER_MINUTE = 100;
const REMARKS = [
  'Gesprek met cliënt;\nzoals afgesproken in het zorgplan',
  'Zoals mevrouw zegt: "het werkt prima"',
  'Vergoeding € 12,50 – coördinatie één keer per week',
  'Medicijndispenser geïnstalleerd;\r\n"proefperiode" van één maand\r\nzie dossier',
];

/** An author with an empty delivery before it. */
export function authorFrom(random: Random): Author {
  const claims: ClaimRow[] = [];
  const deliveryForms: PeriodRow[] = [];
  const indications: PeriodRow[] = [];
  const clients: ClientRow[] = [];
  let people = 0;
  let references = 0;
  const person = (bsnOf = syntheticBsn): Person => {
    people += 1;
    const one = { clientNumber: `C${1000 + people}`, bsn: bsnOf(people) };
    clients.push({ ...one, death: null });
    return one;
  };
  const write = (row: ClaimRow): ClaimRow => {
    claims.push(row);
    return row;
  };
  const line = (who: Person, wish: LineWish): ClaimRow => {
    references += 1;
    return write(rowOf(random, who, wish, `R-2026-03-${String(references).padStart(6, '0')}`));
  };
  return {
    random,
    claims,
    deliveryForms,
    indications,
    clients,
    person: () => person(),
    personWithZero: () => person(syntheticBsnWithZero),
    line,
    creditOf(who, debit, minutes, cells = {}) {
      const corrects = debit.reference;
      const { code, start, end, provider, insurer, law } = debit;
      return line(who, {
        code,
        minutes,
        credit: true,
        corrects,
        cells: { start, end, provider, insurer, law, ...cells },
      });
    },
    base(who, cells = {}) {
      const code = random.pick(['1000', '1002', 'H104', 'H126', '1001', 'H127']);
      const from = random.between(1, 28);
      return line(who, { code, minutes: random.between(1, 12) * 15, from, to: from, cells });
    },
    form: (who, value, start, end = null) => void deliveryForms.push({ ...who, value, start, end }),
    indication: (who, value, start, end = null) => void indications.push({ ...who, value, start, end }),
  };
}

function rowOf(random: Random, person: Person, wish: LineWish, reference: string): ClaimRow {
  const { code, minutes, year = MAIN.year, month = MAIN.month, from = 1 } = wish;
  const credit = wish.credit ?? false;
  const negative = credit && (wish.creditAs ?? random.pick(['flag', 'negative'] as const)) === 'negative';
  const unit = random.pick(UNITS.filter((one) => minutes % (UNIT_MINUTES[one] ?? 1) === 0 || one === 'uur'));
  const law = code.startsWith('H') ? 'Wlz' : 'Zvw';
  return {
    ...person,
    code,
    start: { year, month, day: from },
    end: { year, month, day: wish.to ?? lengthOfMonth(year, month) },
    quantity: quantityOf(random, minutes, unit, negative),
    unit,
    reference,
    corrects: wish.corrects ?? '',
    sign: credit && !negative ? 'C' : random.pick(credit ? [''] : ['', 'D', 'D']),
    law: random.chance(80) ? law : '',
    rate: (UNIT_MINUTES[unit] ?? 1) * CENTS_PER_MINUTE,
    amount: minutes * CENTS_PER_MINUTE * (negative ? -1 : 1),
    provider: '41999001',
    insurer: '9999',
    remark: random.chance(8) ? random.pick(REMARKS) : '',
    ...wish.cells,
  };
}

/** Hours are written as decimals where they come out in thousandths, and else as `6:30`. */
function quantityOf(random: Random, minutes: number, unit: string, negative: boolean): QuantityCell {
  const thousandths = (minutes * 1000) / (UNIT_MINUTES[unit] ?? 1);
  const asDecimal = Number.isInteger(thousandths) && (unit !== 'uur' || random.chance(60));
  if (asDecimal) return { thousandths: negative ? -thousandths : thousandths };
  return { clockMinutes: minutes, negative };
}
