import { type Day, isoOf } from '../domain/day.ts';
import { EI_TERMS, eiField } from '../domain/ei-layout.ts';
import type { EiRecord } from '../domain/ei-record.ts';
import { monthOf } from '../domain/month.ts';
import type { RunInput } from '../domain/run.ts';
import { workingDaysAfter } from '../domain/working-days.ts';
import { type Aw319Log, at, foundAt } from './aw319-log.ts';
import { checkHeaderPairs } from './aw319-pairs.ts';
import { dayIn, valueIn } from './aw319-text.ts';
import { shown } from './intake-log.ts';

/** The number of an invoice (0116), unique for whom it is paid to: the AGB code of the field that 0113 points at. As it may be shown. */
export type EiInvoice = NonNullable<RunInput['invoice']>;

/** Zorgkantoren ask for a message within so many working days after its period. */
const WORKING_DAYS = 17;
const WLZ = '187';

/** What the header record (01) says that the rest of the message is held against. */
export interface Aw319Header {
  /** Code of the message (0102): 187, 428 or 430. */
  readonly message: string;
  /** UZOVI number the message goes to; '' when it names none. */
  readonly insurer: string;
  readonly periodEnd: Day | null;
  readonly invoiceDay: Day | null;
  readonly invoice: EiInvoice | null;
}

/** Reads the header record and reports what is wrong with it besides the form of its fields. */
export function readHeader(record: EiRecord, asOf: Day, log: Aw319Log): Aw319Header {
  const { text } = record;
  checkPayee(record, log);
  checkHeaderPairs(record, log);
  checkPeriod(record, asOf, log);
  if (text.slice(2, 5) === WLZ) checkHabits(record, log);
  if (text[9] === 'T') log.record('ei-test-message', record, '0105', at('0105'));
  return {
    message: text.slice(2, 5),
    insurer: valueIn(text, '0108'),
    periodEnd: dayIn(text, '0115'),
    invoiceDay: dayIn(text, '0117'),
    invoice: invoiceOf(text),
  };
}

function invoiceOf(text: string): EiInvoice | null {
  const number = shown(valueIn(text, '0116'));
  const party = EI_TERMS.payees[valueIn(text, '0113')];
  return number === '' || party === undefined ? null : { number, payee: shown(valueIn(text, party)) };
}

/** What zorgkantoren ask of the period and its invoice. */
function checkHabits(record: EiRecord, log: Aw319Log): void {
  const first = dayIn(record.text, '0114');
  const last = dayIn(record.text, '0115');
  const invoiceDay = dayIn(record.text, '0117');
  if (first === null || last === null || last < first) return;
  if (monthOf(first) !== monthOf(last)) {
    log.record('ei-period', record, '0115', { first: isoOf(first), last: isoOf(last) });
  }
  const limit = invoiceDay === null ? null : workingDaysAfter(last, WORKING_DAYS, invoiceDay);
  if (invoiceDay === null || limit === null) return;
  const days = { invoiceDay: isoOf(invoiceDay), periodEnd: isoOf(last), limit: isoOf(limit) };
  log.record('ei-late-message', record, '0117', { ...at('0117'), ...days, workingDays: WORKING_DAYS });
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
