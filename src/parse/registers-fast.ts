import type { Day } from '../domain/day.ts';
import type { PlainRecords } from '../domain/plain-records.ts';
import type { DeliveryForm, IndicationKind } from '../domain/register.ts';
import type { TableRecords } from '../domain/sheet-records.ts';
import { readDate } from './dates.ts';
import type { Layout } from './layout.ts';
import { type Meanings, meaningsOf } from './meanings.ts';
import { PlainKeys } from './plain-keys.ts';
import { deliveryFormOf, indicationOf, type RegisterParser, type RegisterTarget } from './registers.ts';

const NO_DAY = 'none';

/** By column, the numbers of `CellMeanings.look`. */
interface CellNumbers {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly forms: Int32Array;
  readonly indications: Int32Array;
}

/** Rows of a register from their bytes: the ordinary ones; every other goes to the parser of rows, untouched. */
export class PlainRegister {
  readonly #parser: RegisterParser;
  readonly #target: RegisterTarget;
  readonly #keys: PlainKeys;
  readonly #isClients: boolean;
  readonly #start: number;
  readonly #end: number;
  readonly #form: number;
  readonly #indication: number;
  /** Columns whose cells are kept as they stand, in their order. */
  readonly #keyColumns: readonly number[];
  readonly #starts: Meanings<Day>;
  readonly #ends: Meanings<Day | typeof NO_DAY>;
  readonly #forms: Meanings<{ readonly form: DeliveryForm; readonly from: Day | null }>;
  readonly #indications: Meanings<IndicationKind>;

  constructor(layout: Layout, target: RegisterTarget, parser: RegisterParser) {
    this.#parser = parser;
    this.#target = target;
    this.#keys = new PlainKeys(layout, target.identity, target.input);
    const column = (field: string) => layout.columns.get(field) ?? -1;
    this.#isClients = layout.role === 'clients';
    this.#start = column('start');
    this.#end = this.#isClients ? column('death') : column('end');
    this.#form = layout.role === 'deliveryForms' ? column('form') : -1;
    this.#indication = layout.role === 'indications' ? column('indication') : -1;
    this.#keyColumns = [column('client'), column('bsn')].filter((key) => key >= 0).sort((a, b) => a - b);
    this.#starts = meaningsOf(target.format, startOf);
    this.#ends = meaningsOf(target.format, (text) => (text.trim() === '' ? NO_DAY : startOf(text)));
    this.#forms = meaningsOf(target.format, deliveryFormOf);
    this.#indications = meaningsOf(target.format, indicationOf);
  }

  /** Reads a batch, column by column as far as that goes. Rows come in order, whether as bytes or as text. */
  records(records: TableRecords): void {
    const { count, firstRow } = records;
    const numbers = {
      starts: this.#starts.look(records, this.#start, null, count),
      ends: this.#ends.look(records, this.#end, null, count),
      forms: this.#forms.look(records, this.#form, null, count),
      indications: this.#indications.look(records, this.#indication, null, count),
    };
    const isSheet = 'cells' in records;
    for (let index = 0; index < count; index++) {
      const row = firstRow + index;
      const keys: PlainRecords | null = isSheet ? records.plain(index, this.#keyColumns) : records;
      const own = isSheet ? 0 : index;
      const isRead =
        this.#parser.follows(row) &&
        keys !== null &&
        this.#keys.areOrdinary(keys, own) &&
        (this.#isClients
          ? this.#death(records, index, numbers, keys, own)
          : this.#period(records, index, numbers, keys, own));
      if (isRead) this.#parser.passed(row);
      else this.#parser.row(records.row(index));
    }
  }

  /** A row of the register of clients is known for no header by its date of death; without one it is looked at as text. */
  #death(records: TableRecords, index: number, { ends }: CellNumbers, keys: PlainRecords, own: number): boolean {
    if (this.#end < 0) return false;
    const death = this.#ends.at(ends[index]!, records, index, this.#end);
    if (death === undefined || death === NO_DAY) return false;
    this.#target.registers.addDeath(this.#keys.client(keys, own, 0), death);
    return true;
  }

  #period(records: TableRecords, index: number, numbers: CellNumbers, keys: PlainRecords, own: number): boolean {
    const { starts, ends, forms, indications } = numbers;
    if (this.#start < 0) return false;
    const first = this.#starts.at(starts[index]!, records, index, this.#start);
    const end = this.#end < 0 ? NO_DAY : this.#ends.at(ends[index]!, records, index, this.#end);
    if (first === undefined || end === undefined || (end !== NO_DAY && end < first)) return false;
    const { registers, input } = this.#target;
    const last = end === NO_DAY ? null : end;
    const row = records.firstRow + index;
    if (this.#form >= 0) {
      const named = this.#forms.at(forms[index]!, records, index, this.#form);
      if (named === undefined || (named.from !== null && first < named.from)) return false;
      registers.add(this.#keys.client(keys, own, 0), named.form, first, last, input, row);
      return true;
    }
    if (this.#indication < 0) return false;
    const kind = this.#indications.at(indications[index]!, records, index, this.#indication);
    if (kind === undefined) return false;
    registers.add(this.#keys.client(keys, own, 0), kind, first, last, input, row);
    return true;
  }
}

function startOf(text: string): Day | undefined {
  return readDate(text) ?? undefined;
}
