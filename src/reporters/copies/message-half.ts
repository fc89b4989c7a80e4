import { EI_TERMS, eiField, eiText, eiWith } from '../../domain/ei-layout.ts';
import type { EiRecord } from '../../domain/ei-record.ts';
import { belongsIn, type CopyKind } from './copy-kind.ts';
import type { NotesOfInput } from './row-note.ts';

/** A message of which no half can be a message: its records are not where they should be. */
export class MessageNotSplit extends Error {
  constructor(what: string) {
    super(`no half of this message can be made: ${what}`);
    this.name = 'MessageNotSplit';
  }
}

const LINE_ENDS = { crlf: '\r\n', lf: '\n', cr: '\r', none: '' } as const;
/** Digits of the total (9907). */
const MOST_CENTS = 99_999_999_999;

/**
 * One half of an AW319 as a message of its own, a piece per batch, one character per byte: records keep their bytes and line ends, but for
 * their numbers and, in the closing record, counts and total. A client record without lines goes, and so do empty records.
 * Throws MessageNotSplit.
 */
export async function* messageHalf(
  batches: AsyncIterable<readonly EiRecord[]>,
  notes: NotesOfInput,
  kind: CopyKind,
): AsyncGenerator<string, void, undefined> {
  const half = new MessageHalf(notes, kind);
  for await (const records of batches) {
    for (const record of records) half.record(record);
    const piece = half.taken();
    if (piece !== '') yield piece;
  }
}

class MessageHalf {
  readonly #notes: NotesOfInput;
  readonly #kind: CopyKind;
  /** The client record and the comments on it, until one of its lines is kept. */
  #client: EiRecord[] = [];
  /** Whether comments go where the last client record or line went; null while the client waits for a line. */
  #isKept: boolean | null = false;
  #number = 0;
  #clients = 0;
  #lines = 0;
  #comments = 0;
  #cents = 0;
  #pieces: string[] = [];

  constructor(notes: NotesOfInput, kind: CopyKind) {
    this.#notes = notes;
    this.#kind = kind;
  }

  record(record: EiRecord): void {
    if (record.bytes === 0) return;
    if (record.bytes !== record.text.length || record.bytes > EI_TERMS.length) throw new MessageNotSplit('length');
    const type = record.text.slice(0, 2);
    if (type === '01') this.#put(record, record.text);
    else if (type === '02') this.#begin(record);
    else if (type === '04') this.#line(record);
    else if (type === '98') this.#comment(record);
    else if (type === '99') this.#close(record);
    else throw new MessageNotSplit('record type');
  }

  /** What is ready to be written. */
  taken(): string {
    const piece = this.#pieces.join('');
    this.#pieces = [];
    return piece;
  }

  #begin(record: EiRecord): void {
    this.#client = [record];
    this.#isKept = null;
  }

  #line(record: EiRecord): void {
    this.#isKept = belongsIn(this.#kind, this.#notes(record.row));
    if (!this.#isKept) return;
    this.#writeClient();
    this.#lines++;
    this.#put(record, eiWith(record.text, '0402', ++this.#number));
    const cents = Number(eiText(record.text, eiField('0429')));
    const sign = eiText(record.text, eiField('0430')) === 'C' ? -1 : 1;
    // An amount that is no number is an error, so its line stays behind, where no total is right.
    this.#cents += Number.isNaN(cents) ? 0 : sign * cents;
  }

  #comment(record: EiRecord): void {
    if (this.#isKept === null) this.#client.push(record);
    else if (this.#isKept) this.#writeComment(record);
  }

  #writeClient(): void {
    const [client, ...comments] = this.#client;
    this.#client = [];
    if (client === undefined) return;
    this.#clients++;
    this.#put(client, eiWith(client.text, '0202', ++this.#number));
    for (const comment of comments) this.#writeComment(comment);
  }

  #writeComment(record: EiRecord): void {
    this.#comments++;
    this.#put(record, eiWith(record.text, '9802', this.#number));
  }

  #close(record: EiRecord): void {
    const cents = Math.abs(this.#cents);
    if (cents > MOST_CENTS) throw new MessageNotSplit('total');
    const fields = [
      ['9902', this.#clients],
      ['9904', this.#lines],
      ['9905', this.#comments],
      ['9906', this.#clients + this.#lines + this.#comments],
      ['9907', cents],
      ['9908', this.#cents < 0 ? 'C' : 'D'],
    ] as const;
    this.#put(
      record,
      fields.reduce((text, [number, value]) => eiWith(text, number, value), record.text),
    );
  }

  #put({ lineEnd }: EiRecord, text: string): void {
    this.#pieces.push(text, LINE_ENDS[lineEnd]);
  }
}
