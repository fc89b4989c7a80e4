import { type Day, isoOf } from '../domain/day.ts';
import { EI_RECORDS, type EiField, eiText } from '../domain/ei-layout.ts';
import type { EiRecord } from '../domain/ei-record.ts';
import { type Aw319Log, at, foundAt } from './aw319-log.ts';
import { dayIn } from './aw319-text.ts';

const DATES: ReadonlyMap<string, readonly EiField[]> = new Map(
  [...EI_RECORDS].map(([type, fields]) => [type, fields.filter(({ date }) => date)]),
);

/**
 * Whether the dates of a record exist, and those of a birth or a performance lie not in the future. `judged`: the dates of the
 * performance were read as those of a technology line, which has been told of its faults already.
 */
export function checkDates(record: EiRecord, type: string, asOf: Day, judged: boolean, log: Aw319Log): void {
  const ofLine = judged && type === '04';
  for (const field of DATES.get(type) ?? []) {
    const text = eiText(record.text, field);
    if (/^0+$/.test(text)) {
      if (!(ofLine && field.number === '0414')) reportEmpty(record, field, log);
    } else if (/^\d+$/.test(text) && !ofLine) {
      // The header record has its own border: its period may end after today.
      checkDay(record, field, type === '01' ? null : asOf, log);
    }
  }
  if (type === '04' && !judged) checkOrder(record, log);
}

function reportEmpty(record: EiRecord, field: EiField, log: Aw319Log): void {
  if (field.obligation !== 'M') return;
  const returnCode = field.returnCode ?? null;
  log.record('ei-missing-field', record, field.number, () => ({ ...at(field.number), payee: null, returnCode }));
}

function checkDay(record: EiRecord, field: EiField, asOf: Day | null, log: Aw319Log): void {
  const day = dayIn(record.text, field.number);
  const isFuture = day !== null && asOf !== null && day > asOf;
  if (day !== null && !isFuture) return;
  const data = () => ({ ...foundAt(record.text, field), returnCode: field.returnCode ?? null });
  if (day === null) log.record('ei-date', record, field.number, () => ({ fault: 'no-date', ...data(), limit: null }));
  else log.record('ei-date', record, field.number, () => ({ fault: 'future', ...data(), limit: asOf && isoOf(asOf) }));
}

function checkOrder(record: EiRecord, log: Aw319Log): void {
  const first = dayIn(record.text, '0414');
  const last = dayIn(record.text, '0415');
  const end = DATES.get('04')?.find(({ number }) => number === '0415');
  if (!end || first === null || last === null || last >= first) return;
  const data = () => ({ ...foundAt(record.text, end), limit: isoOf(first), returnCode: end.returnCode ?? null });
  log.record('ei-date', record, end.number, () => ({ fault: 'before-start', ...data() }));
}
