import type { Day } from '../domain/day.ts';
import type { PlainRecords } from '../domain/plain-records.ts';
import type { IndicationKind } from '../domain/register.ts';
import { CellMeanings } from './cell-meanings.ts';
import { readDate } from './dates.ts';
import type { Layout } from './layout.ts';
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
  readonly #starts = new CellMeanings<Day>(startOf);
  readonly #ends = new CellMeanings<Day | typeof NO_DAY>((text) => (text.trim() === '' ? NO_DAY : startOf(text)));
  readonly #forms = new CellMeanings(deliveryFormOf);
  readonly #indications = new CellMeanings<IndicationKind>(indicationOf);

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
  }

  /** Reads a batch, column by column as far as that goes. Rows come in order, whether as bytes or as text. */
  records(records: PlainRecords): void {
    const { count, firstRow } = records;
    const numbers = {
      starts: this.#starts.look(records, this.#start, null, count),
      ends: this.#ends.look(records, this.#end, null, count),
      forms: this.#forms.look(records, this.#form, null, count),
      indications: this.#indications.look(records, this.#indication, null, count),
    };
    for (let index = 0; index < count; index++) {
      const row = firstRow + index;
      const isOrdinary = this.#parser.follows(row) && this.#keys.areOrdinary(records, index);
      const isRead = this.#isClients ? this.#death : this.#period;
      if (isOrdinary && isRead.call(this, records, index, numbers)) this.#parser.passed(row);
      else this.#parser.row(records.row(index));
    }
  }

  /** A row of the register of clients is known for no header by its date of death; without one it is looked at as text. */
  #death(records: PlainRecords, index: number, { ends }: CellNumbers): boolean {
    if (this.#end < 0) return false;
    const death = this.#ends.at(ends[index]!, records, index, this.#end);
    if (death === undefined || death === NO_DAY) return false;
    this.#target.registers.addDeath(this.#keys.client(records, index, 0), death);
    return true;
  }

  #period(records: PlainRecords, index: number, { starts, ends, forms, indications }: CellNumbers): boolean {
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
      registers.add(this.#keys.client(records, index, 0), named.form, first, last, input, row);
      return true;
    }
    if (this.#indication < 0) return false;
    const kind = this.#indications.at(indications[index]!, records, index, this.#indication);
    if (kind === undefined) return false;
    registers.add(this.#keys.client(records, index, 0), kind, first, last, input, row);
    return true;
  }
}

function startOf(text: string): Day | undefined {
  return readDate(text) ?? undefined;
}
