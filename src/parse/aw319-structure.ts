import { withoutBsn } from '../domain/bsn.ts';
import { EI_RECORDS, EI_TERMS, eiField, eiText } from '../domain/ei-layout.ts';
import type { EiRecord } from '../domain/ei-record.ts';
import { type Aw319Log, at, foundAt } from './aw319-log.ts';
import { numberIn } from './aw319-text.ts';
import { CLOSING_COUNTS } from './closing-counts.ts';
import type { EiData } from './ei-rules.ts';

type Fault = EiData<'ei-structure'>['fault'];

const RETURN_CODES: Partial<Record<Fault, string>> = { 'unknown-record': '0002', 'debtor-record': '8075' };
/** The closing record cannot count more (9906). */
const MOST_RECORDS = 9_999_999;
const NUMBERED = ['02', '03', '04'];

/** Follows the order, the numbers, the counts and the total of a message, record by record. */
export class Aw319Structure {
  readonly #log: Aw319Log;
  readonly #counts = new Map<string, number>();
  #records = 0;
  /** The client record whose performances are expected, until one is met. */
  #waiting: EiRecord | null = null;
  #closed = false;
  #last: EiRecord | null = null;
  /** Number of the last 02, 03 or 04, and what a comment on it bears. */
  #number = 0;
  #commented: string | null = null;
  #commentLine = 0;
  /** Signed cents of 0429 of all performance records; null when one of them cannot be read. */
  #total: number | null = 0;

  constructor(log: Aw319Log) {
    this.#log = log;
  }

  /** Takes a record that was read; reports what is wrong with its place and its number. */
  record(record: EiRecord, type: string): void {
    this.#arrives(record, type);
    if (NUMBERED.includes(type)) this.#numbered(record);
    if (type === '04') this.#add(record);
    if (type === '98') this.#comment(record);
    if (type === '99') this.#close(record);
  }

  /** Takes a record of which only the type is known: its length is wrong. */
  unread(record: EiRecord, type: string): void {
    this.#arrives(record, type);
    if (NUMBERED.includes(type)) this.#number++;
    if (NUMBERED.includes(type)) this.#commented = null;
    if (type === '04') this.#total = null;
  }

  /** The message has ended. */
  end(): void {
    this.#log.beginRecord();
    this.#clientWithoutLines();
    if (this.#last === null) return;
    if (!this.#counts.has('02')) this.#report('no-client', this.#last, '02');
    if (!this.#counts.has('99')) this.#report('no-last', this.#last, '99');
  }

  #arrives(record: EiRecord, type: string): void {
    this.#records++;
    this.#last = record;
    const isFirst = this.#records === 1;
    if (!EI_RECORDS.has(type)) this.#report('unknown-record', record, type);
    if (this.#closed) this.#report('after-last', record, type);
    if (isFirst !== (type === '01')) this.#report(isFirst ? 'no-first' : 'first-again', record, type);
    if (type === '02' || type === '99') this.#clientWithoutLines();
    if (type === '02') this.#waiting = record;
    if (type === '04') this.#waiting = null;
    if (type === '04' && !this.#counts.has('02')) this.#report('no-client-above', record, type);
    if (type === '03') this.#report('debtor-record', record, type);
    this.#counts.set(type, (this.#counts.get(type) ?? 0) + 1);
    if (type === '99') this.#closed = true;
  }

  #clientWithoutLines(): void {
    if (this.#waiting) this.#report('no-performance', this.#waiting, '02');
    this.#waiting = null;
  }

  #numbered(record: EiRecord): void {
    const field = `${record.text.slice(0, 2)}02`;
    this.#number++;
    const found = numberIn(record.text, field);
    this.#commented = eiText(record.text, eiField(field));
    this.#commentLine = 0;
    if (found === null || found === this.#number) return;
    this.#numberFault(record, field, String(this.#number).padStart(12, '0'));
    // One gap is one fault: from here on the numbers run on from what is there, unless it cannot be a number of a record at all.
    if (found <= MOST_RECORDS) this.#number = found;
  }

  #add(record: EiRecord): void {
    const cents = numberIn(record.text, '0429');
    const sign = record.text[193];
    if (this.#total === null || cents === null || (sign !== 'D' && sign !== 'C')) this.#total = null;
    else this.#total += sign === 'C' ? -cents : cents;
  }

  #comment(record: EiRecord): void {
    this.#commentLine++;
    if (this.#commented === null) {
      if (this.#number === 0) this.#report('nothing-above', record, '98');
    } else if (eiText(record.text, eiField('9802')) !== this.#commented) {
      this.#numberFault(record, '9802', this.#commented);
    }
    const line = numberIn(record.text, '9803');
    if (line === null || line === this.#commentLine) return;
    this.#numberFault(record, '9803', String(this.#commentLine).padStart(4, '0'));
    this.#commentLine = line;
  }

  #numberFault(record: EiRecord, number: string, expected: string): void {
    const field = eiField(number);
    const returnCode = field.returnCode ?? null;
    this.#log.record('ei-numbering', record, number, {
      ...foundAt(record.text, field),
      expected: withoutBsn(expected),
      returnCode,
    });
  }

  #close(record: EiRecord): void {
    for (const [number, types] of CLOSING_COUNTS) {
      const field = eiField(number);
      const count = types.reduce((sum, type) => sum + (this.#counts.get(type) ?? 0), 0);
      const found = numberIn(record.text, number);
      if (found === null || found === count) continue;
      const expected = String(count).padStart(field.end - field.start + 1, '0');
      const returnCode = field.returnCode ?? null;
      this.#log.record('ei-counts', record, number, { ...foundAt(record.text, field), expected, returnCode });
    }
    this.#checkTotal(record);
  }

  /** Zero goes with D. */
  #checkTotal(record: EiRecord): void {
    const cents = numberIn(record.text, '9907');
    const sign = record.text[44];
    if (this.#total === null || cents === null || (sign !== 'D' && sign !== 'C')) return;
    const found = sign === 'C' ? -cents : cents;
    if (found === this.#total && !(cents === 0 && sign === 'C')) return;
    this.#log.record('ei-total', record, '9907', { ...at('9907'), found, expected: this.#total });
  }

  #report(fault: Fault, record: EiRecord, type: string): void {
    const known = /^\d\d$/.test(type) ? type : '?';
    const returnCode = RETURN_CODES[fault] ?? '8026';
    this.#log.record('ei-structure', record, null, { fault, type: known, returnCode });
  }
}

/** Positions a record of a type must have to be read: up to the last mandatory field. What is cut behind it can only be spaces. */
export function leastLength(type: string): number {
  const fields = EI_RECORDS.get(type) ?? [];
  const ends = fields.map(({ type: kind, start, end, obligation }) =>
    obligation !== 'M' ? 0 : kind === 'N' ? end : start,
  );
  return ends.length === 0 ? EI_TERMS.length : Math.max(...ends);
}
