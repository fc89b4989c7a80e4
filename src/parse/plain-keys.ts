import { isBsn } from '../domain/bsn.ts';
import type { ClientId, ClientIdentity } from '../domain/client-identity.ts';
import { cellEnd, cellStart, type PlainRecords } from '../domain/plain-records.ts';
import type { TextPool } from '../domain/text-pool.ts';
import { LONGEST_KEY } from './key-text.ts';
import type { Layout } from './layout.ts';

const ZERO = 48;
const NINE = 57;
const POINT = 46;
const HASH = 35;
const QUOTE = 34;

/** Client keys of plain records: the ordinary ones from their bytes; null for every key that the parser of rows must look at. */
export class PlainKeys {
  readonly #number: number;
  readonly #bsn: number;
  readonly #identity: ClientIdentity;
  readonly #input: number;

  constructor(layout: Layout, identity: ClientIdentity, input: number) {
    this.#number = layout.columns.get('client') ?? -1;
    this.#bsn = layout.columns.get('bsn') ?? -1;
    this.#identity = identity;
    this.#input = input;
  }

  /** Whether the keys of a record are ordinary ones. */
  areOrdinary(records: PlainRecords, index: number): boolean {
    let some = false;
    if (this.#number >= 0) {
      const start = cellStart(records, index, this.#number);
      const end = cellEnd(records, index, this.#number);
      if (start < end && !isOrdinaryNumber(records.bytes, start, end)) return false;
      some = start < end;
    }
    if (this.#bsn >= 0) {
      const start = cellStart(records, index, this.#bsn);
      const end = cellEnd(records, index, this.#bsn);
      if (start < end && !isPlainBsn(records.bytes, start, end)) return false;
      some ||= start < end;
    }
    return some;
  }

  /** The client of a record with ordinary keys; `provider` as `ClientIdentity` wants it. */
  client(records: PlainRecords, index: number, provider: number): ClientId {
    const identity = this.#identity;
    const number =
      this.#number < 0
        ? 0
        : identity.numberIn(
            records.view,
            cellStart(records, index, this.#number),
            cellEnd(records, index, this.#number),
          );
    if (this.#bsn < 0) return number as ClientId;
    const bsn = identity.bsnIn(records.view, cellStart(records, index, this.#bsn), cellEnd(records, index, this.#bsn));
    return identity.clientOfKeys(number, bsn, provider, this.#input, records.firstRow + index);
  }
}

/** The number of a reference in its pool: 0 when the cell is empty, -1 when the parser of rows must look at it. */
export function plainReference(records: PlainRecords, index: number, column: number, pool: TextPool): number {
  if (column < 0) return 0;
  const { bytes } = records;
  const start = cellStart(records, index, column);
  const end = cellEnd(records, index, column);
  return isPlainText(bytes, start, end) ? pool.internAscii(records.view, start, end) : -1;
}

/** Visible ASCII, not quoted, no error of a formula, not too long: `keyText` leaves it as it is. */
function isPlainText(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > LONGEST_KEY) return false;
  const first = bytes[start];
  if (start < end && (first === HASH || first === QUOTE)) return false;
  for (let index = start; index < end; index++) {
    const byte = bytes[index]!;
    if (byte < 0x21 || byte > 0x7e) return false;
  }
  return true;
}

/** With a digit in it: then it is not the word for nothing either. Not `1001.0`, which a spreadsheet made of 1001. */
function isOrdinaryNumber(bytes: Uint8Array, start: number, end: number): boolean {
  if (!isPlainText(bytes, start, end)) return false;
  if (bytes[end - 1] === ZERO && bytes[end - 2] === POINT) return false;
  for (let index = start; index < end; index++) if (bytes[index]! >= ZERO && bytes[index]! <= NINE) return true;
  return false;
}

function isPlainBsn(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start === 9 && isBsn(String.fromCharCode(...bytes.subarray(start, end)));
}
