import { type Day, isoOf } from '../domain/day.ts';
import { EI_TERMS, eiField, eiText } from '../domain/ei-layout.ts';
import type { EiRecord } from '../domain/ei-record.ts';
import type { Aw319Header } from './aw319-header.ts';
import { type Aw319Log, at, foundAt } from './aw319-log.ts';
import { dayIn, numberIn, valueIn } from './aw319-text.ts';
import { minutesPerUnit } from './units.ts';

const LISTS: ReadonlySet<string> = new Set(Object.values(EI_TERMS.messages).flatMap(({ codeLists }) => codeLists));
/** Local or bilateral codes: any code may stand in it. */
const LOCAL_LIST = '990';
/** Units that give a time. */
const TIMES = EI_TERMS.units.filter((known) => minutesPerUnit(known) !== null);
const INDICATION = ['0408', '0409', '0410', '0411', '0412', '0413'];

/** What a payer holds a performance record of a technology code against, beyond the form of its fields. `header` is null when there is none. */
export function checkLine(record: EiRecord, code: string, header: Aw319Header | null, log: Aw319Log): void {
  if (header) {
    checkPeriods(record, header, log);
    checkList(record, code, header.message, log);
    checkIndication(record, header.message, log);
  }
  checkUnit(record, header?.message ?? '', log);
  checkAmounts(record, log);
  checkCredit(record, log);
}

function checkPeriods(record: EiRecord, { invoiceDay, periodEnd }: Aw319Header, log: Aw319Log): void {
  const { text } = record;
  const late = ['0414', '0415'].find((number) => invoiceDay !== null && (dayIn(text, number) ?? 0) > invoiceDay);
  if (late !== undefined && invoiceDay !== null) {
    const returnCode = late === '0414' ? '8177' : '8178';
    const expected = compact(invoiceDay);
    log.record('ei-date-after-invoice', record, late, () => ({
      ...foundAt(text, eiField(late)),
      expected,
      returnCode,
    }));
  }
  const last = dayIn(text, '0415');
  if (last !== null && periodEnd !== null && last > periodEnd) {
    const found = () => foundAt(text, eiField('0415'));
    log.record('ei-date-after-period', record, '0415', () => ({ ...found(), expected: compact(periodEnd) }));
  }
}

function checkList(record: EiRecord, code: string, message: string, log: Aw319Log): void {
  const list = eiText(record.text, eiField('0416'));
  const allowed = [...(EI_TERMS.messages[message]?.codeLists ?? [])];
  const found = () => foundAt(record.text, eiField('0416'));
  if (!/^\d+$/.test(list) || /^0+$/.test(list) || allowed.length === 0) return;
  if (!allowed.includes(list)) {
    if (LISTS.has(list)) log.record('ei-code-list', record, '0416', () => ({ ...found(), allowed, message }));
    else log.record('ei-unknown-value', record, '0416', () => ({ ...found(), allowed, returnCode: '0581' }));
    return;
  }
  const expected = EI_TERMS.codes[code];
  if (expected === undefined || list === expected || list === LOCAL_LIST) return;
  log.record('ei-code', record, '0416', () => ({ ...found(), expected, code }));
}

function checkUnit(record: EiRecord, message: string, log: Aw319Log): void {
  const field = eiField('0419');
  const unit = eiText(record.text, field);
  const data = () => ({ ...foundAt(record.text, field), allowed: [...TIMES], returnCode: null });
  const only = EI_TERMS.unitsOnlyIn[unit];
  if (only !== undefined && message !== '' && only !== message) log.record('ei-field-value', record, '0419', data);
  // Another unit that gives no time is told as the fault of the line that it is.
  else if (minutesPerUnit(unit) !== null && !EI_TERMS.units.includes(unit)) {
    log.record('ei-unknown-value', record, '0419', data);
  }
}

function checkIndication(record: EiRecord, message: string, log: Aw319Log): void {
  const filled = INDICATION.filter((number) => valueIn(record.text, number) !== '');
  if (message === '428') {
    for (const number of filled) {
      const found = () => foundAt(record.text, eiField(number));
      log.record('ei-indication', record, number, () => ({ fault: 'not-empty', ...found() }));
    }
  }
  if (message !== '187') return;
  if (filled.length === 0) {
    log.repeated('ei-no-indication', record.row, '0412', at('0412'));
    return;
  }
  // A function or profile without the rest: a performance without an indication, which the Wlz knows too.
  if (!filled.some((number) => number <= '0411')) return;
  const missing = INDICATION.slice(0, 4).filter((number) => !filled.includes(number));
  if (!filled.includes('0412') && !filled.includes('0413')) missing.push('0412');
  for (const number of missing) {
    const found = () => foundAt(record.text, eiField(number));
    log.record('ei-indication', record, number, () => ({ fault: 'missing', ...found() }));
  }
}

function checkAmounts(record: EiRecord, log: Aw319Log): void {
  const { text } = record;
  const rateCents = numberIn(text, '0425');
  const computedCents = numberIn(text, '0426');
  const declaredCents = numberIn(text, '0429');
  const quantity = numberIn(text, '0418');
  if (rateCents === null || computedCents === null || declaredCents === null || quantity === null) return;
  if (declaredCents > computedCents) {
    log.record('ei-amount-above', record, '0429', { computedCents, declaredCents });
  }
  const data = { rateCents, quantity, computedCents, declaredCents };
  const zeros = [rateCents, computedCents, declaredCents].filter((cents) => cents === 0).length;
  if (zeros === 1 || zeros === 2) {
    log.record('ei-amount', record, '0426', { fault: 'some-zero', ...data, returnCode: '0611' });
    return;
  }
  // The ordinary debit line is held against its rate by the rule for all claims.
  const isOrdinary = text[193] === 'D' && declaredCents === computedCents;
  if (computedCents !== rateCents * quantity && !isOrdinary) {
    log.record('ei-amount', record, '0426', { fault: 'product', ...data, returnCode: '8032' });
  }
}

function checkCredit(record: EiRecord, log: Aw319Log): void {
  const computed = eiText(record.text, eiField('0427'));
  const declared = eiText(record.text, eiField('0430'));
  if (/^[DC]$/.test(computed) && /^[DC]$/.test(declared) && computed !== declared) {
    const found = () => foundAt(record.text, eiField('0430'));
    log.record('ei-debit-credit', record, '0430', () => ({ ...found(), expected: computed }));
  }
  const corrects = valueIn(record.text, '0432');
  if (declared === 'C' && corrects === '') log.record('ei-credit-reference', record, '0432', at('0432'));
  if (declared === 'D' && corrects !== '')
    log.record('ei-debit-reference', record, '0432', () => foundAt(record.text, eiField('0432')));
}

/** A day as the message writes it. */
function compact(day: Day): string {
  return isoOf(day).replaceAll('-', '');
}
