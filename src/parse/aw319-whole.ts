import type { ClientIdentity } from '../domain/client-identity.ts';
import { civilOf } from '../domain/day.ts';
import { eiField, eiText } from '../domain/ei-layout.ts';
import type { EiRecord } from '../domain/ei-record.ts';
import type { LineTable } from '../domain/line-table.ts';
import type { Aw319Log } from './aw319-log.ts';
import { reportOverlaps } from './aw319-overlap.ts';
import { dayIn } from './aw319-text.ts';
import type { EiData } from './ei-rules.ts';

type Difference = EiData<'ei-credit-mirror'>['differs'][number];

/** What only the whole message shows of its technology lines: years, units, lines that overlap, and credits beside the debits they name. */
export class Aw319Whole {
  readonly #log: Aw319Log;
  readonly #lines: LineTable;
  readonly #identity: ClientIdentity;
  /** First record in which a technology code was met, and its units. */
  readonly #units = new Map<string, { readonly record: EiRecord; readonly units: Set<string> }>();
  readonly #years = new Set<number>();
  #first: EiRecord | null = null;
  /** The lines of this message. */
  #from = -1;
  #to = -1;

  constructor(log: Aw319Log, lines: LineTable, identity: ClientIdentity) {
    this.#log = log;
    this.#lines = lines;
    this.#identity = identity;
  }

  /** A record of a technology code, whether a line was made of it or not. */
  line(record: EiRecord, code: string): void {
    this.#first ??= record;
    const day = dayIn(record.text, '0414');
    if (day !== null) this.#years.add(civilOf(day).year);
    const known = this.#units.get(code) ?? { record, units: new Set() };
    this.#units.set(code, known);
    known.units.add(eiText(record.text, eiField('0419')).trim());
  }

  /** A line was made of a record. */
  made(line: number): void {
    if (this.#from < 0) this.#from = line;
    this.#to = line;
  }

  /** Reports what the whole message shows. `message`: its code (0102). */
  end(message: string): void {
    for (const [code, { record, units }] of this.#units) {
      if (units.size > 1) this.#log.record('ei-mixed-units', record, '0419', { code, units: [...units].sort() });
    }
    if (message === '187' && this.#years.size > 1 && this.#first) {
      this.#log.record('ei-several-years', this.#first, '0414', { years: [...this.#years].sort() });
    }
    if (this.#from < 0) return;
    this.#mirrors();
    reportOverlaps(this.#lines, this.#identity, this.#from, this.#to, this.#log);
  }

  #mirrors(): void {
    const lines = this.#lines;
    const debits = new Map<number, number>();
    for (let line = this.#from; line <= this.#to; line++) {
      if (!lines.isCredit(line) && lines.referenceNumber(line) !== 0) debits.set(lines.referenceNumber(line), line);
    }
    for (let credit = this.#from; credit <= this.#to; credit++) {
      const debit = lines.isCredit(credit) ? debits.get(lines.correctsNumber(credit)) : undefined;
      if (debit === undefined) continue;
      const differs = this.#differences(credit, debit);
      if (differs.length === 0) continue;
      this.#log.beginRecord();
      const place = { row: lines.row(credit), text: `04${' '.repeat(12)}${lines.reference(credit)}` };
      this.#log.record('ei-credit-mirror', place, '0432', { debitRow: lines.row(debit), differs });
      this.#log.endRecord(lines.client(credit), null, lines.reference(credit) || null, credit);
    }
  }

  #differences(credit: number, debit: number): Difference[] {
    const lines = this.#lines;
    const same: Readonly<Record<Difference, boolean>> = {
      client: this.#clientOf(credit) === this.#clientOf(debit),
      code: lines.code(credit) === lines.code(debit),
      dates: lines.first(credit) === lines.first(debit) && lines.last(credit) === lines.last(debit),
      minutes: lines.minutes(credit) === lines.minutes(debit),
      amount: lines.amount(credit) === lines.amount(debit),
    };
    return (Object.keys(same) as Difference[]).filter((what) => !same[what]);
  }

  #clientOf(line: number): number {
    return this.#identity.resolve(this.#lines.client(line));
  }
}
