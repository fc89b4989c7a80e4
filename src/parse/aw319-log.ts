import { withoutBsn } from '../domain/bsn.ts';
import type { ClientId } from '../domain/client-identity.ts';
import { EI_RECORDS, type EiField, eiField, eiHeading, eiText } from '../domain/ei-layout.ts';
import type { EiRecord } from '../domain/ei-record.ts';
import type { Finding } from '../domain/finding.ts';
import type { FindingsBeyond } from '../domain/finding-list.ts';
import type { Month } from '../domain/month.ts';
import type { EiData, EiRuleId } from './ei-rules.ts';
import { IntakeLog, shown } from './intake-log.ts';

const FIELDS = [...EI_RECORDS.values()].flat();
const HEADINGS = FIELDS.map(eiHeading);
const COLUMNS = new Map(FIELDS.map(({ number }, column) => [number, column]));
const HIDDEN = '•••';

/** A fault that is told once per message with the number of records it was met in. */
interface Repeated {
  readonly rule: EiRuleId;
  readonly row: number;
  readonly field: string | null;
  readonly data: object;
  records: number;
}

/** The findings about the records and fields of one message. */
export class Aw319Log {
  readonly #log: IntakeLog;
  readonly #repeated = new Map<string, Repeated>();

  /** `most`: of one rule so many findings are kept. */
  constructor(input: number, most: number) {
    this.#log = new IntakeLog(input, HEADINGS, false, most);
  }

  get findings(): readonly Finding[] {
    return this.#log.findings;
  }

  get beyond(): readonly FindingsBeyond[] {
    return this.#log.beyond;
  }

  /** Begins a record: what is reported from here on is about it. */
  beginRecord(): void {
    this.#log.beginRow();
  }

  /** Tells the findings of the record whom and which line they concern. */
  endRecord(client: ClientId | null, month: Month | null, reference: string | null, line: number | null): void {
    this.#log.endRow(client, month, reference, line);
  }

  /** A fault of a record, at one of its fields or (null) as a whole. `data` may wait to be made until it is known that the fault is kept. */
  record<Id extends EiRuleId>(
    rule: Id,
    record: Pick<EiRecord, 'row' | 'text'>,
    field: string | null,
    data: EiData<Id> | (() => EiData<Id>),
  ): void {
    // Without its number a record is the same wherever it stands in the file.
    const identity = record.text.slice(0, 2) + record.text.slice(14);
    const column = field === null ? null : (COLUMNS.get(field) ?? null);
    // A generic over the few rules of messages is too much for the compiler to see as one over all rules of reading.
    this.#log.row(rule, { row: record.row, cells: [identity] }, column, data as never);
  }

  /** A fault that a whole message may have: counted, and reported once by `end` at the record it was first met in. */
  repeated<Id extends EiRuleId>(rule: Id, row: number, field: string | null, data: Omit<EiData<Id>, 'records'>): void {
    const key = JSON.stringify([rule, field, data]);
    const known = this.#repeated.get(key);
    if (known) known.records++;
    else this.#repeated.set(key, { rule, row, field, data, records: 1 });
  }

  /** Reports what was only counted until now. */
  end(): void {
    for (const [key, { rule, row, field, data, records }] of this.#repeated) {
      const column = field === null ? null : (COLUMNS.get(field) ?? null);
      this.#log.beginRow();
      this.#log.row(rule, { row, cells: [key] }, column, { ...data, records } as never);
    }
    this.#repeated.clear();
  }
}

/** Number, name and positions of a field, for the data of a finding. */
export function at(number: string): { field: string; name: string; from: number; to: number } {
  const { name, start, end } = eiField(number);
  return { field: number, name, from: start, to: end };
}

/** The same with the text found, which says nothing of who the person is. */
export function foundAt(
  record: string,
  field: EiField,
): { field: string; name: string; from: number; to: number; found: string } {
  const text = eiText(record, field);
  // A leading space is what may be wrong with it, and `shown` would trim it.
  const visible = shown(text).padStart(text.startsWith(' ') && text.trim() !== '' ? 2 : 0);
  return { ...at(field.number), found: field.private ? HIDDEN : withoutBsn(visible) };
}
