import { type Day, isoOf } from '../domain/day.ts';
import { EI_TERMS, eiField } from '../domain/ei-layout.ts';
import type { EiRecord } from '../domain/ei-record.ts';
import { type Aw319Log, at, foundAt } from './aw319-log.ts';
import { dayIn, valueIn } from './aw319-text.ts';

/** What the header record (01) says that the rest of the message is held against. */
export interface Aw319Header {
  /** Code of the message (0102): 187, 428 or 430. */
  readonly message: string;
  /** UZOVI number the message goes to; '' when it names none. */
  readonly insurer: string;
  readonly periodEnd: Day | null;
  readonly invoiceDay: Day | null;
}

/** Reads the header record and reports what is wrong with it besides the form of its fields. */
export function readHeader(record: EiRecord, asOf: Day, log: Aw319Log): Aw319Header {
  const { text } = record;
  checkPayee(record, log);
  checkPeriod(record, asOf, log);
  if (text[9] === 'T') log.record('ei-test-message', record, '0105', at('0105'));
  return {
    message: text.slice(2, 5),
    insurer: valueIn(text, '0108'),
    periodEnd: dayIn(text, '0115'),
    invoiceDay: dayIn(text, '0117'),
  };
}

function checkPayee(record: EiRecord, log: Aw319Log): void {
  const payee = valueIn(record.text, '0113');
  const party = EI_TERMS.payees[payee];
  if (party === undefined || valueIn(record.text, party) !== '') return;
  log.record('ei-missing-field', record, party, { ...at(party), payee, returnCode: '8029' });
}

function checkPeriod(record: EiRecord, asOf: Day, log: Aw319Log): void {
  const start = dayIn(record.text, '0114');
  const end = dayIn(record.text, '0115');
  if (start !== null && end !== null && end < start) report(record, '0115', 'before-start', start, log);
  for (const number of ['0114', '0117']) {
    const day = dayIn(record.text, number);
    if (day !== null && day > asOf) report(record, number, 'future', asOf, log);
  }
}

function report(record: EiRecord, number: string, fault: 'before-start' | 'future', limit: Day, log: Aw319Log): void {
  const field = eiField(number);
  const returnCode = field.returnCode ?? null;
  log.record('ei-date', record, number, { fault, ...foundAt(record.text, field), limit: isoOf(limit), returnCode });
}
