import { isBsn } from '../domain/bsn.ts';
import type { ClientId, ClientIdentity } from '../domain/client-identity.ts';
import type { EiRecord } from '../domain/ei-record.ts';
import { RETURN_RECORDS, RETURN_TERMS, returnField } from '../domain/return-layout.ts';
import type { OtherReturns, ReturnFault, ReturnLine, ReturnMessage } from '../domain/return-message.ts';
import { returnCodesIn, returnDay, returnNumber, returnText, signedCents } from './aw320-text.ts';
import { CLOSING_COUNTS } from './closing-counts.ts';
import { normaliseCode } from './codes.ts';
import { keyText } from './key-text.ts';
import { minutesPerUnit } from './units.ts';

/** A line as it was read: whose it is is known when everything was. */
export interface ReadReturnLine extends Omit<ReturnLine, 'client' | 'pseudonym'> {
  /** null when the message names no client for it. */
  readonly client: ClientId | null;
}

/** A message as it was read: its texts may hold a BSN yet. */
export interface ReadReturn extends Omit<ReturnMessage, 'lines'> {
  readonly lines: readonly ReadReturnLine[];
}

/** What can be read of a record whose trailing spaces were cut: up to the last field that is filled when it is right. */
const LEAST: Readonly<Record<string, number>> = { '01': 342, '02': 181, '03': 297, '04': 328, '98': 18, '99': 57 };

/** Records of an AW320, given in order → what the payer made of each line. Nothing throws for what is in a message; faults are told. */
export class Aw320Parser {
  readonly #technology: ReadonlySet<string>;
  readonly #identity: ClientIdentity;
  readonly #faults: ReturnFault[] = [];
  readonly #lines: ReadReturnLine[] = [];
  readonly #others = new Map<string, { lines: number; granted: number }>();
  readonly #counts = new Map<string, number>();
  #header = '';
  #client: { readonly id: ClientId | null; readonly codes: readonly string[] } | null = null;
  /** Signed cents of 0483 of all lines; null when one of them cannot be read. */
  #granted: number | null = 0;
  #last: EiRecord | null = null;

  constructor(technology: ReadonlySet<string>, identity: ClientIdentity) {
    this.#technology = technology;
    this.#identity = identity;
  }

  record(record: EiRecord): void {
    if (record.bytes === 0) return;
    const type = record.text.slice(0, 2);
    if (this.#last !== null) this.#faults.push({ fault: 'after-last', row: record.row });
    // Also of a header that cannot be trusted: what the message calls itself is told, and nothing is done with it.
    if (type === '01' && this.#counts.size === 0 && this.#header === '') this.#header = record.text;
    if (!this.#isReadable(record, type)) return;
    this.#counts.set(type, (this.#counts.get(type) ?? 0) + 1);
    if (type === '01' && this.#counts.get(type) !== 1) this.#faults.push({ fault: 'first-again', row: record.row });
    if (type === '02') this.#clientRecord(record);
    if (type === '04') this.#performance(record);
    if (type === '99') this.#close(record);
  }

  /** Reading stopped before the end of the file. `detail`: a technical word. */
  stopped(detail: string): void {
    this.#faults.push({ fault: 'stopped', detail });
  }

  /** Everything has been read. */
  end(): ReadReturn {
    if (this.#last === null) this.#faults.push({ fault: 'no-last' });
    const header = this.#header;
    const text = (number: string) => returnText(header, number);
    return {
      message: header.slice(2, 5),
      version: `${Number(header.slice(5, 7))}.${Number(header.slice(7, 9))}`,
      test: header[9] === 'T',
      insurer: text('0108'),
      payerReference: text('0181'),
      dated: returnDay(header, '0182'),
      invoiceDay: returnDay(header, '0117'),
      invoice: text('0116'),
      periodFirst: returnDay(header, '0114'),
      periodLast: returnDay(header, '0115'),
      codes: returnCodesIn(header),
      lines: this.#lines,
      others: [...this.#others]
        .map(([code, counts]): OtherReturns => ({ code, ...counts }))
        .sort((a, b) => b.lines - a.lines),
      grantedCents: this.#last === null ? null : signedCents(this.#last.text, '9909', '9910'),
      faults: this.#faults,
    };
  }

  #isReadable({ row, bytes, text, utf8Characters }: EiRecord, type: string): boolean {
    const expected = RETURN_TERMS.length;
    if (!RETURN_RECORDS.has(type)) {
      this.#faults.push({ fault: 'unknown-record', row, type: /^\d\d$/.test(type) ? type : '?' });
      return false;
    }
    // Letters of two bytes shift every field behind them, whatever the length is.
    const isShifted = utf8Characters !== null && bytes !== expected;
    if (bytes <= expected && bytes >= (LEAST[type] ?? expected) && text.length === bytes && !isShifted) return true;
    this.#faults.push({ fault: 'record-length', row, length: bytes, expected });
    return false;
  }

  #clientRecord({ text, row }: EiRecord): void {
    this.#client = {
      id: this.#identify(keyText(returnText(text, '0206')), text.slice(14, 23), row),
      codes: returnCodesIn(text),
    };
  }

  #identify(number: string, bsnField: string, row: number): ClientId | null {
    const bsn = isBsn(bsnField) ? bsnField : '';
    return number === '' && bsn === '' ? null : this.#identity.client(number, bsn, 0, 0, row);
  }

  #performance({ text, row }: EiRecord): void {
    const granted = signedCents(text, '0483', '0484');
    this.#granted = this.#granted === null || granted === null ? null : this.#granted + granted;
    if (this.#client === null) this.#faults.push({ fault: 'no-client-above', row });
    const code = normaliseCode(returnText(text, '0417'));
    if (this.#technology.has(code)) this.#lines.push(this.#line(text, row, code));
    else this.#count(code, granted !== null && granted === signedCents(text, '0429', '0430'));
  }

  #count(code: string, granted: boolean): void {
    const counts = this.#others.get(code) ?? { lines: 0, granted: 0 };
    counts.lines++;
    if (granted) counts.granted++;
    this.#others.set(code, counts);
  }

  #line(text: string, row: number, code: string): ReadReturnLine {
    const perUnit = minutesPerUnit(returnText(text, '0419'));
    const quantity = returnNumber(text, '0418');
    const first = returnDay(text, '0414');
    return {
      row,
      detail: returnNumber(text, '0402'),
      client: this.#client?.id ?? this.#identify('', text.slice(14, 23), row),
      code,
      first,
      last: returnDay(text, '0415') ?? first,
      minutes: perUnit === null || quantity === null ? null : quantity * perUnit,
      credit: text[193] === 'C',
      reference: keyText(returnText(text, '0431')),
      declaredCents: signedCents(text, '0429', '0430'),
      computedCents: signedCents(text, '0481', '0482'),
      grantedCents: signedCents(text, '0483', '0484'),
      codes: returnCodesIn(text),
      clientCodes: this.#client?.codes ?? [],
    };
  }

  #close(record: EiRecord): void {
    this.#last = record;
    const { text, row } = record;
    for (const [field, types] of CLOSING_COUNTS) {
      const expected = types.reduce((sum, type) => sum + (this.#counts.get(type) ?? 0), 0);
      const found = returnNumber(text, field);
      if (found !== expected)
        this.#faults.push({ fault: 'count', row, field, name: returnField(field).name, found, expected });
    }
    const found = signedCents(text, '9909', '9910');
    if (this.#granted === null || found === this.#granted) return;
    this.#faults.push({
      fault: 'total',
      row,
      field: '9909',
      name: returnField('9909').name,
      found,
      expected: this.#granted,
    });
  }
}
